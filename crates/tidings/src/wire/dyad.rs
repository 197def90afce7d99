//! Events as pairs of actors in CAMEO's codes, as most event data has them.
//!
//! What a user's dictionaries code keeps their codes. What our own rules find is written in CAMEO: the nearest code
//! of type and mode, and of each participant country and sectors. Every actor makes a pair with every recipient; where
//! all take part alike, with each other. A status stands beside each: CAMEO has none, and codes a plan, a threat and a
//! deed alike only if whoever counts lets it.

use super::make::Maker;
use super::{Attribution, Detail, Document, Evidence, Place, ProducedBy, Time, code};
use lexicon::Lexicon;
use serde::Serialize;
use types::{Actor, Coding, Date, Event, Span, Status};

/// A source, a target and what the one does to the other.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Dyad {
    /// The article.
    pub document: Document,
    /// The first day of the act, else the day of publication.
    #[serde(with = "code::option")]
    pub date: Option<Date>,
    /// Who.
    pub source: Option<Party>,
    /// Whom.
    pub target: Option<Party>,
    /// What: CAMEO's code, or that of the user's dictionary.
    pub code: String,
    /// Whether it happened, as the text presents it.
    #[serde(with = "code")]
    pub status: Status,
    /// Where.
    pub place: Option<Place>,
    /// When, as far as the text says so.
    pub time: Time,
    /// On whose word, outermost first; empty for the author's own.
    pub attribution: Vec<Attribution>,
    /// The hedging words.
    pub hedge: Option<String>,
    /// The words that say so; `rule` is a rule of ours, or file and line of a dictionary.
    pub evidence: Evidence,
    /// What made it.
    pub produced_by: ProducedBy,
}

/// One side of a dyad.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Party {
    /// Its code, for example `USAGOV`; `---` stands for a country that is not known.
    pub code: String,
    /// The words; nothing for an implicit one.
    pub text: Option<String>,
    /// Their start.
    pub start: Option<usize>,
    /// Their end.
    pub end: Option<usize>,
}

/// The dyads of a document, in text order.
pub fn dyads(
    lexicon: &Lexicon,
    document: &types::Document,
    events: &[Event],
    codings: &[Coding],
    produced_by: &ProducedBy,
    detail: Detail,
) -> Vec<Dyad> {
    let maker = Maker::new(lexicon, document, produced_by, detail);
    let theirs = |event: &&Event| codings.iter().any(|c| c.evidence.trigger == event.evidence.trigger);
    let ours = events.iter().filter(|event| !theirs(event)).flat_map(|event| maker.dyads(event));
    let mut found: Vec<Dyad> = ours.chain(codings.iter().map(|coding| maker.dyad_of(coding))).collect();
    found.sort_by_key(|dyad| dyad.evidence.trigger.start);
    found
}

impl Maker<'_> {
    fn dyads(&self, event: &Event) -> Vec<Dyad> {
        let facts = self.lexicon.ontology.facts(event.kind, event.mode);
        let code = facts.map_or_else(String::new, |facts| facts.cameo.clone());
        let sides = |actors: &[Actor]| actors.iter().filter_map(|actor| self.party(actor)).collect::<Vec<_>>();
        let pairs = pairs(&sides(&event.actors), &sides(&event.recipients));
        pairs.into_iter().map(|(source, target)| self.dyad(event, &code, source, target)).collect()
    }

    fn party(&self, actor: &Actor) -> Option<Party> {
        let code = self.lexicon.cameo.actor_code(&actor.affiliation)?;
        Some(self.coded(code.to_string(), actor.span.filter(|_| !actor.implicit)))
    }

    fn coded(&self, code: String, words: Option<Span>) -> Party {
        let words = words.map(|span| self.words(span));
        let place = words.as_ref().map(|words| (words.start, words.end));
        Party { code, start: place.map(|p| p.0), end: place.map(|p| p.1), text: words.map(|words| words.text) }
    }

    fn dyad(&self, event: &Event, code: &str, source: Option<Party>, target: Option<Party>) -> Dyad {
        Dyad {
            document: self.document.into(),
            date: event.time.map(|time| time.days.start).or(self.document.published),
            source,
            target,
            code: code.to_owned(),
            status: event.status,
            place: event.place.as_ref().map(|place| self.place(place)),
            time: event.time.map(|time| self.time(time)).unwrap_or_default(),
            attribution: event.attribution.iter().map(|source| self.attribution(source)).collect(),
            hedge: event.hedge.map(|span| self.text(span)),
            evidence: self.evidence(&event.evidence),
            produced_by: self.produced_by.clone(),
        }
    }

    fn dyad_of(&self, coding: &Coding) -> Dyad {
        let side = |side: &types::Side| Some(self.coded(side.code.to_string(), side.span));
        Dyad {
            document: self.document.into(),
            date: coding.time.map(|time| time.days.start).or(self.document.published),
            source: side(&coding.source),
            target: side(&coding.target),
            code: coding.code.to_string(),
            status: coding.status,
            place: coding.place.as_ref().map(|place| self.place(place)),
            time: coding.time.map(|time| self.time(time)).unwrap_or_default(),
            attribution: coding.attribution.iter().map(|source| self.attribution(source)).collect(),
            hedge: coding.hedge.map(|span| self.text(span)),
            evidence: self.evidence(&coding.evidence),
            produced_by: self.produced_by.clone(),
        }
    }
}

type Pair<T> = (Option<T>, Option<T>);

/// Every actor with every recipient; actors without recipients with each other, or one with nobody.
pub(crate) fn pairs<T: Clone>(actors: &[T], recipients: &[T]) -> Vec<Pair<T>> {
    let some = |party: &T| Some(party.clone());
    match (actors, recipients) {
        ([], []) => vec![],
        ([one], []) => vec![(some(one), None)],
        ([], all) => all.iter().map(|target| (None, some(target))).collect(),
        (all, []) => {
            let with =
                |at: usize| all.iter().enumerate().filter(move |(other, _)| *other != at).map(|(_, party)| party);
            let pair = |(at, source)| with(at).map(move |target| (some(source), some(target)));
            all.iter().enumerate().flat_map(pair).collect()
        }
        (all, others) => all.iter().flat_map(|s| others.iter().map(move |t| (some(s), some(t)))).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(actors: &[&str], recipients: &[&str], want: &[&str]) {
        let party = |code: &&str| Party { code: (*code).to_owned(), text: None, start: None, end: None };
        let sides = [actors, recipients].map(|side| side.iter().map(party).collect::<Vec<_>>());
        let code = |party: Option<Party>| party.map_or_else(|| "-".to_owned(), |party| party.code);
        let got: Vec<String> = pairs(&sides[0], &sides[1]).into_iter().map(|(s, t)| code(s) + " " + &code(t)).collect();
        assert_eq!(got, want);
    }

    #[test]
    fn everybody_is_paired() {
        check(&[], &[], &[]);
        check(&["A"], &[], &["A -"]);
        check(&[], &["B", "C"], &["- B", "- C"]);
        check(&["A", "B"], &["C"], &["A C", "B C"]);
        check(&["A", "B", "C"], &[], &["A B", "A C", "B A", "B C", "C A", "C B"]);
    }
}
