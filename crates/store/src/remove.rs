//! A document goes out, with all that came from it.

use crate::add::{Change, count};
use crate::engine::{Engine, all, cell, first};
use crate::groups::ungroup;
use crate::{StoreError, Value};

/// Which documents to remove.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Which {
    /// The one of this id. If it is the latest revision of a page, the one before counts again.
    Document(String),
    /// All revisions of a page.
    Url(String),
}

/// What was removed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Removed {
    /// Documents.
    pub documents: usize,
    /// Their records.
    pub records: usize,
}

/// Removes documents within a transaction.
pub(crate) fn remove<E: Engine>(engine: &mut E, which: &Which) -> Result<Removed, StoreError> {
    let mut removed = Removed::default();
    for key in keys(engine, which)? {
        removed.documents += 1;
        removed.records += remove_one(engine, key)?;
    }
    tidy(engine)?;
    Ok(removed)
}

/// The oldest revision comes first, so that none counts again in between.
fn keys<E: Engine>(engine: &mut E, which: &Which) -> Result<Vec<i64>, StoreError> {
    let (sql, value) = match which {
        Which::Document(id) => ("SELECT key FROM document WHERE id = $1", id),
        Which::Url(url) => ("SELECT key FROM document WHERE url = $1 ORDER BY revision", url),
    };
    Ok(all(engine, sql, &[value.into()])?.iter().flatten().filter_map(Value::integer).collect())
}

fn remove_one<E: Engine>(engine: &mut E, key: i64) -> Result<usize, StoreError> {
    let records = cell(engine, "SELECT count(*) FROM record WHERE document = $1", &[key.into()])?;
    let newer = cell(engine, "SELECT superseded_by FROM document WHERE key = $1", &[key.into()])?;
    let newer = newer.and_then(|newer| newer.integer());
    if newer.is_none() {
        count(engine, key..=key, Change::Removed)?;
    }
    hand_on(engine, key, newer)?;
    ungroup(engine, key)?;
    engine.execute("DELETE FROM document WHERE key = $1", &[key.into()])?;
    Ok(records.and_then(|count| count.integer()).and_then(|count| usize::try_from(count).ok()).unwrap_or(0))
}

/// The revision before a removed one is superseded by the one after it, or counts again if there is none.
fn hand_on<E: Engine>(engine: &mut E, key: i64, newer: Option<i64>) -> Result<(), StoreError> {
    let older = first(engine, "SELECT key FROM document WHERE superseded_by = $1", &[key.into()])?;
    let Some(older) = older.and_then(|row| row.first().and_then(Value::integer)) else { return Ok(()) };
    engine.execute("UPDATE document SET superseded_by = $1 WHERE key = $2", &[newer.into(), older.into()])?;
    if newer.is_some() {
        return Ok(());
    }
    engine.execute("UPDATE record SET superseded = 0 WHERE document = $1", &[older.into()])?;
    count(engine, older..=older, Change::Added)
}

/// A story without events is none, and a copy of nothing is no copy.
pub(crate) fn tidy<E: Engine>(engine: &mut E) -> Result<(), StoreError> {
    engine.script(
        "DELETE FROM story WHERE NOT EXISTS (SELECT 1 FROM story_event m WHERE m.story = story.key);
         DELETE FROM duplicate WHERE cluster IN (SELECT cluster FROM duplicate GROUP BY cluster HAVING count(*) = 1);",
    )
}
