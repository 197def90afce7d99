//! PostgreSQL's errors in our words.

use crate::StoreError;
use ::postgres::Error;
use ::postgres::error::SqlState;

/// An error while a database is used.
pub(super) fn fault(name: &str, error: &Error) -> StoreError {
    let name = name.to_owned();
    match error.code() {
        None => StoreError::Unreachable { name, detail: message(error) },
        Some(&SqlState::DISK_FULL) => StoreError::Full { name },
        Some(&SqlState::LOCK_NOT_AVAILABLE | &SqlState::T_R_DEADLOCK_DETECTED) => StoreError::Locked { name },
        Some(&SqlState::READ_ONLY_SQL_TRANSACTION | &SqlState::INSUFFICIENT_PRIVILEGE) => StoreError::ReadOnly { name },
        Some(&SqlState::DATA_CORRUPTED | &SqlState::INDEX_CORRUPTED) => {
            StoreError::Corrupt { name, detail: message(error) }
        }
        Some(_) => StoreError::Other { name, detail: message(error) },
    }
}

/// An error while a database is opened.
pub(super) fn unreachable(name: &str, error: &Error) -> StoreError {
    match error.code() {
        Some(&SqlState::INVALID_CATALOG_NAME) => StoreError::Missing { name: name.to_owned() },
        _ => StoreError::Unreachable { name: name.to_owned(), detail: message(error) },
    }
}

/// An error that is the fault of a user's statement, unless it is the database's.
pub(super) fn of_statement(name: &str, error: &Error) -> StoreError {
    match fault(name, error) {
        StoreError::ReadOnly { .. } => StoreError::NotReading,
        StoreError::Other { detail, .. } if detail.contains("multiple commands") => StoreError::NotReading,
        StoreError::Other { detail, .. } => StoreError::Statement(detail),
        told => told,
    }
}

fn message(error: &Error) -> String {
    if let Some(told) = error.as_db_error() {
        return told.message().to_owned();
    }
    let cause = std::error::Error::source(error);
    cause.map_or_else(|| error.to_string(), |cause| format!("{error}: {cause}"))
}
