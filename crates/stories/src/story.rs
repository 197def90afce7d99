//! A group of articles, described.

use crate::article::{Article, Party};
use crate::hash;
use crate::ledger::{self, Line};
use crate::links::Link;
use crate::settings::Settings;
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

/// An article of a story, and which earlier articles it is most like.
#[derive(Debug, Clone, Copy)]
pub struct Member<'a> {
    /// The article.
    pub article: &'a Article,
    /// The ids of the others, and how alike both are.
    pub near: &'a [(String, f64)],
}

impl Story {
    /// The id of the story that begins with an article.
    pub fn id_of(first: &str) -> String {
        format!("st_{:016x}", hash::of(first.as_bytes()))
    }

    /// Of all its articles, in the order of day and id, and the links among their records, others being passed over.
    pub fn of(members: &[Member<'_>], links: &[&Link], settings: &Settings) -> Option<Self> {
        let articles: Vec<&Article> = members.iter().map(|member| member.article).collect();
        let typical = typical(members)?;
        Some(Self {
            id: Self::id_of(&articles.first()?.id),
            title: typical.title.clone(),
            titled: typical.id.clone(),
            span: span(&articles),
            articles: articles.iter().map(|article| article.id.clone()).collect(),
            outlets: outlets(&articles),
            participants: participants(&articles),
            ledger: ledger::lines(&articles, links, &settings.ledger),
        })
    }
}

/// The one most like all others; of several the earliest.
fn typical<'a>(members: &[Member<'a>]) -> Option<&'a Article> {
    let mut sums: BTreeMap<&str, f64> = members.iter().map(|member| (member.article.id.as_str(), 0.0)).collect();
    for member in members {
        for (other, likeness) in
            member.near.iter().filter(|(other, _)| sums.contains_key(other.as_str())).collect::<Vec<_>>()
        {
            for id in [other.as_str(), member.article.id.as_str()] {
                sums.entry(id).and_modify(|sum| *sum += likeness);
            }
        }
    }
    let scored = members.iter().rev().map(|member| (member.article, sums.get(member.article.id.as_str())));
    scored
        .max_by(|one, other| one.1.partial_cmp(&other.1).unwrap_or(std::cmp::Ordering::Equal))
        .map(|(article, _)| article)
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
