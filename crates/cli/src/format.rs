//! `--format`: how records are written.

use crate::grid;
use clap::ValueEnum;
use tidings::export;

/// A format of records.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum Format {
    /// For people
    #[default]
    Table,
    /// JSON Lines, the full record
    Jsonl,
    /// Comma-separated, one flat row per record
    Csv,
    /// PLOVER's JSON Lines, its rules of collapse applied
    Plover,
    /// POLECAT's 40 columns
    Polecat,
    /// GDELT 2.0's 61 columns
    Gdelt,
    /// ICEWS's 20 columns
    Icews,
    /// Parquet, for data frames
    Parquet,
    /// GeoJSON: the events whose place has coordinates
    Geojson,
    /// An Atom feed
    Atom,
}

/// Whose format it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Ours, which holds all that a record says.
    Own(grid::Format),
    /// That of another tool.
    Foreign(export::Format),
}

impl Format {
    /// Whose format it is.
    pub const fn kind(self) -> Kind {
        match self {
            Format::Table => Kind::Own(grid::Format::Table),
            Format::Jsonl => Kind::Own(grid::Format::Jsonl),
            Format::Csv => Kind::Own(grid::Format::Csv),
            Format::Plover => Kind::Foreign(export::Format::Plover),
            Format::Polecat => Kind::Foreign(export::Format::Polecat),
            Format::Gdelt => Kind::Foreign(export::Format::Gdelt),
            Format::Icews => Kind::Foreign(export::Format::Icews),
            Format::Parquet => Kind::Foreign(export::Format::Parquet),
            Format::Geojson => Kind::Foreign(export::Format::Geojson),
            Format::Atom => Kind::Foreign(export::Format::Atom),
        }
    }
}
