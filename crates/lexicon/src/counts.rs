//! Number words, and words that tell what a number of people means.

use crate::table::{Table, cell};
use crate::{DataFile, Problem};
use std::{collections::HashMap, str::FromStr};
use types::UnknownCode;

/// What a number word does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberWord {
    /// It is the number.
    Count(u32),
    /// It multiplies the number before it.
    Scale(u32),
    /// It multiplies the number before it, and is one such group without.
    Group(u32),
}

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Counted {
    Killed,
    Injured,
    Arrested,
}

/// Where the counted people stand to the word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CountedAt {
    /// As object of a verb.
    Object,
    /// As subject of a verb.
    Subject,
    /// As what the word is said of: "left six dead".
    Predicate,
    /// Behind a noun, or as a number before it: "the killing of six", "six deaths".
    Noun,
}

/// Both tables.
#[derive(Debug, Clone, Default)]
pub struct Counts {
    numbers: HashMap<Box<str>, NumberWord>,
    counted: HashMap<Box<str>, Vec<(Counted, CountedAt)>>,
}

impl Counts {
    /// Takes in `circumstances/numbers.tsv`.
    pub(crate) fn read_numbers(&mut self, file: &DataFile<'_>, problems: &mut Vec<Problem>) {
        Table::read(file, 3, problems, |table, row| {
            let Some(value) = table.value(row, 2) else { return };
            let word = match cell(row, 1) {
                "count" => NumberWord::Count(value),
                "scale" => NumberWord::Scale(value),
                "group" => NumberWord::Group(value),
                other => return table.problem(row.line, format!("unknown kind of number word {other:?}")),
            };
            self.numbers.insert(cell(row, 0).into(), word);
        });
    }

    /// Takes in `circumstances/counts.tsv`.
    pub(crate) fn read_counts(&mut self, file: &DataFile<'_>, problems: &mut Vec<Problem>) {
        Table::read(file, 3, problems, |table, row| {
            if let (Some(counted), Some(at)) = (table.value(row, 1), table.value(row, 2)) {
                self.counted.entry(cell(row, 0).into()).or_default().push((counted, at));
            }
        });
    }

    /// What a word in lower case does as a number.
    pub fn number(&self, word: &str) -> Option<NumberWord> {
        self.numbers.get(word).copied()
    }

    /// What a lemma tells of the people round it.
    pub fn counted(&self, lemma: &str) -> &[(Counted, CountedAt)] {
        self.counted.get(lemma).map_or(&[], Vec::as_slice)
    }
}

impl FromStr for Counted {
    type Err = UnknownCode;

    fn from_str(s: &str) -> Result<Self, Self::Err> {
        Ok(match s {
            "killed" => Self::Killed,
            "injured" => Self::Injured,
            "arrested" => Self::Arrested,
            _ => return Err(UnknownCode { list: "count", name: s.to_owned() }),
        })
    }
}

impl FromStr for CountedAt {
    type Err = UnknownCode;

    fn from_str(s: &str) -> Result<Self, Self::Err> {
        Ok(match s {
            "object" => Self::Object,
            "subject" => Self::Subject,
            "predicate" => Self::Predicate,
            "noun" => Self::Noun,
            _ => return Err(UnknownCode { list: "place of the counted", name: s.to_owned() }),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn real() -> Counts {
        let (mut counts, mut problems) = (Counts::default(), Vec::new());
        let numbers = include_str!("../../../data/circumstances/numbers.tsv");
        let words = include_str!("../../../data/circumstances/counts.tsv");
        counts.read_numbers(&DataFile { path: "circumstances/numbers.tsv", text: numbers }, &mut problems);
        counts.read_counts(&DataFile { path: "circumstances/counts.tsv", text: words }, &mut problems);
        assert_eq!(problems, []);
        counts
    }

    #[track_caller]
    fn check(word: &str, number: Option<NumberWord>, counted: &[(Counted, CountedAt)]) {
        let counts = real();
        assert_eq!((counts.number(word), counts.counted(word)), (number, counted), "{word}");
    }

    #[test]
    fn the_real_tables_know_the_words() {
        check("twenty-one", Some(NumberWord::Count(21)), &[]);
        check("dozen", Some(NumberWord::Group(12)), &[]);
        check("dozens", None, &[]);
        check("kill", None, &[(Counted::Killed, CountedAt::Object)]);
        check("arrest", None, &[(Counted::Arrested, CountedAt::Noun), (Counted::Arrested, CountedAt::Object)]);
    }

    #[test]
    fn faults_are_told_with_their_line() {
        let (mut counts, mut problems) = (Counts::default(), Vec::new());
        counts.read_numbers(&DataFile { path: "n", text: "a\tcount\tx\nb\tpile\t3\n" }, &mut problems);
        counts.read_counts(&DataFile { path: "c", text: "a\tlost\tobject\nb\tkilled\tthere\n" }, &mut problems);
        assert_eq!(problems.iter().map(|p| p.line).collect::<Vec<_>>(), [1, 2, 1, 2]);
    }
}
