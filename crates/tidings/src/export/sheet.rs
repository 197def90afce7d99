//! A file that is being written.

use super::{Counted, ExportError, Fate};
use lexicon::Lexicon;
use std::io::Write;

/// Where a file goes.
pub type Out<'a> = &'a mut (dyn Write + Send);

/// A file that is being written, record by record.
pub(super) trait Sheet {
    /// Writes a record, if the format can hold it.
    fn add(&mut self, counted: &Counted) -> Result<Fate, ExportError>;

    /// Writes what comes last.
    fn finish(self: Box<Self>) -> Result<(), ExportError>;
}

/// Lines of a record, none where it lacks what the format demands.
pub(super) type LinesOf = fn(&Lexicon, &Counted) -> String;

/// Formats that are nothing but one line after the other.
pub(super) struct Lines<'a> {
    out: Out<'a>,
    lexicon: &'a Lexicon,
    lines_of: LinesOf,
}

impl<'a> Lines<'a> {
    pub(super) fn new(
        out: Out<'a>,
        header: &str,
        lexicon: &'a Lexicon,
        lines_of: LinesOf,
    ) -> Result<Self, ExportError> {
        out.write_all(header.as_bytes())?;
        Ok(Self { out, lexicon, lines_of })
    }
}

impl Sheet for Lines<'_> {
    fn add(&mut self, counted: &Counted) -> Result<Fate, ExportError> {
        let lines = (self.lines_of)(self.lexicon, counted);
        self.out.write_all(lines.as_bytes())?;
        Ok(if lines.is_empty() { Fate::Lacking } else { Fate::Written })
    }

    fn finish(self: Box<Self>) -> Result<(), ExportError> {
        Ok(self.out.flush()?)
    }
}
