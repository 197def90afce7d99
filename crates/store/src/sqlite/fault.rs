//! SQLite's errors in our words.

use crate::StoreError;
use rusqlite::ffi::{SQLITE_IOERR_FSYNC, SQLITE_IOERR_SHMSIZE, SQLITE_IOERR_WRITE};
use rusqlite::{Error, ErrorCode};

/// An error while a database is used.
pub(super) fn fault(name: &str, error: &Error) -> StoreError {
    let name = name.to_owned();
    match error.sqlite_error_code() {
        Some(ErrorCode::NotADatabase) => StoreError::NotADatabase { name },
        Some(ErrorCode::DatabaseCorrupt) => StoreError::Corrupt { name, detail: message(error) },
        Some(ErrorCode::DiskFull) => StoreError::Full { name },
        Some(ErrorCode::SystemIoFailure) if is_of_writing(error) => {
            StoreError::Unwritable { name, detail: message(error) }
        }
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => StoreError::Locked { name },
        Some(ErrorCode::ReadOnly) => StoreError::ReadOnly { name },
        Some(ErrorCode::CannotOpen) => StoreError::Unreachable { name, detail: "cannot be opened".to_owned() },
        _ => StoreError::Other { name, detail: message(error) },
    }
}

fn is_of_writing(error: &Error) -> bool {
    let code = error.sqlite_error().map(|error| error.extended_code);
    code.is_some_and(|code| [SQLITE_IOERR_WRITE, SQLITE_IOERR_FSYNC, SQLITE_IOERR_SHMSIZE].contains(&code))
}

/// An error while a database is opened.
pub(super) fn unusable(name: &str, error: &Error) -> StoreError {
    match fault(name, error) {
        StoreError::Other { name, detail } => StoreError::Unreachable { name, detail },
        told => told,
    }
}

/// An error that is the fault of a user's statement, unless it is the database's.
pub(super) fn of_statement(name: &str, error: Error) -> StoreError {
    match (fault(name, &error), error) {
        (StoreError::Other { .. }, Error::MultipleStatement) => StoreError::NotReading,
        (StoreError::Other { detail, .. }, _) => StoreError::Statement(detail),
        (told, _) => told,
    }
}

/// What SQLite says, without its number.
fn message(error: &Error) -> String {
    match error {
        Error::SqliteFailure(_, Some(message)) => message.clone(),
        other => other.to_string(),
    }
}
