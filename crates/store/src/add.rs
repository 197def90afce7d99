//! A document goes in: known, new, or a new revision of a page.

mod counts;
mod dyads;
mod insert;

pub(crate) use counts::Change;
pub(crate) use counts::count;

use crate::engine::{Engine, cell, first};
use crate::filing::{ClaimRow, PartyRow, PlaceRow, TimeRow};
use crate::remove::leave;
use crate::value::code;
use crate::{DocumentRow, Filing, Identity, Outcome, Receipt, RecordRow, StoreError, Value};
use insert::{insert, insert_keyed};
use std::collections::BTreeSet;

/// Whether a document is there already.
pub(crate) fn is_known<E: Engine>(engine: &mut E, identity: &Identity) -> Result<bool, StoreError> {
    Ok(known_as(engine, identity)?.is_some())
}

fn known_as<E: Engine>(engine: &mut E, identity: &Identity) -> Result<Option<String>, StoreError> {
    let found = cell(engine, "SELECT id FROM document WHERE identity = $1", &[(&identity.0).into()])?;
    Ok(found.and_then(|id| id.text().map(str::to_owned)))
}

/// Stores a document within a transaction.
pub(crate) fn add<E: Engine>(engine: &mut E, filing: &Filing) -> Result<Receipt, StoreError> {
    let document = &filing.document;
    if let Some(id) = known_as(engine, &document.identity)? {
        return Ok(Receipt { document: id, outcome: Outcome::Known, records: 0 });
    }
    let suffix = suffix(engine, document)?;
    let former = former(engine, document)?;
    let revision = former.map_or(1, |former| former.revision + 1);
    let key = insert_document(engine, filing, &suffix, revision)?;
    insert_records(engine, key, filing, &suffix)?;
    count(engine, key, Change::Added)?;
    if let Some(former) = former {
        supersede(engine, former.key, key)?;
    }
    let outcome = if former.is_some() { Outcome::Revised } else { Outcome::Added };
    Ok(Receipt { document: format!("{}{suffix}", document.id), outcome, records: filing.records.len() })
}

/// Digits that tell documents of one id apart.
const SUFFIX: usize = 8;

/// What is put behind ids, where another document has the same.
fn suffix<E: Engine>(engine: &mut E, document: &DocumentRow) -> Result<String, StoreError> {
    let taken = cell(engine, "SELECT 1 FROM document WHERE id = $1", &[(&document.id).into()])?;
    let identity = &document.identity.0;
    Ok(taken.map_or_else(String::new, |_| format!("~{}", identity.get(..SUFFIX).unwrap_or(identity))))
}

/// The revision of a page that counted until now.
#[derive(Debug, Clone, Copy)]
struct Former {
    key: i64,
    revision: i64,
}

fn former<E: Engine>(engine: &mut E, document: &DocumentRow) -> Result<Option<Former>, StoreError> {
    let Some(url) = &document.url else { return Ok(None) };
    let sql = "SELECT key, revision FROM document WHERE url = $1 AND superseded_by IS NULL";
    let row = first(engine, sql, &[url.into()])?;
    let numbers: Vec<i64> = row.iter().flatten().filter_map(Value::integer).collect();
    Ok(match numbers[..] {
        [key, revision] => Some(Former { key, revision }),
        _ => None,
    })
}

fn supersede<E: Engine>(engine: &mut E, former: i64, by: i64) -> Result<(), StoreError> {
    count(engine, former, Change::Removed)?;
    engine.execute("UPDATE document SET superseded_by = $1 WHERE key = $2", &[by.into(), former.into()])?;
    engine.execute("UPDATE record SET superseded = 1 WHERE document = $1", &[former.into()])?;
    leave(engine, former)
}

fn insert_document<E: Engine>(engine: &mut E, filing: &Filing, suffix: &str, revision: i64) -> Result<i64, StoreError> {
    let Filing { document, records } = filing;
    let cells = [
        ("id", Value::from(format!("{}{suffix}", document.id))),
        ("identity", (&document.identity.0).into()),
        ("sha256", (&document.sha256).into()),
        ("file", document.file.as_ref().into()),
        ("url", document.url.as_ref().into()),
        ("outlet", document.outlet.as_ref().into()),
        ("published", document.published.map(code).unwrap_or(Value::Null)),
        ("title", document.title.as_ref().into()),
        ("text", (&document.text).into()),
        ("reason", document.reason.as_ref().into()),
        ("records", records.len().into()),
        ("revision", revision.into()),
    ];
    insert_keyed(engine, "document", &cells)
}

/// One record may be told twice with one id: the second is told apart by a number.
fn insert_records<E: Engine>(engine: &mut E, document: i64, filing: &Filing, suffix: &str) -> Result<(), StoreError> {
    let mut seen = BTreeSet::new();
    for (position, record) in filing.records.iter().enumerate() {
        let repeated = if seen.insert(&record.id) { String::new() } else { format!("~{position}") };
        let id = format!("{}{suffix}{repeated}", record.id);
        let place = Seat { document, position, published: filing.document.published.map(|day| day.to_string()) };
        let key = insert_record(engine, &place, id, record)?;
        insert_parts(engine, key, record)?;
    }
    Ok(())
}

