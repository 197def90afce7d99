//! Reading the cells of a table, with every fault noted at its line.

use crate::{DataFile, Problem, Row, rows};
use std::{fmt::Display, str::FromStr};
use types::Date;

/// A table being read.
pub(crate) struct Table<'a, 'p> {
    file: &'a str,
    problems: &'p mut Vec<Problem>,
}

impl<'a, 'p> Table<'a, 'p> {
    /// Hands each row of a file to `read`, checking that rows are sorted by their first cell and none is there twice.
    pub(crate) fn read(
        file: &DataFile<'a>,
        width: usize,
        problems: &'p mut Vec<Problem>,
        mut read: impl FnMut(&mut Table<'a, '_>, &Row<'a>),
    ) {
        let found = rows(file, width, problems);
        let mut table = Table { file: file.path, problems };
        table.check_order(&found);
        found.iter().for_each(|row| read(&mut table, row));
    }

    /// Hands each row of a file to `read`, in whatever order they stand.
    pub(crate) fn read_in_any_order(
        file: &DataFile<'a>,
        width: usize,
        problems: &'p mut Vec<Problem>,
        mut read: impl FnMut(&mut Table<'a, '_>, &Row<'a>),
    ) {
        let found = rows(file, width, problems);
        let mut table = Table { file: file.path, problems };
        found.iter().for_each(|row| read(&mut table, row));
    }

    fn check_order(&mut self, rows: &[Row<'a>]) {
        for pair in rows.windows(2) {
            let [before, after] = pair else { continue };
            if before.cells == after.cells {
                self.problem(after.line, "the same row twice");
            } else if before.cells.first() > after.cells.first() {
                self.problem(
                    after.line,
                    format!("not sorted: {:?} stands after {:?}", after.cells[0], before.cells[0]),
                );
            }
        }
    }

    /// Notes a fault.
    pub(crate) fn problem(&mut self, line: usize, message: impl Into<String>) {
        self.problems.push(Problem { file: self.file.to_owned(), line, message: message.into() });
    }

    /// A cell of its own kind; a fault is noted.
    pub(crate) fn value<T: FromStr<Err: Display>>(&mut self, row: &Row<'_>, column: usize) -> Option<T> {
        let value = cell(row, column).parse();
        value.map_err(|error: T::Err| self.problem(row.line, format!("column {}: {error}", column + 1))).ok()
    }

    /// A cell of its own kind, or `-` for nothing.
    pub(crate) fn optional<T: FromStr<Err: Display>>(&mut self, row: &Row<'_>, column: usize) -> Option<T> {
        if cell(row, column) == "-" { None } else { self.value(row, column) }
    }

    /// The parts of a cell, none for `-`; empty ones are noted.
    pub(crate) fn list(&mut self, row: &Row<'a>, column: usize, separator: char) -> Vec<&'a str> {
        let text = cell(row, column);
        if text == "-" {
            return Vec::new();
        }
        let parts: Vec<&str> = text.split(separator).map(str::trim).collect();
        if parts.iter().any(|part| part.is_empty()) {
            self.problem(row.line, format!("column {}: empty part in {text:?}; write - for nothing", column + 1));
        }
        parts.into_iter().filter(|part| !part.is_empty()).collect()
    }

    /// The parts of a cell, each of its own kind.
    pub(crate) fn codes<T: FromStr<Err: Display>>(&mut self, row: &Row<'a>, column: usize) -> Vec<T> {
        let parts = self.list(row, column, ',');
        parts
            .into_iter()
            .filter_map(|part| part.parse().map_err(|e: T::Err| self.problem(row.line, e.to_string())).ok())
            .collect()
    }

    /// The day a cell such as `2024`, `2024-05` or `2024-05-31` begins or ends on.
    pub(crate) fn day(&mut self, row: &Row<'_>, column: usize, edge: Edge) -> Option<Date> {
        let text = cell(row, column);
        if text == "-" {
            return None;
        }
        let day = edge.day(text);
        if day.is_none() {
            self.problem(row.line, format!("column {}: {text:?} is no YYYY, YYYY-MM or YYYY-MM-DD", column + 1));
        }
        day
    }
}

/// The text of a cell.
pub(crate) fn cell<'a>(row: &Row<'a>, column: usize) -> &'a str {
    row.cells.get(column).copied().unwrap_or("-")
}

/// Which end of a month or year is meant.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Edge {
    First,
    Last,
}

impl Edge {
    fn day(self, text: &str) -> Option<Date> {
        let endings: &[&str] = match (self, text.len()) {
            (_, 10) => &[""],
            (Edge::First, 7) => &["-01"],
            (Edge::Last, 7) => &["-31", "-30", "-29", "-28"],
            (Edge::First, 4) => &["-01-01"],
            (Edge::Last, 4) => &["-12-31"],
            _ => &[],
        };
        endings.iter().find_map(|ending| format!("{text}{ending}").parse().ok())
    }
}
