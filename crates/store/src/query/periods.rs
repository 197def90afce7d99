//! Records counted per day, week or month; what occurred apart from the rest.

use super::condition::Condition;
use super::events::TABLES;
use super::filter::{Filter, Period};
use crate::engine::{Dialect, Engine, all};
use crate::{StoreError, Value};
use types::Status;

/// The records of a day, week or month.
#[derive(Debug, Clone, PartialEq)]
pub struct PeriodRow {
    /// Its first day, or the month; nothing for records of no known day.
    pub period: Option<String>,
    /// Records of each status, in the order of [`Status::ALL`].
    pub counts: Vec<(Status, usize)>,
    /// Mean score of what occurred.
    pub occurred: Option<f64>,
    /// Mean score of all else: what is planned, considered, denied, …
    pub other: Option<f64>,
}

impl PeriodRow {
    /// All records.
    pub fn events(&self) -> usize {
        self.counts.iter().map(|(_, count)| count).sum()
    }
}

/// Counts records.
pub(crate) fn periods<E: Engine>(engine: &mut E, filter: &Filter, by: Period) -> Result<Vec<PeriodRow>, StoreError> {
    let condition = Condition::of(engine.dialect(), filter)?;
    let period = period(engine.dialect(), by);
    let counts: String =
        Status::ALL.iter().map(|status| format!("count(CASE WHEN r.status = '{status}' THEN 1 END), ")).collect();
    let sql = format!(
        "SELECT {period} AS period, {counts}
            avg(CASE WHEN r.status = 'occurred' THEN r.score END), avg(CASE WHEN r.status <> 'occurred' THEN r.score END)
         {TABLES} {} GROUP BY 1 ORDER BY 1 NULLS FIRST",
        condition.clause()
    );
    Ok(all(engine, &sql, &condition.values)?.iter().map(|row| of_row(row)).collect())
}

fn period(dialect: Dialect, by: Period) -> &'static str {
    match (by, dialect) {
        (Period::Day, _) => "r.day",
        (Period::Month, _) => "substr(r.day, 1, 7)",
        (Period::Week, Dialect::Sqlite) => "date(r.day, '-6 days', 'weekday 1')",
        (Period::Week, Dialect::Postgres) => "to_char(date_trunc('week', CAST(r.day AS date)), 'YYYY-MM-DD')",
    }
}

fn of_row(row: &[Value<'_>]) -> PeriodRow {
    let count = |at: usize| row.get(at).and_then(Value::integer).and_then(|n| usize::try_from(n).ok()).unwrap_or(0);
    let mean = |at: usize| row.get(at).and_then(Value::real);
    let statuses = Status::ALL.len();
    PeriodRow {
        period: row.first().and_then(Value::text).map(str::to_owned),
        counts: Status::ALL.iter().zip(1..).map(|(status, at)| (*status, count(at))).collect(),
        occurred: mean(statuses + 1),
        other: mean(statuses + 2),
    }
}
