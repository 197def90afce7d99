//! What can be wrong with a model file.

use thiserror::Error;
use types::UnknownCode;

/// A model that cannot be used.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum ModelError {
    /// The bytes are no safetensors file.
    #[error("the weights are no safetensors file: {0}")]
    File(#[from] safetensors::SafeTensorError),
    /// The file does not state that it has the format this version reads.
    #[error("the weights have format {found:?}, expected {expected:?}")]
    Format {
        /// What the file states.
        found: String,
        /// What is read.
        expected: &'static str,
    },
    /// A tensor has another type or shape than the model needs.
    #[error("tensor {name:?} is not {expected}")]
    Tensor {
        /// The tensor.
        name: String,
        /// What it should be.
        expected: String,
    },
    /// A list of labels is missing, empty or unreadable.
    #[error("the metadata hold no usable list {0:?}")]
    Labels(&'static str),
    /// A label is none of ours.
    #[error(transparent)]
    Label(#[from] UnknownCode),
    /// A lemma script is malformed.
    #[error("unreadable lemma script {0:?}")]
    Script(String),
    /// The vocabulary lacks a piece that every sentence needs.
    #[error("the vocabulary has no piece {0:?}")]
    Piece(&'static str),
    /// The vocabulary and the embeddings differ in size.
    #[error("the vocabulary has {pieces} pieces, the embeddings have {rows} rows")]
    Vocabulary {
        /// Pieces of the vocabulary.
        pieces: usize,
        /// Rows of the embeddings.
        rows: usize,
    },
}
