//! Which texts may share much of their wording: MinHash signatures, cut into bands.
//!
//! Two texts of which a share `s` of runs is in common have a band in common with probability `1 - (1 - s^4)^16`: 0.89 at
//! 0.6, above 0.99 from 0.75. What is found is then compared run by run.

use crate::hash;
use crate::words;
use std::collections::BTreeSet;

const BANDS: u64 = 16;
const ROWS: u64 = 4;

/// The runs of words of a text.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Runs(BTreeSet<u64>);

impl Runs {
    /// Of so many words each; a shorter text is one run.
    pub(crate) fn of(text: &str, length: usize) -> Self {
        let lower: Vec<String> = words::plain(text).map(str::to_lowercase).collect();
        let length = length.clamp(1, lower.len().max(1));
        Self(lower.windows(length).map(|run| hash::of(run.join(" ").as_bytes())).collect())
    }

    /// The share of runs in common, of all that either has.
    pub(crate) fn share(&self, other: &Runs) -> f64 {
        let common = self.0.intersection(&other.0).count();
        let all = self.0.len() + other.0.len() - common;
        if all == 0 { 0.0 } else { common as f64 / all as f64 }
    }

    /// The bands of its signature. Texts with none in common are not alike.
    pub(crate) fn bands(&self) -> Vec<u64> {
        if self.0.is_empty() { Vec::new() } else { (0..BANDS).map(|band| self.band(band)).collect() }
    }

    fn band(&self, band: u64) -> u64 {
        let rows = (band * ROWS..(band + 1) * ROWS).map(|row| self.least(row));
        rows.fold(hash::stirred(band + 1), |sum, row| hash::stirred(sum ^ row))
    }

    fn least(&self, row: u64) -> u64 {
        let seed = hash::stirred(row.wrapping_add(0x9e37_79b9));
        self.0.iter().map(|run| hash::stirred(run ^ seed)).min().unwrap_or_default()
    }
}
