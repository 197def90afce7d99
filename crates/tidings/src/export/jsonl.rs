//! JSON Lines: a record per line, or a line that says why a document has none.

use serde::Serialize;

/// A record or a [`NoRecord`](crate::wire::NoRecord) as one line, its end included.
pub fn line<T: Serialize>(record: &T) -> Result<String, serde_json::Error> {
    serde_json::to_string(record).map(|json| json + "\n")
}
