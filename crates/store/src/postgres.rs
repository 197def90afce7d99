//! PostgreSQL: one database for many programs and machines.
//!
//! All lies in the schema `tidings` of the database that is named, so that other tables there are left alone. The
//! connection is plain: over a network that others listen on, take it through a tunnel.

mod cell;
mod fault;

use crate::engine::{Answer, Dialect, Each, Engine, Rows};
use crate::open::Access;
use crate::{StoreError, Value};
use ::postgres::types::ToSql;
use ::postgres::{Client, Config, NoTls, Row, Statement, fallible_iterator::FallibleIterator};
use cell::{Cell, shows};
use fault::{fault, of_statement, unreachable};
use std::collections::HashMap;
use std::ops::ControlFlow;

/// A database on a server.
pub struct Postgres {
    client: Client,
    name: String,
    statements: HashMap<String, Statement>,
}

/// Tells our writers from each other's transactions; any fixed number does.
const LOCK: i64 = 0x7469_6469_6e67;

impl Postgres {
    /// Connects to a server, given its `postgres://` address.
    pub(crate) fn open(address: &str, access: Access) -> Result<Self, StoreError> {
        let config: Config = address.parse().map_err(|error: ::postgres::Error| StoreError::Unreachable {
            name: "postgres://…".to_owned(),
            detail: error.to_string(),
        })?;
        let name = name(&config);
        let client = config.connect(NoTls).map_err(|error| unreachable(&name, &error))?;
        let mut database = Self { client, name, statements: HashMap::new() };
        database.settle(access)?;
        Ok(database)
    }

    fn settle(&mut self, access: Access) -> Result<(), StoreError> {
        self.script("SET search_path = tidings; SET lock_timeout = '5s'; SET client_min_messages = warning;")?;
        if access == Access::Read { self.script("SET default_transaction_read_only = on") } else { Ok(()) }
    }

    fn statement(&mut self, sql: &str) -> Result<Statement, StoreError> {
        if let Some(statement) = self.statements.get(sql) {
            return Ok(statement.clone());
        }
        let statement = self.client.prepare(sql).map_err(|error| fault(&self.name, &error))?;
        self.statements.insert(sql.to_owned(), statement.clone());
        Ok(statement)
    }

    /// The statement that puts in rows by an array per column, which must name the type of each.
    fn insertion(&mut self, rows: &Rows<'_>) -> Result<Statement, StoreError> {
        let names = rows.columns.join(", ");
        let insertion = format!("INSERT INTO {} ({names})", rows.table);
        if let Some(statement) = self.statements.get(&insertion) {
            return Ok(statement.clone());
        }
        let types = self.statement(&format!("SELECT {names} FROM {}", rows.table))?;
        let types = types.columns().iter().zip(1..).map(|(column, at)| format!("${at}::{}[]", column.type_().name()));
        let types: Vec<String> = types.collect();
        let statement = self.statement(&format!("{insertion} SELECT * FROM UNNEST ({})", types.join(", ")))?;
        self.statements.insert(insertion, statement.clone());
        Ok(statement)
    }

    fn show<V: ToSql + Sync>(
        &mut self,
        statement: &Statement,
        values: &[V],
        each: Each<'_>,
    ) -> Result<(), ::postgres::Error> {
        let mut rows = self.client.query_raw(statement, values)?;
        while let Some(row) = rows.next()? {
            if each(&cells(&row)?).is_break() {
                break;
            }
        }
        Ok(())
    }

    fn read_on(&mut self, sql: &str, answer: &mut dyn Answer) -> Result<(), StoreError> {
        let statement = self.client.prepare(sql).map_err(|error| of_statement(&self.name, &error))?;
        if statement.columns().is_empty() {
            return Err(StoreError::NotReading);
        }
        if let Some(column) = statement.columns().iter().find(|column| !shows(column.type_())) {
            let (name, kind) = (column.name(), column.type_().name());
            return Err(StoreError::Statement(format!("column {name} is of type {kind}; write CAST({name} AS text)")));
        }
        let names: Vec<String> = statement.columns().iter().map(|column| column.name().to_owned()).collect();
        if answer.heads(&names).is_break() {
            return Ok(());
        }
        self.show::<Value<'_>>(&statement, &[], &mut |row| answer.row(row))
            .map_err(|error| of_statement(&self.name, &error))
    }
}

impl Engine for Postgres {
    fn dialect(&self) -> Dialect {
        Dialect::Postgres
    }

    fn name(&self) -> &str {
        &self.name
    }

