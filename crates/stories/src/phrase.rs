//! What two sentences have in common besides who takes part.

use crate::article::Report;
use crate::background::Background;
use crate::settings::WordSettings;
use crate::words::{self, NAME, Words};
use std::collections::BTreeMap;

/// A sentence as weighted words and names, without the parties' own.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Phrase {
    words: Words,
    names: BTreeMap<String, f64>,
}

impl Phrase {
    /// The sentences of two records, both without the parties of both.
    pub(crate) fn both(one: &Report, other: &Report, settings: &WordSettings, background: &Background) -> [Self; 2] {
        let parties: Vec<String> = [one, other].into_iter().flat_map(|report| names(report, settings)).collect();
        [one, other].map(|report| Self::of(&report.sentence, &parties, settings, background))
    }

    fn of(sentence: &str, parties: &[String], settings: &WordSettings, background: &Background) -> Self {
        let counted = words::counted(sentence, settings);
        let others = counted.into_iter().filter(|(term, _)| !is_of(term, parties));
        let others: Vec<(String, u32)> = others.collect();
        let names = others.iter().map(|(term, _)| term).filter(|term| term.starts_with(NAME));
        Self {
            names: names.map(|term| (term.clone(), background.rarity(term))).collect(),
            words: Words::weighted(others.into_iter(), settings, background),
        }
    }

    /// How alike the words are, from 0 to 1.
    pub(crate) fn words(&self, other: &Self) -> f64 {
        self.words.likeness(&other.words)
    }

    /// How much of the names both have, rare ones counting more, from 0 to 1.
    pub(crate) fn names(&self, other: &Self) -> f64 {
        let shared: f64 = self.names.iter().filter(|(name, _)| other.names.contains_key(*name)).map(|(_, w)| w).sum();
        let all = self.names.values().sum::<f64>() + other.names.values().sum::<f64>() - shared;
        if all > 0.0 { shared / all } else { 0.0 }
    }
}

fn is_of(term: &str, parties: &[String]) -> bool {
    let word = term.trim_start_matches(NAME);
    parties.iter().any(|party| word.starts_with(party.as_str()))
}

/// The words that the names of participants begin with, so that adjectives of them count as theirs too.
fn names<'a>(report: &'a Report, settings: &'a WordSettings) -> impl Iterator<Item = String> + 'a {
    let names = report.actors.iter().chain(&report.recipients).filter_map(|party| party.name.as_deref());
    let words = names.flat_map(words::plain).map(str::to_lowercase);
    let stems = words.map(|word| words::stem(&word, settings).to_owned());
    stems.filter(|stem| stem.chars().count() >= settings.stem)
}
