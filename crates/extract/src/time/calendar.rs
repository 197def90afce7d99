//! From what an expression says and the day it was written to the days it means.

use super::meaning::{Meaning, Year};
use jiff::civil;
use jiff::{Span, ToSpan};
use lexicon::TimeUnit;
use types::{Date, Precision, TimeSpan};

/// Whether the act lies behind or ahead of the day of writing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outlook {
    /// It has happened or is happening.
    Past,
    /// It is to come.
    Future,
}

/// First day, last day, precision.
type Days = (civil::Date, civil::Date, Precision);

/// The days meant; nothing where they cannot be told, as relative times without a day of writing.
pub(crate) fn resolve(meaning: &Meaning, written: Option<Date>, outlook: Outlook) -> Option<TimeSpan> {
    let written = written.and_then(|day| civil::Date::new(day.year, day.month as i8, day.day as i8).ok());
    let (start, end, precision) = Calendar { written, outlook }.days(meaning)?;
    (start <= end).then_some(TimeSpan { start: date(start)?, end: date(end)?, precision })
}

fn date(day: civil::Date) -> Option<Date> {
    Date::new(day.year(), u8::try_from(day.month()).ok()?, u8::try_from(day.day()).ok()?)
}

struct Calendar {
    written: Option<civil::Date>,
    outlook: Outlook,
}

impl Calendar {
    fn days(&self, meaning: &Meaning) -> Option<Days> {
        match meaning {
            Meaning::Calendar { year, month: None, .. } => whole_year(self.year(*year)?),
            Meaning::Calendar { year, month: Some(month), day: None } => self.month(*year, *month),
            Meaning::Calendar { year, month: Some(month), day: Some(day) } => self.day(*year, *month, *day),
            Meaning::MonthShifted { month, shift } => self.month_shifted(*month, *shift),
            Meaning::Weekday { day, shift } => self.weekday(*day, *shift),
            Meaning::WeekdayOfWeek { day, week } => self.weekday_of_week(*day, *week),
            Meaning::Day(shift) => one(self.plus(i32::from(*shift).days())?),
            Meaning::Night => Some((self.plus(-1.days())?, self.written?, Precision::Range)),
            Meaning::Unit { unit, shift, edge } => self.unit(*unit, *shift, *edge),
            Meaning::Ago { unit, count } => self.ago(*unit, *count),
            Meaning::Lasting { unit, count } => self.lasting(*unit, *count),
            Meaning::Weekend { shift } => self.weekend(*shift),
            Meaning::Season { month, year, shift } => self.season(*month, *year, *shift),
            Meaning::Quarter { number, year } => self.quarter(*number, *year),
            Meaning::Years { first, count } => years(*first, i32::from(*count)),
            Meaning::Relative { unit, count } => self.containing(*unit, self.plus(span(*unit, *count)?)?),
            Meaning::Offset { from, unit, count } => self.offset(from, *unit, *count),
            Meaning::Between(from, to) => self.between(from, to),
        }
    }

    fn plus(&self, span: Span) -> Option<civil::Date> {
        self.written?.checked_add(span).ok()
    }

    fn is_future(&self) -> bool {
        self.outlook == Outlook::Future
    }

    fn year(&self, year: Year) -> Option<i16> {
        match year {
            Year::Is(year) => Some(year),
            Year::Shifted(shift) => self.written?.year().checked_add(i16::from(shift)),
            Year::Unstated => None,
        }
    }

    /// Of the same day or month in all years the one that the outlook points to: the latest begun, or the next not over.
    fn nearest(&self, find: impl Fn(i16) -> Option<Days>) -> Option<Days> {
        let written = self.written?;
        let years = [-4, -3, -2, -1, 0, 1, 2, 3, 4].map(|shift| written.year().saturating_add(shift));
        let mut all = years.into_iter().filter_map(find);
        if self.is_future() { all.find(|days| days.1 >= written) } else { all.rfind(|days| days.0 <= written) }
    }

    fn month(&self, year: Year, month: u8) -> Option<Days> {
        match year {
            Year::Unstated => self.nearest(|year| whole_month(year, month)),
            stated => whole_month(self.year(stated)?, month),
        }
    }

