//! Records as files: one module per format, and the [`Exporter`] that writes those of other tools.
//!
//! A file is written as its records come, so that memory does not grow with their number; only a feed, which names its
//! newest article first, holds its entries back.

pub mod atom;
pub mod cameo;
pub mod collapse;
mod counted;
pub mod csv;
mod exporter;
mod format;
pub mod gdelt;
pub mod geojson;
pub mod icews;
pub mod jsonl;
mod only;
pub mod parquet;
pub mod plover;
pub mod polecat;
mod sheet;
mod tsv;

pub use counted::{Counted, Counts};
pub use exporter::{Exporter, Fate, Tally};
pub use format::{Format, Unit};
pub use only::Only;

/// Why records cannot be written.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The file.
    #[error("the output cannot be written")]
    Io(#[from] std::io::Error),
    /// Rows.
    #[error(transparent)]
    Csv(#[from] ::csv::Error),
    /// Parquet.
    #[error(transparent)]
    Parquet(#[from] ::parquet::errors::ParquetError),
}

/// As the record writes it, which a plain conversion to more digits would not be.
pub(crate) fn thousandths(confidence: f32) -> f64 {
    (f64::from(confidence) * 1000.0).round() / 1000.0
}
