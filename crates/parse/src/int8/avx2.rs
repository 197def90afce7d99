//! The kernel on AVX2, without the byte product that saturates: bytes are widened to 16 bits, `vpmaddwd`
//! adds pairs of products, and the two halves of each output are added at the end.

use super::tiles::{self, Kernel, Weights};
use super::{Activations, TILE};
use crate::matrix::Matrix;
use std::arch::x86_64::*;

/// # Safety
/// The machine must have these instructions.
#[target_feature(enable = "avx2")]
pub(super) unsafe fn product(x: &Activations, weights: &Weights, out: &mut Matrix) {
    tiles::product::<Avx2>(x, weights, out);
}

struct Avx2;

/// Outputs that one group of accumulators covers.
const GROUP: usize = 16;

/// Tokens that one block covers.
const BLOCK: usize = 2;

/// Inputs that are widened at once; a multiple of four.
const SPAN: usize = 512;

impl Kernel for Avx2 {
    #[inline(always)]
    unsafe fn tile<const M: usize>(rows: [&[u8]; M], panel: &[i8], sums: &mut [[i32; TILE]; M]) {
        for (rows, sums) in rows.chunks(BLOCK).zip(sums.chunks_mut(BLOCK)) {
            // SAFETY: as promised to this function.
            unsafe {
                match rows {
                    [a, b] => block([a, b], panel, sums),
                    _ => rows.iter().for_each(|row| block([row], panel, sums)),
                }
            }
        }
    }
}

/// `R` tokens, part of the inputs after part.
#[inline(always)]
unsafe fn block<const R: usize>(rows: [&[u8]; R], panel: &[i8], sums: &mut [[i32; TILE]]) {
    let mut wide = [[0i16; SPAN]; R];
    for (part, panel) in panel.chunks(SPAN * TILE).enumerate() {
        let length = panel.len() / TILE;
        for (wide, row) in wide.iter_mut().zip(rows) {
            wide.iter_mut().zip(&row[part * SPAN..][..length]).for_each(|(wide, &x)| *wide = i16::from(x));
        }
        for group in (0..TILE).step_by(GROUP) {
            // SAFETY: rows and panel hold `length` inputs, a multiple of four.
            unsafe { multiply(&wide, length / 4, panel, sums, group) };
        }
    }
}

/// `R` tokens × 16 outputs.
#[inline(always)]
unsafe fn multiply<const R: usize>(
    wide: &[[i16; SPAN]; R],
    steps: usize,
    panel: &[i8],
    sums: &mut [[i32; TILE]],
    group: usize,
) {
    // SAFETY: a step has four inputs per row and 32 × 4 weights in the panel; a group is 16 × 4 of them.
    unsafe {
        let mut totals = [[_mm256_setzero_si256(); 4]; R];
        for step in 0..steps {
            let at = panel.as_ptr().add((step * TILE + group) * 4);
            let weights: [__m256i; 4] =
                std::array::from_fn(|i| _mm256_cvtepi8_epi16(_mm_loadu_si128(at.add(16 * i).cast())));
            for (totals, wide) in totals.iter_mut().zip(wide) {
                let four = _mm256_set1_epi64x(wide.as_ptr().add(step * 4).cast::<i64>().read_unaligned());
                for (total, weights) in totals.iter_mut().zip(weights) {
                    *total = _mm256_add_epi32(*total, _mm256_madd_epi16(four, weights));
                }
            }
        }
        for (totals, sums) in totals.into_iter().zip(sums) {
            add_pairs(totals, &mut sums[group..][..GROUP]);
        }
    }
}

/// Adds neighbouring lanes and then to `sums`.
#[inline(always)]
unsafe fn add_pairs(totals: [__m256i; 4], sums: &mut [i32]) {
    let mut halves = [0i32; 2 * GROUP];
    for (total, halves) in totals.into_iter().zip(halves.as_chunks_mut::<8>().0) {
        // SAFETY: 8 integers are 32 bytes.
        unsafe { _mm256_storeu_si256(halves.as_mut_ptr().cast(), total) };
    }
    for (sum, pair) in sums.iter_mut().zip(halves.as_chunks::<2>().0) {
        *sum += pair[0] + pair[1];
    }
}
