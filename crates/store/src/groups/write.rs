//! What was found of documents goes in.

use super::read::{cell, generation};
use super::{Described, Placement, Placements, Placing, ShelfPlace};
use crate::engine::{Cell, Engine, Rows};
use crate::{StoreError, Value, group};
use std::collections::{BTreeSet, HashMap};
use std::ops::ControlFlow;

/// Stores placements within a transaction.
pub(crate) fn place<E: Engine>(engine: &mut E, found: &Placements) -> Result<Placing, StoreError> {
    if generation(engine)? != found.generation {
        return Ok(Placing::Overtaken);
    }
    let documents = Documents::of(engine, &found.documents)?;
    shelve(engine, &found.documents, &documents)?;
    near(engine, &found.documents, &documents)?;
    for placement in &found.documents {
        join(engine, documents.key(engine, &placement.document)?, documents.key(engine, &placement.founder)?)?;
    }
    group::group(engine, &found.findings)?;
    count_on(engine)?;
    Ok(Placing::Done)
}

/// Groups changed.
pub(super) fn count_on<E: Engine>(engine: &mut E) -> Result<(), StoreError> {
    engine.script("UPDATE grouping_state SET generation = generation + 1")
}

/// The documents that placements speak of: the numbers behind their ids, and whether they were compared before.
struct Documents(HashMap<String, (i64, bool)>);

impl Documents {
    fn of<E: Engine>(engine: &mut E, placements: &[Placement]) -> Result<Self, StoreError> {
        let ids: BTreeSet<&String> = placements.iter().flat_map(named).collect();
        let ids: Vec<Value<'_>> = ids.into_iter().map(Value::from).collect();
        let mut found = HashMap::new();
        engine.rows_of_each("SELECT id, key, grouped FROM document WHERE id = $1", &ids, &mut |row| {
            if let [id, Value::Integer(key), Value::Integer(grouped)] = row {
                found.extend(id.text().map(|id| (id.to_owned(), (*key, *grouped != 0))));
            }
            ControlFlow::Continue(())
        })?;
        Ok(Self(found))
    }

    fn key<E: Engine>(&self, engine: &E, id: &str) -> Result<i64, StoreError> {
        let lacks = || StoreError::Other { name: engine.name().to_owned(), detail: format!("holds no document {id}") };
        self.0.get(id).map(|(key, _)| *key).ok_or_else(lacks)
    }

    fn is_new(&self, id: &str) -> bool {
        self.0.get(id).is_some_and(|(_, grouped)| !grouped)
    }
}

fn named(placement: &Placement) -> impl Iterator<Item = &String> {
    let near = placement.near.iter().map(|(other, _)| other);
    [&placement.document, &placement.founder].into_iter().chain(near)
}

/// Puts new documents where they are found again.
fn shelve<E: Engine>(engine: &mut E, placements: &[Placement], documents: &Documents) -> Result<(), StoreError> {
    let mut rows = Rows::new("shelf");
    for placement in placements.iter().filter(|placement| documents.is_new(&placement.document)) {
        let document = documents.key(engine, &placement.document)?;
        placement.places.iter().for_each(|place| rows.push(shelf_cells(*place, document)));
    }
    engine.insert(rows)
}

fn shelf_cells(place: ShelfPlace, document: i64) -> [Cell<'static>; 2] {
    [("place", cell(place)), ("document", document.into())]
}

fn near<E: Engine>(engine: &mut E, placements: &[Placement], documents: &Documents) -> Result<(), StoreError> {
    let mut rows = Rows::new("alike");
    for Placement { document, near, .. } in placements {
        let document = documents.key(engine, document)?;
        engine.execute("DELETE FROM alike WHERE document = $1", &[document.into()])?;
        for (other, likeness) in near {
            let other = documents.key(engine, other)?;
            rows.push([("document", document.into()), ("other", other.into()), ("likeness", (*likeness).into())]);
        }
    }
    engine.insert(rows)
}

/// A document joins a story: this and the one it was in must be described anew.
fn join<E: Engine>(engine: &mut E, document: i64, founder: i64) -> Result<(), StoreError> {
    let told =
        "UPDATE document SET described = 0 WHERE key = $1 OR key = (SELECT founder FROM document WHERE key = $2)";
    engine.execute(told, &[founder.into(), document.into()])?;
    let joined = "UPDATE document SET grouped = 1, founder = $1 WHERE key = $2";
    engine.execute(joined, &[founder.into(), document.into()])?;
    Ok(())
}

/// Stores stories within a transaction.
pub(crate) fn describe<E: Engine>(engine: &mut E, stories: &[Described]) -> Result<(), StoreError> {
    for Described { founder, id, story } in stories {
        match story {
            Some(row) => group::story(engine, row)?,
            None => _ = engine.execute("DELETE FROM story WHERE id = $1", &[id.into()])?,
        }
        engine.execute("UPDATE document SET described = 1 WHERE id = $1", &[founder.into()])?;
    }
    crate::remove::tidy(engine)
}
