//! Reading the tables of named actors.

use crate::names::{Entry, NameKind, Names, Term};
use crate::states::{States, add_all};
use crate::table::{Edge, Table, cell};
use crate::{DataFile, Problem, Row};
use std::str::FromStr;
use types::{Country, UnknownCode};

/// The columns of a table of actors.
const COLUMNS: usize = 7;

impl FromStr for NameKind {
    type Err = UnknownCode;

    fn from_str(s: &str) -> Result<Self, Self::Err> {
        Ok(match s {
            "body" => NameKind::Body,
            "person" => NameKind::Person,
            "group" => NameKind::Group,
            "seat" => NameKind::Seat,
            "outlet" => NameKind::Outlet,
            "firm" => NameKind::Firm,
            _ => return Err(UnknownCode { list: "kind of actor", name: s.to_owned() }),
        })
    }
}

/// Adds the actors of a table; `states` tells which country codes exist.
pub(crate) fn read(file: &DataFile<'_>, states: &States, names: &mut Names, problems: &mut Vec<Problem>) {
    Table::read(file, COLUMNS, problems, |table, row| {
        if let Some(entry) = entry(table, row, states) {
            let words: Vec<&str> = std::iter::once(cell(row, 0)).chain(table.list(row, 1, '|')).collect();
            let (id, index) = names.add(entry);
            add_all(index, &words, id, table, row);
        }
    });
}

fn entry<'a>(table: &mut Table<'a, '_>, row: &Row<'a>, states: &States) -> Option<Entry> {
    let country = table.optional(row, 2);
    check_country(table, row, country, states);
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
