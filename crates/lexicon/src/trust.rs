//! What makes a record more or less sure, as weights.

use crate::toml_file;
use crate::{DataFile, Problem};
use serde::Deserialize;

/// Weights of a logistic regression; what is not so counts nothing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Trust {
    /// What every record starts from.
    pub start: f32,
    /// The country of one side is known.
    pub one_side: f32,
    /// The countries of both sides are known.
    pub both_sides: f32,
    /// The trigger has several words.
    pub several_words: f32,
    /// The act is not told as a fact.
    pub no_fact: f32,
    /// No rule reads the word, only the judge.
    pub only_judged: f32,
    /// Times the probability that the judge gives the type.
    pub judged: f32,
    /// Somebody takes part only by implication.
    pub implicit: f32,
}

impl Trust {
    /// Reads `confidence.toml`.
    pub(crate) fn read(file: &DataFile<'_>, problems: &mut Vec<Problem>) -> Self {
        toml_file::read(file, problems).unwrap_or_default()
    }
}
