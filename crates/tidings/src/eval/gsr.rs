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
//! The file's codes are read as meant: `JAP`, `ITL` and `VTN` are Japan, Italy and Vietnam, and `IGO`, with
//! which it codes every international body, is also met by `UNO` and `EUR`.

use super::bare::document;
use super::counts::Share;
use crate::Tidings;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use types::{Actor, Country, Date, Event, EventType, Span};

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
    let of_type = || found.iter().filter(|event| event.kind == sentence.kind);
    let (typed, triple) = (of_type().count() > 0, of_type().any(|event| covers(event, &sentence)));
    Finding { sentence, typed, triple, found }
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
