//! PLOVER's rules that make one type of a type and a status: a promise to aid is an agreement.
//!
//! The record never does so; formats without a status do, or a promise would count as the deed. Which make which stands in
//! `data/cameo/statuses.tsv`.

use crate::wire::Record;
use lexicon::Lexicon;
use types::{EventType, Mode};

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

/// Whether the record's type and status make a type together.
pub fn collapses(lexicon: &Lexicon, record: &Record) -> bool {
    lexicon.cameo.made_of(record.kind, record.status).is_some()
}

/// The record's type after these rules.
pub fn collapsed(lexicon: &Lexicon, record: &Record) -> Collapsed {
    let Record { kind, mode, quad, score, ref cameo, status, .. } = *record;
    match lexicon.cameo.made_of(kind, status) {
        None => Collapsed { kind, mode, quad, score, cameo: cameo.clone() },
        Some((kind, cameo)) => Collapsed {
            kind,
            mode: None,
            quad: lexicon.ontology.quad(kind).number(),
            score: lexicon.ontology.facts(kind, None).map_or(0.0, |facts| facts.score),
            cameo: cameo.to_owned(),
        },
    }
}

#[cfg(test)]
mod tests {
    use crate::builtin;
    use types::{EventType, Status};

    /// Every type with every status: these and no others make another type.
    #[test]
    fn promises_are_agreements_and_threats_are_threats() {
        let lexicon = builtin::lexicon().unwrap();
        let pairs = EventType::ALL.iter().flat_map(|kind| Status::ALL.iter().map(move |status| (*kind, *status)));
        let told = |(kind, status)| {
            let (becomes, code) = lexicon.cameo.made_of(kind, status)?;
            assert_eq!(lexicon.ontology.quad(becomes).number(), if code == "138" { 3 } else { 1 });
            assert!(lexicon.cameo.label(code).is_some(), "{code}");
            Some(format!("{status} {kind}: {becomes} {code}"))
        };
        let mut found: Vec<String> = pairs.filter_map(told).collect();
        found.sort();
        assert_eq!(
            found,
            [
                "hypothetical ASSAULT: THREATEN 138",
                "planned AID: AGREE 033",
                "planned CONCEDE: CONCEDE 035",
                "planned CONSULT: AGREE 036",
                "planned COOPERATE: AGREE 031",
                "planned RETREAT: CONCEDE 035",
                "planned SUPPORT: AGREE 032",
            ]
        );
    }

    #[test]
    fn every_code_has_a_label() {
        let lexicon = builtin::lexicon().unwrap();
        let with_modes = EventType::ALL.iter().flat_map(|kind| {
            let modes = types::Mode::ALL.iter().filter(|mode| lexicon.ontology.allows(*kind, **mode));
            std::iter::once((*kind, None)).chain(modes.map(move |mode| (*kind, Some(*mode)))).collect::<Vec<_>>()
        });
        for (kind, mode) in with_modes {
            let facts = lexicon.ontology.facts(kind, mode).unwrap();
            assert!(lexicon.cameo.label(&facts.cameo).is_some(), "{kind} {mode:?}: {}", facts.cameo);
        }
    }
}
