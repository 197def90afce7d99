//! Documents to sentences, tokens and dependency trees.
//!
//! * [`sentences()`] and [`tokens()`] cut text as the English treebanks EWT and GUM do, with exact offsets
//! * [`Parser`] runs the model on them: parts of speech, lemmas, trees, entities, factuality
//! * [`conllu`] keeps parses as text
//! * [`score`] holds parses against a treebank
//!
//! Nothing here reads a file, and nothing that is given text can fail. Results are the same to the
//! bit on every CPU, in any batch and on any thread: integer sums are exact and floats have a fixed order.

mod chars;
pub mod conllu;
mod decode;
mod int8;
mod judged;
mod math;
mod matrix;
mod model;
mod parser;
pub mod score;
mod sentences;
mod simd;
mod tables;
mod tokens;
mod wordlist;
mod wordpiece;

pub use model::ModelError;
pub use parser::{JudgeInput, Parser};
pub use sentences::sentences;
pub use tokens::tokens;
