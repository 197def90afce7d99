//! Parquet: the columns of [`csv`](super::csv), with the counts of stored events, as nullable strings and numbers.
//!
//! Written column by column without Arrow, which would be most of the time to build.

use ::parquet::basic::{ConvertedType, Repetition, Type as Physical};
use ::parquet::data_type::{ByteArray, ByteArrayType, DoubleType};
use ::parquet::errors::ParquetError;
use ::parquet::file::properties::WriterProperties;
use ::parquet::file::writer::{SerializedFileWriter, SerializedRowGroupWriter};
use ::parquet::schema::types::Type;
use std::sync::Arc;

/// Columns of `csv` that hold numbers.
const NUMBERS: [&str; 14] = [
    "quad",
    "score",
    "lat",
    "lon",
    "killed",
    "injured",
    "arrested",
    "participants",
    "start",
    "end",
    "mentions",
    "confidence",
    "outlets",
    "articles",
];

/// A whole file of rows that have the named columns; an empty cell is null.
pub fn file(columns: &[&str], rows: &[Vec<String>]) -> Result<Vec<u8>, ParquetError> {
    let fields = columns.iter().map(|column| field(column)).collect::<Result<Vec<_>, _>>()?;
    let schema = Arc::new(Type::group_type_builder("events").with_fields(fields).build()?);
    let mut writer = SerializedFileWriter::new(Vec::new(), schema, Arc::new(WriterProperties::default()))?;
    let mut group = writer.next_row_group()?;
    for (at, column) in columns.iter().enumerate() {
        let cells: Vec<&str> = rows.iter().map(|row| row.get(at).map_or("", |cell| cell)).collect();
        write(&mut group, column, &cells)?;
    }
    group.close()?;
    writer.into_inner()
}

fn field(column: &str) -> Result<Arc<Type>, ParquetError> {
    let (physical, converted) = match NUMBERS.contains(&column) {
        true => (Physical::DOUBLE, ConvertedType::NONE),
        false => (Physical::BYTE_ARRAY, ConvertedType::UTF8),
    };
    let builder = Type::primitive_type_builder(column, physical).with_repetition(Repetition::OPTIONAL);
    builder.with_converted_type(converted).build().map(Arc::new)
}

fn write(group: &mut SerializedRowGroupWriter<'_, Vec<u8>>, column: &str, cells: &[&str]) -> Result<(), ParquetError> {
    let levels: Vec<i16> = cells.iter().map(|cell| i16::from(!cell.is_empty())).collect();
    let known = cells.iter().filter(|cell| !cell.is_empty());
    let Some(mut writer) = group.next_column()? else { return Ok(()) };
    if NUMBERS.contains(&column) {
        let values: Vec<f64> = known.map(|cell| cell.parse().unwrap_or(f64::NAN)).collect();
        writer.typed::<DoubleType>().write_batch(&values, Some(&levels), None)?;
    } else {
        let values: Vec<ByteArray> = known.map(|cell| ByteArray::from(*cell)).collect();
        writer.typed::<ByteArrayType>().write_batch(&values, Some(&levels), None)?;
    }
    writer.close()
}
