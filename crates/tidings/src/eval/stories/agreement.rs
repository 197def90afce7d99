//! How far two groupings of the same things agree.

use serde::Serialize;
use std::collections::HashMap;
use std::hash::Hash;

/// F1 over pairs and over things (B-cubed).
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Agreement {
    /// Of pairs in one group.
    pub pairs: f64,
    /// B-cubed.
    pub bcubed: f64,
    /// Its precision.
    pub precision: f64,
    /// Its recall.
    pub recall: f64,
    /// Groups found.
    pub groups: usize,
}

impl Agreement {
    /// Of the group that each thing is in and the one it was put into.
    pub fn of<G: Eq + Hash, F: Eq + Hash>(gold: &[G], found: &[F]) -> Self {
        let (wanted, made, both) = (sizes(gold.iter()), sizes(found.iter()), sizes(gold.iter().zip(found)));
        let squares = |whole: &dyn Fn(&(&G, &F)) -> f64| both.iter().map(|(key, n)| n * n / whole(key)).sum::<f64>();
        let all = gold.len().max(1) as f64;
        let precision = squares(&|(_, found)| made.get(found).copied().unwrap_or(1.0)) / all;
        let recall = squares(&|(gold, _)| wanted.get(gold).copied().unwrap_or(1.0)) / all;
        let right = pairs(both.values());
        let pairs = 2.0 * right / (pairs(made.values()) + pairs(wanted.values())).max(1.0);
        Self { pairs, bcubed: harmonic(precision, recall), precision, recall, groups: made.len() }
    }
}

fn sizes<K: Eq + Hash>(keys: impl Iterator<Item = K>) -> HashMap<K, f64> {
    let mut sizes = HashMap::new();
    keys.for_each(|key| *sizes.entry(key).or_insert(0.0) += 1.0);
    sizes
}

fn pairs<'a>(sizes: impl Iterator<Item = &'a f64>) -> f64 {
    sizes.map(|size| size * (size - 1.0) / 2.0).sum()
}

fn harmonic(one: f64, other: f64) -> f64 {
    if one + other > 0.0 { 2.0 * one * other / (one + other) } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(gold: &str, found: &str, pairs: f64, bcubed: f64) {
        let agreement = Agreement::of(gold.as_bytes(), found.as_bytes());
        assert!((agreement.pairs - pairs).abs() < 1e-3 && (agreement.bcubed - bcubed).abs() < 1e-3, "{agreement:?}");
    }

    #[test]
    fn groupings_agree() {
        check("aabb", "xxyy", 1.0, 1.0);
        check("aabb", "wxyz", 0.0, 0.667);
        check("aabb", "xxxx", 0.5, 0.667);
        check("aaab", "xxyy", 0.4, 0.706);
    }
}
