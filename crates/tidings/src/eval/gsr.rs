//! The gold standard records of 2016 that came with PLOVER's first draft: sentences with one event each.
//!
//! Two questions are asked of every sentence, whatever the status of the records found in it:
//!
//! * *type*: is the gold type, under its present name, among the records?
//! * *triple*: has one record of that type all gold source countries among its actors and all gold
//!   target countries among its recipients? Nothing more is asked: where gold names no source or no
//!   target, any will do. If all take part alike, which gold writes as several sources without a
//!   target and Tidings as several actors without a recipient, the two sides are held together.
//!
//! The gold records know no status: what is planned has another type there. So a planned record also counts with
//! the type that PLOVER's rules of the future give it (a planned visit or support is AGREE, a planned
//! retreat CONCEDE), and a hypothetical assault as THREATEN.
//!
//! The file's codes are read as meant: `JAP`, `ITL` and `VTN` are Japan, Italy and Vietnam, and `IGO`, with
//! which it codes every international body, is also met by `UNO` and `EUR`.

use super::bare::document;
use super::counts::Share;
use crate::Tidings;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use types::{Actor, Country, Date, Event, EventType, Span, Status};

/// A sentence with its event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// Its id.
    pub id: String,
    /// The words.
    pub text: String,
    /// Day of publication.
    pub published: Option<Date>,
    /// The type under its present name.
    pub kind: EventType,
    /// Codes of those who do it.
    pub sources: BTreeSet<String>,
    /// Codes of those it is done to.
    pub targets: BTreeSet<String>,
}

/// How many sentences were read right.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct GsrScores {
    /// With a record of the gold type.
    pub typed: Share,
    /// With a record of the gold type and all gold countries.
    pub triple: Share,
    /// The first, by gold type.
    pub by_type: BTreeMap<&'static str, Share>,
    /// The second, by gold type.
    pub triple_by_type: BTreeMap<&'static str, Share>,
}

#[derive(Deserialize)]
struct Shape {
    id: String,
    event: String,
    #[serde(default)]
    text: String,
    #[serde(default)]
    date: String,
    #[serde(default)]
    source: Side,
    #[serde(default)]
    target: Side,
}

/// A list of actors, or in a few records a stray string.
#[derive(Deserialize)]
#[serde(untagged)]
enum Side {
    Actors(Vec<CodedActor>),
    Stray(serde::de::IgnoredAny),
}

impl Default for Side {
    fn default() -> Self {
        Side::Actors(Vec::new())
    }
}

#[derive(Deserialize)]
struct CodedActor {
    code: String,
}

/// Reads the records; those that document the file itself are left out.
pub fn read(json: &str) -> Result<Vec<Sentence>, serde_json::Error> {
    let shapes: Vec<Shape> = serde_json::from_str(json)?;
    Ok(shapes.into_iter().filter_map(sentence).collect())
}

fn sentence(shape: Shape) -> Option<Sentence> {
    Some(Sentence {
        kind: present_name(&shape.event)?,
        id: shape.id,
        text: shape.text,
        published: shape.date.parse().ok(),
        sources: codes(shape.source),
        targets: codes(shape.target),
    })
}

fn present_name(name: &str) -> Option<EventType> {
    match name {
        "DEMAND" => Some(EventType::Request),
        "DISAPPROVE" | "INVESTIGATE" => Some(EventType::Accuse),
        "FIGHT" => Some(EventType::Assault),
        name => name.parse().ok(),
    }
}

fn codes(side: Side) -> BTreeSet<String> {
    match side {
        Side::Actors(actors) => actors.into_iter().map(|a| a.code).filter(|code| !code.is_empty()).collect(),
        Side::Stray(_) => BTreeSet::new(),
    }
}

/// What was found in a sentence.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// The sentence.
    pub sentence: Sentence,
    /// Whether a record has the gold type.
    pub typed: bool,
    /// Whether a record has it and all gold countries.
    pub triple: bool,
    /// All records.
    pub found: Vec<Event>,
}

/// Codes a sentence and looks for its event.
pub fn find(tidings: &Tidings, sentence: Sentence) -> Finding {
    let whole = Span::new(0, sentence.text.len());
    let found = tidings.code(&document(&sentence.id, &sentence.text, &[whole], sentence.published)).events;
    let of_type = || found.iter().filter(|event| [event.kind, without_status(event)].contains(&sentence.kind));
    let (typed, triple) = (of_type().count() > 0, of_type().any(|event| covers(event, &sentence)));
    Finding { sentence, typed, triple, found }
}

/// The type an event has where types carry the future themselves.
fn without_status(event: &Event) -> EventType {
    use EventType::{Agree, Aid, Assault, Concede, Consult, Cooperate, Retreat, Support, Threaten};
    match (event.status, event.kind) {
        (Status::Planned, Consult | Support | Cooperate | Aid) => Agree,
        (Status::Planned, Retreat) => Concede,
        (Status::Hypothetical, Assault) => Threaten,
        (_, kind) => kind,
    }
}

