//! What the binary carries: model, data files, and their hashes taken when it was built.

use crate::wire::ProducedBy;
use lexicon::{DataFile, Lexicon, LexiconError};
use parse::{ModelError, Parser};

/// The weights of the model.
pub const WEIGHTS: &[u8] = include_bytes!("../../../model/tidings.safetensors");
/// The weights of the judge.
pub const JUDGE: &[u8] = include_bytes!("../../../model/judge.safetensors");
/// Its word pieces.
pub const VOCABULARY: &str = include_str!("../../../model/vocab.txt");
/// Every file under `data/`, by path.
pub const DATA: &[DataFile<'static>] = include!(concat!(env!("OUT_DIR"), "/data.rs"));

/// What records made with the above say of their making.
pub fn produced_by() -> ProducedBy {
    ProducedBy {
        tidings: env!("CARGO_PKG_VERSION").to_owned(),
        model: env!("TIDINGS_MODEL").to_owned(),
        lexicon: env!("TIDINGS_LEXICON").to_owned(),
    }
}

/// The parser, with the judge.
///
/// # Errors
/// When the files are not of one format.
pub fn parser() -> Result<Parser, ModelError> {
    Parser::from_bytes(WEIGHTS, VOCABULARY)?.with_judge(JUDGE)
}

/// The lexicon.
///
/// # Errors
/// When the data files are at fault.
pub fn lexicon() -> Result<Lexicon, LexiconError> {
    Lexicon::load(DATA)
}
