//! Smaller towns and counties: too many to list at every start, so they are searched where they lie.
//!
//! The file is sorted by its first column, the name in lower-case pieces. Looking up a name halves the file until its
//! rows are found; nothing else is read of it.

use crate::fold::{Pieces, capitalised};
use crate::phrases::{Case, admits};
use crate::table::cell;
use crate::{DataFile, PlaceEntry, PlaceKind, Problem, Row};
use std::ops::Range;
use types::Country;

/// The columns of `places/towns.tsv`.
const COLUMNS: usize = 9;

/// More pieces than any name has.
const LONGEST: usize = 6;

/// The rows of the file.
#[derive(Debug, Default)]
pub struct Towns {
    text: Box<str>,
    lines: Vec<Range<u32>>,
}

impl Towns {
    /// Takes in `places/towns.tsv`; that it is sorted is checked here, its cells by [`Towns::check`].
    pub(crate) fn read(&mut self, file: &DataFile<'_>, problems: &mut Vec<Problem>) {
        let mut at = 0;
        for (index, line) in file.text.split_inclusive('\n').enumerate() {
            let start = at;
            at += line.len();
            if line.starts_with('#') || line.trim().is_empty() {
                continue;
            }
            if self.lines.last().is_some_and(|last| file.text[last.start as usize..last.end as usize] > *line) {
                let message = "not sorted: the row before stands after it".to_owned();
                problems.push(Problem { file: file.path.to_owned(), line: index + 1, message });
            }
            self.lines.push(start as u32..(start + line.trim_end().len()) as u32);
        }
        self.text = file.text.into();
    }

    /// The number of words of the longest name at the first word, and all places of that name from the largest down.
    pub fn longest(&self, words: &[&str], case: Case) -> Option<(usize, Vec<PlaceEntry>)> {
        let mut pieces = Pieces::default();
        let mut best = None;
        for (index, word) in words.iter().enumerate() {
            let before = pieces.count();
            if !pieces.push(word) || pieces.count() > LONGEST {
                break;
            }
            let first = self.lines.partition_point(|line| self.key(line) < pieces.key());
            if !self.lines.get(first).is_some_and(|line| self.key(line).starts_with(pieces.key())) {
                break;
            }
            if pieces.count() > before {
                let found = self.named(first, &pieces, case);
                best = if found.is_empty() { best } else { Some((index + 1, found)) };
            }
        }
        best
    }

    fn named(&self, first: usize, pieces: &Pieces, case: Case) -> Vec<PlaceEntry> {
        let rows = self.lines.iter().skip(first).take_while(|line| self.key(line) == pieces.key());
        let entries = rows.filter_map(|line| entry(self.line(line)));
        let mut found: Vec<PlaceEntry> =
            entries.filter(|town| admits(Pieces::of(&town.name).surface(), pieces.surface(), case)).collect();
        found.sort_by_key(|town| std::cmp::Reverse(town.population));
        found
    }

    fn line(&self, line: &Range<u32>) -> &str {
        self.text.get(line.start as usize..line.end as usize).unwrap_or("")
    }

