//! What tells when, where and how many: the tables under `circumstances/` and `places/acts.toml`.

use crate::table::{Table, cell};
use crate::{Acts, Counts, DataFile, Problem, TimeWords};
use std::{collections::HashMap, str::FromStr};
use types::UnknownCode;

/// Where the noun of an act stands to a verb that lends it its time and place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ActAt {
    /// "the strike hit …".
    Subject,
    /// "held a summit".
    Object,
    /// Either.
    Both,
}

/// All of these tables.
#[derive(Debug, Clone, Default)]
pub struct Circumstances {
    /// Words of time.
    pub time: TimeWords,
    /// Number words and what is counted.
    pub counts: Counts,
    /// Which phrases tell the place of which act.
    pub acts: Acts,
    happenings: HashMap<Box<str>, ActAt>,
}

impl Circumstances {
    /// The tables among the files, and what is wrong with them; for who needs nothing else of the lexicon.
    pub fn of(files: &[DataFile<'_>]) -> (Self, Vec<Problem>) {
        let mut problems = Vec::new();
        (Self::load(files, &mut problems), problems)
    }

    /// Reads the tables among the files; those that are absent stay empty.
    pub(crate) fn load(files: &[DataFile<'_>], problems: &mut Vec<Problem>) -> Self {
        let mut all = Self::default();
        for file in files {
            match file.path {
                "circumstances/time.tsv" => all.time.read(file, problems),
                "circumstances/numbers.tsv" => all.counts.read_numbers(file, problems),
                "circumstances/counts.tsv" => all.counts.read_counts(file, problems),
                "circumstances/happenings.tsv" => all.read_happenings(file, problems),
                "places/acts.toml" => all.acts.read(file, problems),
                _ => {}
            }
        }
        all
    }

    fn read_happenings(&mut self, file: &DataFile<'_>, problems: &mut Vec<Problem>) {
        Table::read(file, 2, problems, |table, row| {
            let Some(at) = table.value(row, 1) else { return };
            if self.happenings.insert(cell(row, 0).into(), at).is_some() {
                table.problem(row.line, format!("{:?} is listed twice", cell(row, 0)));
            }
        });
    }

    /// Where the noun of an act may stand to this verb to share its time and place.
    pub fn happening(&self, verb: &str) -> Option<ActAt> {
        self.happenings.get(verb).copied()
    }
}

impl FromStr for ActAt {
    type Err = UnknownCode;

    fn from_str(s: &str) -> Result<Self, Self::Err> {
        Ok(match s {
            "subject" => Self::Subject,
            "object" => Self::Object,
            "both" => Self::Both,
            _ => return Err(UnknownCode { list: "place of the act", name: s.to_owned() }),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, verb: &str, expected: Result<Option<ActAt>, &[usize]>) {
        let (all, problems) = Circumstances::of(&[DataFile { path: "circumstances/happenings.tsv", text }]);
        let lines: Vec<usize> = problems.iter().map(|p| p.line).collect();
        let found = if lines.is_empty() { Ok(all.happening(verb)) } else { Err(lines.as_slice()) };
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn verbs_lend_their_circumstances_to_acts() {
        check(include_str!("../../../data/circumstances/happenings.tsv"), "hold", Ok(Some(ActAt::Object)));
        check(include_str!("../../../data/circumstances/happenings.tsv"), "begin", Ok(Some(ActAt::Both)));
        check(include_str!("../../../data/circumstances/happenings.tsv"), "condemn", Ok(None));
        check("hold\tobject\nhold\tsubject\n", "hold", Err(&[2]));
        check("hold\tsomewhere\n", "hold", Err(&[1]));
    }
}
