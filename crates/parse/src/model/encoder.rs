//! The encoder: BERT with post-norm layers and a casing embedding.

use super::archive::{Archive, Bias, Shape};
use super::attention::{self, Room};
use super::layers::{self, Norm};
use super::{HIDDEN, ModelError, POSITIONS};
use crate::int8::{Activations, Weights, product};
use crate::matrix::Matrix;
use crate::simd::Level;
use crate::wordpiece::Pieces;
use std::ops::Range;

const LAYERS: usize = 6;
const INNER: usize = 4 * HIDDEN;
const CASES: usize = 4;

/// Embeddings and layers.
#[derive(Debug)]
pub(crate) struct Encoder {
    words: Vec<i8>,
    word_scales: Vec<f32>,
    positions: Vec<f32>,
    cases: Vec<f32>,
    norm: Norm,
    layers: Vec<Layer>,
}

#[derive(Debug)]
struct Layer {
    queries_keys_values: Weights,
    attended: Weights,
    norm1: Norm,
    up: Weights,
    down: Weights,
    norm2: Norm,
}

/// Layers below the states that the judge reads.
const MIDDLE: usize = 4;

/// States on the way, which the judge reads: the pieces as they go in, and halfway up.
#[derive(Debug, Default)]
pub(crate) struct Taps {
    pub surface: Matrix,
    pub middle: Matrix,
}

/// Memory that batches use one after the other.
#[derive(Debug, Default)]
pub(crate) struct Scratch {
    quantised: Activations,
    wide: Matrix,
    narrow: Matrix,
    room: Room,
}

impl Encoder {
    pub fn read(archive: &Archive, pieces: usize) -> Result<Self, ModelError> {
        let rows = |outputs| Shape { outputs, inputs: HIDDEN };
        let (words, word_scales) = archive.int8_rows("embeddings.word", rows(pieces))?;
        Ok(Self {
            words,
            word_scales,
            positions: archive.floats_of_rows("embeddings.position", rows(POSITIONS))?,
            cases: archive.floats_of_rows("embeddings.case", rows(CASES))?,
            norm: Norm::read(archive, "embeddings.norm", HIDDEN)?,
            layers: (0..LAYERS).map(|i| Layer::read(archive, i)).collect::<Result<_, _>>()?,
        })
    }

    /// Hidden states of all pieces of all sentences, one sentence after the other.
    pub fn encode(&self, level: Level, sentences: &[Pieces], scratch: &mut Scratch, x: &mut Matrix, taps: &mut Taps) {
        let ranges = ranges(sentences);
        self.embed(sentences, x);
        self.norm.apply(level, x);
        taps.surface.clone_from(x);
        for (below, layer) in self.layers.iter().enumerate() {
            if below == MIDDLE {
                taps.middle.clone_from(x);
            }
            layer.attend(level, x, &ranges, scratch);
            layer.feed(level, x, scratch);
        }
    }

    fn embed(&self, sentences: &[Pieces], x: &mut Matrix) {
        x.reshape(sentences.iter().map(Pieces::len).sum(), HIDDEN);
        let pieces = sentences.iter().flat_map(|s| s.ids.iter().zip(&s.cases).enumerate());
        for (row, (position, (&id, &case))) in pieces.enumerate() {
            self.embed_piece(id, position, usize::from(case), x.row_mut(row));
        }
    }

    fn embed_piece(&self, id: usize, position: usize, case: usize, to: &mut [f32]) {
        let word = &self.words[id * HIDDEN..][..HIDDEN];
        let position = &self.positions[position * HIDDEN..][..HIDDEN];
        let case = &self.cases[case * HIDDEN..][..HIDDEN];
        for (i, to) in to.iter_mut().enumerate() {
            *to = f32::from(word[i]) * self.word_scales[id] + position[i] + case[i];
        }
    }
}

/// The rows of each sentence.
fn ranges(sentences: &[Pieces]) -> Vec<Range<usize>> {
    let mut start = 0;
    let range = |s: &Pieces| {
        let range = start..start + s.len();
        start = range.end;
        range
    };
    sentences.iter().map(range).collect()
}

impl Layer {
    fn read(archive: &Archive, index: usize) -> Result<Self, ModelError> {
        let name = |part: &str| format!("layer.{index}.{part}");
        let linear = |part: &str, outputs, inputs| archive.linear(&[(&name(part), outputs)], inputs, Bias::With);
        let (q, k, v) = (name("q"), name("k"), name("v"));
        let qkv = [(q.as_str(), HIDDEN), (k.as_str(), HIDDEN), (v.as_str(), HIDDEN)];
        Ok(Self {
            queries_keys_values: archive.linear(&qkv, HIDDEN, Bias::With)?,
            attended: linear("o", HIDDEN, HIDDEN)?,
            norm1: Norm::read(archive, &name("norm1"), HIDDEN)?,
            up: linear("up", INNER, HIDDEN)?,
            down: linear("down", HIDDEN, INNER)?,
            norm2: Norm::read(archive, &name("norm2"), HIDDEN)?,
        })
    }

    fn attend(&self, level: Level, x: &mut Matrix, sentences: &[Range<usize>], scratch: &mut Scratch) {
        let Scratch { quantised, wide, narrow, room } = scratch;
        quantised.quantise(level, x);
        product(level, quantised, &self.queries_keys_values, wide);
        narrow.reshape(x.rows(), HIDDEN);
        for sentence in sentences {
            attention::attend(level, wide, sentence, narrow, room);
        }
        quantised.quantise(level, narrow);
        product(level, quantised, &self.attended, narrow);
        self.norm1.add(level, x, narrow);
    }

    fn feed(&self, level: Level, x: &mut Matrix, scratch: &mut Scratch) {
        let Scratch { quantised, wide, narrow, .. } = scratch;
        quantised.quantise(level, x);
        product(level, quantised, &self.up, wide);
        layers::activate(level, wide.as_mut_slice());
        quantised.quantise(level, wide);
        product(level, quantised, &self.down, narrow);
        self.norm2.add(level, x, narrow);
    }
}
