//! What is found across documents goes in: copies, records of one event, stories.
//!
//! Who finds it need only tell what changed: rows with the same key are replaced, and a story that loses its last record
//! is gone.

use crate::engine::{Engine, Rows, cell};
use crate::filing::{CopyRow, Findings, LinkRow, StoryRow};
use crate::same::unite;
use crate::value::code;
use crate::{StoreError, Value};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;

/// Stores findings within a transaction.
pub(crate) fn group<E: Engine>(engine: &mut E, findings: &Findings) -> Result<(), StoreError> {
    for id in &findings.originals {
        engine
            .execute("DELETE FROM duplicate WHERE document = (SELECT key FROM document WHERE id = $1)", &[id.into()])?;
    }
    findings.copies.iter().try_for_each(|row| copy(engine, row))?;
    let mut linked = BTreeSet::new();
    for (earlier, later) in &findings.unlinked {
        linked.extend(unlink(engine, earlier, later)?);
    }
    for row in &findings.links {
        linked.extend(link(engine, row)?);
    }
    unite(engine, &linked)?;
    findings.stories.iter().try_for_each(|row| story(engine, row))?;
    crate::remove::tidy(engine)
}

/// The number behind an id, which must be there.
pub(crate) fn key<E: Engine>(engine: &mut E, table: &str, id: &str) -> Result<i64, StoreError> {
    let found = cell(engine, &format!("SELECT key FROM {table} WHERE id = $1"), &[id.into()])?;
    found.and_then(|key| key.integer()).ok_or_else(|| lacks(engine, table, id))
}

/// The head of a cluster is a row of it too.
fn copy<E: Engine>(engine: &mut E, row: &CopyRow) -> Result<(), StoreError> {
    let (document, head) = (key(engine, "document", &row.document)?, key(engine, "document", &row.head)?);
    engine.execute(
        "INSERT INTO duplicate (document, cluster, similarity, reason) VALUES ($1, $2, $3, $4)
         ON CONFLICT (document) DO UPDATE SET cluster = excluded.cluster, similarity = excluded.similarity,
            reason = excluded.reason",
        &[document.into(), head.into(), row.similarity.into(), (&row.reason).into()],
    )?;
    Ok(())
}

fn link<E: Engine>(engine: &mut E, row: &LinkRow) -> Result<[i64; 2], StoreError> {
    let (earlier, later) = (key(engine, "record", &row.earlier)?, key(engine, "record", &row.later)?);
    engine.execute(
        "INSERT INTO link (earlier, later, weight, reason) VALUES ($1, $2, $3, $4)
         ON CONFLICT (earlier, later) DO UPDATE SET weight = excluded.weight, reason = excluded.reason",
        &[earlier.into(), later.into(), row.weight.into(), (&row.reason).into()],
    )?;
    Ok([earlier, later])
}

fn unlink<E: Engine>(engine: &mut E, earlier: &str, later: &str) -> Result<[i64; 2], StoreError> {
    let (earlier, later) = (key(engine, "record", earlier)?, key(engine, "record", later)?);
    engine.execute("DELETE FROM link WHERE earlier = $1 AND later = $2", &[earlier.into(), later.into()])?;
    Ok([earlier, later])
}

/// A story with all of its records, which leave the story they were in before.
pub(crate) fn story<E: Engine>(engine: &mut E, row: &StoryRow) -> Result<(), StoreError> {
    let story = upsert_story(engine, row)?;
    let keys = record_keys(engine, row.records.iter().map(|(record, _)| record))?;
    engine.execute("DELETE FROM story_event WHERE story = $1", &[story.into()])?;
    let values: Vec<Value<'_>> = keys.values().map(|key| (*key).into()).collect();
    engine.execute_each("DELETE FROM story_event WHERE record = $1", &values)?;
    let reasons: BTreeMap<i64, &String> =
        row.records.iter().filter_map(|(record, reason)| Some((*keys.get(record)?, reason))).collect();
    let mut rows = Rows::new("story_event");
    for (record, reason) in reasons {
        rows.push([("record", record.into()), ("story", story.into()), ("reason", reason.into())]);
    }
    engine.insert(rows)
}

/// The numbers behind the ids of records, all of which must be there.
fn record_keys<'a, E: Engine>(
    engine: &mut E,
    ids: impl Iterator<Item = &'a String>,
) -> Result<BTreeMap<String, i64>, StoreError> {
    let ids: BTreeSet<&String> = ids.collect();
    let values: Vec<Value<'_>> = ids.iter().map(|id| Value::from(*id)).collect();
    let mut keys = BTreeMap::new();
    engine.rows_of_each("SELECT id, key FROM record WHERE id = $1", &values, &mut |row| {
        if let [id, Value::Integer(key)] = row {
            keys.extend(id.text().map(|id| (id.to_owned(), *key)));
        }
        ControlFlow::Continue(())
    })?;
    match ids.into_iter().find(|id| !keys.contains_key(*id)) {
        Some(id) => Err(lacks(engine, "record", id)),
        None => Ok(keys),
    }
}

fn lacks<E: Engine>(engine: &E, table: &str, id: &str) -> StoreError {
    StoreError::Other { name: engine.name().to_owned(), detail: format!("holds no {table} {id}") }
}

fn upsert_story<E: Engine>(engine: &mut E, row: &StoryRow) -> Result<i64, StoreError> {
    engine.execute(
        "INSERT INTO story (id, title, time_start, time_end, participants, contradictions, json)
         VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (id) DO UPDATE SET title = excluded.title, time_start = excluded.time_start,
            time_end = excluded.time_end, participants = excluded.participants,
            contradictions = excluded.contradictions, json = excluded.json",
        &[
            (&row.id).into(),
            (&row.title).into(),
            row.start.map_or(Value::Null, code),
            row.end.map_or(Value::Null, code),
            (&row.participants).into(),
            row.contradictions.into(),
            (&row.json).into(),
        ],
    )?;
    key(engine, "story", &row.id)
}
