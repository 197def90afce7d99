//! The kernel on AVX-512 VNNI: `vpdpbusd` multiplies unsigned by signed bytes and adds four products.

use super::tiles::{self, Kernel, Weights};
use super::{Activations, TILE};
use crate::matrix::Matrix;
use std::arch::x86_64::*;

/// # Safety
/// The machine must have these instructions.
#[target_feature(enable = "avx512f,avx512bw,avx512vl,avx512vnni")]
pub(super) unsafe fn product(x: &Activations, weights: &Weights, out: &mut Matrix) {
    tiles::product::<Vnni>(x, weights, out);
}

struct Vnni;

impl Kernel for Vnni {
    #[inline(always)]
    unsafe fn tile<const M: usize>(rows: [&[u8]; M], panel: &[i8], sums: &mut [[i32; TILE]; M]) {
        let bases = rows.map(<[u8]>::as_ptr);
        let steps = rows[0].len() / 4;
        // SAFETY: rows hold 4 bytes and the panel 128 weights per step; sums are 32 integers each.
        unsafe {
            let mut totals: [[__m512i; 2]; M] = std::array::from_fn(|i| [load(&sums[i], 0), load(&sums[i], 16)]);
            for step in 0..steps {
                let weights = panel.as_ptr().add(step * TILE * 4);
                let left = _mm512_loadu_si512(weights.cast());
                let right = _mm512_loadu_si512(weights.add(64).cast());
                for i in 0..M {
                    let four = _mm512_set1_epi32(bases[i].add(step * 4).cast::<i32>().read_unaligned());
                    totals[i][0] = _mm512_dpbusd_epi32(totals[i][0], four, left);
                    totals[i][1] = _mm512_dpbusd_epi32(totals[i][1], four, right);
                }
            }
            for i in 0..M {
                _mm512_storeu_si512(sums[i].as_mut_ptr().cast(), totals[i][0]);
                _mm512_storeu_si512(sums[i].as_mut_ptr().add(16).cast(), totals[i][1]);
            }
        }
    }
}

#[inline(always)]
unsafe fn load(sums: &[i32; TILE], from: usize) -> __m512i {
    // SAFETY: `from` is 0 or 16 of 32.
    unsafe { _mm512_loadu_si512(sums.as_ptr().add(from).cast()) }
}
