//! How likely a word expresses an event, as a model judges from its context.

use crate::{EventType, Mode, Status};

/// Probabilities over what a word may express; what is left of 1 over the types is that it expresses no event.
#[derive(Debug, Clone, PartialEq)]
pub struct Judgement {
    kinds: [f32; EventType::ALL.len()],
    statuses: [f32; Status::ALL.len()],
    mode: Option<Mode>,
}

impl Judgement {
    /// From the probability of each type and of each status, in the order of their lists, and the likeliest mode.
    pub fn new(kinds: [f32; EventType::ALL.len()], statuses: [f32; Status::ALL.len()], mode: Option<Mode>) -> Self {
        Self { kinds, statuses, mode }
    }

    /// The probability that the word expresses an event of this type.
    pub fn kind(&self, kind: EventType) -> f32 {
        self.kinds[kind as usize]
    }

    /// The probability that the word expresses no event.
    pub fn nothing(&self) -> f32 {
        1.0 - self.kinds.iter().sum::<f32>()
    }

    /// The likeliest type; the first of equal ones.
    pub fn likeliest(&self) -> EventType {
        let first_best =
            |best: EventType, &kind: &EventType| if self.kind(kind) > self.kind(best) { kind } else { best };
        EventType::ALL.iter().fold(EventType::ALL[0], first_best)
    }

    /// The probability of a status, if the word expresses an event.
    pub fn status(&self, status: Status) -> f32 {
        self.statuses[status as usize]
    }

    /// The likeliest mode, if any.
    pub fn mode(&self) -> Option<Mode> {
        self.mode
    }
}
