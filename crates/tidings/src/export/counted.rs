//! A record and how often it was told: what every exporter takes.

use crate::wire::Record;

/// A record with its counts.
#[derive(Debug, Clone, PartialEq)]
pub struct Counted {
    /// The event.
    pub record: Record,
    /// The id of the first record that tells it.
    pub same_as: String,
    /// How often it was told.
    pub counts: Counts,
}

/// How often an event was told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counts {
    /// Sentences that tell it.
    pub mentions: usize,
    /// Outlets that do not copy from each other.
    pub sources: usize,
    /// Articles.
    pub articles: usize,
}

impl From<Record> for Counted {
    /// A record of one article, of one source.
    fn from(record: Record) -> Self {
        let counts = Counts { mentions: record.mentions.len() + 1, sources: 1, articles: 1 };
        Self { same_as: record.id.clone(), record, counts }
    }
}
