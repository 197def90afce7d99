//! Whether confidence means what it says: among records that are 70 % sure, are 70 % right?
//!
//! The expected calibration error is the mean distance, over ten equal steps of confidence weighted by how many records
//! each holds, between how sure records are and how often type, participants' countries and status are all right.

use serde::Serialize;

const STEPS: usize = 10;

/// Records by how sure they are.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Calibration {
    /// From least to most sure.
    pub steps: [Step; STEPS],
}

/// Records of about the same confidence.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
pub struct Step {
    /// How many.
    pub records: usize,
    /// How many of them are right.
    pub right: usize,
    /// The sum of their confidence.
    pub confidence: f64,
}

impl Calibration {
    /// Counts a record.
    pub fn add(&mut self, confidence: f32, right: bool) {
        let step = &mut self.steps[((confidence * STEPS as f32) as usize).min(STEPS - 1)];
        step.records += 1;
        step.right += usize::from(right);
        step.confidence += f64::from(confidence);
    }

    /// The expected calibration error; nothing without records.
    pub fn error(&self) -> Option<f64> {
        let records: usize = self.steps.iter().map(|step| step.records).sum();
        let apart: f64 = self.steps.iter().map(|step| (step.confidence - step.right as f64).abs()).sum();
        (records > 0).then(|| apart / records as f64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(records: &[(f32, bool)], want: Option<f64>) {
        let mut calibration = Calibration::default();
        records.iter().for_each(|&(confidence, right)| calibration.add(confidence, right));
        let got = calibration.error();
        assert!(got.zip(want).map_or(got == want, |(a, b)| (a - b).abs() < 1e-6), "{got:?} {want:?}");
    }

    #[test]
    fn error_is_the_distance_of_each_step() {
        check(&[], None);
        check(&[(0.5, true), (0.5, false)], Some(0.0));
        check(&[(0.95, false)], Some(0.95));
        check(&[(1.0, true), (0.05, true)], Some(0.475));
    }
}
