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
    /// B-cubed F1 over the things alone whose gold group has others.
    pub several: f64,
    /// Groups found.
    pub groups: usize,
}

impl Agreement {
    /// Of the group that each thing is in and the one it was put into.
    pub fn of<G: Eq + Hash, F: Eq + Hash>(gold: &[G], found: &[F]) -> Self {
        let (wanted, made, both) = (sizes(gold.iter()), sizes(found.iter()), sizes(gold.iter().zip(found)));
        let cells: Vec<Cell> =
            both.iter().map(|((gold, found), n)| Cell::of(*n, made.get(found), wanted.get(gold))).collect();
        let (precision, recall) = bcubed(cells.iter());
        let several = bcubed(cells.iter().filter(|cell| cell.wanted > 1.0));
        let right = pairs(both.values());
        Self {
            pairs: 2.0 * right / (pairs(made.values()) + pairs(wanted.values())).max(1.0),
            bcubed: harmonic(precision, recall),
            precision,
            recall,
            several: harmonic(several.0, several.1),
            groups: made.len(),
        }
    }
}

/// Things of one gold group that were put into one group, with the sizes of both.
struct Cell {
    both: f64,
    made: f64,
    wanted: f64,
}

impl Cell {
    fn of(both: f64, made: Option<&f64>, wanted: Option<&f64>) -> Self {
        Self { both, made: made.copied().unwrap_or(1.0), wanted: wanted.copied().unwrap_or(1.0) }
    }
}

/// Precision and recall.
fn bcubed<'a>(cells: impl Iterator<Item = &'a Cell>) -> (f64, f64) {
    let (precision, recall, all) = cells.fold((0.0, 0.0, 0.0), |(precision, recall, all), cell| {
        let squared = cell.both * cell.both;
        (precision + squared / cell.made, recall + squared / cell.wanted, all + cell.both)
    });
    (precision / f64::max(all, 1.0), recall / f64::max(all, 1.0))
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

    fn check(gold: &str, found: &str, expected: [f64; 3]) {
        let agreement = Agreement::of(gold.as_bytes(), found.as_bytes());
        let told = [agreement.pairs, agreement.bcubed, agreement.several];
        assert!(told.iter().zip(expected).all(|(told, expected)| (told - expected).abs() < 1e-3), "{agreement:?}");
    }

    #[test]
    fn groupings_agree() {
        check("aabb", "xxyy", [1.0, 1.0, 1.0]);
        check("aabb", "wxyz", [0.0, 0.667, 0.667]);
        check("aabb", "xxxx", [0.5, 0.667, 0.667]);
        check("aaab", "xxyy", [0.4, 0.706, 0.667]);
        check("abc", "xyz", [0.0, 1.0, 0.0]);
    }
}
