//! The int8 product: tokens × weights, exact integer sums, two scales.
//!
//! Weights are int8 with one scale per output, activations int8 with one scale per token, so that a
//! token's result depends on nothing else in the batch. Integer sums are exact, hence equal on every
//! machine. Activations are stored with 128 added, as the byte dot product of x86 wants them.

#[cfg(target_arch = "x86_64")]
mod avx2;
mod plain;
mod tiles;
#[cfg(target_arch = "x86_64")]
mod vnni;

use crate::math::nearest;
use crate::matrix::Matrix;
use crate::simd::{Level, levelled};
pub(crate) use tiles::Weights;

/// Outputs that one tile computes.
pub(crate) const TILE: usize = 32;

/// The largest magnitude of an int8 value.
const LIMIT: f32 = 127.0;

/// What stands for zero in a stored activation.
const ZERO: u8 = 128;

/// Quantised rows, one scale each; the width is filled up to a multiple of four.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Activations {
    bytes: Vec<u8>,
    scales: Vec<f32>,
    width: usize,
}

impl Activations {
    pub fn rows(&self) -> usize {
        self.scales.len()
    }

    fn row(&self, row: usize) -> &[u8] {
        &self.bytes[row * self.width..][..self.width]
    }

    /// Quantises rows of floats.
    pub fn quantise(&mut self, level: Level, from: &Matrix) {
        let (rows, width) = (from.rows(), from.width());
        self.width = width.next_multiple_of(4);
        self.scales.resize(rows, 1.0);
        self.bytes.clear();
        self.bytes.resize(rows * self.width, ZERO);
        quantise_rows(level, from, &mut self.bytes, self.width, &mut self.scales);
    }
}

levelled! {
    fn quantise_rows(from: &Matrix, bytes: &mut [u8], width: usize, scales: &mut [f32]) {
        for (row, scale) in scales.iter_mut().enumerate() {
            *scale = quantise_row(from.row(row), &mut bytes[row * width..][..from.width()]);
        }
    }
}

/// Writes the row's bytes and gives its scale.
#[inline(always)]
fn quantise_row(row: &[f32], bytes: &mut [u8]) -> f32 {
    let largest = largest(row);
    if largest == 0.0 {
        bytes.fill(ZERO);
        return 1.0;
    }
    let inverse = LIMIT / largest;
    for (byte, &x) in bytes.iter_mut().zip(row) {
        *byte = nearest(x * inverse).wrapping_add(i32::from(ZERO)) as u8;
    }
    largest / LIMIT
}

/// The largest magnitude, compared as bits, which for floats without sign is the same order.
#[inline(always)]
fn largest(row: &[f32]) -> f32 {
    f32::from_bits(row.iter().fold(0, |most, x| most.max(x.to_bits() & 0x7fff_ffff)))
}

/// `out = x · weightsᵀ`, one row per token; the width of `out` is that of the weights filled up to whole tiles.
pub(crate) fn product(level: Level, x: &Activations, weights: &Weights, out: &mut Matrix) {
    out.reshape(x.rows(), weights.width());
    match level {
        // SAFETY: a level other than plain exists only where the machine has its instructions.
        #[cfg(target_arch = "x86_64")]
        Level::Vnni => unsafe { vnni::product(x, weights, out) },
        #[cfg(target_arch = "x86_64")]
        Level::Avx2 => unsafe { avx2::product(x, weights, out) },
        _ => tiles::product::<plain::Plain>(x, weights, out),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Numbers that look random and are the same everywhere.
    fn noise(count: usize, mut seed: u32) -> Vec<i32> {
        let mut next = || {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (seed >> 16) as i32
        };
        (0..count).map(|_| next()).collect()
    }

    fn matrix(rows: usize, width: usize, seed: u32) -> Matrix {
        let mut matrix = Matrix::default();
        matrix.reshape(rows, width);
        for (x, n) in matrix.as_mut_slice().iter_mut().zip(noise(rows * width, seed)) {
            *x = (n % 2000 - 1000) as f32 / 313.0;
        }
        matrix
    }

    fn weights(outputs: usize, inputs: usize) -> (Vec<i8>, Weights) {
        let values: Vec<i8> = noise(outputs * inputs, 7).iter().map(|n| (n % 255 - 127) as i8).collect();
        let packed = Weights::pack(&values, inputs, &vec![1.0; outputs], &vec![0.0; outputs]);
        (values, packed)
    }

    /// What the product must give, from its definition.
    fn expected(x: &Activations, values: &[i8], inputs: usize, row: usize, output: usize) -> f32 {
        let weights = &values[output * inputs..][..inputs];
        let sum: i32 = x.row(row).iter().zip(weights).map(|(&a, &w)| (i32::from(a) - 128) * i32::from(w)).sum();
        sum as f32 * x.scales[row]
    }

    #[track_caller]
    fn check(rows: usize, inputs: usize, outputs: usize) {
        let (values, packed) = weights(outputs, inputs);
        for level in Level::available() {
            let (mut x, mut out) = (Activations::default(), Matrix::default());
            x.quantise(level, &matrix(rows, inputs, 3));
            product(level, &x, &packed, &mut out);
            for (row, output) in (0..rows).flat_map(|r| (0..outputs).map(move |o| (r, o))) {
                let want = expected(&x, &values, inputs, row, output);
                assert_eq!(out.row(row)[output].to_bits(), want.to_bits(), "{level:?} {row} {output}");
            }
        }
    }

    #[test]
    fn every_level_gives_the_sums_of_the_definition() {
        check(1, 4, 1);
        check(29, 129, 77);
        check(13, 384, 64);
        check(12, 1536, 32);
    }

    #[test]
    fn extreme_values_do_not_overflow() {
        let (inputs, outputs) = (1536, 32);
        let packed = Weights::pack(&vec![-127; inputs * outputs], inputs, &[1.0; 32], &[0.0; 32]);
        let mut wide = Matrix::default();
        wide.reshape(2, inputs);
        wide.as_mut_slice().fill(5.0);
        for level in Level::available() {
            let (mut x, mut out) = (Activations::default(), Matrix::default());
            x.quantise(level, &wide);
            product(level, &x, &packed, &mut out);
            assert_eq!(out.row(1)[31], -127.0 * 127.0 * 1536.0 * x.scales[1], "{level:?}");
        }
    }

    #[test]
    fn rows_of_zeros_stay_zero() {
        let mut zeros = Matrix::default();
        zeros.reshape(1, 8);
        let mut x = Activations::default();
        x.quantise(Level::Plain, &zeros);
        assert_eq!((x.row(0), x.scales[0]), ([128; 8].as_slice(), 1.0));
    }
}
