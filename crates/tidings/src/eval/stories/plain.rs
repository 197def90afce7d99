//! Two plain methods that storylines are held against.

use super::Agreement;
use ::stories::{Article, Party};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Texts of one day whose first record with two countries has the same two; all others by themselves.
pub(super) fn dyads(articles: &[&Article]) -> Vec<usize> {
    let mut groups = HashMap::new();
    let group = |(number, article): (usize, &&Article)| match dyad(article) {
        Some(pair) => *groups.entry((article.published, pair)).or_insert(number),
        None => number,
    };
    articles.iter().enumerate().map(group).collect()
}

fn dyad(article: &Article) -> Option<[String; 2]> {
    let country = |side: &[Party]| side.iter().find_map(|party| Some(party.country?.to_string()));
    article.reports.iter().find_map(|report| {
        let mut pair = [country(&report.actors)?, country(&report.recipients)?];
        pair.sort();
        Some(pair)
    })
}

/// Texts chained by the cosine of their words, weighted by how few texts have them.
pub(super) fn words(articles: &[&Article], threshold: f64) -> Vec<usize> {
    chained(articles.len(), &Cosines::of(articles).pairs(LEAST), threshold)
}

/// The threshold that is best on these.
pub(super) fn threshold(gold: &[&str], articles: &[&Article]) -> f64 {
    let pairs = Cosines::of(articles).pairs(LEAST);
    let score = |threshold: f64| Agreement::of(gold, &chained(articles.len(), &pairs, threshold)).bcubed;
    let tried = (10..40).map(|step| f64::from(step) / 50.0).map(|threshold| (threshold, score(threshold)));
    tried.max_by(|one, other| one.1.total_cmp(&other.1)).map_or(1.0, |(threshold, _)| threshold)
}

/// The lowest threshold that is tried.
const LEAST: f64 = 0.2;

/// Two texts and how alike they are.
pub(super) type Pair = (usize, usize, f64);

/// Texts as weighted words of unit length, sorted by word.
pub(super) struct Cosines(Vec<Vec<(u64, f64)>>);

impl Cosines {
    /// Of the words of articles.
    pub(super) fn of(articles: &[&Article]) -> Self {
        Self::of_texts(&articles.iter().map(|article| article.text.as_str()).collect::<Vec<_>>())
    }

    /// Of the words of texts.
    pub(super) fn of_texts(texts: &[&str]) -> Self {
        Self(weighted(texts))
    }

    /// Of two of them.
    pub(super) fn between(&self, one: usize, other: usize) -> f64 {
        let Some((one, other)) = self.0.get(one).zip(self.0.get(other)) else { return 0.0 };
        let theirs = |word: &u64| other.binary_search_by_key(word, |(word, _)| *word).ok().and_then(|at| other.get(at));
        one.iter().filter_map(|(word, weight)| Some(weight * theirs(word)?.1)).sum()
    }

    /// All pairs at least so alike.
    pub(super) fn pairs(&self, least: f64) -> Vec<Pair> {
        let mut postings: HashMap<u64, Vec<(usize, f64)>> = HashMap::new();
        let mut pairs = Vec::new();
        for (number, weights) in self.0.iter().enumerate() {
            let mut sums: BTreeMap<usize, f64> = BTreeMap::new();
            for (word, weight) in weights {
                let posting = postings.entry(*word).or_default();
                posting.iter().for_each(|(other, theirs)| *sums.entry(*other).or_default() += weight * theirs);
                posting.push((number, *weight));
            }
            pairs.extend(sums.into_iter().filter(|(_, sum)| *sum >= least).map(|(other, sum)| (other, number, sum)));
        }
        pairs
    }
}

fn weighted(all: &[&str]) -> Vec<Vec<(u64, f64)>> {
    let mut numbers: HashMap<String, u64> = HashMap::new();
    let counted: Vec<BTreeMap<u64, f64>> = all.iter().map(|text| counted(text, &mut numbers)).collect();
    let mut texts: HashMap<u64, f64> = HashMap::new();
    counted.iter().flat_map(BTreeMap::keys).for_each(|word| *texts.entry(*word).or_default() += 1.0);
    let rarity = |word: &u64| (all.len() as f64 / texts.get(word).copied().unwrap_or(1.0)).ln();
    counted
        .iter()
        .map(|counts| unit(counts.iter().map(|(word, n)| (*word, (1.0 + n.ln()) * rarity(word))).collect()))
        .collect()
}

fn counted(text: &str, numbers: &mut HashMap<String, u64>) -> BTreeMap<u64, f64> {
    let mut counts = BTreeMap::new();
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 1) {
        let next = numbers.len() as u64;
        *counts.entry(*numbers.entry(word.to_lowercase()).or_insert(next)).or_insert(0.0) += 1.0;
    }
    counts
}

fn unit(mut weights: Vec<(u64, f64)>) -> Vec<(u64, f64)> {
    let length = weights.iter().map(|(_, weight)| weight * weight).sum::<f64>().sqrt().max(f64::MIN_POSITIVE);
    weights.iter_mut().for_each(|(_, weight)| *weight /= length);
    weights
}

fn chained(count: usize, pairs: &[Pair], threshold: f64) -> Vec<usize> {
    let mut next: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for (one, other, _) in pairs.iter().filter(|(.., alike)| *alike >= threshold) {
        next.entry(*one).or_default().insert(*other);
        next.entry(*other).or_default().insert(*one);
    }
    let mut group = vec![usize::MAX; count];
    for start in 0..count {
        spread(start, &next, &mut group);
    }
    group
}

fn spread(start: usize, next: &BTreeMap<usize, BTreeSet<usize>>, group: &mut [usize]) {
    let mut open = vec![start];
    while let Some(node) = open.pop() {
        if let Some(free) = group.get_mut(node).filter(|group| **group == usize::MAX) {
            *free = start;
            open.extend(next.get(&node).into_iter().flatten());
        }
    }
}
