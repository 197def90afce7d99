//! Reading TOML data files so that each fault knows its line.

use crate::{DataFile, Problem};
use serde::de::DeserializeOwned;
use std::str::FromStr;

/// A string that knows where it stands.
pub(crate) type Located = toml::Spanned<String>;

/// The file's content, or nothing and a problem.
pub(crate) fn read<T: DeserializeOwned>(file: &DataFile<'_>, problems: &mut Vec<Problem>) -> Option<T> {
    match toml::from_str(file.text) {
        Ok(value) => Some(value),
        Err(error) => {
            let line = error.span().map_or(0, |span| line_of(file.text, span.start));
            let message = error.message().trim().replace('\n', " ");
            problems.push(Problem { file: file.path.to_owned(), line, message });
            None
        }
    }
}

/// The code that a string names, or nothing and a problem.
pub(crate) fn code<T: FromStr<Err = types::UnknownCode>>(
    file: &DataFile<'_>,
    text: &Located,
    problems: &mut Vec<Problem>,
) -> Option<T> {
    text.get_ref().parse().map_err(|error: T::Err| problems.push(problem(file, text, &error.to_string()))).ok()
}

/// A problem at the place of a string.
pub(crate) fn problem(file: &DataFile<'_>, at: &Located, message: &str) -> Problem {
    Problem { file: file.path.to_owned(), line: line_of(file.text, at.span().start), message: message.to_owned() }
}

/// The line, from 1, of a byte offset.
pub(crate) fn line_of(text: &str, offset: usize) -> usize {
    text.bytes().take(offset).filter(|&byte| byte == b'\n').count() + 1
}
