//! What coding a text passed through, so that a missing record can be explained: the sentences that were read, and the
//! candidates that gave no record.

use super::gold::Stretch;
use crate::Examined;
use crate::wire::Offsets;
use extract::Fate;
use types::{EventType, Span};

/// The trace of one text.
#[derive(Debug, Clone, Default)]
pub struct Trace {
    /// The sentences.
    pub sentences: Vec<Stretch>,
    /// The candidates.
    pub dropped: Vec<Candidate>,
}

/// A rule's words that gave no record.
#[derive(Debug, Clone)]
pub struct Candidate {
    /// The words' place.
    pub trigger: Stretch,
    /// The rule.
    pub rule: String,
    /// The type it would have given.
    pub kind: EventType,
    /// How far it came.
    pub fate: Fate,
}

impl Trace {
    /// The trace of a coded text.
    pub fn new(text: &str, examined: &Examined) -> Self {
        let offsets = Offsets::new(text);
        let stretch = |span: Span| offsets.slice(span).stretch();
        let dropped = examined.dropped.iter().map(|dropped| Candidate {
            trigger: stretch(dropped.trigger),
            rule: dropped.rule.clone(),
            kind: dropped.kind,
            fate: dropped.fate,
        });
        Self { dropped: dropped.collect(), sentences: examined.sentences.iter().copied().map(stretch).collect() }
    }
}
