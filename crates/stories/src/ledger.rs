//! What became of each event of a story: considered, planned, occurred or denied, by date and by source.

use crate::article::{Article, Report};
use crate::connected::{Edges, connected};
use crate::links::Link;
use std::collections::{BTreeMap, BTreeSet};
use types::{Date, EventType, Status};

/// One event and all that was told of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// Its type, as told first.
    pub kind: EventType,
    /// What was told, the earliest first.
    pub entries: Vec<Entry>,
    /// Who says what another denies.
    pub contradictions: Vec<Contradiction>,
}

/// One record of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Day of the article.
    pub date: Option<Date>,
    /// Whether it happened, as told there.
    pub status: Status,
    /// On whose word: the source that the text names, else the outlet.
    pub source: Option<String>,
    /// The article.
    pub article: String,
    /// The record.
    pub report: String,
    /// The sentence.
    pub sentence: String,
}

/// Two records of one event of which one says it happened and the other denies it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contradiction {
    /// The record that says so.
    pub says: String,
    /// The record that denies it.
    pub denies: String,
    /// Both in words.
    pub reason: String,
}

/// The events of articles: records that are linked, and each of the others by itself.
pub(crate) fn lines(articles: &[&Article], links: &[&Link]) -> Vec<Line> {
    let told: Vec<(&Article, &Report)> = articles.iter().flat_map(|article| reports(article)).collect();
    let numbered = told.iter().enumerate().map(|(number, (_, report))| (report.id.as_str(), number));
    let numbers: BTreeMap<&str, usize> = numbered.collect();
    let linked: Linked<'_> = links.iter().map(|link| (link.earlier.as_str(), link.later.as_str())).collect();
    let mut edges: Edges = (0..told.len()).map(|number| (number, BTreeSet::new())).collect();
    for link in links {
        if let Some((one, other)) = numbers.get(link.earlier.as_str()).zip(numbers.get(link.later.as_str())) {
            edges.entry(*one).or_default().insert(*other);
            edges.entry(*other).or_default().insert(*one);
        }
    }
    let of =
        |numbers: Vec<usize>| numbers.into_iter().filter_map(|number| told.get(number).copied()).collect::<Vec<_>>();
    connected(&edges).into_iter().filter_map(|numbers| Line::of(&of(numbers), &linked)).collect()
}

/// Records that are linked themselves, not over others.
type Linked<'a> = BTreeSet<(&'a str, &'a str)>;

fn reports(article: &Article) -> impl Iterator<Item = (&Article, &Report)> {
    article.reports.iter().map(move |report| (article, report))
}

impl Line {
    /// Of the records of one event; nothing where there are none.
    fn of(told: &[(&Article, &Report)], linked: &Linked<'_>) -> Option<Self> {
        let kind = told.first()?.1.kind;
        let entries: Vec<Entry> = told.iter().map(|(article, report)| entry(article, report)).collect();
        let contradictions = contradictions(&entries, linked);
        Some(Self { kind, entries, contradictions })
    }
}

fn entry(article: &Article, report: &Report) -> Entry {
    Entry {
        date: article.published,
        status: report.status,
        source: report.source.clone().or_else(|| article.outlet.clone()),
        article: article.id.clone(),
        report: report.id.clone(),
        sentence: report.sentence.clone(),
    }
}

/// Of records that are linked themselves: what hangs together over others drifts from one act of a series to the next.
fn contradictions(entries: &[Entry], linked: &Linked<'_>) -> Vec<Contradiction> {
    let are_linked = |one: &Entry, other: &Entry| {
        let (one, other) = (one.report.as_str(), other.report.as_str());
        linked.contains(&(one, other)) || linked.contains(&(other, one))
    };
    let told = entries.iter().filter(|entry| matches!(entry.status, Status::Occurred | Status::Historical));
    let denied = |says: &Entry| {
        let denied = entries.iter().filter(|entry| entry.status == Status::Denied && are_linked(says, entry));
        denied.map(|denies| contradiction(says, denies)).collect::<Vec<_>>()
    };
    told.flat_map(denied).collect()
}

fn contradiction(says: &Entry, denies: &Entry) -> Contradiction {
    let name = |entry: &Entry| entry.source.clone().unwrap_or_else(|| entry.article.clone());
    Contradiction {
        says: says.report.clone(),
        denies: denies.report.clone(),
        reason: format!("{} says, {} denies", name(says), name(denies)),
    }
}
