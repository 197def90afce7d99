//! What a document came to: events, or the reason why there are none.

use extract::Dropped;
use ingest::Skip;
use std::fmt;
use types::{Coding, Event, Span, Warning};

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
        }
    }
}

impl fmt::Display for NoEvents {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}
