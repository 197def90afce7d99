//! Records, one after the other.

use super::condition::Condition;
use super::filter::Filter;
use super::order::Order;
use crate::engine::Engine;
use crate::{StoreError, Value};
use std::ops::ControlFlow;

/// A record as it comes out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventRow {
    /// Its id in the store.
    pub id: String,
    /// The id of its document in the store.
    pub document: String,
    /// The story it belongs to.
    pub story: Option<String>,
    /// The whole record, as it came in.
    pub json: String,
}

/// Tables that a filter may speak of.
pub(super) const TABLES: &str = "FROM record r JOIN document d ON d.key = r.document
    LEFT JOIN story_event m ON m.record = r.key LEFT JOIN story s ON s.key = m.story";

/// Shows records, one after the other, until `each` has enough.
pub(crate) fn events<E: Engine>(
    engine: &mut E,
    filter: &Filter,
    order: &Order,
    each: &mut dyn FnMut(EventRow) -> ControlFlow<()>,
) -> Result<(), StoreError> {
    let condition = Condition::of(engine.dialect(), filter)?;
    let sql =
        format!("SELECT r.id, d.id, s.id, r.json {TABLES} {} {}", condition.clause(), order.clause("d.id, r.position"));
    engine.rows(&sql, &condition.values, &mut |row| match event(row) {
        Some(event) => each(event),
        None => ControlFlow::Continue(()),
    })
}

pub(super) fn event(row: &[Value<'_>]) -> Option<EventRow> {
    let text = |at: usize| row.get(at).and_then(Value::text).map(str::to_owned);
    Some(EventRow { id: text(0)?, document: text(1)?, story: text(2), json: text(3)? })
}
