//! How sure an act is: the status of its record, with threats apart, since what is threatened has not happened.

use crate::wire::Record;
use types::{EventType, Status};

/// What is known of whether it happened. Each has one colour throughout the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Standing {
    Occurred,
    Planned,
    Considered,
    Threatened,
    Hypothetical,
    Denied,
    Background,
}

impl Standing {
    pub(super) const ALL: [Self; 7] = [
        Self::Occurred,
        Self::Planned,
        Self::Considered,
        Self::Threatened,
        Self::Hypothetical,
        Self::Denied,
        Self::Background,
    ];

    pub(super) fn of(record: &Record) -> Self {
        match record.status {
            Status::Occurred if record.kind == EventType::Threaten => Self::Threatened,
            Status::Occurred => Self::Occurred,
            Status::Historical => Self::Background,
            Status::Planned => Self::Planned,
            Status::Considered => Self::Considered,
            Status::Hypothetical => Self::Hypothetical,
            Status::Denied => Self::Denied,
        }
    }

    /// For people.
    pub(super) fn label(self) -> &'static str {
        match self {
            Self::Occurred => "Occurred",
            Self::Planned => "Planned",
            Self::Considered => "Considered",
            Self::Threatened => "Threatened",
            Self::Hypothetical => "Hypothetical",
            Self::Denied => "Denied",
            Self::Background => "Background",
        }
    }

    /// For the style sheet.
    pub(super) fn class(self) -> &'static str {
        match self {
            Self::Occurred => "occurred",
            Self::Planned => "planned",
            Self::Considered => "considered",
            Self::Threatened => "threatened",
            Self::Hypothetical => "hypothetical",
            Self::Denied => "denied",
            Self::Background => "background",
        }
    }
}
