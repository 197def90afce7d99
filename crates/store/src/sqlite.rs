//! SQLite: one file, no server; the default.
//!
//! Writers use a write-ahead log that is on the disk before a batch counts as stored. Readers open the file so that
//! it cannot be written.

mod fault;

use crate::engine::{Answer, Dialect, Each, Engine};
use crate::open::Access;
use crate::{StoreError, Value};
use fault::{fault, unusable};
use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Connection, OpenFlags, Row, Statement, ToSql, params_from_iter};
use std::borrow::Cow;
use std::ffi::{OsStr, OsString};
use std::ops::ControlFlow;
use std::path::Path;
use std::time::Duration;

/// A database in a file.
pub struct Sqlite {
    connection: Connection,
    name: String,
}

/// How long to wait for another program to be done with it.
const PATIENCE: Duration = Duration::from_secs(5);
/// 64 MiB of pages are kept in memory. The query shows whether it is a database at all.
const SETTINGS: &str = "PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; PRAGMA cache_size = -65536;
    SELECT count(*) FROM sqlite_master;";
/// Nothing that was acknowledged is lost, and nothing that was deleted is left in free pages.
const WRITER: &str = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;";
/// Prepared statements kept.
const STATEMENTS: usize = 64;

impl Sqlite {
    /// Opens a file; it is made only where it may be.
    pub(crate) fn open(path: &Path, access: Access) -> Result<Self, StoreError> {
        let name = path.display().to_string();
        if access != Access::Create && !path.exists() {
            return Err(StoreError::Missing { name });
        }
        match Self::connect(path.as_os_str(), &name, access, flags(access)) {
            Err(StoreError::Unreachable { .. } | StoreError::ReadOnly { .. })
                if access == Access::Read && is_at_rest(path) =>
            {
                Self::connect(&at_rest(path), &name, access, flags(access) | OpenFlags::SQLITE_OPEN_URI)
            }
            done => done,
        }
    }

    fn connect(path: &OsStr, name: &str, access: Access, flags: OpenFlags) -> Result<Self, StoreError> {
        let connection = Connection::open_with_flags(path, flags).map_err(|error| unusable(name, &error))?;
        let mut database = Self { connection, name: name.to_owned() };
        database.settle(access)?;
        Ok(database)
    }

    fn settle(&mut self, access: Access) -> Result<(), StoreError> {
        self.connection.set_prepared_statement_cache_capacity(STATEMENTS);
        self.connection.busy_timeout(PATIENCE).map_err(|error| fault(&self.name, &error))?;
        self.script(SETTINGS)?;
        if access == Access::Read { self.script("PRAGMA query_only = ON") } else { Ok(()) }
    }

    fn failed(&self, error: rusqlite::Error) -> StoreError {
        fault(&self.name, &error)
    }
}

/// Whether nobody is writing to a file that is there.
fn is_at_rest(path: &Path) -> bool {
    let mut log = path.as_os_str().to_owned();
    log.push("-wal");
    path.is_file() && std::fs::metadata(log).map_or(true, |log| log.len() == 0)
}

/// A file as one that nobody writes to: so it can be read in a folder where nothing can be written.
fn at_rest(path: &Path) -> OsString {
    let escaped = |c: char| if "%?#".contains(c) { format!("%{:02x}", u32::from(c)) } else { c.to_string() };
    let path: String = path.to_string_lossy().chars().map(escaped).collect();
    format!("file:{path}?immutable=1").into()
}

fn flags(access: Access) -> OpenFlags {
    let kind = match access {
        Access::Read => OpenFlags::SQLITE_OPEN_READ_ONLY,
        Access::Write => OpenFlags::SQLITE_OPEN_READ_WRITE,
        Access::Create => OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE,
    };
    kind | OpenFlags::SQLITE_OPEN_NO_MUTEX
}

impl Engine for Sqlite {
    fn dialect(&self) -> Dialect {
        Dialect::Sqlite
    }

    fn name(&self) -> &str {
        &self.name
    }

    fn prepare(&mut self) -> Result<(), StoreError> {
        self.script(WRITER)
    }

    fn script(&mut self, sql: &str) -> Result<(), StoreError> {
        self.connection.execute_batch(sql).map_err(|error| self.failed(error))
    }

    fn execute(&mut self, sql: &str, values: &[Value<'_>]) -> Result<u64, StoreError> {
        let run = || self.connection.prepare_cached(sql)?.execute(params_from_iter(values));
        run().map(|rows| rows as u64).map_err(|error| self.failed(error))
    }

    fn rows(&mut self, sql: &str, values: &[Value<'_>], each: Each<'_>) -> Result<(), StoreError> {
        let mut run = || show(&mut *self.connection.prepare_cached(sql)?, values, each);
        run().map_err(|error| self.failed(error))
    }

    fn read(&mut self, sql: &str, answer: &mut dyn Answer) -> Result<(), StoreError> {
        let told = |error| fault::of_statement(&self.name, error);
        let mut statement = self.connection.prepare(sql).map_err(told)?;
        if !statement.readonly() || statement.column_count() == 0 {
            return Err(StoreError::NotReading);
        }
        let names: Vec<String> = statement.column_names().map(str::to_owned).collect();
        match answer.heads(&names) {
            ControlFlow::Break(()) => Ok(()),
            ControlFlow::Continue(()) => show(&mut statement, &[], &mut |row| answer.row(row)).map_err(told),
        }
    }

    fn damage(&mut self) -> Result<Vec<String>, StoreError> {
        let mut found = Vec::new();
        self.rows("PRAGMA integrity_check", &[], &mut |row| {
            found.extend(row.first().and_then(Value::text).filter(|text| *text != "ok").map(str::to_owned));
            ControlFlow::Continue(())
        })?;
        Ok(found)
    }

    /// Deleted pages are overwritten; the log that held them is emptied, unless somebody still reads from it.
    fn forget(&mut self) -> Result<(), StoreError> {
        self.script("PRAGMA wal_checkpoint(TRUNCATE)")
    }

    fn begin(&mut self) -> Result<(), StoreError> {
        self.script("BEGIN IMMEDIATE")
    }
}

fn show(statement: &mut Statement<'_>, values: &[Value<'_>], each: Each<'_>) -> rusqlite::Result<()> {
    let columns = statement.column_count();
    let mut rows = statement.query(params_from_iter(values))?;
    while let Some(row) = rows.next()? {
        if each(&cells(row, columns)?).is_break() {
            break;
        }
    }
    Ok(())
}

fn cells<'r>(row: &'r Row<'_>, columns: usize) -> rusqlite::Result<Vec<Value<'r>>> {
    (0..columns).map(|at| row.get_ref(at).map(of_cell)).collect()
}

fn of_cell(cell: ValueRef<'_>) -> Value<'_> {
    match cell {
        ValueRef::Null => Value::Null,
        ValueRef::Integer(number) => Value::Integer(number),
        ValueRef::Real(number) => Value::Real(number),
        ValueRef::Text(bytes) => Value::Text(String::from_utf8_lossy(bytes)),
        ValueRef::Blob(bytes) => Value::Text(Cow::Owned(bytes.iter().map(|byte| format!("{byte:02x}")).collect())),
    }
}

impl ToSql for Value<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Value::Null => ValueRef::Null,
            Value::Integer(number) => ValueRef::Integer(*number),
            Value::Real(number) => ValueRef::Real(*number),
            Value::Text(text) => ValueRef::Text(text.as_bytes()),
        }))
    }
}
