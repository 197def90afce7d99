//! Documents to sentences, tokens and dependency trees.
//!
//! * [`sentences`] and [`tokens`] cut text as the English treebanks EWT and GUM do, with exact offsets
//! * [`conllu`] keeps parses as text
//! * [`score`] holds parses against a treebank
//!
//! Nothing here reads a file, and nothing that is given text can fail.

mod chars;
pub mod conllu;
pub mod score;
mod sentences;
mod tables;
mod tokens;
mod wordlist;

pub use sentences::sentences;
pub use tokens::tokens;
