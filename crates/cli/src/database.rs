//! `--db`: the store that a command works on.

use crate::fallible::BadUse;
use tidings::store::{self, Access, Store, StoreError};

/// The option.
#[derive(Debug, clap::Args)]
pub struct Database {
    /// An SQLite file, or postgres://USER@HOST/DATABASE
    #[arg(long = "db", value_name = "DB")]
    address: String,
}

impl Database {
    /// Opens it.
    pub fn open(&self, access: Access) -> anyhow::Result<Box<dyn Store>> {
        open(&self.address, access)
    }
}

/// Opens the database of an address.
pub fn open(address: &str, access: Access) -> anyhow::Result<Box<dyn Store>> {
    store::open(address, access).map_err(told)
}

/// What the user can mend is wrong use; all else is a failure.
pub fn told(error: StoreError) -> anyhow::Error {
    match error {
        StoreError::Locked { .. }
        | StoreError::Full { .. }
        | StoreError::Unwritable { .. }
        | StoreError::Corrupt { .. }
        | StoreError::Other { .. } => error.into(),
        _ => BadUse(error.to_string()).into(),
    }
}
