//! The outside world of this crate as one trait: a database that runs SQL.
//!
//! SQLite and PostgreSQL agree on nearly all the SQL that is used here; where they do not, a [`Dialect`] says how.
//! Parameters are written `$1`, `$2`, … and first appear in this order.

use crate::{StoreError, Value};
use std::ops::ControlFlow;

/// Sees one row after the other, until it has enough.
pub type Each<'a> = &'a mut dyn FnMut(&[Value<'_>]) -> ControlFlow<()>;

/// Takes the answer to a user's query, until it has enough.
pub trait Answer {
    /// The names of the columns; they come before any row.
    fn heads(&mut self, names: &[String]) -> ControlFlow<()>;

    /// A row.
    fn row(&mut self, row: &[Value<'_>]) -> ControlFlow<()>;
}

/// A database that runs SQL.
pub trait Engine {
    /// How it wants its SQL.
    fn dialect(&self) -> Dialect;

    /// The database as the user named it.
    fn name(&self) -> &str;

    /// Makes ready to write, once it is known that the database is ours or empty.
    fn prepare(&mut self) -> Result<(), StoreError>;

    /// Runs several statements without parameters.
    fn script(&mut self, sql: &str) -> Result<(), StoreError>;

    /// Runs one statement, and tells how many rows it changed.
    fn execute(&mut self, sql: &str, values: &[Value<'_>]) -> Result<u64, StoreError>;

    /// Runs a query and shows its rows.
    fn rows(&mut self, sql: &str, values: &[Value<'_>], each: Each<'_>) -> Result<(), StoreError>;

    /// Runs a query that has `= $1` once, for each of some values.
    fn rows_of_each(&mut self, sql: &str, values: &[Value<'_>], each: Each<'_>) -> Result<(), StoreError> {
        values.iter().try_for_each(|value| self.rows(sql, std::slice::from_ref(value), each))
    }

    /// Runs a statement that has `= $1` once, for each of some values.
    fn execute_each(&mut self, sql: &str, values: &[Value<'_>]) -> Result<(), StoreError> {
        values.iter().try_for_each(|value| self.execute(sql, std::slice::from_ref(value)).map(|_| ()))
    }

    /// Puts rows into a table.
    fn insert(&mut self, rows: Rows<'_>) -> Result<(), StoreError> {
        let places: Vec<String> = (1..=rows.columns.len()).map(|at| format!("${at}")).collect();
        let sql = format!("INSERT INTO {} ({}) VALUES ({})", rows.table, rows.columns.join(", "), places.join(", "));
        rows.rows.iter().try_for_each(|row| self.execute(&sql, row).map(|_| ()))
    }

    /// Runs a user's own query, which must do nothing but read.
    fn read(&mut self, sql: &str, answer: &mut dyn Answer) -> Result<(), StoreError>;

    /// Faults that the database finds in its own files.
    fn damage(&mut self) -> Result<Vec<String>, StoreError>;

    /// Leaves no trace on the disk of what was deleted.
    fn forget(&mut self) -> Result<(), StoreError>;

    /// Begins a transaction in which nobody else writes.
    fn begin(&mut self) -> Result<(), StoreError>;
}

/// A column and what it gets.
pub(crate) type Cell<'a> = (&'static str, Value<'a>);

/// Rows that are to go into a table; all have the same columns.
#[derive(Debug)]
pub struct Rows<'a> {
    /// The table.
    pub table: &'static str,
    /// The names of the columns.
    pub columns: Vec<&'static str>,
    /// A value per column.
    pub rows: Vec<Vec<Value<'a>>>,
}

impl<'a> Rows<'a> {
    /// None yet.
    pub(crate) fn new(table: &'static str) -> Self {
        Self { table, columns: Vec::new(), rows: Vec::new() }
    }

    /// One more.
    pub(crate) fn push(&mut self, cells: impl IntoIterator<Item = Cell<'a>>) {
        let (columns, row) = cells.into_iter().unzip();
        self.columns = columns;
        self.rows.push(row);
    }
}

/// Where the SQL of databases differs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dialect {
    /// SQLite's.
    Sqlite,
    /// PostgreSQL's.
    Postgres,
}

/// Runs `work` in a transaction: all of it is stored, or nothing.
pub(crate) fn transaction<E: Engine + ?Sized, T>(
    engine: &mut E,
    work: impl FnOnce(&mut E) -> Result<T, StoreError>,
) -> Result<T, StoreError> {
    engine.begin()?;
    let done = work(engine).and_then(|value| engine.script("COMMIT").map(|()| value));
    if done.is_err() {
        // The first error is the one to tell; a database that cannot roll back has done so by itself.
        let _ = engine.script("ROLLBACK");
    }
    done
}

/// The first row of a query, if there is one.
pub(crate) fn first<E: Engine + ?Sized>(
    engine: &mut E,
    sql: &str,
    values: &[Value<'_>],
) -> Result<Option<Vec<Value<'static>>>, StoreError> {
    let mut found = None;
    engine.rows(sql, values, &mut |row| {
        found = Some(row.iter().cloned().map(Value::into_owned).collect());
        ControlFlow::Break(())
    })?;
    Ok(found)
}

/// The first cell of the first row of a query, if there is one.
pub(crate) fn cell<E: Engine + ?Sized>(
    engine: &mut E,
    sql: &str,
    values: &[Value<'_>],
) -> Result<Option<Value<'static>>, StoreError> {
    Ok(first(engine, sql, values)?.and_then(|row| row.into_iter().next()))
}

/// All rows of a query that has few.
pub(crate) fn all<E: Engine + ?Sized>(
    engine: &mut E,
    sql: &str,
    values: &[Value<'_>],
) -> Result<Vec<Vec<Value<'static>>>, StoreError> {
    let mut found = Vec::new();
    engine.rows(sql, values, &mut |row| {
        found.push(row.iter().cloned().map(Value::into_owned).collect());
        ControlFlow::Continue(())
    })?;
    Ok(found)
}