/// Where a record belongs.
struct Seat {
    document: i64,
    position: usize,
    published: Option<String>,
}

fn insert_record<E: Engine>(engine: &mut E, seat: &Seat, id: String, record: &RecordRow) -> Result<i64, StoreError> {
    let parts = record.actors.len() + record.recipients.len() + record.claims.len();
    let day = record.time.map(|time| time.start.to_string()).or_else(|| seat.published.clone());
    let mut cells = vec![
        ("id", Value::from(id)),
        ("document", seat.document.into()),
        ("position", seat.position.into()),
        ("superseded", 0i64.into()),
        ("day", day.into()),
        ("type", code(record.kind)),
        ("mode", record.mode.map(code).unwrap_or(Value::Null)),
        ("quad", u32::from(record.quad).into()),
        ("score", record.score.into()),
        ("cameo", (&record.cameo).into()),
        ("status", code(record.status)),
        ("source_kind", record.claims.first().map(|claim| code(claim.kind)).unwrap_or(Value::Null)),
        ("hedge", record.hedge.as_ref().into()),
        ("words", (&record.trigger).into()),
        ("evidence", (&record.evidence).into()),
        ("names", names(record).into()),
        ("evidence_start", record.start.into()),
        ("evidence_end", record.end.into()),
        ("confidence", record.confidence.into()),
        ("parts", parts.into()),
        ("json", (&record.json).into()),
    ];
    cells.extend(place_cells(record.place.as_ref()));
    cells.extend(time_cells(record.time));
    cells.extend(magnitude_cells(record.magnitude));
    insert_keyed(engine, "record", &cells)
}

fn place_cells(place: Option<&PlaceRow>) -> [(&'static str, Value<'_>); 6] {
    let country = place.and_then(|place| place.country);
    let point = place.and_then(|place| place.point);
    [
        ("place", place.map(|place| &place.name).into()),
        ("place_country", country.map(code).unwrap_or(Value::Null)),
        ("place_admin1", place.and_then(|place| place.admin1.as_ref()).into()),
        ("lat", point.map(|point| point.0).into()),
        ("lon", point.map(|point| point.1).into()),
        ("place_precision", place.map(|place| code(place.precision)).unwrap_or(Value::Null)),
    ]
}

fn time_cells(time: Option<TimeRow>) -> [(&'static str, Value<'static>); 3] {
    [
        ("time_start", time.map(|time| code(time.start)).unwrap_or(Value::Null)),
        ("time_end", time.map(|time| code(time.end)).unwrap_or(Value::Null)),
        ("time_precision", time.map(|time| time.precision.as_str()).into()),
    ]
}

fn magnitude_cells(magnitude: types::Magnitude) -> [(&'static str, Value<'static>); 4] {
    let types::Magnitude { killed, injured, arrested, participants } = magnitude;
    [
        ("killed", killed.into()),
        ("injured", injured.into()),
        ("arrested", arrested.into()),
        ("participants", participants.into()),
    ]
}

/// All that a record names, to be searched.
fn names(record: &RecordRow) -> String {
    let parties = record.actors.iter().chain(&record.recipients);
    let parties = parties.flat_map(|party| [party.text.as_deref(), party.name.as_deref()]);
    let place = record.place.as_ref().map(|place| place.name.as_str());
    let names: BTreeSet<&str> = parties.chain([place]).flatten().collect();
    names.into_iter().collect::<Vec<_>>().join("\n")
}

fn insert_parts<E: Engine>(engine: &mut E, record: i64, row: &RecordRow) -> Result<(), StoreError> {
    for (role, side) in [("actor", &row.actors), ("recipient", &row.recipients)] {
        for (position, party) in side.iter().enumerate() {
            insert(engine, "actor", &party_cells(record, role, position, party))?;
        }
    }
    for (position, claim) in row.claims.iter().enumerate() {
        insert(engine, "claim", &claim_cells(record, position, claim))?;
    }
    dyads::of(row).into_iter().try_for_each(|dyad| insert(engine, "dyad", &dyad.cells(record)))
}

fn party_cells<'a>(record: i64, role: &'a str, position: usize, party: &'a PartyRow) -> [(&'static str, Value<'a>); 9] {
    [
        ("record", record.into()),
        ("role", role.into()),
        ("position", position.into()),
        ("text", party.text.as_ref().into()),
        ("name", party.name.as_ref().into()),
        ("country", party.country.map(code).unwrap_or(Value::Null)),
        ("sector", party.sector.map(code).unwrap_or(Value::Null)),
        ("entity", party.entity.as_ref().into()),
        ("implicit", i64::from(party.implicit).into()),
    ]
}

fn claim_cells(record: i64, position: usize, claim: &ClaimRow) -> [(&'static str, Value<'_>); 7] {
    [
        ("record", record.into()),
        ("position", position.into()),
        ("kind", code(claim.kind)),
        ("text", claim.text.as_ref().into()),
        ("cue", claim.cue.as_ref().into()),
        ("quote", code(claim.quote)),
        ("entity", claim.entity.as_ref().into()),
    ]
}
