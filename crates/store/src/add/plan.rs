//! What is to become of each document of a batch: it is known, new, or a new revision of a page, and may be so because of
//! another of the same batch.

use crate::engine::{Dialect, Engine, all};
use crate::{DocumentRow, Filing, Identity, Outcome, Receipt, StoreError, Value};
use std::collections::{BTreeMap, BTreeSet};

/// A batch and what is to become of it.
pub(super) struct Plan<'a> {
    /// The documents to put in.
    pub(super) seats: Vec<Seat<'a>>,
    /// Keys of revisions that count no more, each with that of the next.
    pub(super) superseded: Vec<(i64, i64)>,
    /// An answer per document.
    pub(super) receipts: Vec<Receipt>,
}

/// A document and what it gets from the store.
pub(super) struct Seat<'a> {
    pub(super) filing: &'a Filing,
    pub(super) key: i64,
    /// What is put behind ids, where another document has the same.
    pub(super) suffix: String,
    pub(super) revision: i64,
}

impl Seat<'_> {
    /// The document's id.
    pub(super) fn id(&self) -> String {
        format!("{}{}", self.filing.document.id, self.suffix)
    }
}

/// What is there already of all that a batch may meet.
struct There {
    known: BTreeMap<Identity, String>,
    ids: BTreeSet<String>,
    /// The revision of each page that counts until now.
    latest: BTreeMap<String, Former>,
}

#[derive(Debug, Clone, Copy)]
struct Former {
    key: i64,
    revision: i64,
}

/// Digits that tell documents of one id apart.
pub(super) const SUFFIX: usize = 8;

impl<'a> Plan<'a> {
    /// Of a batch.
    pub(super) fn of<E: Engine>(engine: &mut E, batch: &'a [Filing]) -> Result<Self, StoreError> {
        let mut there = There::of(engine, batch)?;
        let mut plan = Plan { seats: Vec::new(), superseded: Vec::new(), receipts: Vec::new() };
        let identities: BTreeSet<&Identity> = batch.iter().map(|filing| &filing.document.identity).collect();
        let new = identities.into_iter().filter(|identity| !there.known.contains_key(identity)).count();
        let mut keys = keys(engine, "document", new)?.into_iter();
        for filing in batch {
            match there.known.get(&filing.document.identity) {
                Some(id) => plan.receipts.push(Receipt { document: id.clone(), outcome: Outcome::Known, records: 0 }),
                None => keys.by_ref().take(1).for_each(|key| plan.seat(&mut there, filing, key)),
            }
        }
        Ok(plan)
    }

    fn seat(&mut self, there: &mut There, filing: &'a Filing, key: i64) {
        let document = &filing.document;
        let former = there.former(document, key);
        let revision = former.map_or(1, |former| former.revision + 1);
        let seat = Seat { filing, key, suffix: there.suffix(document), revision };
        there.ids.insert(seat.id());
        there.known.insert(document.identity.clone(), seat.id());
        self.superseded.extend(former.map(|former| (former.key, key)));
        let outcome = if former.is_some() { Outcome::Revised } else { Outcome::Added };
        self.receipts.push(Receipt { document: seat.id(), outcome, records: filing.records.len() });
        self.seats.push(seat);
    }
}

impl There {
    fn of<E: Engine>(engine: &mut E, batch: &[Filing]) -> Result<Self, StoreError> {
        let identities = batch.iter().map(|filing| &filing.document.identity);
        Ok(Self { known: known(engine, identities)?, ids: ids(engine, batch)?, latest: latest(engine, batch)? })
    }

    fn suffix(&self, document: &DocumentRow) -> String {
        let identity = &document.identity.0;
        let taken = self.ids.contains(&document.id);
        if taken { format!("~{}", identity.get(..SUFFIX).unwrap_or(identity)) } else { String::new() }
    }

    /// The revision that a document follows, which is the latest from now on.
    fn former(&mut self, document: &DocumentRow, key: i64) -> Option<Former> {
        let url = document.url.as_ref()?;
        let former = self.latest.get(url).copied();
        let revision = former.map_or(1, |former| former.revision + 1);
        self.latest.insert(url.clone(), Former { key, revision });
        former
    }
}

/// Which of some documents are there, with their ids.
pub(crate) fn known<'a, E: Engine>(
    engine: &mut E,
    identities: impl Iterator<Item = &'a Identity>,
) -> Result<BTreeMap<Identity, String>, StoreError> {
    let values: Vec<Value<'_>> = identities.map(|identity| (&identity.0).into()).collect();
    let rows = of_each(engine, "SELECT identity, id FROM document WHERE identity = $1", &values)?;
    let text = |row: &Vec<Value<'_>>, at: usize| row.get(at).and_then(Value::text).map(str::to_owned);
    Ok(rows.iter().filter_map(|row| Some((Identity(text(row, 0)?), text(row, 1)?))).collect())
}

fn ids<E: Engine>(engine: &mut E, batch: &[Filing]) -> Result<BTreeSet<String>, StoreError> {
    let values: Vec<Value<'_>> = batch.iter().map(|filing| (&filing.document.id).into()).collect();
    let rows = of_each(engine, "SELECT id FROM document WHERE id = $1", &values)?;
    Ok(rows.iter().flatten().filter_map(Value::text).map(str::to_owned).collect())
}

fn latest<E: Engine>(engine: &mut E, batch: &[Filing]) -> Result<BTreeMap<String, Former>, StoreError> {
    let urls: BTreeSet<&String> = batch.iter().filter_map(|filing| filing.document.url.as_ref()).collect();
    let values: Vec<Value<'_>> = urls.into_iter().map(Value::from).collect();
    let sql = "SELECT url, key, revision FROM document WHERE superseded_by IS NULL AND url = $1";
    let former = |row: &Vec<Value<'_>>| {
        let (url, key, revision) = (row.first()?.text()?, row.get(1)?.integer()?, row.get(2)?.integer()?);
        Some((url.to_owned(), Former { key, revision }))
    };
    Ok(of_each(engine, sql, &values)?.iter().filter_map(former).collect())
}

fn of_each<E: Engine>(engine: &mut E, sql: &str, values: &[Value<'_>]) -> Result<Vec<Vec<Value<'static>>>, StoreError> {
    let mut found = Vec::new();
    engine.rows_of_each(sql, values, &mut |row| {
        found.push(row.iter().cloned().map(Value::into_owned).collect());
        std::ops::ControlFlow::Continue(())
    })?;
    Ok(found)
}

/// Keys for new rows of a table, which follow each other as long as nobody else writes.
pub(super) fn keys<E: Engine>(engine: &mut E, table: &str, count: usize) -> Result<Vec<i64>, StoreError> {
    let sql = match engine.dialect() {
        Dialect::Sqlite => format!(
            "WITH RECURSIVE next (key) AS (SELECT coalesce(max(key), 0) + 1 FROM {table} UNION ALL SELECT key + 1 FROM next)
             SELECT key FROM next LIMIT $1"
        ),
        Dialect::Postgres => {
            format!("SELECT nextval(pg_get_serial_sequence('{table}', 'key')) FROM generate_series(1, CAST($1 AS BIGINT))")
        }
    };
    Ok(all(engine, &sql, &[count.into()])?.iter().flatten().filter_map(Value::integer).collect())
}
