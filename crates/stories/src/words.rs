//! The weighted words of a text.

use crate::article::{Article, Party};
use crate::background::Background;
use crate::hash;
use crate::settings::WordSettings;
use std::collections::BTreeMap;

/// A text as weighted words: unit length, sorted by word.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Words {
    /// Hash and weight of each.
    pub(crate) weights: Vec<(u64, f64)>,
    /// The hashes of the heaviest, by which the text is found.
    pub(crate) keys: Vec<u64>,
}

impl Words {
    /// Of an article; a word that stands often counts more, but not as often as it stands.
    pub(crate) fn of(article: &Article, settings: &WordSettings, background: &Background) -> Self {
        let terms = counted(&article.text, settings).into_iter().chain(parties(article));
        Self::weighted(terms, settings, background)
    }

    /// Of terms that were counted.
    pub(crate) fn weighted(
        terms: impl Iterator<Item = (String, u32)>,
        settings: &WordSettings,
        background: &Background,
    ) -> Self {
        let mut weights: Vec<(u64, f64)> = terms
            .map(|(term, count)| (hash::of(term.as_bytes()), weight(&term, count, settings, background)))
            .filter(|(_, weight)| *weight > 0.0)
            .collect();
        weights.sort_by_key(|(word, _)| *word);
        let length = weights.iter().map(|(_, weight)| weight * weight).sum::<f64>().sqrt();
        weights.iter_mut().for_each(|(_, weight)| *weight /= length);
        Self { keys: heaviest(&weights, settings.keys), weights }
    }

    /// The cosine of the angle between two texts.
    pub(crate) fn likeness(&self, other: &Words) -> f64 {
        let (mut ours, mut theirs) = (self.weights.iter().peekable(), other.weights.iter().peekable());
        let mut sum = 0.0;
        while let (Some((one, x)), Some((two, y))) = (ours.peek(), theirs.peek()) {
            match one.cmp(two) {
                std::cmp::Ordering::Less => _ = ours.next(),
                std::cmp::Ordering::Greater => _ = theirs.next(),
                std::cmp::Ordering::Equal => {
                    sum += x * y;
                    _ = (ours.next(), theirs.next());
                }
            }
        }
        sum
    }
}

/// The words of a text as they stand, without marks around them.
pub(crate) fn plain(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '-')
        .map(|word| word.trim_matches('-'))
        .filter(|word| word.len() > 1)
}

/// Names are told from words of the same letters by a mark before them, and so are participants.
pub(crate) const NAME: char = '^';
const PARTY: char = '@';

/// The words of a text, stems and names apart.
pub(crate) fn counted(text: &str, settings: &WordSettings) -> BTreeMap<String, u32> {
    let mut counts = BTreeMap::new();
    for (index, word) in plain(text).enumerate() {
        let lower = word.to_lowercase();
        if index > 0 && word.starts_with(char::is_uppercase) {
            *counts.entry(format!("{NAME}{lower}")).or_insert(0) += 1;
        }
        *counts.entry(stem(&lower, settings).to_owned()).or_insert(0) += 1;
    }
    counts
}

/// Who takes part, by country and by country and sector.
fn parties(article: &Article) -> BTreeMap<String, u32> {
    let mut counts = BTreeMap::new();
    let sides = article.reports.iter().flat_map(|report| report.actors.iter().chain(&report.recipients));
    for term in sides.flat_map(codes) {
        *counts.entry(term).or_insert(0) += 1;
    }
    counts
}

fn codes(party: &Party) -> impl Iterator<Item = String> {
    let country = party.country.map(|country| format!("{PARTY}{country}"));
    let both = party.country.zip(party.sector).map(|(country, sector)| format!("{PARTY}{country}.{sector}"));
    country.into_iter().chain(both)
}

/// A word without its ending.
pub(crate) fn stem<'a>(word: &'a str, settings: &WordSettings) -> &'a str {
    let cut = settings.endings.iter().filter_map(|ending| word.strip_suffix(ending.as_str()));
    cut.into_iter().find(|stem| stem.chars().count() >= settings.stem).unwrap_or(word)
}

fn weight(term: &str, count: u32, settings: &WordSettings, background: &Background) -> f64 {
    let share = match term.chars().next() {
        Some(NAME) => settings.name,
        Some(PARTY) => settings.party,
        _ => 1.0,
    };
    share * background.rarity(term) * (1.0 + f64::from(count).ln())
}

fn heaviest(weights: &[(u64, f64)], most: usize) -> Vec<u64> {
    let mut order: Vec<_> = weights.to_vec();
    order.sort_by(|one, two| two.1.total_cmp(&one.1).then(one.0.cmp(&two.0)));
    order.into_iter().take(most).map(|(word, _)| word).collect()
}
