//! Records with how often their event is told.
//!
//! Those of the same status count: who says that talks are planned does not say that they were held.

use super::condition::Condition;
use super::events::{EventRow, TABLES, event};
use super::filter::Filter;
use super::order::Order;
use crate::engine::{Dialect, Engine};
use crate::{StoreError, Value};
use std::ops::ControlFlow;

/// A record and how often its event is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Telling {
    /// The record.
    pub event: EventRow,
    /// A number that all records of the event have in common, whatever their status.
    pub number: i64,
    /// The id of the first of these records, which is its own where no other tells the event.
    pub same_as: String,
    /// Sentences that tell it with this status.
    pub sentences: usize,
    /// Outlets that tell it, articles that copy each other counted as one; one that names no outlet counts for itself.
    pub outlets: usize,
    /// Articles that tell it.
    pub articles: usize,
}

/// Shows records, one after the other, until `each` has enough.
pub(crate) fn tellings<E: Engine>(
    engine: &mut E,
    filter: &Filter,
    order: &Order,
    each: &mut dyn FnMut(Telling) -> ControlFlow<()>,
) -> Result<(), StoreError> {
    let condition = Condition::of(engine.dialect(), filter)?;
    let counts = counts(engine.dialect());
    let (clause, order) = (condition.clause(), order.clause("d.id, r.position"));
    let sql = format!("SELECT r.id, d.id, s.id, r.json, {counts} {TABLES} {clause} {order}");
    engine.rows(&sql, &condition.values, &mut |row| match telling(row) {
        Some(telling) => each(telling),
        None => ControlFlow::Continue(()),
    })
}

fn telling(row: &[Value<'_>]) -> Option<Telling> {
    let number = |at: usize| row.get(at).and_then(Value::integer);
    let count = |at: usize| number(at).and_then(|count| usize::try_from(count).ok());
    Some(Telling {
        event: event(row)?,
        number: number(4)?,
        same_as: row.get(5).and_then(Value::text)?.to_owned(),
        sentences: count(6)?,
        outlets: count(7)?,
        articles: count(8)?,
    })
}

/// What is counted over the records that tell the event of `r`: itself at least.
fn counts(dialect: Dialect) -> String {
    let mentions = match dialect {
        Dialect::Sqlite => "json_array_length(n.json, '$.mentions')",
        Dialect::Postgres => "json_array_length(CAST(n.json AS json) -> 'mentions')",
    };
    let told = "FROM record n JOIN document o ON o.key = n.document
        LEFT JOIN duplicate u ON u.document = o.key LEFT JOIN document h ON h.key = u.cluster
        WHERE n.key = r.key OR n.same_as = r.same_as AND n.superseded = 0 AND n.status = r.status";
    let figures = [
        &format!("CAST(sum(1 + COALESCE({mentions}, 0)) AS bigint)"),
        "count(DISTINCT COALESCE(h.outlet, h.id, o.outlet, o.id))",
        "count(DISTINCT n.document)",
    ];
    let counts = figures.map(|figure| format!("(SELECT {figure} {told})"));
    let first = "COALESCE((SELECT f.id FROM record f WHERE f.key = r.same_as), r.id)";
    format!("COALESCE(r.same_as, r.key), {first}, {}", counts.join(", "))
}
