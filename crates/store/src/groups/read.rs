//! What was found of documents comes out.

use super::{Named, ShelfPlace, Shelved};
use crate::engine::{Engine, all, cell, first};
use crate::filing::LinkRow;
use crate::{StoreError, Value};
use std::collections::BTreeSet;

/// Stands for no stretch of time.
const ALWAYS: i64 = i64::MIN;

/// Hash and stretch as the database holds them.
pub(super) fn cells(place: ShelfPlace) -> [Value<'static>; 2] {
    [place.hash.cast_signed().into(), place.stretch.map_or(ALWAYS, i64::from).into()]
}

/// Changes with every change of groups.
pub(crate) fn generation<E: Engine>(engine: &mut E) -> Result<i64, StoreError> {
    let found = cell(engine, "SELECT max(generation) FROM grouping_state", &[])?;
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
    let sql = "SELECT d.id FROM shelf s JOIN document d ON d.key = s.document WHERE s.hash = $1 AND s.stretch = $2";
    let mut found = BTreeSet::new();
    for place in places {
        found.extend(ids(engine, sql, &cells(*place))?);
    }
    Ok(found.into_iter().collect())
}

/// Which documents have one of these among those they are most like.
pub(crate) fn later<E: Engine>(engine: &mut E, of: &[String]) -> Result<Vec<String>, StoreError> {
    each(
        engine,
        of,
        "SELECT d.id FROM document o JOIN alike a ON a.other = o.key JOIN document d ON d.key = a.document
         WHERE o.id = $1",
    )
}

/// Which documents are copies of one of these, themselves included.
pub(crate) fn mates<E: Engine>(engine: &mut E, of: &[String]) -> Result<Vec<String>, StoreError> {
    each(
        engine,
        of,
        "SELECT d.id FROM document o JOIN duplicate u ON u.document = o.key JOIN duplicate v ON v.cluster = u.cluster
         JOIN document d ON d.key = v.document WHERE o.id = $1",
    )
}

fn each<E: Engine>(engine: &mut E, of: &[String], sql: &str) -> Result<Vec<String>, StoreError> {
    let mut found = BTreeSet::new();
    for id in of {
        found.extend(ids(engine, sql, &[id.into()])?);
    }
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

/// Documents with what was found of them; those that are not there are passed over.
pub(crate) fn shelved<E: Engine>(engine: &mut E, ids: &[String]) -> Result<Vec<Shelved>, StoreError> {
    let mut found = Vec::new();
    for id in ids {
        found.extend(one(engine, id)?);
    }
    Ok(found)
}

fn one<E: Engine>(engine: &mut E, id: &str) -> Result<Option<Shelved>, StoreError> {
    let sql = "SELECT d.id, d.published, d.outlet, d.title, d.text, f.id, f.published, d.key
         FROM document d LEFT JOIN document f ON f.key = d.founder WHERE d.id = $1";
    let Some(row) = first(engine, sql, &[id.into()])? else { return Ok(None) };
    let Some((name, key)) = named(&row, 0).zip(row.get(7).and_then(Value::integer)) else { return Ok(None) };
    Ok(Some(Shelved {
        name,
        outlet: text(&row, 2),
        title: text(&row, 3),
        text: text(&row, 4).unwrap_or_default(),
        founder: named(&row, 5),
        records: records(engine, key)?,
        near: near(engine, key)?,
    }))
}

fn records<E: Engine>(engine: &mut E, document: i64) -> Result<Vec<(String, String)>, StoreError> {
    let sql = "SELECT id, json FROM record WHERE document = $1 ORDER BY position";
    Ok(all(engine, sql, &[document.into()])?.iter().filter_map(|row| text(row, 0).zip(text(row, 1))).collect())
}

fn near<E: Engine>(engine: &mut E, document: i64) -> Result<Vec<(Named, f64, Option<Named>)>, StoreError> {
    let sql = "SELECT o.id, o.published, a.likeness, f.id, f.published FROM alike a JOIN document o ON o.key = a.other
         LEFT JOIN document f ON f.key = o.founder WHERE a.document = $1 ORDER BY o.id";
    let rows = all(engine, sql, &[document.into()])?;
    Ok(rows.iter().filter_map(|row| Some((named(row, 0)?, row.get(2)?.real()?, named(row, 3)))).collect())
}
