//! What can go wrong with a database, told so that a reader knows what to do about it.

/// Why something could not be done. `name` is the database as the user named it, without a password.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// There is none.
    #[error("{name}: no such database; `tidings add` makes one")]
    Missing {
        /// The database.
        name: String,
    },
    /// It is another kind of file.
    #[error("{name}: is not a database")]
    NotADatabase {
        /// The file.
        name: String,
    },
    /// It is a database of something else.
    #[error("{name}: is a database, but not one of Tidings; name another file")]
    Foreign {
        /// The database.
        name: String,
    },
    /// It was made by a later version.
    #[error("{name}: was made by a newer Tidings (schema {found}; this one knows {known}); use that or a later one")]
    Newer {
        /// The database.
        name: String,
        /// Its schema.
        found: i64,
        /// The latest schema that this version knows.
        known: i64,
    },
    /// Its content is damaged.
    #[error("{name}: is damaged ({detail}); `tidings check-db` tells more, a backup mends it")]
    Corrupt {
        /// The database.
        name: String,
        /// What the database says.
        detail: String,
    },
    /// There is no room for what should be written.
    #[error("{name}: no room left; nothing of the last batch was stored, all before it is safe")]
    Full {
        /// The database.
        name: String,
    },
    /// The disk refuses what should be written.
    #[error(
        "{name}: cannot be written ({detail}; is there a limit on the room or on the size of files?); nothing of the \
         last batch was stored, all before it is safe"
    )]
    Unwritable {
        /// The database.
        name: String,
        /// What the database says.
        detail: String,
    },
    /// Another program is at work on it.
    #[error("{name}: another program is writing to it; try again when it is done")]
    Locked {
        /// The database.
        name: String,
    },
    /// It may be read but not written.
    #[error("{name}: may only be read, not written")]
    ReadOnly {
        /// The database.
        name: String,
    },
    /// It cannot be opened or reached.
    #[error("{name}: {detail}")]
    Unreachable {
        /// The database.
        name: String,
        /// Why.
        detail: String,
    },
    /// A user's statement cannot be run.
    #[error("{0}")]
    Statement(String),
    /// A user's statement is none that only reads.
    #[error("only one statement that reads is run: SELECT …")]
    NotReading,
    /// What is asked for in words cannot be looked up.
    #[error("{0:?} names no word to look for")]
    NoWords(String),
    /// Anything else that the database reports.
    #[error("{name}: {detail}")]
    Other {
        /// The database.
        name: String,
        /// What it says.
        detail: String,
    },
}
