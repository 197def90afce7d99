//! From what the user names to a store.

use crate::database::Database;
use crate::engine::Engine;
use crate::postgres::Postgres;
use crate::schema::{STEPS, State, latest, migrate, state};
use crate::sqlite::Sqlite;
use crate::{Store, StoreError};
use std::path::Path;

/// What is to be done with a database.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Nothing but read.
    Read,
    /// Change what is there.
    Write,
    /// Change it, or make it if it is not there.
    Create,
}

/// Opens the store that an address names: `postgres://…`, or the path of an SQLite file. A database of an older
/// schema is brought up to date, even for reading.
pub fn open(address: &str, access: Access) -> Result<Box<dyn Store>, StoreError> {
    if address.starts_with("postgres://") || address.starts_with("postgresql://") {
        Ok(Box::new(Database::new(ready(access, &|access| Postgres::open(address, access))?)))
    } else {
        let path = Path::new(address);
        Ok(Box::new(Database::new(ready(access, &|access| Sqlite::open(path, access))?)))
    }
}

fn ready<E: Engine>(access: Access, connect: &dyn Fn(Access) -> Result<E, StoreError>) -> Result<E, StoreError> {
    let mut engine = connect(access)?;
    let name = engine.name().to_owned();
    match (state(&mut engine)?, access) {
        (State::Foreign, _) => Err(StoreError::Foreign { name }),
        (State::At(found), _) if found > latest() => Err(StoreError::Newer { name, found, known: latest() }),
        (State::At(found), Access::Read) if found == latest() => Ok(engine),
        (State::Empty, Access::Read | Access::Write) => Err(StoreError::Missing { name }),
        (_, Access::Read) => {
            drop(engine);
            drop(ready(Access::Write, connect)?);
            connect(Access::Read)
        }
        (found, _) => {
            engine.prepare()?;
            if found != State::At(latest()) {
                migrate(&mut engine, STEPS)?;
            }
            Ok(engine)
        }
    }
}
