//! From scores to parses.

mod names;
mod nouns;
pub(crate) mod tree;
mod verbs;
mod words;

pub(crate) use words::{Words, sentence};
