//! What was found of a document is forgotten, with all that hung on it.

use super::write::count_on;
use crate::engine::{Engine, all};
use crate::{StoreError, Value, same};
use std::collections::BTreeSet;

/// Forgets what was found of a document, and of those whose place may hang on it: they are to be compared again.
pub(crate) fn ungroup<E: Engine>(engine: &mut E, document: i64) -> Result<(), StoreError> {
    let mut linked = BTreeSet::new();
    for key in touched(engine, document)? {
        linked.extend(same::linked(engine, key)?);
        FORGET.iter().try_for_each(|sql| engine.execute(sql, &[key.into()]).map(|_| ()))?;
    }
    engine.execute("DELETE FROM alike WHERE other = $1", &[document.into()])?;
    same::unite(engine, &linked)?;
    count_on(engine)
}

/// The documents of its story, those it is among the nearest of, its copies, and itself.
fn touched<E: Engine>(engine: &mut E, document: i64) -> Result<Vec<i64>, StoreError> {
    let sql = "SELECT key FROM document WHERE key = $1
         UNION SELECT d.key FROM document o JOIN document d ON d.founder = o.founder WHERE o.key = $1
         UNION SELECT document FROM alike WHERE other = $1
         UNION SELECT v.document FROM duplicate u JOIN duplicate v ON v.cluster = u.cluster WHERE u.document = $1";
    Ok(all(engine, sql, &[document.into()])?.iter().flatten().filter_map(Value::integer).collect())
}

const FORGET: [&str; 7] = [
    "DELETE FROM story WHERE key IN
         (SELECT m.story FROM story_event m JOIN record r ON r.key = m.record WHERE r.document = $1)",
    "DELETE FROM shelf WHERE document = $1",
    "DELETE FROM alike WHERE document = $1",
    "DELETE FROM duplicate WHERE document = $1",
    "DELETE FROM link WHERE earlier IN (SELECT key FROM record WHERE document = $1)
         OR later IN (SELECT key FROM record WHERE document = $1)",
    "UPDATE document SET described = 0 WHERE key = (SELECT founder FROM document WHERE key = $1)",
    "UPDATE document SET grouped = 0, founder = NULL WHERE key = $1",
];
