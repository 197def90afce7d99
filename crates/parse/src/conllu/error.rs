//! What can be wrong with a CoNLL-U text, and where.

use thiserror::Error;
use types::{InvalidParse, UnknownCode};

/// A CoNLL-U text that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("line {line}: {kind}")]
pub struct ConlluError {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong with it.
    pub kind: ConlluErrorKind,
}

/// What is wrong with a line.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum ConlluErrorKind {
    /// A row has too many or too few columns.
    #[error("expected 10 columns separated by tabs, found {0}")]
    Columns(usize),
    /// The first column is no word number, or not the next one.
    #[error("unexpected word number {0:?}")]
    Id(String),
    /// The head is no number.
    #[error("unreadable head {0:?}")]
    Head(String),
    /// A tag or relation is unknown.
    #[error(transparent)]
    Code(#[from] UnknownCode),
    /// A MISC value cannot be read.
    #[error("unreadable value in MISC: {0:?}")]
    Misc(String),
    /// The word is not the next one of `# text`.
    #[error("{0:?} is not the next word of `# text`")]
    Text(String),
    /// The sentence is no tree.
    #[error(transparent)]
    Tree(#[from] InvalidParse),
}
