//! Calendar dates and the periods that news states.

use std::{fmt, str::FromStr};

/// A day of the Gregorian calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Date {
    /// Year, astronomical numbering.
    pub year: i16,
    /// Month, 1 to 12.
    pub month: u8,
    /// Day of the month, from 1.
    pub day: u8,
}

/// A text that is no ISO date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvalidDate(pub String);

impl fmt::Display for InvalidDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} is not a date of the form YYYY-MM-DD", self.0)
    }
}

impl std::error::Error for InvalidDate {}

impl Date {
    /// The day, or nothing if the calendar has no such day.
    pub fn new(year: i16, month: u8, day: u8) -> Option<Self> {
        let valid = (1..=12).contains(&month) && day >= 1 && day <= days_in_month(year, month);
        valid.then_some(Self { year, month, day })
    }

    /// Days since 1 March of the year 0, so that days can be subtracted.
    pub fn number(self) -> i32 {
        let (year, month) = (i32::from(self.year), i32::from(self.month));
        let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
        365 * year + year.div_euclid(4) - year.div_euclid(100)
            + year.div_euclid(400)
            + (153 * month + 2) / 5
            + i32::from(self.day)
            - 1
    }

    /// The day of a number, if its year is one of those that are counted.
    pub fn of_number(number: i32) -> Option<Self> {
        let era = number.div_euclid(146_097);
        let day = number.rem_euclid(146_097);
        let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
        let of_year = day - (365 * year + year / 4 - year / 100);
        let month = (5 * of_year + 2) / 153;
        let of_month = of_year - (153 * month + 2) / 5 + 1;
        let (month, later) = if month < 10 { (month + 3, 0) } else { (month - 9, 1) };
        let year = i16::try_from(era * 400 + year + later).ok()?;
        Self::new(year, u8::try_from(month).ok()?, u8::try_from(of_month).ok()?)
    }
}

fn days_in_month(year: i16, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

impl FromStr for Date {
    type Err = InvalidDate;

    fn from_str(s: &str) -> Result<Self, Self::Err> {
        let mut parts = s.splitn(3, '-');
        let mut number = |width: usize| {
            parts
                .next()
                .filter(|p| p.len() == width && p.bytes().all(|b| b.is_ascii_digit()))
                .and_then(|p| p.parse::<i16>().ok())
        };
        let date = (|| Date::new(number(4)?, number(2)?.try_into().ok()?, number(2)?.try_into().ok()?))();
        date.ok_or_else(|| InvalidDate(s.to_owned()))
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// How finely a time is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Precision {
    /// One day.
    Day,
    /// Several days or weeks.
    Range,
    /// One month.
    Month,
    /// One year.
    Year,
}

impl Precision {
    /// The written form.
    pub const fn as_str(self) -> &'static str {
        match self {
            Precision::Day => "day",
            Precision::Range => "range",
            Precision::Month => "month",
            Precision::Year => "year",
        }
    }
}

/// First and last day of a stated time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TimeSpan {
    /// First day.
    pub start: Date,
    /// Last day, inclusive.
    pub end: Date,
    /// How finely the text states it.
    pub precision: Precision,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn apart(earlier: &str, later: &str, days: i32) {
        let date = |text: &str| text.parse::<Date>().unwrap();
        assert_eq!(date(later).number() - date(earlier).number(), days, "{earlier} to {later}");
        assert_eq!(Date::of_number(date(earlier).number()), Some(date(earlier)));
        assert_eq!(Date::of_number(date(earlier).number() + days), Some(date(later)));
    }

    #[test]
    fn days_are_counted() {
        apart("2024-02-28", "2024-03-01", 2);
        apart("2025-02-28", "2025-03-01", 1);
        apart("1900-02-28", "1900-03-01", 1);
        apart("2024-12-31", "2025-01-01", 1);
        apart("2000-01-01", "2025-01-01", 9132);
        apart("0000-02-29", "2000-12-31", 730_791);
        assert_eq!(Date::of_number(i32::MAX), None);
    }

    #[test]
    fn iso_dates_round_trip_and_others_are_refused() {
        for good in ["2025-04-08", "2024-02-29", "0999-12-31"] {
            assert_eq!(good.parse::<Date>().map(|d| d.to_string()), Ok(good.to_owned()));
        }
        for bad in ["2025-02-29", "2025-4-8", "2025-13-01", "yesterday", "", "2025-04-08T10:00", "+025-04-08"] {
            assert!(bad.parse::<Date>().is_err(), "{bad}");
        }
    }
}
