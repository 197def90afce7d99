//! The kernel in plain Rust.

use super::tiles::Kernel;
use super::{TILE, ZERO};

pub(super) struct Plain;

impl Kernel for Plain {
    #[inline(always)]
    unsafe fn tile<const M: usize>(rows: [&[u8]; M], panel: &[i8], sums: &mut [[i32; TILE]; M]) {
        for (row, sums) in rows.into_iter().zip(sums) {
            for (four, weights) in row.as_chunks::<4>().0.iter().zip(panel.as_chunks::<4>().0.chunks_exact(TILE)) {
                for (sum, weights) in sums.iter_mut().zip(weights) {
                    *sum += dot(four, weights);
                }
            }
        }
    }
}

/// Four products, with activations as they are stored.
#[inline(always)]
fn dot(four: &[u8; 4], weights: &[i8; 4]) -> i32 {
    const { assert!(ZERO == 128) };
    (0..4).map(|i| i32::from(four[i]) * i32::from(weights[i])).sum()
}
