//! What speaks for and against two records telling one event.

use crate::article::{Article, Report};
use crate::background::Background;
use crate::phrase::Phrase;
use crate::settings::Settings;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fmt;
use types::{Date, EventType};

/// A clue: none depends on which articles came in, nor in which order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Clue {
    /// What always counts.
    Start,
    /// How well those who act agree.
    Who,
    /// How well those it is done to agree.
    Whom,
    /// Both name the same town.
    Town,
    /// What share of the days of either lies in both.
    Time,
    /// The same where a text tells the days, and tells them finely.
    Dated,
    /// The days that lie between them, as a share of those that may.
    Apart,
    /// Attacks of which no day is told, told on different days: they follow each other daily.
    Series,
    /// How many days are told.
    Wide,
    /// How alike the sentences are, besides the names of those who take part.
    Words,
    /// How much of the other names in the sentences both have.
    Names,
    /// Both count the same killed, injured or arrested.
    Toll,
    /// The later one counts fewer.
    Fewer,
    /// The same type.
    Type,
    /// The same mode.
    Mode,
    /// The same status.
    Status,
    /// How alike the articles are.
    Text,
}

impl fmt::Display for Clue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&format!("{self:?}").to_lowercase())
    }
}

/// The clues of a pair of records, each mostly from 0 to 1; those that are 0 are left out.
pub type Clues = BTreeMap<Clue, f64>;

/// What hard conditions found out.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Agreed {
    pub(crate) who: f64,
    pub(crate) whom: f64,
    pub(crate) spans: [Span; 2],
    pub(crate) text: f64,
}

/// The days of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Span {
    start: i32,
    end: i32,
    told: bool,
}

impl Span {
    /// The days of the act or, where none are told, that of the article.
    pub(crate) fn of(article: &Article, report: &Report) -> Option<Self> {
        let told = report.days.map(|(start, end)| (start.number(), end.number()));
        let published = article.published.map(Date::number).map(|day| (day, day));
        let (start, end) = told.or(published)?;
        Some(Self { start, end, told: told.is_some() })
    }

    /// The days between both.
    pub(crate) fn apart(self, other: Self) -> i32 {
        (self.start - other.end).max(other.start - self.end).max(0)
    }

    /// What share of the days of either lies in both.
    pub(crate) fn shared(self, other: Self) -> f64 {
        let both = (self.end.min(other.end) - self.start.max(other.start) + 1).max(0);
        f64::from(both) / self.either(other)
    }

    fn either(self, other: Self) -> f64 {
        f64::from((self.end.max(other.end) - self.start.min(other.start) + 1).max(1))
    }
}

/// Spans of up to so many days are told finely.
const FINE: f64 = 7.0;

/// All clues.
pub(crate) fn clues(
    earlier: &Report,
    later: &Report,
    agreed: Agreed,
    settings: &Settings,
    background: &Background,
) -> Clues {
    let [one, other] = Phrase::both(earlier, later, &settings.words, background);
    let mut clues = times(agreed.spans, is_attack(earlier, later), settings.link.days);
    clues.extend(sameness(earlier, later));
    clues.extend([
        (Clue::Start, 1.0),
        (Clue::Who, agreed.who),
        (Clue::Whom, agreed.whom),
        (Clue::Words, one.words(&other)),
        (Clue::Names, one.names(&other)),
        (Clue::Text, (2.0 * agreed.text).min(1.0)),
    ]);
    clues.into_iter().filter(|(_, value)| *value != 0.0).collect()
}

fn is_attack(one: &Report, other: &Report) -> bool {
    [one, other].iter().any(|report| report.kind == EventType::Assault)
}

fn times([one, other]: [Span; 2], attack: bool, days: i32) -> Vec<(Clue, f64)> {
    let (shared, either, told) = (one.shared(other), one.either(other), one.told || other.told);
    let apart = f64::from(one.apart(other)) / f64::from(days + 1);
    vec![
        (Clue::Time, shared),
        (Clue::Apart, apart),
        (Clue::Dated, if told && either <= FINE { shared } else { 0.0 }),
        (Clue::Series, f64::from(u8::from(attack && !told && apart > 0.0))),
        (Clue::Wide, if told { either.ln() / 365f64.ln() } else { 0.0 }),
    ]
}

fn sameness(earlier: &Report, later: &Report) -> Vec<(Clue, f64)> {
    let count = |is: bool| f64::from(u8::from(is));
    let tolls = tolls(earlier, later);
    vec![
        (Clue::Type, count(earlier.kind == later.kind)),
        (Clue::Mode, count(earlier.mode.is_some() && earlier.mode == later.mode)),
        (Clue::Status, count(earlier.status == later.status)),
        (Clue::Town, count(is_same_town(earlier, later))),
        (Clue::Toll, count(tolls.iter().any(|(one, other)| one == other))),
        (Clue::Fewer, count(tolls.iter().any(|(one, other)| one > other))),
    ]
}

fn is_same_town(one: &Report, other: &Report) -> bool {
    let both = one.place.as_ref().zip(other.place.as_ref());
    both.is_some_and(|(one, other)| one.name == other.name && one.precision == types::PlacePrecision::City)
}

/// What both count, side by side.
fn tolls(one: &Report, other: &Report) -> Vec<(u32, u32)> {
    let (one, other) = (one.toll, other.toll);
    let counts = [(one.killed, other.killed), (one.injured, other.injured), (one.arrested, other.arrested)];
    counts.into_iter().filter_map(|(one, other)| one.zip(other)).collect()
}