    fn day(&self, year: Year, month: u8, day: u8) -> Option<Days> {
        let exact = |year| one(civil::Date::new(year, month as i8, day as i8).ok()?);
        match year {
            Year::Unstated => self.nearest(exact),
            stated => exact(self.year(stated)?),
        }
    }

    /// "last October" is the latest that is over, "this October" that of this year, "next October" the first to come.
    fn month_shifted(&self, month: u8, shift: i8) -> Option<Days> {
        let written = self.written?;
        let year = written.year();
        let this = whole_month(year, month)?;
        match shift {
            0 => Some(this),
            shift if shift < 0 && this.1 < written => Some(this),
            shift if shift > 0 && this.0 > written => Some(this),
            shift => whole_month(year.checked_add(i16::from(shift.signum()))?, month),
        }
    }

    fn weekday(&self, day: u8, shift: Option<i8>) -> Option<Days> {
        let back = (self.number_of_day()? - i32::from(day)).rem_euclid(7);
        let days = match shift {
            None if self.is_future() => (7 - back) % 7,
            None => -back,
            Some(0) => i32::from(day) - self.number_of_day()?,
            Some(shift) if shift < 0 => -((back + 6) % 7 + 1),
            Some(_) => return self.weekday_of_week(day, 1),
        };
        one(self.plus(days.days())?)
    }

    fn number_of_day(&self) -> Option<i32> {
        Some(i32::from(self.written?.weekday().to_monday_one_offset()))
    }

    fn weekday_of_week(&self, day: u8, week: i8) -> Option<Days> {
        let days = i32::from(day) - self.number_of_day()? + 7 * i32::from(week);
        one(self.plus(days.days())?)
    }

    fn unit(&self, unit: TimeUnit, shift: i8, edge: i8) -> Option<Days> {
        let (start, end, precision) = self.containing(unit, self.plus(span(unit, i32::from(shift))?)?)?;
        let written = self.written?;
        let behind = edge < 0 || edge == 0 && shift == 0 && !self.is_future() && precision == Precision::Range;
        Some(match edge {
            _ if behind && start <= written => (start, end.min(written), precision),
            edge if edge > 0 && end >= written && shift == 0 => (start.max(written), end, precision),
            _ => (start, end, precision),
        })
    }

    /// The week, month, year or longer period that a day lies in.
    fn containing(&self, unit: TimeUnit, day: civil::Date) -> Option<Days> {
        match unit {
            TimeUnit::Minute | TimeUnit::Hour | TimeUnit::Day => one(day),
            TimeUnit::Week | TimeUnit::Fortnight => {
                let start = day.checked_sub(i32::from(day.weekday().to_monday_zero_offset()).days()).ok()?;
                Some((start, start.checked_add(6.days()).ok()?, Precision::Range))
            }
            TimeUnit::Month => whole_month(day.year(), u8::try_from(day.month()).ok()?),
            TimeUnit::Quarter => months(day.year(), (day.month() - 1) / 3 * 3 + 1, 3),
            TimeUnit::Year => whole_year(day.year()),
            TimeUnit::Decade => years(day.year().div_euclid(10) * 10, 10),
            TimeUnit::Century => years(day.year().div_euclid(100) * 100, 100),
        }
    }

    /// As finely as the unit: "two weeks ago" is a week, "three years ago" a year.
    fn ago(&self, unit: TimeUnit, count: i32) -> Option<Days> {
        if count < 0 && !self.is_future() {
            return None;
        }
        self.containing(unit, self.plus(span(unit, count.checked_neg()?)?)?)
    }

    fn lasting(&self, unit: TimeUnit, count: i32) -> Option<Days> {
        let (written, other) = (self.written?, self.plus(span(unit, count.checked_neg()?)?)?);
        Some((written.min(other), written.max(other), Precision::Range))
    }

    fn weekend(&self, shift: Option<i8>) -> Option<Days> {
        let day = self.number_of_day()?;
        let saturday = match shift {
            Some(shift) if shift > 0 => 6 - day + 7 * i32::from(day >= 6),
            Some(0) if day >= 6 => 6 - day,
            None | Some(0) if self.is_future() => 6 - day,
            None if day >= 6 => 6 - day,
            _ => 6 - day - 7,
        };
        let start = self.plus(saturday.days())?;
        Some((start, start.checked_add(1.days()).ok()?, Precision::Range))
    }

