//! The parser: a score for every pair of words, a tree over them, then a relation for each arc of it.

use super::ModelError;
use super::archive::{Archive, Bias};
use super::heads::argmax;
use crate::decode::tree;
use crate::int8::{Activations, Weights, product};
use crate::math::dot;
use crate::matrix::Matrix;
use crate::simd::{Level, levelled};
use std::ops::Range;
use types::Deprel;

pub(super) const ARC: usize = 256;
pub(super) const LABEL: usize = 128;

/// Weights of the two bilinear maps.
#[derive(Debug)]
pub(super) struct Biaffine {
    arcs: Weights,
    arc_bias: Vec<f32>,
    labels: Weights,
    label_count: usize,
    root: Option<usize>,
}

/// Rectified projections, one row per state.
#[derive(Debug)]
pub(super) struct Inputs {
    pub arc_dep: Matrix,
    pub arc_head: Matrix,
    pub label_dep: Matrix,
    pub label_head: Matrix,
}

/// Heads and relations of one sentence, nothing for the root.
pub(super) type Tree = (Vec<Option<usize>>, Vec<Option<usize>>);

impl Biaffine {
    pub fn read(archive: &Archive, deprels: &[Deprel]) -> Result<Self, ModelError> {
        let outputs = deprels.len() * (LABEL + 1);
        Ok(Self {
            arcs: archive.linear(&[("arc.bilinear", ARC)], ARC, Bias::Without)?,
            arc_bias: archive.floats("arc.bias", ARC)?,
            labels: archive.linear(&[("label.bilinear", outputs)], LABEL + 1, Bias::Without)?,
            label_count: deprels.len(),
            root: deprels.iter().position(|&d| d == Deprel::Root),
        })
    }

    /// The trees of sentences whose states lie one after the other, ROOT before its words.
    pub fn trees(&self, level: Level, inputs: &Inputs, sentences: &[Range<usize>]) -> Vec<Tree> {
        let (mut quantised, mut mapped) = (Activations::default(), Matrix::default());
        quantised.quantise(level, &inputs.arc_head);
        product(level, &quantised, &self.arcs, &mut mapped);
        let heads = |rows: &Range<usize>| tree::heads(&self.arc_scores(level, inputs, &mapped, rows));
        let heads: Vec<_> = sentences.iter().map(heads).collect();
        let relations = self.relations(level, inputs, sentences, &heads);
        heads.into_iter().zip(relations).collect()
    }

    /// One row per word, one column per state of the sentence.
    fn arc_scores(&self, level: Level, inputs: &Inputs, mapped: &Matrix, rows: &Range<usize>) -> Matrix {
        let mut scores = Matrix::default();
        scores.reshape(rows.len() - 1, rows.len());
        score_arcs(level, inputs, mapped, rows, &self.arc_bias, &mut scores);
        scores
    }

    fn relations(
        &self,
        level: Level,
        inputs: &Inputs,
        sentences: &[Range<usize>],
        heads: &[Vec<Option<usize>>],
    ) -> Vec<Vec<Option<usize>>> {
        let (mut mapped, mut scores) = (Matrix::default(), vec![0.0; self.label_count]);
        let mut relations = Vec::new();
        for (rows, heads) in sentences.iter().zip(heads) {
            let used = distinct(heads);
            self.map_heads(level, inputs, rows, &used, &mut mapped);
            let mut relation = |word: usize, head: usize| {
                let row = used.binary_search(&head).unwrap_or(0);
                score_labels(level, inputs.label_dep.row(rows.start + 1 + word), mapped.row(row), &mut scores);
                self.root.into_iter().for_each(|root| scores[root] = f32::NEG_INFINITY);
                argmax(&scores)
            };
            relations.push(heads.iter().enumerate().map(|(word, &head)| head.map(|h| relation(word, h))).collect());
        }
        relations
    }

    /// Maps the states of the words that head others.
    fn map_heads(&self, level: Level, inputs: &Inputs, rows: &Range<usize>, used: &[usize], mapped: &mut Matrix) {
        let (mut with_one, mut quantised) = (Matrix::default(), Activations::default());
        with_one.reshape(used.len(), LABEL + 1);
        for (i, &head) in used.iter().enumerate() {
            let row = with_one.row_mut(i);
            row[..LABEL].copy_from_slice(inputs.label_head.row(rows.start + 1 + head));
            row[LABEL] = 1.0;
        }
        quantised.quantise(level, &with_one);
        product(level, &quantised, &self.labels, mapped);
    }
}

/// The words that head others, in order.
fn distinct(heads: &[Option<usize>]) -> Vec<usize> {
    let mut used: Vec<usize> = heads.iter().flatten().copied().collect();
    used.sort_unstable();
    used.dedup();
    used
}

levelled! {
    fn score_arcs(inputs: &Inputs, mapped: &Matrix, rows: &Range<usize>, bias: &[f32], scores: &mut Matrix) {
        for (column, state) in rows.clone().enumerate() {
            let base = dot(inputs.arc_head.row(state), bias);
            for word in 0..rows.len() - 1 {
                let dependent = inputs.arc_dep.row(rows.start + 1 + word);
                scores.row_mut(word)[column] = dot(dependent, mapped.row(state)) + base;
            }
        }
    }
}

levelled! {
    fn score_labels(dependent: &[f32], mapped: &[f32], scores: &mut [f32]) {
        for (score, map) in scores.iter_mut().zip(mapped.chunks_exact(LABEL + 1)) {
            *score = dot(dependent, &map[..LABEL]) + map[LABEL];
        }
    }
}
