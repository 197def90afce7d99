//! Which records tell one event: all that links lead to, directly or over others, named by the first of them.

use crate::engine::{Engine, all};
use crate::{StoreError, Value};
use std::collections::BTreeSet;

/// Finds anew what tells the same event as some records.
pub(crate) fn unite<E: Engine>(engine: &mut E, records: &BTreeSet<i64>) -> Result<(), StoreError> {
    let mut seen = BTreeSet::new();
    for record in records {
        if !seen.contains(record) {
            let together = together(engine, *record)?;
            name(engine, &together)?;
            seen.extend(together);
        }
    }
    Ok(())
}

/// All that links lead to from a record, itself included: those of the earliest document first.
fn together<E: Engine>(engine: &mut E, record: i64) -> Result<Vec<i64>, StoreError> {
    let sql = "WITH RECURSIVE told(record) AS (
            SELECT key FROM record WHERE key = $1 UNION
            SELECT CASE WHEN l.earlier = told.record THEN l.later ELSE l.earlier END
            FROM told JOIN link l ON l.earlier = told.record OR l.later = told.record)
         SELECT r.key FROM told JOIN record r ON r.key = told.record JOIN document d ON d.key = r.document
         ORDER BY COALESCE(d.published, ''), d.id, r.position";
    Ok(all(engine, sql, &[record.into()])?.iter().flatten().filter_map(Value::integer).collect())
}

fn name<E: Engine>(engine: &mut E, together: &[i64]) -> Result<(), StoreError> {
    let first = together.first().filter(|_| together.len() > 1).copied();
    for record in together {
        engine.execute("UPDATE record SET same_as = $1 WHERE key = $2", &[first.into(), (*record).into()])?;
    }
    Ok(())
}

/// The records that are linked with those of a document.
pub(crate) fn linked<E: Engine>(engine: &mut E, document: i64) -> Result<Vec<i64>, StoreError> {
    let sql = "SELECT l.later FROM record r JOIN link l ON l.earlier = r.key WHERE r.document = $1
         UNION SELECT l.earlier FROM record r JOIN link l ON l.later = r.key WHERE r.document = $1
         UNION SELECT key FROM record WHERE document = $1";
    Ok(all(engine, sql, &[document.into()])?.iter().flatten().filter_map(Value::integer).collect())
}
