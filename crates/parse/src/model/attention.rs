//! Self-attention within one sentence.
//!
//! Keys are laid out with pieces side by side, so that the scores of a query are sums over the 32 dimensions
//! in order; values are added piece by piece. Both orders are fixed, whatever the vector width.

use super::HIDDEN;
use crate::math::{LANES, exp, sum};
use crate::matrix::Matrix;
use crate::simd::levelled;
use std::ops::Range;

const HEADS: usize = 12;
const SIZE: usize = HIDDEN / HEADS;

/// Queries that are scored together.
const QUERIES: usize = 4;

/// Memory for one head of one sentence.
#[derive(Debug, Default)]
pub(super) struct Room {
    keys: Vec<f32>,
    shares: Vec<f32>,
}

levelled! {
    /// Attends over the rows of one sentence; `x` holds queries, keys and values side by side.
    pub(super) fn attend(x: &Matrix, sentence: &Range<usize>, out: &mut Matrix, room: &mut Room) {
        for head in 0..HEADS {
            attend_head(x, sentence, out, room, head * SIZE);
        }
    }
}

#[inline(always)]
fn attend_head(x: &Matrix, sentence: &Range<usize>, out: &mut Matrix, room: &mut Room, column: usize) {
    let padded = sentence.len().next_multiple_of(LANES);
    lay_out_keys(x, sentence, column + HIDDEN, &mut room.keys, padded);
    room.shares.clear();
    room.shares.resize(QUERIES * padded, 0.0);
    for first in sentence.clone().step_by(QUERIES) {
        let queries: [&[f32]; QUERIES] = std::array::from_fn(|i| query(x, (first + i).min(sentence.end - 1), column));
        score(queries, &room.keys, &mut room.shares, padded);
        let sums: [f32; QUERIES] =
            std::array::from_fn(|i| soften(&mut room.shares[i * padded..][..padded], sentence.len()));
        let mixed = mix(x, sentence, column + 2 * HIDDEN, &room.shares, padded);
        for i in 0..QUERIES.min(sentence.end - first) {
            let to = &mut out.row_mut(first + i)[column..][..SIZE];
            for (to, value) in to.iter_mut().zip(mixed[i]) {
                *to = value / sums[i];
            }
        }
    }
}

#[inline(always)]
fn query(x: &Matrix, row: usize, column: usize) -> &[f32] {
    &x.row(row)[column..][..SIZE]
}

/// One row per dimension, filled up with zeros to a multiple of the lanes.
#[inline(always)]
fn lay_out_keys(x: &Matrix, sentence: &Range<usize>, column: usize, keys: &mut Vec<f32>, padded: usize) {
    keys.clear();
    keys.resize(SIZE * padded, 0.0);
    for (place, row) in sentence.clone().enumerate() {
        for (dimension, &value) in x.row(row)[column..][..SIZE].iter().enumerate() {
            keys[dimension * padded + place] = value;
        }
    }
}

/// Scaled products of queries and keys.
#[inline(always)]
fn score(queries: [&[f32]; QUERIES], keys: &[f32], scores: &mut [f32], padded: usize) {
    let scale = 1.0 / (SIZE as f32).sqrt();
    for place in (0..padded).step_by(LANES) {
        let mut sums = [[0.0f32; LANES]; QUERIES];
        for dimension in 0..SIZE {
            let keys = &keys[dimension * padded + place..][..LANES];
            for (sums, query) in sums.iter_mut().zip(queries) {
                for (sum, key) in sums.iter_mut().zip(keys) {
                    *sum += query[dimension] * key;
                }
            }
        }
        for (i, sums) in sums.iter().enumerate() {
            let to = &mut scores[i * padded + place..][..LANES];
            for (to, sum) in to.iter_mut().zip(sums) {
                *to = sum * scale;
            }
        }
    }
}

/// Turns scores into shares that are yet to be divided by their sum, which is returned.
#[inline(always)]
fn soften(scores: &mut [f32], length: usize) -> f32 {
    let most = scores[..length].iter().fold(f32::NEG_INFINITY, |most, &x| if x > most { x } else { most });
    for x in scores.iter_mut() {
        *x = exp(*x - most);
    }
    scores[length..].fill(0.0);
    sum(scores)
}

/// Values added up by their shares.
#[inline(always)]
fn mix(x: &Matrix, sentence: &Range<usize>, column: usize, shares: &[f32], padded: usize) -> [[f32; SIZE]; QUERIES] {
    let mut mixed = [[0.0f32; SIZE]; QUERIES];
    for (place, row) in sentence.clone().enumerate() {
        let values = &x.row(row)[column..][..SIZE];
        for (i, mixed) in mixed.iter_mut().enumerate() {
            let share = shares[i * padded + place];
            for (to, value) in mixed.iter_mut().zip(values) {
                *to += share * value;
            }
        }
    }
    mixed
}
