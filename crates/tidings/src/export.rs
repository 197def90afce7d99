//! Records as files: one module per format, and the [`Exporter`] that writes those of other tools.

pub mod atom;
pub mod cameo;
pub mod collapse;
mod counted;
pub mod csv;
pub mod gdelt;
pub mod geojson;
pub mod icews;
pub mod jsonl;
mod only;
pub mod parquet;
pub mod plover;
pub mod polecat;
mod tsv;

pub use counted::{Counted, Counts};
pub use only::Only;

use lexicon::Lexicon;
use types::{Date, Status};

/// A format of another tool.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// PLOVER's JSON Lines.
    Plover,
    /// POLECAT's 40 columns.
    Polecat,
    /// GDELT 2.0's 61 columns.
    Gdelt,
    /// ICEWS's 20 columns.
    Icews,
    /// Parquet.
    Parquet,
    /// GeoJSON.
    Geojson,
    /// Atom.
    Atom,
}

/// Why records cannot be written.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// Rows.
    #[error(transparent)]
    Csv(#[from] ::csv::Error),
    /// Parquet.
    #[error(transparent)]
    Parquet(#[from] ::parquet::errors::ParquetError),
}

/// Turns records into a file of one format.
pub struct Exporter<'a> {
    format: Format,
    only: Option<Only>,
    lexicon: &'a Lexicon,
    text: String,
    rows: Vec<Vec<String>>,
    newest: Option<Date>,
    left_out: LeftOut,
}

/// What was not written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct LeftOut {
    /// Records whose status was not asked for.
    pub status: usize,
    /// Records that lack what the format demands: a place, a date or an actor.
    pub lacking: usize,
}

impl<'a> Exporter<'a> {
    /// For a format; without `only`, what the format can tell apart is kept.
    pub fn new(format: Format, only: Option<Only>, lexicon: &'a Lexicon) -> Self {
        let left_out = LeftOut::default();
        Self { format, only, lexicon, text: String::new(), rows: Vec::new(), newest: None, left_out }
    }

    /// Takes a record.
    pub fn add(&mut self, counted: &Counted) -> Result<(), ExportError> {
        if !self.keeps(counted) {
            self.left_out.status += 1;
            return Ok(());
        }
        if self.format == Format::Parquet {
            self.rows.push(flat(counted)?);
            return Ok(());
        }
        let text = self.written(counted);
        if text.is_empty() {
            self.left_out.lacking += 1;
        } else if self.format == Format::Geojson && !self.text.is_empty() {
            self.text.push_str(",\n");
        }
        self.newest = self.newest.max(atom::day(&counted.record));
        self.text.push_str(&text);
        Ok(())
    }

    /// The file, and what it lacks.
    pub fn finish(self) -> Result<(Vec<u8>, LeftOut), ExportError> {
        let text = match self.format {
            Format::Parquet => {
                let columns: Vec<&str> = csv::HEADER.trim_end().split(',').chain(COUNTS).collect();
                return Ok((parquet::file(&columns, &self.rows)?, self.left_out));
            }
            Format::Plover | Format::Gdelt => self.text,
            Format::Polecat => polecat::HEADER.to_owned() + &self.text,
            Format::Icews => icews::HEADER.to_owned() + &self.text,
            Format::Geojson => [geojson::OPENING, &self.text, geojson::CLOSING].concat(),
            Format::Atom => atom::feed(&self.text, self.newest),
        };
        Ok((text.into_bytes(), self.left_out))
    }

    fn keeps(&self, counted: &Counted) -> bool {
        let record = &counted.record;
        match (&self.only, self.format) {
            (Some(only), _) => only.keeps(record.status),
            (None, Format::Parquet | Format::Geojson | Format::Atom) => true,
            (None, Format::Plover) => plover::auxiliary(record).is_none(),
            (None, _) => record.status == Status::Occurred,
        }
    }

    fn written(&self, counted: &Counted) -> String {
        match self.format {
            Format::Plover => plover::line(self.lexicon, counted),
            Format::Polecat => polecat::rows(self.lexicon, counted),
            Format::Gdelt => gdelt::rows(self.lexicon, counted),
            Format::Icews => icews::rows(self.lexicon, counted),
            Format::Geojson => geojson::feature(counted).map_or_else(String::new, |feature| feature.to_string()),
            Format::Atom => atom::entry(counted),
            Format::Parquet => String::new(),
        }
    }
}

/// Columns that Parquet has beyond those of CSV.
const COUNTS: [&str; 2] = ["outlets", "articles"];

/// The cells of CSV and the counts.
fn flat(counted: &Counted) -> Result<Vec<String>, ExportError> {
    let bytes = csv::rows(std::slice::from_ref(&counted.record))?;
    let mut reader = ::csv::ReaderBuilder::new().has_headers(false).from_reader(bytes.as_slice());
    let mut cells: Vec<String> = Vec::new();
    for row in reader.records() {
        cells.extend(row?.iter().map(str::to_owned));
    }
    cells.extend([counted.counts.sources, counted.counts.articles].map(|count| count.to_string()));
    Ok(cells)
}
