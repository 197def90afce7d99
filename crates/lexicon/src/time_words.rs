//! Words of time: weekdays, months, units, "last" and "next".

use crate::table::{Table, cell};
use crate::{DataFile, Problem, Row};
use std::{collections::HashMap, str::FromStr};
use types::UnknownCode;

/// A unit of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum TimeUnit {
    Minute,
    Hour,
    Day,
    Week,
    Fortnight,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
}

/// How an act stands to a time that a preposition introduces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TimeRelation {
    /// From then to now.
    Since,
    /// Until then.
    Until,
    /// Not later.
    By,
    /// Then, as seen from before: "scheduled for March".
    Ahead,
    /// Before, after or otherwise not then.
    Apart,
}

/// What a word of time is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TimeWord {
    /// A day of the week, Monday is 1.
    Weekday(u8),
    /// A month, January is 1.
    Month(u8),
    /// A season, by its first month.
    Season(u8),
    /// A day, counted from today.
    Day(i8),
    /// The night before today.
    Night,
    /// A part of a day.
    Part,
    /// A unit.
    Unit(TimeUnit),
    /// Saturday and Sunday.
    Weekend,
    /// "last", "this", "next".
    Shift(i8),
    /// "early", "later": −1 where it is over, 1 where it is to come, else 0.
    Edge(i8),
    /// "ago".
    Ago,
    /// "earlier", "previous", "following": so far from the time told before.
    Relative(i8),
    /// "before Friday", "after the vote": so far from the time behind it.
    Offset(i8),
    /// "the eve of": the day before the time behind it.
    Eve,
    /// "the end of": a stretch of the time behind it, which is not told more finely.
    Stretch,
    /// "first", "third": the number of a quarter.
    Ordinal(u8),
    /// "since", "until".
    Relation(TimeRelation),
    /// "later", "then": the act came at another time than what was told before.
    Sequel,
    /// "when": a clause that it opens tells what happened at the same time.
    Meanwhile,
}

/// The table of words of time.
#[derive(Debug, Clone, Default)]
pub struct TimeWords {
    by_word: HashMap<Box<str>, Vec<TimeWord>>,
}

impl TimeWords {
    /// Takes in `circumstances/time.tsv`.
    pub(crate) fn read(&mut self, file: &DataFile<'_>, problems: &mut Vec<Problem>) {
        Table::read(file, 3, problems, |table, row| {
            if let Some(word) = time_word(table, row) {
                self.by_word.entry(cell(row, 0).into()).or_default().push(word);
            }
        });
    }

    /// All that a word in lower case may be.
    pub fn get(&self, word: &str) -> &[TimeWord] {
        self.by_word.get(word).map_or(&[], Vec::as_slice)
    }
}

fn time_word(table: &mut Table<'_, '_>, row: &Row<'_>) -> Option<TimeWord> {
    Some(match cell(row, 1) {
        "weekday" => TimeWord::Weekday(table.value(row, 2)?),
        "month" => TimeWord::Month(table.value(row, 2)?),
        "season" => TimeWord::Season(table.value(row, 2)?),
        "day" => TimeWord::Day(table.value(row, 2)?),
        "shift" => TimeWord::Shift(table.value(row, 2)?),
        "edge" => TimeWord::Edge(table.value(row, 2)?),
        "unit" => TimeWord::Unit(table.value(row, 2)?),
        "relation" => TimeWord::Relation(table.value(row, 2)?),
        "night" => TimeWord::Night,
        "part" => TimeWord::Part,
        "weekend" => TimeWord::Weekend,
        "ago" => TimeWord::Ago,
        "relative" => TimeWord::Relative(table.value(row, 2)?),
        "offset" => TimeWord::Offset(table.value(row, 2)?),
        "eve" => TimeWord::Eve,
        "stretch" => TimeWord::Stretch,
        "ordinal" => TimeWord::Ordinal(table.value(row, 2)?),
        "sequel" => TimeWord::Sequel,
        "meanwhile" => TimeWord::Meanwhile,
        other => {
            table.problem(row.line, format!("unknown kind of time word {other:?}"));
            return None;
        }
    })
}

impl FromStr for TimeUnit {
    type Err = UnknownCode;

    fn from_str(s: &str) -> Result<Self, Self::Err> {
        Ok(match s {
            "minute" => Self::Minute,
            "hour" => Self::Hour,
            "day" => Self::Day,
            "week" => Self::Week,
            "fortnight" => Self::Fortnight,
            "month" => Self::Month,
            "quarter" => Self::Quarter,
            "year" => Self::Year,
            "decade" => Self::Decade,
            "century" => Self::Century,
            _ => return Err(UnknownCode { list: "unit of time", name: s.to_owned() }),
        })
    }
}

impl FromStr for TimeRelation {
    type Err = UnknownCode;

    fn from_str(s: &str) -> Result<Self, Self::Err> {
        Ok(match s {
            "since" => Self::Since,
            "until" => Self::Until,
            "by" => Self::By,
            "ahead" => Self::Ahead,
            "apart" => Self::Apart,
            _ => return Err(UnknownCode { list: "relation of time", name: s.to_owned() }),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const REAL: &str = include_str!("../../../data/circumstances/time.tsv");

    #[track_caller]
    fn check(word: &str, expected: &[TimeWord]) {
        let (mut words, mut problems) = (TimeWords::default(), Vec::new());
        words.read(&DataFile { path: "circumstances/time.tsv", text: REAL }, &mut problems);
        assert_eq!(problems, []);
        assert_eq!(words.get(word), expected, "{word}");
    }

    #[test]
    fn the_real_table_knows_the_words() {
        check("friday", &[TimeWord::Weekday(5)]);
        check("may", &[TimeWord::Month(5)]);
        check("years", &[TimeWord::Unit(TimeUnit::Year)]);
        check("centuries", &[TimeWord::Unit(TimeUnit::Century)]);
        check("yesterday", &[TimeWord::Day(-1)]);
        check("later", &[TimeWord::Edge(1), TimeWord::Relative(1), TimeWord::Sequel]);
        check("Friday", &[]);
    }

    #[test]
    fn faults_are_told_with_their_line() {
        let (mut words, mut problems) = (TimeWords::default(), Vec::new());
        let text = "a\tweekday\tx\nb\tunit\tmoon\nc\thour\t-\n";
        words.read(&DataFile { path: "circumstances/time.tsv", text }, &mut problems);
        assert_eq!(problems.iter().map(|p| p.line).collect::<Vec<_>>(), [1, 2, 3]);
    }
}
