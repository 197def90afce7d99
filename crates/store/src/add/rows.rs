//! A document and all that belongs to it, as rows of tables.

use super::dyads;
use super::plan::Seat;
use crate::engine::{Cell, Engine, Rows};
use crate::filing::{ClaimRow, PartyRow, PlaceRow, TimeRow};
use crate::value::code;
use crate::{Filing, RecordRow, StoreError, Value};
use std::collections::BTreeSet;

/// Puts in documents with their records; each table is filled at once.
pub(super) fn insert<E: Engine>(engine: &mut E, seats: &[Seat<'_>]) -> Result<(), StoreError> {
    let mut documents = Rows::new("document");
    seats.iter().for_each(|seat| documents.push(document_cells(seat)));
    engine.insert(documents)?;
    insert_records(engine, seats)
}

/// Puts in the records of documents that are there.
pub(super) fn insert_records<E: Engine>(engine: &mut E, seats: &[Seat<'_>]) -> Result<(), StoreError> {
    let count = seats.iter().map(|seat| seat.filing.records.len()).sum();
    let mut keys = super::plan::keys(engine, "record", count)?.into_iter();
    let mut tables = Tables::new();
    for seat in seats {
        for (told, key) in told(seat).zip(&mut keys) {
            tables.record(key, &told);
        }
    }
    tables.all().into_iter().try_for_each(|rows| engine.insert(rows))
}

/// The rows of all tables of records.
struct Tables<'a> {
    record: Rows<'a>,
    actor: Rows<'a>,
    claim: Rows<'a>,
    dyad: Rows<'a>,
}

impl<'a> Tables<'a> {
    fn new() -> Self {
        Self {
            record: Rows::new("record"),
            actor: Rows::new("actor"),
            claim: Rows::new("claim"),
            dyad: Rows::new("dyad"),
        }
    }

    /// Each after those that it names.
    fn all(self) -> [Rows<'a>; 4] {
        [self.record, self.actor, self.claim, self.dyad]
    }

    fn record(&mut self, key: i64, told: &Told<'a>) {
        let row = told.record;
        self.record.push(record_cells(key, told));
        for (role, side) in [("actor", &row.actors), ("recipient", &row.recipients)] {
            side.iter().enumerate().for_each(|(at, party)| self.actor.push(party_cells(key, role, at, party)));
        }
        row.claims.iter().enumerate().for_each(|(at, claim)| self.claim.push(claim_cells(key, at, claim)));
        dyads::of(row).into_iter().for_each(|dyad| self.dyad.push(dyad.cells(key)));
    }
}

/// A record and where it belongs.
struct Told<'a> {
    record: &'a RecordRow,
    id: String,
    document: i64,
    position: usize,
    published: Option<String>,
}

/// One record may be told twice with one id: the second is told apart by a number.
fn told<'a>(seat: &Seat<'a>) -> impl Iterator<Item = Told<'a>> {
    let (document, suffix, filing) = (seat.key, seat.suffix.clone(), seat.filing);
    let mut seen = BTreeSet::new();
    filing.records.iter().enumerate().map(move |(position, record)| {
        let repeated = if seen.insert(&record.id) { String::new() } else { format!("~{position}") };
        let id = format!("{}{suffix}{repeated}", record.id);
        Told { record, id, document, position, published: filing.document.published.map(|day| day.to_string()) }
    })
}

fn document_cells<'a>(seat: &Seat<'a>) -> [Cell<'a>; 15] {
    let Filing { document, records } = seat.filing;
    [
        ("key", seat.key.into()),
        ("id", seat.id().into()),
        ("identity", (&document.identity.0).into()),
        ("sha256", (&document.sha256).into()),
        ("file", document.file.as_ref().into()),
        ("url", document.url.as_ref().into()),
        ("outlet", document.outlet.as_ref().into()),
        ("published", document.published.map(code).unwrap_or(Value::Null)),
        ("title", document.title.as_ref().into()),
        ("text", (&document.text).into()),
        ("reason", document.reason.as_ref().into()),
        ("layout", document.layout.as_ref().into()),
        ("coder", document.coder.as_ref().into()),
        ("records", records.len().into()),
        ("revision", seat.revision.into()),
    ]
}

fn record_cells<'a>(key: i64, told: &Told<'a>) -> Vec<Cell<'a>> {
    let record = told.record;
    let parts = record.actors.len() + record.recipients.len() + record.claims.len();
    let day = record.time.map(|time| time.start.to_string()).or_else(|| told.published.clone());
    let mut cells = vec![
        ("key", key.into()),
        ("id", told.id.clone().into()),
        ("document", told.document.into()),
        ("position", told.position.into()),
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
    cells
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
