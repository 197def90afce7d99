//! PLOVER's rules that make one type of a type and a status: a promise to aid is an agreement.
//!
//! The record never does so; formats without a status do, or a promise would count as the deed.

use crate::wire::Record;
use lexicon::Lexicon;
use types::{EventType, Mode, Status};

/// A type as formats without status have it.
#[derive(Debug, Clone, PartialEq)]
pub struct Collapsed {
    /// The type.
    pub kind: EventType,
    /// The mode; a type that was collapsed into has none.
    pub mode: Option<Mode>,
    /// The quadrant.
    pub quad: u8,
    /// The score.
    pub score: f32,
    /// The nearest CAMEO code.
    pub cameo: String,
}

/// The type that a type and a status make together, if PLOVER has one.
pub fn single_type(kind: EventType, status: Status) -> Option<EventType> {
    use EventType::{Agree, Aid, Assault, Concede, Consult, Cooperate, Retreat, Support, Threaten};
    match (kind, status) {
        (Consult | Support | Cooperate | Aid, Status::Planned) => Some(Agree),
        (Retreat | Concede, Status::Planned) => Some(Concede),
        (Assault, Status::Hypothetical) => Some(Threaten),
        _ => None,
    }
}

/// The record's type after these rules.
pub fn collapsed(lexicon: &Lexicon, record: &Record) -> Collapsed {
    let Record { kind, mode, quad, score, ref cameo, status, .. } = *record;
    match single_type(kind, status) {
        None => Collapsed { kind, mode, quad, score, cameo: cameo.clone() },
        Some(kind) => {
            let facts = lexicon.ontology.facts(kind, None);
            let quad = lexicon.ontology.quad(kind).number();
            let (score, cameo) = facts.map_or((0.0, String::new()), |facts| (facts.score, facts.cameo.clone()));
            Collapsed { kind, mode: None, quad, score, cameo }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(kind: EventType, status: Status, want: Option<EventType>) {
        assert_eq!(single_type(kind, status), want, "{status} {kind}");
    }

    #[test]
    fn promises_are_agreements() {
        check(EventType::Consult, Status::Planned, Some(EventType::Agree));
        check(EventType::Retreat, Status::Planned, Some(EventType::Concede));
        check(EventType::Assault, Status::Hypothetical, Some(EventType::Threaten));
        check(EventType::Assault, Status::Planned, None);
        check(EventType::Consult, Status::Occurred, None);
    }
}
