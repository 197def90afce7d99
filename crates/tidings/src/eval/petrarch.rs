//! PETRARCH's validation records: is each sentence coded exactly as they say, whatever the status of what is told?
//!
//! A record is right if the set of (source, target, event) triples is the expected one, no more and no less. Some
//! records test how the old program was built rather than what a sentence says; [`left_out`] lists them with the
//! reason. They are counted apart.

pub mod records;

use super::bare::document;
use super::counts::Share;
use crate::Tidings;
use extract::Codings;
use lexicon::petrarch::{Codebook, Scope};
use records::{Expected, Record, Triple};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use types::{Coding, Span};

/// Why a record is not counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LeftOut {
    /// The record.
    pub id: &'static str,
    /// The reason.
    pub why: &'static str,
}

/// The records that are left out, in the order of the file.
pub fn left_out() -> impl Iterator<Item = LeftOut> {
    let rows = include_str!("petrarch/left-out.tsv").lines().filter(|line| !line.starts_with('#'));
    rows.filter_map(|row| row.split_once('\t')).map(|(id, why)| LeftOut { id, why })
}

/// A record and what it came to.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// The record.
    pub record: Record,
    /// What was coded.
    pub found: Codings,
    /// Whether that is what is expected.
    pub right: bool,
    /// Why it is not counted, if it is not.
    pub left_out: Option<&'static str>,
}

/// How many records were coded exactly.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct PetrarchScores {
    /// Without those left out.
    pub counted: Share,
    /// Of those left out.
    pub left_out: Share,
    /// Of all.
    pub all: Share,
    /// The first, by category.
    pub by_category: BTreeMap<String, Share>,
}

/// Codes a record by some dictionaries.
pub fn find(tidings: &Tidings, book: &Codebook, record: Record) -> Finding {
    let text = &record.text;
    let document = document(&record.id, text, &[Span::new(0, text.len())], record.published);
    let found = tidings.codings(book, &document);
    let right = is_right(&record.expected, &found);
    let left_out = left_out().find(|row| row.id == record.id).map(|row| row.why);
    Finding { right, left_out, found, record }
}

fn is_right(expected: &Expected, found: &Codings) -> bool {
    match expected {
        Expected::Events(events) => found.discarded.is_none() && *events == triples(&found.codings),
        Expected::SentenceDiscarded => found.discarded == Some(Scope::Sentence),
        Expected::StoryDiscarded => found.discarded == Some(Scope::Story),
        Expected::Error(_) => false,
    }
}

/// Source, target and event of each.
pub fn triples(codings: &[Coding]) -> BTreeSet<Triple> {
    codings.iter().map(|c| (c.source.code.to_string(), c.target.code.to_string(), c.code.to_string())).collect()
}

impl<'a> FromIterator<&'a Finding> for PetrarchScores {
    fn from_iter<I: IntoIterator<Item = &'a Finding>>(findings: I) -> Self {
        let mut scores = Self::default();
        for finding in findings {
            scores.all.add(finding.right);
            if finding.left_out.is_some() {
                scores.left_out.add(finding.right);
            } else {
                scores.counted.add(finding.right);
                scores.by_category.entry(finding.record.category.clone()).or_default().add(finding.right);
            }
        }
        scores
    }
}
