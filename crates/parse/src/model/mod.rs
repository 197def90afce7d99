//! The model: pieces of words in, hidden states and scores out.
//!
//! The file format is described in `model/FORMAT.md`. Everything is computed per token or per sentence,
//! so that a sentence's result does not depend on its batch.

mod archive;
mod attention;
mod biaffine;
mod encoder;
mod error;
mod heads;
mod judge;
mod labels;
mod layers;
mod lemmas;

pub(crate) use encoder::{Encoder, Scratch, Taps};
pub use error::ModelError;
pub(crate) use heads::{Heads, Scores, WordScores};
pub(crate) use judge::{Judge, inputs as judge_inputs};
pub(crate) use labels::{Labels, NameLabel};

use crate::wordpiece::WordPiece;
use archive::Archive;

/// Width of the hidden states.
pub(crate) const HIDDEN: usize = 384;

/// Pieces of a sentence that the encoder can place.
pub(crate) const POSITIONS: usize = 256;

/// All that is read from the files.
#[derive(Debug)]
pub(crate) struct Model {
    pub pieces: WordPiece,
    pub encoder: Encoder,
    pub heads: Heads,
    pub labels: Labels,
}

impl Model {
    pub fn read(weights: &[u8], vocabulary: &str) -> Result<Self, ModelError> {
        let archive = Archive::open(weights)?;
        let pieces = WordPiece::new(vocabulary)?;
        let rows = archive.row_count("embeddings.word")?;
        if pieces.len() != rows {
            return Err(ModelError::Vocabulary { pieces: pieces.len(), rows });
        }
        let labels = Labels::read(&archive)?;
        Ok(Self { pieces, encoder: Encoder::read(&archive, rows)?, heads: Heads::read(&archive, &labels)?, labels })
    }
}
