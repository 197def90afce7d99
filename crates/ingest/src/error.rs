//! What can be wrong with an input, with the place and how to mend it.

use std::{fmt, io};

/// A place in an input: its name and, where lines count, the line from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Name of the file, or `-` for standard input.
    pub name: String,
    /// Line, from 1.
    pub line: Option<usize>,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}:{line}", self.name),
            None => f.write_str(&self.name),
        }
    }
}

/// An input, or one line of it, that cannot be read.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum IngestError {
    /// The file or folder cannot be opened or read.
    #[error("{place}: {cause}")]
    Io {
        /// Where.
        place: Place,
        /// What the system said.
        cause: io::Error,
    },
    /// A folder holds no file of a known kind.
    #[error("{0}: no articles in this folder; expected .txt, .html, .jsonl, .xml, .rss or .atom files")]
    EmptyFolder(String),
    /// A format that cannot be read yet.
    #[error("{place}: {format} is not supported yet; {mend}")]
    Unsupported {
        /// Where.
        place: Place,
        /// Name of the format.
        format: &'static str,
        /// What to do instead.
        mend: &'static str,
    },
    /// A line that is no JSON object.
    #[error("{place}: not a JSON object: {cause}; expected one object per line such as {{\"text\": \"…\"}}")]
    Json {
        /// Where.
        place: Place,
        /// What the parser said.
        cause: String,
    },
    /// A record with a field that is missing or of the wrong kind.
    #[error("{place}: {problem}")]
    Field {
        /// Where.
        place: Place,
        /// What is wrong and how to mend it.
        problem: String,
    },
    /// A file that is no feed, or a broken one.
    #[error("{place}: not a readable RSS or Atom feed: {cause}")]
    Feed {
        /// Where.
        place: Place,
        /// What is wrong.
        cause: String,
    },
    /// A record longer than the limit.
    #[error("{place}: record of more than {limit} bytes; split it")]
    TooLong {
        /// Where.
        place: Place,
        /// The limit.
        limit: usize,
    },
}
