//! Parquet: the columns of [`csv`], then which records tell the same event, and how many outlets and
//! articles do.
//!
//! Written column by column without Arrow, which would be most of the time to build, in groups of rows, so that no more
//! than one group is held.

use super::sheet::{Out, Sheet};
use super::{Counted, ExportError, Fate, csv};
use ::parquet::basic::{ConvertedType, Repetition, Type as Physical};
use ::parquet::data_type::{ByteArray, ByteArrayType, DataType, DoubleType, Int64Type};
use ::parquet::errors::ParquetError;
use ::parquet::file::metadata::ParquetMetaData;
use ::parquet::file::writer::{SerializedFileWriter, SerializedRowGroupWriter};
use ::parquet::schema::types::Type;
use std::str::FromStr;
use std::sync::Arc;

/// What a column holds; each may be null.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// Text.
    Text,
    /// Whole numbers.
    Whole,
    /// Numbers.
    Real,
}

/// A table on its way into a file.
pub struct Table<'a> {
    writer: SerializedFileWriter<Out<'a>>,
    columns: Vec<Holds>,
    rows: Vec<Vec<String>>,
}

/// Rows of a group.
const GROUP: usize = 16_384;

impl<'a> Table<'a> {
    /// A table of these columns.
    pub fn new(out: Out<'a>, name: &str, columns: &[(&str, Holds)]) -> Result<Self, ParquetError> {
        let fields = columns.iter().map(|(name, holds)| field(name, *holds)).collect::<Result<Vec<_>, _>>()?;
        let schema = Arc::new(Type::group_type_builder(name).with_fields(fields).build()?);
        let writer = SerializedFileWriter::new(out, schema, Arc::default())?;
        Ok(Self { writer, columns: columns.iter().map(|(_, holds)| *holds).collect(), rows: Vec::new() })
    }

    /// Takes a row, a cell per column; an empty cell is null.
    pub fn row(&mut self, cells: Vec<String>) -> Result<(), ParquetError> {
        self.rows.push(cells);
        if self.rows.len() < GROUP { Ok(()) } else { self.write_group() }
    }

    /// Writes what is held back and the end of the file, and tells what stands in it.
    pub fn finish(mut self) -> Result<ParquetMetaData, ParquetError> {
        self.write_group()?;
        self.writer.close()
    }

    fn write_group(&mut self) -> Result<(), ParquetError> {
        let rows = std::mem::take(&mut self.rows);
        if rows.is_empty() {
            return Ok(());
        }
        let mut group = self.writer.next_row_group()?;
        for (at, holds) in self.columns.iter().enumerate() {
            let cells: Vec<&str> = rows.iter().map(|row| row.get(at).map_or("", String::as_str)).collect();
            write_column(&mut group, *holds, &cells)?;
        }
        group.close().map(drop)
    }
}

fn field(name: &str, holds: Holds) -> Result<Arc<Type>, ParquetError> {
    let (physical, converted) = match holds {
        Holds::Text => (Physical::BYTE_ARRAY, ConvertedType::UTF8),
        Holds::Whole => (Physical::INT64, ConvertedType::NONE),
        Holds::Real => (Physical::DOUBLE, ConvertedType::NONE),
    };
    let builder = Type::primitive_type_builder(name, physical).with_repetition(Repetition::OPTIONAL);
    builder.with_converted_type(converted).build().map(Arc::new)
}

type Group<'g, 'a> = SerializedRowGroupWriter<'g, Out<'a>>;

fn write_column(group: &mut Group<'_, '_>, holds: Holds, cells: &[&str]) -> Result<(), ParquetError> {
    match holds {
        Holds::Text => {
            let texts = cells.iter().map(|cell| Some(*cell).filter(|cell| !cell.is_empty()).map(ByteArray::from));
            write_values::<ByteArrayType>(group, texts.collect())
        }
        Holds::Whole => write_values::<Int64Type>(group, numbers(cells)),
        Holds::Real => write_values::<DoubleType>(group, numbers(cells)),
    }
}

