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
const GROUP: usize = 8;

impl Kernel for Avx2 {
    #[inline(always)]
    unsafe fn tile<const M: usize>(rows: [&[u8]; M], panel: &[i8], sums: &mut [[i32; TILE]; M]) {
        for first in (0..M).step_by(4) {
            for group in (0..TILE).step_by(GROUP) {
                // SAFETY: as promised to this function.
                unsafe {
                    match M - first {
                        1 => block::<1>(&rows[first..], panel, &mut sums[first..], group),
                        2 => block::<2>(&rows[first..], panel, &mut sums[first..], group),
                        _ => block::<4>(&rows[first..], panel, &mut sums[first..], group),
                    }
                }
            }
        }
    }
}

/// `R` tokens × 8 outputs.
#[inline(always)]
unsafe fn block<const R: usize>(rows: &[&[u8]], panel: &[i8], sums: &mut [[i32; TILE]], group: usize) {
    let bases: [*const u8; R] = std::array::from_fn(|i| rows[i].as_ptr());
    let steps = rows[0].len() / 4;
    // SAFETY: rows hold 4 bytes and the panel 128 weights per step; a group is 8 outputs of 4 weights.
    unsafe {
        let mut totals = [[_mm256_setzero_si256(); 2]; R];
        for step in 0..steps {
            let weights = _mm256_loadu_si256(panel.as_ptr().add((step * TILE + group) * 4).cast());
            let low = _mm256_cvtepi8_epi16(_mm256_castsi256_si128(weights));
            let high = _mm256_cvtepi8_epi16(_mm256_extracti128_si256::<1>(weights));
            for i in 0..R {
                let four = _mm_cvtsi32_si128(bases[i].add(step * 4).cast::<i32>().read_unaligned());
                let four = _mm256_broadcastq_epi64(_mm_cvtepu8_epi16(four));
                totals[i][0] = _mm256_add_epi32(totals[i][0], _mm256_madd_epi16(four, low));
                totals[i][1] = _mm256_add_epi32(totals[i][1], _mm256_madd_epi16(four, high));
            }
        }
        for i in 0..R {
            add_pairs(totals[i], &mut sums[i][group..group + GROUP]);
        }
    }
}

/// Adds neighbouring lanes and then to `sums`.
#[inline(always)]
unsafe fn add_pairs(totals: [__m256i; 2], sums: &mut [i32]) {
    let mut halves = [0i32; 2 * GROUP];
    // SAFETY: 16 integers are 64 bytes.
    unsafe {
        _mm256_storeu_si256(halves.as_mut_ptr().cast(), totals[0]);
        _mm256_storeu_si256(halves.as_mut_ptr().add(GROUP).cast(), totals[1]);
    }
    for (sum, pair) in sums.iter_mut().zip(halves.as_chunks::<2>().0) {
        *sum += pair[0] + pair[1];
    }
}
