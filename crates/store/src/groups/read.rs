//! What was found of documents comes out.

use super::{Named, ShelfPlace, Shelved};
use crate::engine::{self, Engine, all};
use crate::filing::LinkRow;
use crate::{StoreError, Value};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;

/// A place as the database holds it.
pub(super) fn cell(place: ShelfPlace) -> Value<'static> {
    place.0.cast_signed().into()
}

/// Changes with every change of groups.
pub(crate) fn generation<E: Engine>(engine: &mut E) -> Result<i64, StoreError> {
    let found = engine::cell(engine, "SELECT max(generation) FROM grouping_state", &[])?;
    Ok(found.and_then(|number| number.integer()).unwrap_or_default())
}

/// Some documents that were not compared yet.
pub(crate) fn ungrouped<E: Engine>(engine: &mut E, limit: usize) -> Result<Vec<Shelved>, StoreError> {
    let sql = "SELECT id FROM document WHERE grouped = 0 AND superseded_by IS NULL ORDER BY key LIMIT $1";
    let ids = ids(engine, sql, &[limit.into()])?;
    shelved(engine, &ids.into_iter().collect::<Vec<_>>())
}

/// Which documents lie at one of some places.
pub(crate) fn on_shelf<E: Engine>(engine: &mut E, places: &[ShelfPlace]) -> Result<Vec<String>, StoreError> {
    let places: Vec<Value<'_>> = places.iter().map(|place| cell(*place)).collect();
    each(engine, "SELECT d.id FROM shelf s JOIN document d ON d.key = s.document WHERE s.place = $1", &places)
}

/// Which documents have one of these among those they are most like.
pub(crate) fn later<E: Engine>(engine: &mut E, of: &[String]) -> Result<Vec<String>, StoreError> {
    let sql = "SELECT d.id FROM document o JOIN alike a ON a.other = o.key JOIN document d ON d.key = a.document
         WHERE o.id = $1";
    each(engine, sql, &values(of))
}

/// Which documents are copies of one of these, themselves included.
pub(crate) fn mates<E: Engine>(engine: &mut E, of: &[String]) -> Result<Vec<String>, StoreError> {
    let sql = "SELECT d.id FROM document o JOIN duplicate u ON u.document = o.key
         JOIN duplicate v ON v.cluster = u.cluster JOIN document d ON d.key = v.document WHERE o.id = $1";
    each(engine, sql, &values(of))
}

fn values(ids: &[String]) -> Vec<Value<'_>> {
    ids.iter().map(Value::from).collect()
}

fn each<E: Engine>(engine: &mut E, sql: &str, values: &[Value<'_>]) -> Result<Vec<String>, StoreError> {
    let mut found = BTreeSet::new();
    engine.rows_of_each(sql, values, &mut |row| {
        found.extend(text(row, 0));
        ControlFlow::Continue(())
    })?;
    Ok(found.into_iter().collect())
}

fn ids<E: Engine>(engine: &mut E, sql: &str, values: &[Value<'_>]) -> Result<BTreeSet<String>, StoreError> {
    let rows = all(engine, sql, values)?;
    Ok(rows.iter().flatten().filter_map(Value::text).map(str::to_owned).collect())
}

/// Some first documents whose story must be described anew.
pub(crate) fn undescribed<E: Engine>(engine: &mut E, limit: usize) -> Result<Vec<String>, StoreError> {
    let sql = "SELECT id FROM document WHERE described = 0 ORDER BY key LIMIT $1";
    Ok(ids(engine, sql, &[limit.into()])?.into_iter().collect())
}

/// The documents of a story, the earliest first, and the links among their records.
pub(crate) fn members<E: Engine>(engine: &mut E, founder: &str) -> Result<(Vec<Shelved>, Vec<LinkRow>), StoreError> {
    let sql = "SELECT d.id FROM document f JOIN document d ON d.founder = f.key WHERE f.id = $1";
    let ids: Vec<String> = ids(engine, sql, &[founder.into()])?.into_iter().collect();
    let mut documents = shelved(engine, &ids)?;
    documents.sort_by(|one, two| (one.name.published, &one.name.id).cmp(&(two.name.published, &two.name.id)));
    Ok((documents, links(engine, founder)?))
}

fn links<E: Engine>(engine: &mut E, founder: &str) -> Result<Vec<LinkRow>, StoreError> {
    let sql = "SELECT r.id, q.id, l.weight, l.reason FROM document f JOIN document d ON d.founder = f.key
         JOIN record r ON r.document = d.key JOIN link l ON l.earlier = r.key JOIN record q ON q.key = l.later
         WHERE f.id = $1 ORDER BY r.id, q.id";
    Ok(all(engine, sql, &[founder.into()])?.iter().filter_map(|row| link(row)).collect())
}

fn link(row: &[Value<'_>]) -> Option<LinkRow> {
    Some(LinkRow { earlier: text(row, 0)?, later: text(row, 1)?, weight: row.get(2)?.real()?, reason: text(row, 3)? })
}

fn text(row: &[Value<'_>], at: usize) -> Option<String> {
    row.get(at)?.text().map(str::to_owned)
}

fn named(row: &[Value<'_>], at: usize) -> Option<Named> {
    let published = row.get(at + 1).and_then(Value::text).and_then(|day| day.parse().ok());
    Some(Named { id: text(row, at)?, published })
}

/// Puts a row where it belongs, if it has all that is asked for.
type Put = fn(&mut BTreeMap<String, Shelved>, &[Value<'_>]) -> Option<()>;

/// Documents with what was found of them, by their ids; those that are not there are passed over.
pub(crate) fn shelved<E: Engine>(engine: &mut E, ids: &[String]) -> Result<Vec<Shelved>, StoreError> {
    let ids = values(ids);
    let mut found: BTreeMap<String, Shelved> = BTreeMap::new();
    let mut see = |sql: &str, put: Put| {
        engine.rows_of_each(sql, &ids, &mut |row| {
            _ = put(&mut found, row);
            ControlFlow::Continue(())
        })
    };
    see(DOCUMENTS, |found, row| {
        let document = document(row)?;
        found.insert(document.name.id.clone(), document);
        Some(())
    })?;
    see(RECORDS, |found, row| {
        found.get_mut(row.first()?.text()?)?.records.push((text(row, 1)?, text(row, 2)?));
        Some(())
    })?;
    see(NEAR, |found, row| {
        let near = (named(row, 1)?, row.get(3)?.real()?, named(row, 4));
        found.get_mut(row.first()?.text()?)?.near.push(near);
        Some(())
    })?;
    Ok(found.into_values().collect())
}

const DOCUMENTS: &str = "SELECT d.id, d.published, d.outlet, d.title, d.text, f.id, f.published
    FROM document d LEFT JOIN document f ON f.key = d.founder WHERE d.id = $1";
const RECORDS: &str = "SELECT d.id, r.id, r.json FROM document d JOIN record r ON r.document = d.key
    WHERE d.id = $1 ORDER BY r.position";
const NEAR: &str = "SELECT d.id, o.id, o.published, a.likeness, f.id, f.published FROM document d
    JOIN alike a ON a.document = d.key JOIN document o ON o.key = a.other LEFT JOIN document f ON f.key = o.founder
    WHERE d.id = $1 ORDER BY o.id";

fn document(row: &[Value<'_>]) -> Option<Shelved> {
    Some(Shelved {
        name: named(row, 0)?,
        outlet: text(row, 2),
        title: text(row, 3),
        text: text(row, 4).unwrap_or_default(),
        founder: named(row, 5),
        records: Vec::new(),
        near: Vec::new(),
    })
}
