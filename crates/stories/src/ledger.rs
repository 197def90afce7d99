//! What became of each event of a story: considered, planned, occurred or denied, by date and by source.

use crate::article::{Article, Report};
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

impl Line {
    /// Of the records of one event; nothing where there are none.
    pub(crate) fn of(told: &[(&Article, &Report)]) -> Option<Self> {
        let kind = told.first()?.1.kind;
        let entries: Vec<Entry> = told.iter().map(|(article, report)| entry(article, report)).collect();
        let contradictions = contradictions(&entries);
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

fn contradictions(entries: &[Entry]) -> Vec<Contradiction> {
    let told = entries.iter().filter(|entry| matches!(entry.status, Status::Occurred | Status::Historical));
    let denied = |says: &Entry| {
        let denied = entries.iter().filter(|entry| entry.status == Status::Denied);
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
