//! What an expression of time says, before it is known on which day it was written.

use lexicon::{TimeRelation, TimeUnit};
use types::TokenId;

/// A year as stated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Year {
    /// Not at all.
    Unstated,
    /// By its number.
    Is(i16),
    /// "last year" and the like, counted from this year.
    Shifted(i8),
}

/// What is said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Meaning {
    /// A year, a month or a day of the calendar.
    Calendar { year: Year, month: Option<u8>, day: Option<u8> },
    /// The month of that name before, in or after this one.
    MonthShifted { month: u8, shift: i8 },
    /// A weekday; `shift` is "last", "this" or "next".
    Weekday { day: u8, shift: Option<i8> },
    /// A weekday of the last or next week.
    WeekdayOfWeek { day: u8, week: i8 },
    /// A day counted from today.
    Day(i8),
    /// The night before today.
    Night,
    /// "last week", "this month"; `edge` is "earlier" or "later".
    Unit { unit: TimeUnit, shift: i8, edge: i8 },
    /// "two weeks ago", and with a negative count "in three days".
    Ago { unit: TimeUnit, count: i32 },
    /// "the last three days", and with a negative count "the next three days".
    Lasting { unit: TimeUnit, count: i32 },
    /// Saturday and Sunday.
    Weekend { shift: Option<i8> },
    /// A season by its first month.
    Season { month: u8, year: Year, shift: Option<i8> },
    /// A quarter of a year.
    Quarter { number: u8, year: Year },
    /// So many years from this one.
    Years { first: i16, count: u8 },
    /// So many units from the time told before, "the previous day".
    Relative { unit: TimeUnit, count: i32 },
    /// So many units from another time, "two days after Friday".
    Offset { from: Box<Meaning>, unit: TimeUnit, count: i32 },
    /// From the one to the other.
    Between(Box<Meaning>, Box<Meaning>),
}

impl Meaning {
    /// Whether it counts from the time told before.
    pub(crate) fn is_relative(&self) -> bool {
        matches!(self, Meaning::Relative { .. })
    }

    /// Whether it names a time of which there are many: a weekday, a day of the year, a season.
    pub(crate) fn is_recurrent(&self) -> bool {
        match self {
            Meaning::Calendar { year, month, .. } => *year == Year::Unstated && month.is_some(),
            Meaning::Weekday { shift, .. } | Meaning::Weekend { shift } => shift.is_none(),
            Meaning::Season { year, shift, .. } => *year == Year::Unstated && shift.is_none(),
            Meaning::Between(from, to) => from.is_recurrent() && to.is_recurrent(),
            _ => false,
        }
    }
}

/// An expression in a sentence: its tokens, first and last inclusive, and what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Expression {
    pub(crate) first: TokenId,
    pub(crate) last: TokenId,
    pub(crate) meaning: Meaning,
    pub(crate) relation: Option<TimeRelation>,
}
