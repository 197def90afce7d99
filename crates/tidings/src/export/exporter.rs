//! Records into a file of one format, those that are wanted.

use super::sheet::{Lines, Out, Sheet};
use super::{Counted, ExportError, Format, Only, atom, gdelt, geojson, icews, parquet, plover, polecat};
use lexicon::Lexicon;

/// Writes records into a file of one format.
pub struct Exporter<'a> {
    format: Format,
    only: Option<Only>,
    lexicon: &'a Lexicon,
    sheet: Box<dyn Sheet + 'a>,
    tally: Tally,
}

/// What became of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It stands in the file.
    Written,
    /// Its status was not asked for.
    OtherStatus,
    /// It lacks what the format demands.
    Lacking,
}

/// What became of the records.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// Those that were written.
    pub written: usize,
    /// Those whose status was not asked for.
    pub of_other_status: usize,
    /// Those that lack what the format demands: a place, a date or a participant.
    pub lacking: usize,
}

impl<'a> Exporter<'a> {
    /// Opens a file; without `only` it keeps the statuses that the format can tell apart.
    pub fn new(format: Format, only: Option<Only>, lexicon: &'a Lexicon, out: Out<'a>) -> Result<Self, ExportError> {
        Ok(Self { format, only, lexicon, sheet: sheet(format, lexicon, out)?, tally: Tally::default() })
    }

    /// Whether the statuses asked for include that of a record.
    fn keeps(&self, counted: &Counted) -> bool {
        match &self.only {
            Some(only) => only.keeps(counted.record.status),
            None => self.format.keeps(self.lexicon, counted),
        }
    }

    /// Takes a record.
    pub fn add(&mut self, counted: &Counted) -> Result<Fate, ExportError> {
        let fate = if self.keeps(counted) { self.sheet.add(counted)? } else { Fate::OtherStatus };
        let count = match fate {
            Fate::Written => &mut self.tally.written,
            Fate::OtherStatus => &mut self.tally.of_other_status,
            Fate::Lacking => &mut self.tally.lacking,
        };
        *count += 1;
        Ok(fate)
    }

    /// So far.
    pub fn tally(&self) -> Tally {
        self.tally
    }

    /// Closes the file.
    pub fn finish(self) -> Result<Tally, ExportError> {
        self.sheet.finish()?;
        Ok(self.tally)
    }
}

fn sheet<'a>(format: Format, lexicon: &'a Lexicon, out: Out<'a>) -> Result<Box<dyn Sheet + 'a>, ExportError> {
    Ok(match format {
        Format::Plover => Box::new(Lines::new(out, "", lexicon, plover::line)?),
        Format::Polecat => Box::new(Lines::new(out, polecat::HEADER, lexicon, polecat::rows)?),
        Format::Gdelt => Box::new(Lines::new(out, "", lexicon, gdelt::rows)?),
        Format::Icews => Box::new(Lines::new(out, icews::HEADER, lexicon, icews::rows)?),
        Format::Parquet => Box::new(parquet::Columns::new(out)?),
        Format::Geojson => Box::new(geojson::Features::new(out)?),
        Format::Atom => Box::new(atom::Feed::new(out)),
    })
}