    fn season(&self, month: u8, year: Year, shift: Option<i8>) -> Option<Days> {
        let of_year = |year: i16| months(year, month as i8, 3);
        let written = self.written.map(|day| day.year());
        match (year, shift) {
            (Year::Unstated, None) => self.nearest(of_year),
            (Year::Unstated, Some(0)) => of_year(written?),
            (Year::Unstated, Some(shift)) => {
                let today = self.written?;
                let mut all = [-1, 0, 1].into_iter().filter_map(|n| of_year(written? + n));
                if shift < 0 { all.rfind(|d| d.1 < today) } else { all.find(|d| d.0 > today) }
            }
            (stated, _) => of_year(self.year(stated)?),
        }
    }

    fn quarter(&self, number: u8, year: Year) -> Option<Days> {
        let of_year =
            |year: i16| months(year, i8::try_from(number).ok()?.checked_sub(1)?.checked_mul(3)?.checked_add(1)?, 3);
        match year {
            Year::Unstated => self.nearest(of_year),
            stated => of_year(self.year(stated)?),
        }
    }

    fn offset(&self, from: &Meaning, unit: TimeUnit, count: i32) -> Option<Days> {
        let (start, end, _) = self.days(from)?;
        let edge = if count < 0 { start } else { end };
        self.containing(unit, edge.checked_add(span(unit, count)?).ok()?)
    }

    /// The year that stands behind the second day holds for the first as well.
    fn between(&self, from: &Meaning, to: &Meaning) -> Option<Days> {
        let (_, end, _) = self.days(to)?;
        let from = match from {
            Meaning::Calendar { year: Year::Unstated, month, day } if month.is_some() => {
                let same = Meaning::Calendar { year: Year::Is(end.year()), month: *month, day: *day };
                let before = Meaning::Calendar { year: Year::Is(end.year() - 1), month: *month, day: *day };
                self.days(&same).filter(|days| days.0 <= end).or_else(|| self.days(&before))
            }
            Meaning::Weekday { day, shift: None } => {
                let back = (i32::from(end.weekday().to_monday_one_offset()) - i32::from(*day)).rem_euclid(7);
                one(end.checked_sub(back.days()).ok()?)
            }
            other => self.days(other),
        };
        Some((from?.0, end, Precision::Range))
    }
}

fn one(day: civil::Date) -> Option<Days> {
    Some((day, day, Precision::Day))
}

fn whole_month(year: i16, month: u8) -> Option<Days> {
    let (start, end, _) = months(year, month as i8, 1)?;
    Some((start, end, Precision::Month))
}

fn whole_year(year: i16) -> Option<Days> {
    let (start, end, _) = months(year, 1, 12)?;
    Some((start, end, Precision::Year))
}

fn months(year: i16, first: i8, count: i32) -> Option<Days> {
    let start = civil::Date::new(year, first, 1).ok()?;
    let end = start.checked_add(count.months()).ok()?.yesterday().ok()?;
    Some((start, end, Precision::Range))
}

fn years(first: i16, count: i32) -> Option<Days> {
    let (start, _, _) = whole_year(first)?;
    let end = start.checked_add(count.years()).ok()?.yesterday().ok()?;
    Some((start, end, Precision::Range))
}

/// So many units; jiff refuses spans beyond its limits by panicking, so they are kept small.
fn span(unit: TimeUnit, count: i32) -> Option<Span> {
    let count = (-10_000..=10_000).contains(&count).then_some(count)?;
    Some(match unit {
        TimeUnit::Minute | TimeUnit::Hour => 0.days(),
        TimeUnit::Day => count.days(),
        TimeUnit::Week => count.weeks(),
        TimeUnit::Fortnight => (2 * count).weeks(),
        TimeUnit::Month => count.months(),
        TimeUnit::Quarter => (3 * count).months(),
        TimeUnit::Year => count.years(),
        TimeUnit::Decade => (10 * count.clamp(-900, 900)).years(),
        TimeUnit::Century => (100 * count.clamp(-90, 90)).years(),
    })
}
