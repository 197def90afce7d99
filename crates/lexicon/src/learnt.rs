//! Actors learnt from documents, once somebody has reviewed them.
//!
//! The table has the columns of the tables under `actors/`, then the verdict and the evidence. Only rows with the verdict
//! `yes` count; a name that is still open is never taken up.

use crate::actors;
use crate::names::{Entry, Names};
use crate::states::States;
use crate::table::Table;
use crate::{DataFile, Problem, Row};
use std::str::FromStr;
use types::UnknownCode;

/// How such a table opens: what it is, and what its reader is to do.
pub const OPENING: &str = "\
# Actors learnt from documents. Write yes or no for ? and mend what is wrong; only rows with yes are used.
# Country, sectors, kind, from and to are read; what stands behind the verdict is for you.
";

/// The columns.
pub const HEADER: &str = "\
# name\taliases\tcountry\tsectors\tkind\tfrom\tto\tverdict\troles\tdocuments\tsentences\tlast\tconflicts\texamples";

const VERDICT: usize = 7;
const COLUMNS: usize = 14;

/// What the reader of a table says of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It is right.
    Yes,
    /// It is wrong.
    No,
    /// Nobody has looked at it.
    Open,
}

impl Verdict {
    /// The written form.
    pub const fn as_str(self) -> &'static str {
        match self {
            Verdict::Yes => "yes",
            Verdict::No => "no",
            Verdict::Open => "?",
        }
    }
}

impl FromStr for Verdict {
    type Err = UnknownCode;

    fn from_str(s: &str) -> Result<Self, Self::Err> {
        let all = [Verdict::Yes, Verdict::No, Verdict::Open];
        let found = all.into_iter().find(|verdict| verdict.as_str() == s.to_lowercase());
        found.ok_or_else(|| UnknownCode { list: "verdict", name: s.to_owned() })
    }
}

/// Actors that were accepted.
#[derive(Debug, Clone, Default)]
pub struct Learnt {
    actors: Vec<Accepted>,
    /// Rows that nobody has looked at.
    pub open: usize,
}

#[derive(Debug, Clone)]
struct Accepted {
    file: String,
    line: usize,
    entry: Entry,
    names: Vec<String>,
}

impl Learnt {
    /// Whether a text is such a table.
    pub fn is(text: &str) -> bool {
        let head = |line: &str| line.starts_with('#') && line.contains("\tverdict\t");
        text.lines().take_while(|line| line.starts_with('#')).any(head)
    }

    /// Reads a table.
    pub(crate) fn read(&mut self, file: &DataFile<'_>, problems: &mut Vec<Problem>) {
        Table::read_in_any_order(file, COLUMNS, problems, |table, row| match table.value(row, VERDICT) {
            Some(Verdict::Yes) => self.accept(file.path, table, row),
            Some(Verdict::Open) => self.open += 1,
            Some(Verdict::No) | None => {}
        });
    }

    fn accept<'a>(&mut self, file: &str, table: &mut Table<'a, '_>, row: &Row<'a>) {
        let names = actors::names(table, row).into_iter().map(str::to_owned).collect();
        let accepted = |entry| Accepted { file: file.to_owned(), line: row.line, entry, names };
        self.actors.extend(actors::entry(table, row).map(accepted));
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.actors.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.actors.is_empty()
    }

    /// Adds them to named actors; `states` tells which country codes exist.
    pub(crate) fn join(&self, states: &States, names: &mut Names) -> Vec<Problem> {
        let unknown = |accepted: &&Accepted| accepted.entry.country.is_some_and(|country| !states.knows(country));
        let known = self.actors.iter().filter(|accepted| !unknown(accepted));
        for Accepted { entry, names: words, .. } in known {
            let (id, index) = names.add(entry.clone());
            words.iter().for_each(|word| _ = index.add(word, id));
        }
        self.actors.iter().filter(unknown).map(Accepted::of_unknown_country).collect()
    }
}

impl Accepted {
    fn of_unknown_country(&self) -> Problem {
        let country = self.entry.country.map(|country| country.to_string()).unwrap_or_default();
        let message = format!("country {country} is in neither states.tsv nor international.tsv");
        Problem { file: self.file.clone(), line: self.line, message }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Case;

    const ROWS: &str = "\
Ana Duarte\t-\tUNO\tGOV\tperson\t2024-01-05\t-\tyes\tminister 3\t2\t3\t2024-03-01\t-\tMinister Ana Duarte left.
Western Ports Authority\tWPA\tUSA\tGOV\tbody\t-\t-\tYes\tauthority 1\t1\t1\t-\t-\tA sentence.
Rui Duarte\t-\tUSA\tMIL\tperson\t-\t-\t?\tgeneral 1\t1\t1\t-\t-\tA sentence.
Nobody\t-\tUSA\tMIL\tperson\t-\t-\tno\tgeneral 1\t1\t1\t-\t-\tA sentence.
";

    fn check(rows: &str, counts: [usize; 2], faults: &[(usize, &str)]) -> Names {
        let (mut names, mut problems, mut states) = (Names::default(), Vec::new(), States::default());
        let text = "UNO\tUnited Nations\nUSA\tUnited States\n";
        states.read_international(&DataFile { path: "actors/international.tsv", text }, &mut problems);
        let text = format!("{OPENING}{HEADER}\n{rows}");
        assert!(Learnt::is(&text));
        let mut learnt = Learnt::default();
        learnt.read(&DataFile { path: "learnt.tsv", text: &text }, &mut problems);
        problems.extend(learnt.join(&states, &mut names));
        assert_eq!(([learnt.len(), learnt.open], problems.len()), (counts, faults.len()), "{problems:#?}");
        for (problem, (line, part)) in problems.iter().zip(faults) {
            assert!(problem.line == *line && problem.message.contains(part), "{problem:?}");
        }
        names
    }

    #[test]
    fn only_what_was_accepted_is_taken_up() {
        let names = check(ROWS, [2, 1], &[]);
        let found = |words: &[&str]| names.longest(words, Case::Sentence).map(|found| found.words);
        assert_eq!([found(&["Ana", "Duarte"]), found(&["WPA"]), found(&["Rui", "Duarte"])], [Some(2), Some(1), None]);
    }

    #[test]
    fn faults_are_told_with_their_line() {
        check(&ROWS.replace("\tyes\t", "\tmaybe\t"), [1, 1], &[(4, "unknown verdict")]);
        check(&ROWS.replace("\tUNO\t", "\tFRA\t"), [2, 1], &[(4, "country FRA")]);
        check("Ana\tyes\n", [0, 0], &[(4, "expected 14 columns")]);
    }

    #[test]
    fn other_tables_are_told_apart() {
        assert!(!Learnt::is("# name\taliases\tcountry\tsectors\tkind\tfrom\tto\n"));
        assert!(!Learnt::is("verdict\tyes\tno\n"));
    }
}
