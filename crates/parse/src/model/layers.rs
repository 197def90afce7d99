//! What stands between the products: norms and GELU.

use super::ModelError;
use super::archive::Archive;
use crate::math::{gelu, squares, sum};
use crate::matrix::Matrix;
use crate::simd::{Level, levelled};

/// Keeps the variance from being zero.
const EPSILON: f32 = 1e-12;

/// A layer norm.
#[derive(Debug)]
pub(super) struct Norm {
    gain: Vec<f32>,
    bias: Vec<f32>,
}

impl Norm {
    pub fn read(archive: &Archive, name: &str, width: usize) -> Result<Self, ModelError> {
        let gain = archive.floats(&format!("{name}.weight"), width)?;
        Ok(Self { gain, bias: archive.floats(&format!("{name}.bias"), width)? })
    }

    /// Normalises each row.
    pub fn apply(&self, level: Level, x: &mut Matrix) {
        normalise(level, x, &self.gain, &self.bias);
    }

    /// Adds `more` and normalises each row.
    pub fn add(&self, level: Level, x: &mut Matrix, more: &Matrix) {
        add(level, x.as_mut_slice(), more.as_slice());
        self.apply(level, x);
    }
}

levelled! {
    fn add(x: &mut [f32], more: &[f32]) {
        for (x, more) in x.iter_mut().zip(more) {
            *x += more;
        }
    }
}

levelled! {
    fn normalise(x: &mut Matrix, gain: &[f32], bias: &[f32]) {
        for row in 0..x.rows() {
            normalise_row(x.row_mut(row), gain, bias);
        }
    }
}

#[inline(always)]
fn normalise_row(row: &mut [f32], gain: &[f32], bias: &[f32]) {
    let count = row.len() as f32;
    let mean = sum(row) / count;
    let factor = 1.0 / (squares(row, mean) / count + EPSILON).sqrt();
    for ((x, gain), bias) in row.iter_mut().zip(gain).zip(bias) {
        *x = (*x - mean) * factor * gain + bias;
    }
}

levelled! {
    /// GELU of every value.
    pub(super) fn activate(values: &mut [f32]) {
        for x in values {
            *x = gelu(*x);
        }
    }
}

levelled! {
    /// What is below zero becomes zero.
    pub(super) fn rectify(values: &mut [f32]) {
        for x in values {
            *x = if *x > 0.0 { *x } else { 0.0 };
        }
    }
}
