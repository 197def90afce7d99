//! The judge: whether a word in its context expresses an event, of which type and mode, and how it stands.
//!
//! It reads states from below the parser's own layers, where words have not yet given up their meaning for their
//! grammar: the word as it goes in, the word halfway up, and the mean of its arguments halfway up.

use super::archive::{Archive, Bias};
use super::heads::argmax;
use super::layers::rectify;
use super::{HIDDEN, ModelError};
use crate::int8::{Activations, Weights, product};
use crate::math::exp;
use crate::matrix::Matrix;
use crate::simd::Level;
use std::ops::Range;
use types::{EventType, Judgement, Mode, Status};

/// What it reads of a word.
pub(crate) const INPUTS: usize = 3 * HIDDEN;

const INNER: usize = 256;
const KINDS: usize = EventType::ALL.len();
const STATUSES: usize = Status::ALL.len();

/// A hidden layer and three answers.
#[derive(Debug)]
pub(crate) struct Judge {
    hidden: Weights,
    out: Weights,
    kinds: Vec<EventType>,
    statuses: Vec<Status>,
    modes: Vec<Mode>,
}

impl Judge {
    pub fn read(bytes: &[u8]) -> Result<Self, ModelError> {
        let archive = Archive::open(bytes)?;
        let (kinds, statuses): (Vec<EventType>, Vec<Status>) = (archive.codes("kinds")?, archive.codes("statuses")?);
        let modes: Vec<Mode> = archive.codes("modes")?;
        let whole = kinds.len() == KINDS && statuses.len() == STATUSES;
        let layers = [("kind", KINDS + 1), ("status", STATUSES), ("mode", modes.len() + 1)];
        let judge = Self {
            hidden: archive.linear(&[("hidden", INNER)], INPUTS, Bias::With)?,
            out: archive.linear(&layers, INNER, Bias::With)?,
            kinds,
            statuses,
            modes,
        };
        if whole { Ok(judge) } else { Err(ModelError::Labels("kinds")) }
    }

    /// One judgement per row of inputs.
    pub fn judge(&self, level: Level, inputs: &Matrix) -> Vec<Judgement> {
        let (mut quantised, mut hidden, mut out) = (Activations::default(), Matrix::default(), Matrix::default());
        quantised.quantise(level, inputs);
        product(level, &quantised, &self.hidden, &mut hidden);
        rectify(level, hidden.as_mut_slice());
        quantised.quantise(level, &hidden);
        product(level, &quantised, &self.out, &mut out);
        (0..out.rows()).map(|row| self.judgement(out.row(row))).collect()
    }

    fn judgement(&self, row: &[f32]) -> Judgement {
        let (kinds, rest) = row.split_at(KINDS + 1);
        let (statuses, modes) = rest.split_at(STATUSES);
        let by_kind = softmax(kinds);
        let by_status = softmax(statuses);
        let mut judged = ([0.0; KINDS], [0.0; STATUSES]);
        // The first class is that the word expresses nothing.
        self.kinds.iter().zip(&by_kind[1..]).for_each(|(&kind, &p)| judged.0[kind as usize] = p);
        self.statuses.iter().zip(&by_status).for_each(|(&status, &p)| judged.1[status as usize] = p);
        let mode = argmax(modes).checked_sub(1).and_then(|mode| self.modes.get(mode).copied());
        Judgement::new(judged.0, judged.1, mode)
    }
}

/// Probabilities, to three digits: beyond that is noise.
fn softmax(scores: &[f32]) -> Vec<f32> {
    let most = scores[argmax(scores)];
    let powers: Vec<f32> = scores.iter().map(|&score| exp(score - most)).collect();
    let sum: f32 = powers.iter().sum();
    powers.iter().map(|power| (1000.0 * power / sum).round() / 1000.0).collect()
}

/// Rows of inputs: the states of words, and of the words that hang on each.
pub(crate) fn inputs<'a>(
    surface: &Matrix,
    middle: &Matrix,
    words: impl ExactSizeIterator<Item = (usize, &'a [usize])>,
) -> Matrix {
    let mut inputs = Matrix::default();
    inputs.reshape(words.len(), INPUTS);
    for (row, (word, arguments)) in words.enumerate() {
        let to = inputs.row_mut(row);
        to[part(0)].copy_from_slice(surface.row(word));
        to[part(1)].copy_from_slice(middle.row(word));
        mean(middle, arguments, &mut to[part(2)]);
    }
    inputs
}

fn part(index: usize) -> Range<usize> {
    index * HIDDEN..(index + 1) * HIDDEN
}

fn mean(states: &Matrix, rows: &[usize], to: &mut [f32]) {
    to.fill(0.0);
    for &row in rows {
        to.iter_mut().zip(states.row(row)).for_each(|(to, state)| *to += state);
    }
    let count = rows.len().max(1) as f32;
    to.iter_mut().for_each(|to| *to /= count);
}