    /// The schema is made only where it is missing, since making it asks for a right that a writer need not have.
    fn prepare(&mut self) -> Result<(), StoreError> {
        let sql = "SELECT 1 FROM information_schema.schemata WHERE schema_name = 'tidings'";
        match crate::engine::cell(self, sql, &[])? {
            Some(_) => Ok(()),
            None => self.script("CREATE SCHEMA IF NOT EXISTS tidings"),
        }
    }

    fn script(&mut self, sql: &str) -> Result<(), StoreError> {
        self.client.batch_execute(sql).map_err(|error| fault(&self.name, &error))
    }

    fn execute(&mut self, sql: &str, values: &[Value<'_>]) -> Result<u64, StoreError> {
        let statement = self.statement(sql)?;
        let rows = self.client.query_raw(&statement, values).and_then(|mut rows| {
            while rows.next()?.is_some() {}
            Ok(rows.rows_affected().unwrap_or(0))
        });
        rows.map_err(|error| fault(&self.name, &error))
    }

    fn rows(&mut self, sql: &str, values: &[Value<'_>], each: Each<'_>) -> Result<(), StoreError> {
        let statement = self.statement(sql)?;
        self.show(&statement, values, each).map_err(|error| fault(&self.name, &error))
    }

    /// All values at once.
    fn rows_of_each(&mut self, sql: &str, values: &[Value<'_>], each: Each<'_>) -> Result<(), StoreError> {
        if values.is_empty() {
            return Ok(());
        }
        let statement = self.statement(&sql.replace("= $1", "= ANY ($1)"))?;
        self.show(&statement, &[values], each).map_err(|error| fault(&self.name, &error))
    }

    /// For all values at once.
    fn execute_each(&mut self, sql: &str, values: &[Value<'_>]) -> Result<(), StoreError> {
        if values.is_empty() {
            return Ok(());
        }
        let statement = self.statement(&sql.replace("= $1", "= ANY ($1)"))?;
        let done = self.client.query_raw(&statement, &[values]).map(|_| ());
        done.map_err(|error| fault(&self.name, &error))
    }

    /// All rows at once, a parameter per column.
    fn insert(&mut self, rows: Rows<'_>) -> Result<(), StoreError> {
        if rows.rows.is_empty() {
            return Ok(());
        }
        let statement = self.insertion(&rows)?;
        let columns = columns(rows);
        self.client.query_raw(&statement, &columns).map(|_| ()).map_err(|error| fault(&self.name, &error))
    }

    fn read(&mut self, sql: &str, answer: &mut dyn Answer) -> Result<(), StoreError> {
        self.script("BEGIN READ ONLY")?;
        let done = self.read_on(sql, answer);
        self.script("ROLLBACK")?;
        done
    }

    /// The server watches over its own files.
    fn damage(&mut self) -> Result<Vec<String>, StoreError> {
        Ok(Vec::new())
    }

    /// What is deleted lies in the server's files until it cleans up, in its own time.
    fn forget(&mut self) -> Result<(), StoreError> {
        Ok(())
    }

    fn begin(&mut self) -> Result<(), StoreError> {
        self.script("BEGIN")?;
        let locked = self.rows("SELECT pg_advisory_xact_lock($1)", &[LOCK.into()], &mut |_| ControlFlow::Continue(()));
        if locked.is_err() {
            self.script("ROLLBACK")?;
        }
        locked
    }
}

/// Rows turned to columns.
fn columns(rows: Rows<'_>) -> Vec<Vec<Value<'_>>> {
    let mut columns: Vec<Vec<Value<'_>>> = rows.columns.iter().map(|_| Vec::with_capacity(rows.rows.len())).collect();
    for row in rows.rows {
        columns.iter_mut().zip(row).for_each(|(column, value)| column.push(value));
    }
    columns
}

fn cells(row: &Row) -> Result<Vec<Value<'_>>, ::postgres::Error> {
    (0..row.len()).map(|at| row.try_get(at).map(|Cell(value)| value)).collect()
}

/// The address without what is secret in it.
fn name(config: &Config) -> String {
    let host = config.get_hosts().first().map_or_else(String::new, |host| match host {
        ::postgres::config::Host::Tcp(host) => host.clone(),
        #[cfg(unix)]
        ::postgres::config::Host::Unix(path) => path.display().to_string(),
    });
    let port = config.get_ports().first().map_or_else(String::new, |port| format!(":{port}"));
    format!("postgres://{host}{port}/{}", config.get_dbname().unwrap_or_default())
}
