//! Time from left to right: days, weeks, months or years side by side, as many as stay legible on a phone.
//!
//! The axis spans the days of publication and some days around them. What is told of times long before or after stands
//! in a slot of its own at either end, so that one look back by decades does not press all else together.

use super::calendar::{month, short};
use super::statement::Statement;
use types::Date;

/// Slots between the two ends.
const MOST: i32 = 20;
/// The least number of days around those of publication.
const AROUND: i32 = 7;
/// At most so many slots have a label.
const LABELS: usize = 5;

/// What a slot spans.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Day,
    Week,
    Month,
    Year,
}

impl Unit {
    const ALL: [Self; 4] = [Self::Day, Self::Week, Self::Month, Self::Year];

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Year => "year",
        }
    }

    /// The how-manieth of its kind a day belongs to. Weeks begin on Mondays.
    fn index(self, day: Date) -> i32 {
        match self {
            Self::Day => day.number(),
            Self::Week => (day.number() + 2).div_euclid(7),
            Self::Month => i32::from(day.year) * 12 + i32::from(day.month) - 1,
            Self::Year => i32::from(day.year),
        }
    }

    fn label(self, index: i32) -> String {
        match self {
            Self::Day => Date::of_number(index).map(short).unwrap_or_default(),
            Self::Week => Date::of_number(index * 7 - 2).map(short).unwrap_or_default(),
            Self::Month => {
                let at = u8::try_from(index.rem_euclid(12) + 1).map(month).unwrap_or_default();
                format!("{at} {}", index.div_euclid(12))
            }
            Self::Year => index.to_string(),
        }
    }
}

/// A run of slots; the first and last may stand for all that is earlier and later.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Axis {
    pub(super) unit: Unit,
    first: i32,
    last: i32,
    earlier: bool,
    later: bool,
}

impl Axis {
    pub(super) fn of(statements: &[Statement]) -> Option<Self> {
        let days: Vec<Date> = statements.iter().filter_map(Statement::day).collect();
        let (from, to) = range(&days, statements)?;
        let unit = Unit::ALL.into_iter().find(|unit| unit.index(to) - unit.index(from) < MOST).unwrap_or(Unit::Year);
        let last = unit.index(to);
        let first = unit.index(from).max(last - MOST + 1);
        let indices = || days.iter().map(|day| unit.index(*day));
        Some(Self { unit, first, last, earlier: indices().any(|at| at < first), later: indices().any(|at| at > last) })
    }

    /// How many slots there are.
    pub(super) fn slots(&self) -> usize {
        let inner = usize::try_from(self.last - self.first + 1).unwrap_or_default();
        inner + usize::from(self.earlier) + usize::from(self.later)
    }

    /// The slot of a day, counted from 0.
    pub(super) fn slot(&self, day: Date) -> usize {
        let at = self.unit.index(day).clamp(self.first - i32::from(self.earlier), self.last + i32::from(self.later));
        usize::try_from(at - self.first + i32::from(self.earlier)).unwrap_or_default()
    }

    /// What a slot spans, in words.
    pub(super) fn label(&self, slot: usize) -> String {
        match i32::try_from(slot).unwrap_or(i32::MAX) - i32::from(self.earlier) {
            before if before < 0 => "earlier".to_owned(),
            after if after > self.last - self.first => "later".to_owned(),
            at => self.unit.label(self.first + at),
        }
    }

    /// What a slot spans, with the year.
    pub(super) fn dated(&self, slot: usize) -> String {
        let at = i32::try_from(slot).unwrap_or(i32::MAX) - i32::from(self.earlier);
        let year = match self.unit {
            Unit::Day => Date::of_number(self.first.saturating_add(at)),
            Unit::Week => Date::of_number(self.first.saturating_add(at).saturating_mul(7).saturating_sub(2)),
            Unit::Month | Unit::Year => None,
        };
        let inside = at >= 0 && at <= self.last - self.first;
        let label = self.label(slot);
        year.filter(|_| inside).map_or_else(|| label.clone(), |day| format!("{label} {}", day.year))
    }

    /// The middle of a slot, in hundredths of the width.
    pub(super) fn middle(&self, slot: usize) -> f64 {
        (slot as f64 + 0.5) * self.width()
    }

    /// The width of a slot, in hundredths of the whole.
    pub(super) fn width(&self) -> f64 {
        100.0 / self.slots().max(1) as f64
    }

    /// The slots that have a label below: the first and some evenly after it, and the last if it is one of its own.
    pub(super) fn labelled(&self) -> Vec<usize> {
        let (slots, step) = (self.slots(), self.slots().div_ceil(LABELS).max(1));
        let end = if self.later { slots.saturating_sub(step.div_ceil(2)) } else { slots };
        (0..end.max(1)).step_by(step).chain(self.later.then_some(slots - 1)).collect()
    }
}

/// The first and last day that is told of, among those near the days of publication.
fn range(days: &[Date], statements: &[Statement]) -> Option<(Date, Date)> {
    let published = || statements.iter().flat_map(|told| &told.records).filter_map(|record| record.document.published);
    let near = |day: &&Date| match published().min().zip(published().max()) {
        None => true,
        Some((first, last)) => {
            let around = AROUND.max((last.number() - first.number()) / 4);
            (first.number() - around..=last.number() + around).contains(&day.number())
        }
    };
    let near = || days.iter().filter(near);
    near().min().copied().zip(near().max().copied())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(unit: Unit, day: &str, label: &str) {
        assert_eq!(unit.label(unit.index(day.parse().unwrap())), label);
    }

    #[test]
    fn slots_are_labelled_by_where_they_begin() {
        check(Unit::Day, "2026-03-01", "1 Mar");
        check(Unit::Week, "2026-03-01", "23 Feb");
        check(Unit::Week, "2026-03-02", "2 Mar");
        check(Unit::Month, "2026-12-31", "Dec 2026");
        check(Unit::Year, "2026-12-31", "2026");
    }

    #[test]
    fn what_lies_beyond_has_a_slot_at_the_end() {
        let axis = Axis { unit: Unit::Day, first: 10, last: 12, earlier: true, later: false };
        let far = |text: &str| axis.slot(text.parse().unwrap());
        assert_eq!((axis.slots(), far("-001-01-01".replace("-001", "0000").as_str()), far("2026-01-01")), (4, 0, 3));
        assert_eq!(
            (axis.label(0).as_str(), axis.label(3).as_str()),
            ("earlier", Date::of_number(12).map(short).unwrap().as_str())
        );
    }
}