fn numbers<T: FromStr>(cells: &[&str]) -> Vec<Option<T>> {
    cells.iter().map(|cell| cell.parse().ok()).collect()
}

fn write_values<T: DataType>(group: &mut Group<'_, '_>, cells: Vec<Option<T::T>>) -> Result<(), ParquetError> {
    let levels: Vec<i16> = cells.iter().map(|cell| i16::from(cell.is_some())).collect();
    let known: Vec<T::T> = cells.into_iter().flatten().collect();
    let Some(mut column) = group.next_column()? else { return Ok(()) };
    column.typed::<T>().write_batch(&known, Some(&levels), None)?;
    column.close()
}

/// Events as a table.
pub(super) struct Columns<'a>(Table<'a>);

impl<'a> Columns<'a> {
    pub(super) fn new(out: Out<'a>) -> Result<Self, ExportError> {
        let names = csv::HEADER.trim_end().split(',').chain(BEYOND);
        let columns: Vec<(&str, Holds)> = names.map(|name| (name, holds(name))).collect();
        Ok(Self(Table::new(out, "events", &columns)?))
    }
}

impl Sheet for Columns<'_> {
    fn add(&mut self, counted: &Counted) -> Result<Fate, ExportError> {
        self.0.row(cells(counted)?)?;
        Ok(Fate::Written)
    }

    fn finish(self: Box<Self>) -> Result<(), ExportError> {
        self.0.finish()?;
        Ok(())
    }
}

/// Columns beyond those of CSV.
const BEYOND: [&str; 3] = ["same_as", "outlets", "articles"];

/// Columns of whole numbers.
const WHOLE: [&str; 10] =
    ["quad", "killed", "injured", "arrested", "participants", "start", "end", "mentions", "outlets", "articles"];

/// Columns of numbers.
const REAL: [&str; 4] = ["score", "lat", "lon", "confidence"];

fn holds(column: &str) -> Holds {
    match column {
        name if WHOLE.contains(&name) => Holds::Whole,
        name if REAL.contains(&name) => Holds::Real,
        _ => Holds::Text,
    }
}

/// The cells of CSV and the counts.
fn cells(counted: &Counted) -> Result<Vec<String>, ExportError> {
    let bytes = csv::rows(std::slice::from_ref(&counted.record))?;
    let mut reader = ::csv::ReaderBuilder::new().has_headers(false).from_reader(bytes.as_slice());
    let mut cells: Vec<String> = Vec::new();
    for row in reader.records() {
        cells.extend(row?.iter().map(str::to_owned));
    }
    cells.push(counted.same_as.clone());
    cells.extend([counted.counts.sources, counted.counts.articles].map(|count| count.to_string()));
    Ok(cells)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_columns() {
        let header: Vec<&str> = csv::HEADER.trim_end().split(',').chain(BEYOND).collect();
        for name in WHOLE.iter().chain(&REAL) {
            assert!(header.contains(name), "{name}");
        }
    }

    #[track_caller]
    fn check(rows: usize, want: &[i64]) {
        let mut bytes = Vec::new();
        let mut table = Table::new(&mut bytes, "t", &[("n", Holds::Whole), ("word", Holds::Text)]).unwrap();
        (0..rows).for_each(|n| table.row(vec![n.to_string(), String::new()]).unwrap());
        let groups: Vec<i64> = table.finish().unwrap().row_groups().iter().map(|group| group.num_rows()).collect();
        assert_eq!(groups, want);
        assert!(bytes.starts_with(b"PAR1") && bytes.ends_with(b"PAR1"));
    }

    #[test]
    fn no_more_than_a_group_is_held() {
        check(0, &[]);
        check(1, &[1]);
        check(GROUP, &[16_384]);
        check(2 * GROUP + 1, &[16_384, 16_384, 1]);
    }
}
