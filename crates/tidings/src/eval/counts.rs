//! Counts and the shares they make.

use serde::{Serialize, Serializer};

/// Counts behind precision and recall.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Found {
    /// Right ones.
    pub right: usize,
    /// In the gold data.
    pub gold: usize,
    /// Predicted.
    pub predicted: usize,
}

impl Found {
    /// Share of the predicted that is right.
    pub fn precision(self) -> f64 {
        ratio(self.right, self.predicted)
    }

    /// Share of the gold that is found.
    pub fn recall(self) -> f64 {
        ratio(self.right, self.gold)
    }

    /// Harmonic mean of the two.
    pub fn f1(self) -> f64 {
        harmonic_mean(self.precision(), self.recall())
    }
}

/// Nothing of nothing is nothing.
pub(in crate::eval) fn harmonic_mean(a: f64, b: f64) -> f64 {
    if a + b > 0.0 { 2.0 * a * b / (a + b) } else { 0.0 }
}

impl Serialize for Found {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Shape {
            precision: f64,
            recall: f64,
            f1: f64,
            right: usize,
            gold: usize,
            predicted: usize,
        }
        let Found { right, gold, predicted } = *self;
        Shape { precision: self.precision(), recall: self.recall(), f1: self.f1(), right, gold, predicted }
            .serialize(to)
    }
}

/// Right ones among those that could be.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Share {
    /// Right ones.
    pub right: usize,
    /// All.
    pub of: usize,
}

impl Share {
    /// The share.
    pub fn value(self) -> f64 {
        ratio(self.right, self.of)
    }

    /// Counts one more.
    pub fn add(&mut self, right: bool) {
        self.right += usize::from(right);
        self.of += 1;
    }
}

impl Serialize for Share {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Shape {
            accuracy: f64,
            right: usize,
            of: usize,
        }
        Shape { accuracy: self.value(), right: self.right, of: self.of }.serialize(to)
    }
}

fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}
