//! What a user brings besides the data files: dictionaries of several formats, told apart by what they hold.

use crate::petrarch::{self, Codebook};
use crate::{DataFile, Problem};

/// The formats that are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// A dictionary of PETRARCH or TABARI.
    Petrarch(petrarch::Kind),
}

impl Format {
    /// The format of a text, or nothing if it is none that is known.
    pub fn of(text: &str) -> Option<Format> {
        petrarch::Kind::of(text).map(Format::Petrarch)
    }

    /// What its files are called.
    pub fn as_str(self) -> &'static str {
        match self {
            Format::Petrarch(kind) => kind.as_str(),
        }
    }
}

/// A user's dictionaries.
#[derive(Debug, Clone, Default)]
pub struct Extension {
    /// Dictionaries of PETRARCH and TABARI, taken together.
    pub codebook: Codebook,
}

impl Extension {
    /// Reads dictionaries, each with its format. Lines that cannot be read are told and passed over.
    pub fn read(files: &[(Format, DataFile<'_>)]) -> (Self, Vec<Problem>) {
        let (mut extension, mut problems) = (Self::default(), Vec::new());
        for (format, file) in files {
            match format {
                Format::Petrarch(kind) => extension.codebook.read(*kind, file, &mut problems),
            }
        }
        problems.sort_by(|a, b| (&a.file, a.line).cmp(&(&b.file, b.line)));
        (extension, problems)
    }
}
