//! Counts per day, pair of countries, type and status, kept up to date with each document.

use crate::StoreError;
use crate::engine::Engine;
use std::ops::RangeInclusive;

/// What becomes of a document's records.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Change {
    /// They count from now on.
    Added,
    /// They count no more.
    Removed,
}

/// Counts the records of documents by their keys; the records must be in the tables.
pub(crate) fn count<E: Engine>(
    engine: &mut E,
    documents: RangeInclusive<i64>,
    change: Change,
) -> Result<(), StoreError> {
    let ends = [(*documents.start()).into(), (*documents.end()).into()];
    match change {
        Change::Added => engine.execute(ADD, &ends)?,
        Change::Removed => {
            engine.execute(SUBTRACT, &ends)?;
            engine.execute("DELETE FROM daily_dyad WHERE events = 0", &[])?
        }
    };
    Ok(())
}

/// The statement for one sign.
macro_rules! counted {
    ($sign:literal) => {
        concat!(
            "INSERT INTO daily_dyad (day, actor_country, recipient_country, type, status, events, hundredths)
             SELECT coalesce(r.day, ''), p.actor_country, p.recipient_country, r.type, r.status, ",
            $sign,
            "count(*), ",
            $sign,
            "sum(CAST(round(r.score * 100) AS BIGINT))
             FROM record r JOIN dyad p ON p.record = r.key WHERE r.document BETWEEN $1 AND $2
             GROUP BY coalesce(r.day, ''), p.actor_country, p.recipient_country, r.type, r.status
             ON CONFLICT (day, actor_country, recipient_country, type, status) DO UPDATE
             SET events = daily_dyad.events + excluded.events, hundredths = daily_dyad.hundredths + excluded.hundredths"
        )
    };
}

const ADD: &str = counted!("");
const SUBTRACT: &str = counted!("-");
