//! Weights laid out in tiles, and the loop over them.
//!
//! A panel holds 32 outputs; within it four inputs of each output lie together, output after output.
//! One panel stays in the cache while all tokens pass by it.

use super::{Activations, TILE, ZERO};
use crate::matrix::Matrix;

/// Packed weights with their scales and bias.
#[derive(Debug, Clone)]
pub(crate) struct Weights {
    panels: Vec<i8>,
    /// −128 times the sum of each output's weights: what takes the 128 out of the activations again.
    offsets: Vec<[i32; TILE]>,
    scales: Vec<[f32; TILE]>,
    bias: Vec<[f32; TILE]>,
    /// Inputs, filled up to a multiple of four.
    inputs: usize,
}

impl Weights {
    /// Packs rows of weights, `inputs` long each, one row per output.
    pub fn pack(rows: &[i8], inputs: usize, scales: &[f32], bias: &[f32]) -> Self {
        let panels = scales.len().div_ceil(TILE);
        let padded = inputs.next_multiple_of(4);
        let mut packed = vec![0; panels * padded * TILE];
        for (output, row) in rows.chunks_exact(inputs.max(1)).enumerate() {
            let panel = &mut packed[output / TILE * padded * TILE..];
            for (input, &weight) in row.iter().enumerate() {
                panel[(input / 4 * TILE + output % TILE) * 4 + input % 4] = weight;
            }
        }
        let sums: Vec<i32> = rows.chunks_exact(inputs.max(1)).map(|r| r.iter().map(|&w| i32::from(w)).sum()).collect();
        let offsets: Vec<i32> = sums.iter().map(|sum| -i32::from(ZERO) * sum).collect();
        Self { panels: packed, offsets: tiled(&offsets), scales: tiled(scales), bias: tiled(bias), inputs: padded }
    }

    /// Outputs, filled up to whole tiles.
    pub fn width(&self) -> usize {
        self.scales.len() * TILE
    }
}

fn tiled<T: Copy + Default>(values: &[T]) -> Vec<[T; TILE]> {
    let tile = |chunk: &[T]| std::array::from_fn(|i| chunk.get(i).copied().unwrap_or_default());
    values.chunks(TILE).map(tile).collect()
}

/// Sums of some tokens over one panel.
pub(super) trait Kernel {
    /// Adds to `sums` the products of `M` rows of activations with a panel.
    ///
    /// # Safety
    /// The machine must have the instructions of the kernel; every row holds a multiple of four bytes
    /// and the panel 32 weights for each of them.
    unsafe fn tile<const M: usize>(rows: [&[u8]; M], panel: &[i8], sums: &mut [[i32; TILE]; M]);
}

/// The product, panel by panel.
#[inline(always)]
pub(super) fn product<K: Kernel>(x: &Activations, weights: &Weights, out: &mut Matrix) {
    for panel in 0..weights.scales.len() {
        let mut row = 0;
        while row < x.rows() {
            row += match x.rows() - row {
                12.. => step::<K, 12>(x, weights, out, panel, row),
                8.. => step::<K, 8>(x, weights, out, panel, row),
                4.. => step::<K, 4>(x, weights, out, panel, row),
                2.. => step::<K, 2>(x, weights, out, panel, row),
                _ => step::<K, 1>(x, weights, out, panel, row),
            };
        }
    }
}

/// One tile of `M` tokens.
#[inline(always)]
fn step<K: Kernel, const M: usize>(
    x: &Activations,
    weights: &Weights,
    out: &mut Matrix,
    panel: usize,
    row: usize,
) -> usize {
    assert_eq!(x.width, weights.inputs);
    let rows = std::array::from_fn(|i| x.row(row + i));
    let size = weights.inputs * TILE;
    let mut sums = [weights.offsets[panel]; M];
    // SAFETY: `product` is called for a kernel whose instructions exist; the widths agree.
    unsafe { K::tile::<M>(rows, &weights.panels[panel * size..][..size], &mut sums) };
    for (i, sums) in sums.iter().enumerate() {
        let to = &mut out.row_mut(row + i)[panel * TILE..][..TILE];
        finish(sums, x.scales[row + i], &weights.scales[panel], &weights.bias[panel], to);
    }
    M
}

#[inline(always)]
fn finish(sums: &[i32; TILE], scale: f32, scales: &[f32; TILE], bias: &[f32; TILE], to: &mut [f32]) {
    for (i, to) in to.iter_mut().enumerate() {
        *to = sums[i] as f32 * (scale * scales[i]) + bias[i];
    }
}
