//! From scores to parses.

mod names;
pub(crate) mod tree;
mod verbs;
mod words;

pub(crate) use words::{Words, sentence};
