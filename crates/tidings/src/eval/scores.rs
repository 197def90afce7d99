//! The measures: precision and recall of mentions, and what is right about those that match.

use super::calibration::Calibration;
use super::counts::{Found, Share};
use super::fields::{Field, Reading, readings};
use super::gold::{Article, Mention};
use super::matching::{Matched, pair};
use super::trace::Trace;
use crate::wire::code;
use serde::Serialize;
use std::collections::BTreeMap;
use types::{EventType, Status};

/// All measures over a set of articles.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Scores {
    /// Articles.
    pub documents: usize,
    /// Mentions found with a defensible type.
    pub mention: Found,
    /// Those of them with exact actor countries, recipient countries and status.
    pub strict: Found,
    /// How sure predictions are, beside how often they are right in the strict sense.
    pub calibration: Calibration,
    /// What is right about matched mentions.
    pub fields: BTreeMap<Field, Share>,
    /// Mentions by gold type.
    pub by_type: BTreeMap<&'static str, Found>,
    /// Statuses taken for others, the most frequent first.
    pub confusions: Vec<Confusion>,
    /// Gold mentions that were not found.
    pub missed: Vec<Miss>,
    /// Predictions that answer no gold mention.
    pub spurious: Vec<Miss>,
    /// What is wrong about those that match.
    pub differences: Vec<Difference>,
}

/// One status taken for another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Confusion {
    /// What gold says.
    #[serde(with = "code")]
    pub gold: Status,
    /// What was predicted.
    #[serde(with = "code")]
    pub predicted: Status,
    /// How often.
    pub count: usize,
}

/// A mention that stands alone on its side.
#[derive(Debug, Clone, Serialize)]
pub struct Miss {
    /// The article.
    pub doc: String,
    /// The mention.
    #[serde(flatten)]
    pub mention: Mention,
}

/// A field that was read otherwise than gold has it.
#[derive(Debug, Clone, Serialize)]
pub struct Difference {
    /// The article.
    pub doc: String,
    /// The two values.
    #[serde(flatten)]
    pub reading: Reading,
    /// The mention as predicted.
    pub mention: Mention,
}

/// An article with the mentions predicted for it, all of them located, and what led to none.
#[derive(Debug)]
pub struct Case {
    /// The annotation.
    pub gold: Article,
    /// The prediction.
    pub predicted: Vec<Mention>,
    /// The way of the text through coding.
    pub trace: Trace,
}

/// Measures the predictions.
pub fn score(cases: &[Case]) -> Scores {
    let mut scores = Scores { documents: cases.len(), ..Scores::default() };
    let mut confusions = BTreeMap::new();
    for case in cases {
        let matched = pair(&case.gold.events, &case.predicted);
        scores.count(case, &matched);
        for (gold, predicted) in &matched.pairs {
            scores.compare(&case.gold.doc, gold, predicted);
            *confusions.entry((gold.status, predicted.status)).or_default() += 1;
        }
    }
    scores.confusions = ranked(confusions);
    scores
}

impl Scores {
    fn count(&mut self, case: &Case, matched: &Matched<'_>) {
        for found in [&mut self.mention, &mut self.strict] {
            found.gold += case.gold.events.len();
            found.predicted += case.predicted.len();
        }
        self.mention.right += matched.pairs.len();
        case.gold.events.iter().for_each(|m| self.of_type(m.kind).gold += 1);
        case.predicted.iter().for_each(|m| self.of_type(m.kind).predicted += 1);
        matched.pairs.iter().for_each(|(gold, _)| self.of_type(gold.kind).right += 1);
        matched.spurious.iter().for_each(|mention| self.calibrate(mention, false));
        let miss = |m: &&Mention| Miss { doc: case.gold.doc.clone(), mention: (*m).clone() };
        self.missed.extend(matched.missed.iter().map(miss));
        self.spurious.extend(matched.spurious.iter().map(miss));
    }

    fn calibrate(&mut self, predicted: &Mention, right: bool) {
        predicted.confidence.into_iter().for_each(|confidence| self.calibration.add(confidence, right));
    }

    fn of_type(&mut self, kind: EventType) -> &mut Found {
        self.by_type.entry(kind.as_str()).or_default()
    }

    fn compare(&mut self, doc: &str, gold: &Mention, predicted: &Mention) {
        let readings = readings(gold, predicted);
        let right = |field: Field| readings.iter().any(|r| r.field == field && r.right);
        let strict = [Field::Status, Field::Actor, Field::Recipient].into_iter().all(right);
        self.strict.right += usize::from(strict);
        self.calibrate(predicted, strict);
        for reading in readings {
            self.fields.entry(reading.field).or_default().add(reading.right);
            if !reading.right && !reading.field.is_part_of_another() {
                self.differences.push(Difference { doc: doc.to_owned(), reading, mention: predicted.clone() });
            }
        }
    }
}

fn ranked(counts: BTreeMap<(Status, Status), usize>) -> Vec<Confusion> {
    let confused = counts.into_iter().filter(|((gold, predicted), _)| gold != predicted);
    let mut all: Vec<_> = confused.map(|((gold, predicted), count)| Confusion { gold, predicted, count }).collect();
    all.sort_by_key(|c| std::cmp::Reverse(c.count));
    all
}
