//! Where in which file a fault was found.

use crate::Problem;

/// Notes the faults of one file.
pub(super) struct Report<'a, 'p> {
    file: &'a str,
    problems: &'p mut Vec<Problem>,
}

impl<'a, 'p> Report<'a, 'p> {
    pub(super) fn new(file: &'a str, problems: &'p mut Vec<Problem>) -> Self {
        Self { file, problems }
    }

    /// Notes a fault.
    pub(super) fn fault(&mut self, line: usize, message: impl Into<String>) {
        self.problems.push(Problem { file: self.file.to_owned(), line, message: message.into() });
    }

    /// The value, or nothing with the fault noted.
    pub(super) fn good<T>(&mut self, line: usize, read: Result<T, String>) -> Option<T> {
        read.map_err(|message| self.fault(line, message)).ok()
    }

    /// A line of the file as evidence names it.
    pub(super) fn place(&self, line: usize) -> Box<str> {
        format!("{}:{line}", self.file).into()
    }
}