impl<'a> FromIterator<&'a Finding> for GsrScores {
    fn from_iter<I: IntoIterator<Item = &'a Finding>>(findings: I) -> Self {
        let mut scores = Self::default();
        for Finding { sentence, typed, triple, .. } in findings {
            let kind = sentence.kind.as_str();
            scores.typed.add(*typed);
            scores.triple.add(*triple);
            scores.by_type.entry(kind).or_default().add(*typed);
            scores.triple_by_type.entry(kind).or_default().add(*triple);
        }
        scores
    }
}

fn covers(event: &Event, sentence: &Sentence) -> bool {
    let actors = countries(&event.actors);
    let recipients = countries(&event.recipients);
    let apart = holds(&actors, &sentence.sources) && holds(&recipients, &sentence.targets);
    let alike = event.recipients.is_empty() || sentence.targets.is_empty() && sentence.sources.len() > 1;
    let all: BTreeSet<Country> = actors.union(&recipients).copied().collect();
    apart || alike && holds(&all, &sentence.sources) && holds(&all, &sentence.targets)
}

fn countries(side: &[Actor]) -> BTreeSet<Country> {
    side.iter().filter_map(|actor| actor.affiliation.country).collect()
}

fn holds(found: &BTreeSet<Country>, wanted: &BTreeSet<String>) -> bool {
    wanted.iter().all(|code| found.iter().any(|country| same(code, country.as_str())))
}

fn same(gold: &str, found: &str) -> bool {
    match gold {
        "IGO" => matches!(found, "IGO" | "UNO" | "EUR"),
        "ITL" => found == "ITA",
        "JAP" => found == "JPN",
        "VTN" => found == "VNM",
        gold => found == gold,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use types::{Affiliation, Confidence, Evidence, Magnitude};

    const RECORDS: &str = r#"[
        {"id": "0", "event": "DOCUMENT", "eventText": "about this file"},
        {"id": "1", "event": "DEMAND", "text": "Japan urged the EU.", "date": "2001-02-03",
         "source": [{"actorText": "Japan", "code": "JAP"}], "target": [{"actorText": "EU", "code": "IGO"}]},
        {"id": "2", "event": "CONSULT", "text": "Chad and Niger met.", "target": "",
         "source": [{"code": "TCD"}, {"code": "NER"}]},
        {"id": "3", "event": "FIGHT", "text": "Shots were fired.", "source": null}
    ]"#;

    #[test]
    fn records_of_every_shape_are_read() {
        let read = read(RECORDS).unwrap();
        let kinds: Vec<_> = read.iter().map(|s| (s.id.as_str(), s.kind, s.sources.len(), s.targets.len())).collect();
        assert_eq!(
            kinds,
            [("1", EventType::Request, 1, 1), ("2", EventType::Consult, 2, 0), ("3", EventType::Assault, 0, 0)]
        );
    }

    fn side(codes: &str) -> Vec<Actor> {
        let actor = |code: &str| Actor {
            span: None,
            affiliation: Affiliation { country: code.parse().ok(), ..Affiliation::default() },
            implicit: false,
        };
        codes.split_whitespace().map(actor).collect()
    }

    fn event(kind: EventType, status: Status, actors: &str, recipients: &str) -> Event {
        let nowhere = Span::default();
        let evidence =
            Evidence { sentence: nowhere, trigger: nowhere, status_cue: None, rule: String::new(), path: Vec::new() };
        Event {
            kind,
            mode: None,
            contexts: Vec::new(),
            status,
            actors: side(actors),
            recipients: side(recipients),
            place: None,
            time: None,
            magnitude: Magnitude::default(),
            attribution: Vec::new(),
            hedge: None,
            evidence,
            mentions: Vec::new(),
            confidence: Confidence::new(1.0),
        }
    }

    #[track_caller]
    fn check(sentence: usize, actors: &str, recipients: &str, want: bool) {
        let sentence = &read(RECORDS).unwrap()[sentence];
        let event = event(sentence.kind, Status::Occurred, actors, recipients);
        assert_eq!(covers(&event, sentence), want, "{sentence:?} by {actors:?} on {recipients:?}");
    }

    #[test]
    fn countries_are_held_side_by_side_or_together() {
        check(0, "JPN", "EUR", true);
        check(0, "JPN CHN", "UNO USA", true);
        check(0, "EUR", "JPN", false);
        check(0, "JPN", "CHN", false);
        check(0, "JPN EUR", "", true);
        check(1, "TCD NER", "", true);
        check(1, "NER", "TCD", true);
        check(1, "TCD", "FRA", false);
        check(2, "", "", true);
    }

    #[test]
    fn a_plan_counts_as_what_the_future_makes_of_it() {
        use EventType::{Agree, Assault, Concede, Retreat, Support, Threaten};
        for (kind, status, want) in [
            (Support, Status::Planned, Agree),
            (Support, Status::Considered, Support),
            (Retreat, Status::Planned, Concede),
            (Assault, Status::Hypothetical, Threaten),
            (Assault, Status::Planned, Assault),
        ] {
            assert_eq!(without_status(&event(kind, status, "", "")), want);
        }
    }
}
