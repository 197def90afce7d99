//! A row goes into a table.

use crate::engine::{Engine, cell};
use crate::{StoreError, Value};

/// A column and what it gets.
pub(super) type Cell<'a> = (&'static str, Value<'a>);

/// Puts in a row.
pub(super) fn insert<E: Engine>(engine: &mut E, table: &str, cells: &[Cell<'_>]) -> Result<(), StoreError> {
    engine.execute(&statement(table, cells), &values(cells)).map(|_| ())
}

/// Puts in a row, and tells the number it was given.
pub(super) fn insert_keyed<E: Engine>(engine: &mut E, table: &str, cells: &[Cell<'_>]) -> Result<i64, StoreError> {
    let sql = statement(table, cells) + " RETURNING key";
    let key = cell(engine, &sql, &values(cells))?.and_then(|key| key.integer());
    key.ok_or_else(|| StoreError::Other {
        name: engine.name().to_owned(),
        detail: format!("a row of {table} was given no number"),
    })
}

fn statement(table: &str, cells: &[Cell<'_>]) -> String {
    let names: Vec<&str> = cells.iter().map(|(name, _)| *name).collect();
    let places: Vec<String> = (1..=cells.len()).map(|at| format!("${at}")).collect();
    format!("INSERT INTO {table} ({}) VALUES ({})", names.join(", "), places.join(", "))
}

fn values<'a>(cells: &[Cell<'a>]) -> Vec<Value<'a>> {
    cells.iter().map(|(_, value)| value.clone()).collect()
}
