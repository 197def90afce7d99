//! The kernel in plain Rust, written so that compilers vectorise it on any machine.
//!
//! Four inputs at a time are laid out output by output and widened; then one activation after the other is
//! multiplied into the 32 sums of its token.

use super::TILE;
use super::tiles::Kernel;

pub(super) struct Plain;

impl Kernel for Plain {
    #[inline(always)]
    unsafe fn tile<const M: usize>(rows: [&[u8]; M], panel: &[i8], sums: &mut [[i32; TILE]; M]) {
        for (step, weights) in panel.as_chunks::<{ 4 * TILE }>().0.iter().enumerate() {
            let weights = widened(weights);
            for (row, sums) in rows.iter().zip(sums.iter_mut()) {
                for (weights, &x) in weights.iter().zip(&row[4 * step..][..4]) {
                    add(sums, i16::from(x), weights);
                }
            }
        }
    }
}

/// One row of weights per input.
#[inline(always)]
fn widened(weights: &[i8; 4 * TILE]) -> [[i16; TILE]; 4] {
    std::array::from_fn(|input| std::array::from_fn(|output| i16::from(weights[4 * output + input])))
}

#[inline(always)]
fn add(sums: &mut [i32; TILE], x: i16, weights: &[i16; TILE]) {
    for (sum, &weight) in sums.iter_mut().zip(weights) {
        *sum += i32::from(x) * i32::from(weight);
    }
}