    fn key(&self, line: &Range<u32>) -> &str {
        self.line(line).split('\t').next().unwrap_or("")
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.lines.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// Whether every row tells a place; too slow for every start.
    pub fn check(&self) -> Result<(), String> {
        let faulty =
            self.lines.iter().map(|line| self.line(line)).find(|row| entry(row).is_none_or(|e| !is_own_key(row, &e)));
        faulty.map_or(Ok(()), |row| Err(format!("places/towns.tsv: no place, or not under its key: {row:?}")))
    }
}

fn is_own_key(row: &str, entry: &PlaceEntry) -> bool {
    row.split('\t').next() == Some(Pieces::of(&entry.name).key())
}

fn entry(text: &str) -> Option<PlaceEntry> {
    let row = Row { line: 0, cells: text.split('\t').collect() };
    if row.cells.len() != COLUMNS {
        return None;
    }
    let spelt = Some(cell(&row, 1)).filter(|name| *name != "-").map(str::to_owned);
    let name = spelt.unwrap_or_else(|| cell(&row, 0).split(' ').map(capitalised).collect::<Vec<_>>().join(" "));
    let kind: PlaceKind = cell(&row, 2).parse().ok()?;
    let country: Country = cell(&row, 3).parse().ok()?;
    Some(PlaceEntry {
        name: name.into(),
        kind,
        country: Some(country),
        admin1: Some(cell(&row, 4)).filter(|name| *name != "-").map(Box::from),
        geonames: cell(&row, 8).parse().ok(),
        lat: cell(&row, 5).parse().ok()?,
        lon: cell(&row, 6).parse().ok()?,
        population: cell(&row, 7).parse().ok()?,
        capital: false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOWNS: &str = "# a comment\nathens\t-\tcity\tUSA\tAlabama\t34.80\t-86.97\t24234\t4830668\n\
        athens\t-\tcity\tUSA\tTexas\t32.20\t-95.86\t12710\t4671524\n\
        gun barrel city\t-\tcity\tUSA\tTexas\t32.33\t-96.15\t5672\t4695066\n\
        henderson county\t-\tcounty\tUSA\tTexas\t32.27\t-95.93\t0\t-\n\
        st remy\tSt. Rémy\tcity\tFRA\t-\t43.79\t4.83\t9893\t2977356\n";

    fn towns(text: &str) -> (Towns, Vec<Problem>) {
        let (mut towns, mut problems) = (Towns::default(), Vec::new());
        towns.read(&DataFile { path: "places/towns.tsv", text }, &mut problems);
        (towns, problems)
    }

    #[track_caller]
    fn check(text: &str, case: Case, expected: Option<(usize, &[&str])>) {
        let words: Vec<&str> = text.split(' ').collect();
        let (towns, _) = towns(TOWNS);
        let found = towns.longest(&words, case);
        let told =
            found.map(|(count, all)| (count, all.iter().map(|e| format!("{}, {:?}", e.name, e.admin1)).collect()));
        let expected = expected.map(|(count, all)| (count, all.iter().map(|e| (*e).to_owned()).collect::<Vec<_>>()));
        assert_eq!(told, expected, "{text}");
    }

    #[test]
    fn towns_are_found_where_they_lie() {
        let athens = ["Athens, Some(\"Alabama\")", "Athens, Some(\"Texas\")"];
        check("Athens said", Case::Sentence, Some((1, &athens)));
        check("ATHENS —", Case::Capitals, Some((1, &athens)));
        check("ATHENS —", Case::Sentence, None);
        check("Gun Barrel City police", Case::Sentence, Some((3, &["Gun Barrel City, Some(\"Texas\")"])));
        check("Gun Barrel", Case::Sentence, None);
        check("St. Remy", Case::Sentence, Some((2, &["St. Rémy, None"])));
        check("Henderson County", Case::Sentence, Some((2, &["Henderson County, Some(\"Texas\")"])));
        check("Zz", Case::Sentence, None);
        check("", Case::Sentence, None);
    }

    #[test]
    fn faults_are_told() {
        let swapped = "b\t-\tcity\tUSA\t-\t1\t1\t1\t1\na\t-\tcity\tUSA\t-\t1\t1\t1\t1\n";
        assert_eq!(towns(swapped).1.iter().map(|p| p.line).collect::<Vec<_>>(), [2]);
        assert_eq!(towns(TOWNS).1, []);
        assert_eq!(towns(TOWNS).0.check(), Ok(()));
        for faulty in ["a\t-\tmoon\tUSA\t-\t1\t1\t1\t1\n", "a\tB\tcity\tUSA\t-\t1\t1\t1\t1\n", "a\tb\n"] {
            assert!(towns(faulty).0.check().is_err(), "{faulty}");
        }
    }
}
