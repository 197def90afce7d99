//! What a document came to: events, or the reason why there are none.

use extract::Dropped;
use ingest::Skip;
use std::fmt;
use types::{Coding, Event, Span, Status, Warning};

/// The result of coding a document.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Coded {
    /// Its events, in text order of their leading mention.
    pub events: Vec<Event>,
    /// What a user's dictionaries code, in their codes.
    pub codings: Vec<Coding>,
    /// What was odd.
    pub warnings: Vec<Warning>,
    /// Why there is no event; nothing where there is one.
    pub reason: Option<NoEvents>,
}

impl Coded {
    /// Keeps what has a status that is wanted.
    pub fn keep(&mut self, wanted: impl Fn(Status) -> bool) {
        let before = self.events.len() + self.codings.len();
        self.events.retain(|event| wanted(event.status));
        self.codings.retain(|coding| wanted(coding.status));
        if before > 0 && self.events.is_empty() && self.codings.is_empty() {
            self.reason = Some(NoEvents::OtherStatus);
        }
    }
}

/// The result of coding a document, and what it passed through.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Examined {
    /// The result.
    pub coded: Coded,
    /// The sentences that were read.
    pub sentences: Vec<Span>,
    /// The candidates that gave no event.
    pub dropped: Vec<Dropped>,
}

/// Why a document has no events.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoEvents {
    /// It was not worth reading.
    Skipped(Skip),
    /// It holds no sentence.
    NoSentence,
    /// No rule found its trigger in a fitting clause.
    NoTrigger,
    /// A phrase of a user's discard dictionary.
    Discarded,
    /// Its events have nobody with a code.
    NoActors,
    /// Its events have other statuses than those that are wanted.
    OtherStatus,
}

impl NoEvents {
    /// The short code of the reason.
    pub const fn code(&self) -> &'static str {
        match self {
            NoEvents::Skipped(skip) => skip.code(),
            NoEvents::NoSentence => "no-text",
            NoEvents::NoTrigger => "no-trigger",
            NoEvents::Discarded => "discarded",
            NoEvents::NoActors => "no-actors",
            NoEvents::OtherStatus => "other-status",
        }
    }
}

impl fmt::Display for NoEvents {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}
