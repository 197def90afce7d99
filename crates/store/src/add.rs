//! Documents go in: known, new, or new revisions of a page.

mod counts;
mod dyads;
mod plan;
mod recode;
mod rows;

pub(crate) use counts::{Change, count};
pub(crate) use plan::known;
pub(crate) use recode::{count_outdated, outdated, recode};

use crate::engine::Engine;
use crate::groups::ungroup;
use crate::{Filing, Receipt, StoreError};
use plan::Plan;

/// Stores documents within a transaction.
pub(crate) fn add<E: Engine>(engine: &mut E, batch: &[Filing]) -> Result<Vec<Receipt>, StoreError> {
    let plan = Plan::of(engine, batch)?;
    rows::insert(engine, &plan.seats)?;
    if let (Some(first), Some(last)) = (plan.seats.first(), plan.seats.last()) {
        count(engine, first.key..=last.key, Change::Added)?;
    }
    plan.superseded.iter().try_for_each(|(former, by)| supersede(engine, *former, *by))?;
    Ok(plan.receipts)
}

fn supersede<E: Engine>(engine: &mut E, former: i64, by: i64) -> Result<(), StoreError> {
    count(engine, former..=former, Change::Removed)?;
    ungroup(engine, former)?;
    engine.execute("UPDATE document SET superseded_by = $1 WHERE key = $2", &[by.into(), former.into()])?;
    engine.execute("UPDATE record SET superseded = 1 WHERE document = $1", &[former.into()])?;
    Ok(())
}
