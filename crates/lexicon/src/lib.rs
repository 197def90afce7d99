//! Data files to a checked lexicon. Pure: the caller brings the files' text.

mod error;
mod source;

pub use error::{LexiconError, Problem};
pub use source::{DataFile, Row, rows};

/// All that Tidings knows of words and the world.
#[derive(Debug)]
pub struct Lexicon {}

impl Lexicon {
    /// Reads and checks all data files; every problem found is reported, not only the first.
    pub fn load(_files: &[DataFile<'_>]) -> Result<Self, LexiconError> {
        Ok(Self {})
    }
}
