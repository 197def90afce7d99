//! The formats of other tools, and what each can tell apart.

use super::{Counted, plover};
use lexicon::Lexicon;
use types::Status;

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

/// What a file has one of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Each record, one of an article.
    Record,
    /// Each event, however many articles tell it.
    Event,
}

impl Format {
    /// What it has one of.
    pub const fn unit(self) -> Unit {
        match self {
            Format::Parquet => Unit::Record,
            Format::Plover | Format::Polecat | Format::Gdelt | Format::Icews | Format::Geojson | Format::Atom => {
                Unit::Event
            }
        }
    }

    /// Whether it keeps a record where nobody says which statuses to keep: those it can tell from what occurred.
    pub(super) fn keeps(self, lexicon: &Lexicon, counted: &Counted) -> bool {
        match self {
            Format::Parquet | Format::Geojson | Format::Atom => true,
            Format::Plover => plover::auxiliary(lexicon, &counted.record).is_none(),
            Format::Polecat | Format::Gdelt | Format::Icews => counted.record.status == Status::Occurred,
        }
    }
}
