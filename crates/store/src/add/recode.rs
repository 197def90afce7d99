//! Documents that are there get other records.

use super::plan::{SUFFIX, Seat};
use super::rows::insert_records;
use super::{Change, count};
use crate::engine::{Engine, all, first};
use crate::groups::ungroup;
use crate::{DocumentRow, Filing, Identity, Outcome, Receipt, StoreError, Value};

/// Documents that something else coded, as they were put in, and no more than some.
pub(crate) fn outdated<E: Engine>(engine: &mut E, coder: &str, limit: usize) -> Result<Vec<DocumentRow>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM document WHERE {OUTDATED} LIMIT {limit}");
    Ok(all(engine, &sql, &[coder.into(), coder.into()])?.iter().filter_map(|row| document(row)).collect())
}

/// How many documents something else coded.
pub(crate) fn count_outdated<E: Engine>(engine: &mut E, coder: &str) -> Result<usize, StoreError> {
    let sql = format!("SELECT count(*) FROM document WHERE {OUTDATED}");
    let row = first(engine, &sql, &[coder.into(), coder.into()])?.unwrap_or_default();
    Ok(row.first().and_then(Value::integer).and_then(|count| usize::try_from(count).ok()).unwrap_or(0))
}

/// As ranges, for which the index serves.
const OUTDATED: &str = "coder IS NULL OR coder < $1 OR coder > $2";
const COLUMNS: &str = "identity, id, sha256, file, url, outlet, published, title, text, layout, coder, reason";

fn document(row: &[Value<'_>]) -> Option<DocumentRow> {
    let text = |at: usize| row.get(at).and_then(Value::text).map(str::to_owned);
    let identity = text(0)?;
    let id = own_id(&text(1)?, &identity);
    Some(DocumentRow {
        identity: Identity(identity),
        id,
        sha256: text(2)?,
        file: text(3),
        url: text(4),
        outlet: text(5),
        published: text(6).and_then(|day| day.parse().ok()),
        title: text(7),
        text: text(8)?,
        layout: text(9),
        coder: text(10),
        reason: text(11),
    })
}

/// The id that a document came with.
fn own_id(id: &str, identity: &str) -> String {
    let suffix = format!("~{}", identity.get(..SUFFIX).unwrap_or(identity));
    id.strip_suffix(&suffix).unwrap_or(id).to_owned()
}

/// Replaces the records of documents within a transaction. What is not there is passed over.
pub(crate) fn recode<E: Engine>(engine: &mut E, batch: &[Filing]) -> Result<Vec<Receipt>, StoreError> {
    let mut found: Vec<Found<'_>> = Vec::new();
    for filing in batch {
        found.extend(find(engine, filing)?);
    }
    found.iter().try_for_each(|one| clear(engine, one))?;
    let seats: Vec<Seat<'_>> = found.iter().map(Found::seat).collect();
    insert_records(engine, &seats)?;
    found.iter().try_for_each(|one| settle(engine, one))?;
    Ok(found.iter().zip(&seats).map(|(one, seat)| one.receipt(seat.id())).collect())
}

/// A document that is there.
struct Found<'a> {
    filing: &'a Filing,
    key: i64,
    suffix: String,
    revision: i64,
    counting: Counting,
}

/// Whether the records of a document count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Counting {
    Latest,
    Superseded,
}

impl<'a> Found<'a> {
    fn seat(&self) -> Seat<'a> {
        Seat { filing: self.filing, key: self.key, suffix: self.suffix.clone(), revision: self.revision }
    }

    fn receipt(&self, document: String) -> Receipt {
        Receipt { document, outcome: Outcome::Recoded, records: self.filing.records.len() }
    }
}

fn find<'a, E: Engine>(engine: &mut E, filing: &'a Filing) -> Result<Option<Found<'a>>, StoreError> {
    let sql = "SELECT key, id, revision, superseded_by FROM document WHERE identity = $1";
    let row = first(engine, sql, &[(&filing.document.identity.0).into()])?;
    Ok(row.and_then(|row| {
        let id = row.get(1)?.text()?;
        let suffix = id.strip_prefix(&filing.document.id).unwrap_or_default().to_owned();
        let latest = row.get(3)?.integer().is_none();
        let counting = if latest { Counting::Latest } else { Counting::Superseded };
        Some(Found { filing, key: row.first()?.integer()?, suffix, revision: row.get(2)?.integer()?, counting })
    }))
}

/// What came from a document goes.
fn clear<E: Engine>(engine: &mut E, one: &Found<'_>) -> Result<(), StoreError> {
    if one.counting == Counting::Latest {
        count(engine, one.key..=one.key, Change::Removed)?;
        ungroup(engine, one.key)?;
    }
    engine.execute("DELETE FROM record WHERE document = $1", &[one.key.into()])?;
    Ok(())
}

/// What is new of a document itself, and whether its records count.
fn settle<E: Engine>(engine: &mut E, one: &Found<'_>) -> Result<(), StoreError> {
    let DocumentRow { layout, coder, reason, .. } = &one.filing.document;
    engine.execute(
        "UPDATE document SET records = $1, layout = $2, coder = $3, reason = $4 WHERE key = $5",
        &[
            one.filing.records.len().into(),
            layout.as_ref().into(),
            coder.as_ref().into(),
            reason.as_ref().into(),
            one.key.into(),
        ],
    )?;
    match one.counting {
        Counting::Latest => count(engine, one.key..=one.key, Change::Added),
        Counting::Superseded => {
            engine.execute("UPDATE record SET superseded = 1 WHERE document = $1", &[one.key.into()]).map(|_| ())
        }
    }
}
