//! Reading the tables of named actors.

use crate::names::{Entry, NameKind, Names, Term};
use crate::states::{States, add_all};
use crate::table::{Edge, Table, cell};
use crate::{DataFile, Problem, Row};
use std::str::FromStr;
use types::{Country, UnknownCode};

/// The tables of named actors.
pub(crate) const TABLES: &[&str] = &[
    "actors/agencies.tsv",
    "actors/firms.tsv",
    "actors/groups.tsv",
    "actors/igos.tsv",
    "actors/ngos.tsv",
    "actors/outlets.tsv",
    "actors/parties.tsv",
    "actors/people.tsv",
    "actors/seats.tsv",
];

/// The columns of a table of actors.
const COLUMNS: usize = 7;

impl NameKind {
    const ALL: [NameKind; 6] =
        [NameKind::Body, NameKind::Person, NameKind::Group, NameKind::Seat, NameKind::Outlet, NameKind::Firm];

    /// The written form.
    pub const fn as_str(self) -> &'static str {
        match self {
            NameKind::Body => "body",
            NameKind::Person => "person",
            NameKind::Group => "group",
            NameKind::Seat => "seat",
            NameKind::Outlet => "outlet",
            NameKind::Firm => "firm",
        }
    }
}

impl FromStr for NameKind {
    type Err = UnknownCode;

    fn from_str(s: &str) -> Result<Self, Self::Err> {
        let found = NameKind::ALL.into_iter().find(|kind| kind.as_str() == s);
        found.ok_or_else(|| UnknownCode { list: "kind of actor", name: s.to_owned() })
    }
}

/// Adds the actors of a table; `states` tells which country codes exist.
pub(crate) fn read(file: &DataFile<'_>, states: &States, names: &mut Names, problems: &mut Vec<Problem>) {
    Table::read(file, COLUMNS, problems, |table, row| {
        if let Some(entry) = entry(table, row) {
            check_country(table, row, entry.country, states);
            let words = self::names(table, row);
            let (id, index) = names.add(entry);
            add_all(index, &words, id, table, row);
        }
    });
}

/// Name and aliases of a row.
pub(crate) fn names<'a>(table: &mut Table<'a, '_>, row: &Row<'a>) -> Vec<&'a str> {
    std::iter::once(cell(row, 0)).chain(table.list(row, 1, '|')).collect()
}

/// The actor of a row.
pub(crate) fn entry<'a>(table: &mut Table<'a, '_>, row: &Row<'a>) -> Option<Entry> {
    let country = table.optional(row, 2);
    let sectors = table.codes(row, 3);
    let term = term(table, row);
    let kind = table.value(row, 4)?;
    Some(Entry { name: cell(row, 0).into(), country, sectors, kind, term })
}

/// Notes a country code that the tables of states do not list.
pub(crate) fn check_country(table: &mut Table<'_, '_>, row: &Row<'_>, country: Option<Country>, states: &States) {
    if let Some(country) = country.filter(|c| !states.knows(*c)) {
        table.problem(row.line, format!("country {country} is in neither states.tsv nor international.tsv"));
    }
}

fn term(table: &mut Table<'_, '_>, row: &Row<'_>) -> Term {
    let term = Term { from: table.day(row, 5, Edge::First), to: table.day(row, 6, Edge::Last) };
    if term.from.is_some() && term.to.is_some() && term.to < term.from {
        table.problem(row.line, "the term ends before it starts");
    }
    term
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Case;

    fn states(problems: &mut Vec<Problem>) -> States {
        let mut states = States::default();
        let text = "UNO\tUnited Nations\nUSA\tUnited States\n";
        states.read_international(&DataFile { path: "actors/international.tsv", text }, problems);
        states
    }

    #[track_caller]
    fn check_faults(text: &str, expected: &[(usize, &str)]) {
        let (mut names, mut problems) = (Names::default(), Vec::new());
        let states = states(&mut problems);
        read(&DataFile { path: "actors/people.tsv", text }, &states, &mut names, &mut problems);
        let told: Vec<(usize, &str)> = problems.iter().map(|p| (p.line, p.message.as_str())).collect();
        assert_eq!(told.len(), expected.len(), "{told:#?}");
        for (line, part) in expected {
            assert!(told.iter().any(|(l, message)| l == line && message.contains(part)), "{line} {part}: {told:#?}");
        }
    }

    #[test]
    fn faults_are_told_with_their_line() {
        check_faults("Anne Duval\tDuval|Mrs Duval\tUSA\tGOV,LEG\tperson\t2020-02\t2020-02\n", &[]);
        check_faults("# name\n\nA\t-\tUSA\tGOV\tperson\t-\n", &[(3, "expected 7 columns")]);
        check_faults("A\t-\tXYZ\tGOV\tperson\t-\t-\n", &[(1, "country XYZ")]);
        check_faults("A\t-\tusa\tGOV\tperson\t-\t-\n", &[(1, "unknown country")]);
        check_faults("A\t-\tUSA\tGOV,XX\tperson\t-\t-\n", &[(1, "unknown sector \"XX\"")]);
        check_faults("A\t-\tUSA\tGOV\thuman\t-\t-\n", &[(1, "unknown kind of actor")]);
        check_faults("A\tB||C\tUSA\tGOV\tperson\t-\t-\n", &[(1, "empty part")]);
        check_faults("A\tA\tUSA\tGOV\tperson\t-\t-\n", &[(1, "stands there twice")]);
        check_faults("A\t-\tUSA\tGOV\tperson\t2021\t2020\n", &[(1, "ends before it starts")]);
        check_faults("A\t-\tUSA\tGOV\tperson\t2021-13\tsoon\n", &[(1, "column 6"), (1, "column 7")]);
        check_faults("B\t-\t-\t-\tbody\t-\t-\nA\t-\t-\t-\tbody\t-\t-\n", &[(2, "not sorted")]);
        check_faults("A\t-\t-\t-\tbody\t-\t-\nA\t-\t-\t-\tbody\t-\t-\n", &[(2, "same row twice")]);
    }

    #[test]
    fn all_rows_of_a_name_are_found_by_any_alias() {
        let (mut names, mut problems) = (Names::default(), Vec::new());
        let states = states(&mut problems);
        let text = "Anne Duval\tDuval\tUSA\tGOV\tperson\t2020\t2021-06\nAnne Duval\tDuval\tUNO\t-\tperson\t2022\t-\n";
        read(&DataFile { path: "actors/people.tsv", text }, &states, &mut names, &mut problems);
        let found = names.longest(&["Duval", "said"], Case::Sentence).expect("listed");
        let on =
            |day: &str| found.affiliations(day.parse().ok()).first().and_then(|a| a.country).map(|c| c.to_string());
        assert_eq!((problems, found.words, found.entries.len()), (vec![], 1, 2));
        assert_eq!((on("2021-06-30").as_deref(), on("2022-01-01").as_deref()), (Some("USA"), Some("UNO")));
    }
}
