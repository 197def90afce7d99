//! A group of articles, described.

use crate::article::{Article, Party};
use crate::hash;
use crate::ledger::Line;
use std::collections::BTreeMap;
use types::Date;

/// Articles that belong together.
#[derive(Debug, Clone, PartialEq)]
pub struct Story {
    /// Its id: that of another story once its first article is another.
    pub id: String,
    /// The headline, or first sentence, of the article that is most like all others.
    pub title: String,
    /// The article that the title is of.
    pub titled: String,
    /// Days of its first and last article.
    pub span: Option<(Date, Date)>,
    /// Ids of its articles, the earliest first.
    pub articles: Vec<String>,
    /// By how many outlets they were published.
    pub outlets: usize,
    /// Who takes part, most often first.
    pub participants: Vec<Participant>,
    /// Its events, each with what became of it.
    pub ledger: Vec<Line>,
}

/// Somebody who takes part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Participant {
    /// Who.
    pub party: Party,
    /// In how many records.
    pub reports: usize,
}

impl Story {
    /// Of articles in canonical order, the most typical of them and their events.
    pub(crate) fn of(articles: &[&Article], typical: &Article, ledger: Vec<Line>) -> Self {
        Self {
            id: articles.first().map(|first| id(first)).unwrap_or_default(),
            title: typical.title.clone(),
            titled: typical.id.clone(),
            span: span(articles),
            articles: articles.iter().map(|article| article.id.clone()).collect(),
            outlets: outlets(articles),
            participants: participants(articles),
            ledger,
        }
    }
}

fn id(first: &Article) -> String {
    format!("st_{:016x}", hash::of(first.id.as_bytes()))
}

fn span(articles: &[&Article]) -> Option<(Date, Date)> {
    let days = || articles.iter().filter_map(|article| article.published);
    days().min().zip(days().max())
}

/// The outlets of articles; those that name none count as one.
pub(crate) fn outlets(articles: &[&Article]) -> usize {
    articles.iter().map(|article| &article.outlet).collect::<std::collections::BTreeSet<_>>().len()
}

fn participants(articles: &[&Article]) -> Vec<Participant> {
    let mut counts: BTreeMap<&Party, usize> = BTreeMap::new();
    let reports = articles.iter().flat_map(|article| &article.reports);
    for party in reports.flat_map(|report| report.actors.iter().chain(&report.recipients)) {
        *counts.entry(party).or_insert(0) += 1;
    }
    let mut sorted: Vec<_> = counts.into_iter().collect();
    sorted.sort_by(|one, other| other.1.cmp(&one.1).then(one.0.cmp(other.0)));
    sorted.into_iter().map(|(party, reports)| Participant { party: party.clone(), reports }).collect()
}
