//! The heads on the states of words: one product for all that read the same states.

use super::archive::{Archive, Bias};
use super::biaffine::{self, Biaffine};
use super::labels::Labels;
use super::layers::rectify;
use super::{HIDDEN, ModelError};
use crate::int8::{Activations, Weights, product};
use crate::matrix::Matrix;
use crate::simd::Level;
use std::ops::Range;

const FACT: usize = 128;

/// Word classes, factuality and the parser.
#[derive(Debug)]
pub(crate) struct Heads {
    all: Weights,
    columns: Columns,
    fact: Weights,
    biaffine: Biaffine,
}

/// Where the outputs of each head stand.
#[derive(Debug, Clone)]
struct Columns {
    upos: Range<usize>,
    xpos: Range<usize>,
    lemma: Range<usize>,
    entity: Range<usize>,
    named: Range<usize>,
    fact: Range<usize>,
    arc_dep: Range<usize>,
    arc_head: Range<usize>,
    label_dep: Range<usize>,
    label_head: Range<usize>,
}

impl Columns {
    fn of(sizes: &[(&str, usize); 10]) -> Self {
        let mut start = 0;
        let [upos, xpos, lemma, entity, named, fact, arc_dep, arc_head, label_dep, label_head] =
            sizes.map(|(_, size)| {
                let range = start..start + size;
                start = range.end;
                range
            });
        Self { upos, xpos, lemma, entity, named, fact, arc_dep, arc_head, label_dep, label_head }
    }
}

/// What the heads say of one sentence.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Scores {
    /// One per word.
    pub words: Vec<WordScores>,
    /// Heads of the best tree, nothing for the root.
    pub heads: Vec<Option<usize>>,
    /// Classes of the relations to them, nothing for the root.
    pub relations: Vec<Option<usize>>,
}

/// The best class of each head, and the factuality.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct WordScores {
    pub upos: usize,
    pub xpos: usize,
    /// Scores of all lemma scripts.
    pub lemma: Box<[f32]>,
    pub entity: usize,
    pub named: usize,
    pub factuality: f32,
}

impl Heads {
    pub fn read(archive: &Archive, labels: &Labels) -> Result<Self, ModelError> {
        let layers = [
            ("upos", labels.upos.len()),
            ("xpos", labels.xpos.len()),
            ("lemma", labels.lemma.len()),
            ("entity", labels.entity.len()),
            ("named", labels.named.len()),
            ("fact.hidden", FACT),
            ("arc.dep", biaffine::ARC),
            ("arc.head", biaffine::ARC),
            ("label.dep", biaffine::LABEL),
            ("label.head", biaffine::LABEL),
        ];
        Ok(Self {
            all: archive.linear(&layers, HIDDEN, Bias::With)?,
            columns: Columns::of(&layers),
            fact: archive.linear(&[("fact.out", 1)], FACT, Bias::With)?,
            biaffine: Biaffine::read(archive, &labels.deprel)?,
        })
    }

    /// Scores sentences whose states lie one after the other, ROOT before its words.
    pub fn score(&self, level: Level, states: &Matrix, sentences: &[Range<usize>]) -> Vec<Scores> {
        let (mut quantised, mut out) = (Activations::default(), Matrix::default());
        quantised.quantise(level, states);
        product(level, &quantised, &self.all, &mut out);
        let fact = self.factuality(level, &out);
        let parser = self.parser_inputs(level, &out);
        let trees = self.biaffine.trees(level, &parser, sentences);
        let words =
            |rows: &Range<usize>| (rows.start + 1..rows.end).map(|r| self.word(out.row(r), fact.row(r)[0])).collect();
        sentences
            .iter()
            .zip(trees)
            .map(|(rows, (heads, relations))| Scores { words: words(rows), heads, relations })
            .collect()
    }

    fn factuality(&self, level: Level, out: &Matrix) -> Matrix {
        let (mut quantised, mut fact) = (Activations::default(), Matrix::default());
        quantised.quantise(level, &rectified(level, out, &self.columns.fact));
        product(level, &quantised, &self.fact, &mut fact);
        fact
    }

    fn parser_inputs(&self, level: Level, out: &Matrix) -> biaffine::Inputs {
        let columns = &self.columns;
        biaffine::Inputs {
            arc_dep: rectified(level, out, &columns.arc_dep),
            arc_head: rectified(level, out, &columns.arc_head),
            label_dep: rectified(level, out, &columns.label_dep),
            label_head: rectified(level, out, &columns.label_head),
        }
    }

    fn word(&self, row: &[f32], factuality: f32) -> WordScores {
        let best = |columns: &Range<usize>| argmax(&row[columns.clone()]);
        WordScores {
            upos: best(&self.columns.upos),
            xpos: best(&self.columns.xpos),
            lemma: row[self.columns.lemma.clone()].into(),
            entity: best(&self.columns.entity),
            named: best(&self.columns.named),
            factuality,
        }
    }
}

/// Some columns, with what is below zero set to zero.
fn rectified(level: Level, from: &Matrix, columns: &Range<usize>) -> Matrix {
    let mut to = Matrix::default();
    to.reshape(from.rows(), columns.len());
    for row in 0..from.rows() {
        to.row_mut(row).copy_from_slice(&from.row(row)[columns.clone()]);
    }
    rectify(level, to.as_mut_slice());
    to
}

/// The first of the largest values.
pub(super) fn argmax(values: &[f32]) -> usize {
    let mut best = 0;
    for (i, &value) in values.iter().enumerate() {
        if value > values[best] {
            best = i;
        }
    }
    best
}
