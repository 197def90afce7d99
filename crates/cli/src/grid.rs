//! Rows of any columns: aligned for people, as JSON Lines or as CSV.
//!
//! JSON Lines and CSV are written as the rows come; a table needs all of them, for its columns to be as wide as their
//! widest cell.

use crate::ink::{Ink, Inked, Side};
use crate::screen::Screen;
use clap::ValueEnum;
use serde_json::Value as Json;
use std::io::{self, Write};
use std::ops::ControlFlow;
use tidings::export::csv;
use tidings::store::{Answer, Value};

/// A format of output.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum Format {
    /// For people
    #[default]
    Table,
    /// JSON Lines
    Jsonl,
    /// Comma-separated
    Csv,
}

/// Rows on their way out.
pub struct Grid<'w> {
    out: &'w mut dyn Write,
    format: Format,
    screen: Screen,
    heads: Vec<String>,
    rows: Vec<Vec<Value<'static>>>,
    failure: Option<io::Error>,
}

/// The widest that a cell of a table is shown.
const WIDEST: usize = 60;
/// Space between columns.
const GAP: &str = "  ";

impl<'w> Grid<'w> {
    /// Rows that go to `out`.
    pub fn new(out: &'w mut dyn Write, format: Format, screen: Screen) -> Self {
        Self { out, format, screen, heads: Vec::new(), rows: Vec::new(), failure: None }
    }

    fn write_heads(&mut self, names: &[String]) -> io::Result<()> {
        self.heads = names.to_vec();
        match self.format {
            Format::Csv => self.out.write_all(&csv::line(names)?),
            Format::Table | Format::Jsonl => Ok(()),
        }
    }

    fn write_row(&mut self, row: &[Value<'_>]) -> io::Result<()> {
        match self.format {
            Format::Table => self.rows.push(row.iter().cloned().map(Value::into_owned).collect()),
            Format::Jsonl => writeln!(self.out, "{}", self.object(row))?,
            Format::Csv => self.out.write_all(&csv::line(row.iter().map(text))?)?,
        }
        Ok(())
    }

    /// Goes on until something cannot be written.
    fn keep(&mut self, done: io::Result<()>) -> ControlFlow<()> {
        match done {
            Ok(()) => ControlFlow::Continue(()),
            Err(error) => {
                self.failure = Some(error);
                ControlFlow::Break(())
            }
        }
    }

    /// Writes what is held back, or says what could not be written.
    pub fn finish(mut self) -> io::Result<()> {
        if let Some(failure) = self.failure {
            return Err(failure);
        }
        if self.format == Format::Table {
            self.table()?;
        }
        self.out.flush()
    }

    /// Its keys stand in the order of the columns.
    fn object(&self, row: &[Value<'_>]) -> String {
        let pairs =
            self.heads.iter().zip(row).map(|(name, value)| format!("{}:{}", Json::from(name.as_str()), json(value)));
        format!("{{{}}}", pairs.collect::<Vec<_>>().join(","))
    }

    fn table(&mut self) -> io::Result<()> {
        let cells: Vec<Vec<Inked>> = self.rows.iter().map(|row| row.iter().map(cell).collect()).collect();
        let widths: Vec<usize> = (0..self.heads.len()).map(|at| width(&self.heads, &cells, at)).collect();
        let heads: Vec<Inked> = self.heads.iter().map(|name| Inked::new(Ink::Faint, name)).collect();
        let sides: Vec<Side> = (0..widths.len()).map(|at| self.side(at)).collect();
        let paint = self.screen.paint;
        for row in std::iter::once(&heads).chain(&cells) {
            let each = row.iter().zip(widths.iter().zip(&sides));
            let line: Vec<String> = each.map(|(cell, (width, side))| cell.padded(*width, *side, paint)).collect();
            writeln!(self.out, "{}", line.join(GAP).trim_end())?;
        }
        Ok(())
    }

    /// Numbers stand on the right.
    fn side(&self, at: usize) -> Side {
        let number = |row: &Vec<Value<'_>>| row.get(at).is_some_and(|cell| cell.real().is_some());
        if self.rows.iter().any(number) { Side::Right } else { Side::Left }
    }
}

impl Answer for Grid<'_> {
    fn heads(&mut self, names: &[String]) -> ControlFlow<()> {
        let done = self.write_heads(names);
        self.keep(done)
    }

    fn row(&mut self, row: &[Value<'_>]) -> ControlFlow<()> {
        let done = self.write_row(row);
        self.keep(done)
    }
}

fn width(heads: &[String], cells: &[Vec<Inked>], at: usize) -> usize {
    let head = heads.get(at).map_or(0, |name| Inked::new(Ink::Plain, name).width());
    cells.iter().filter_map(|row| row.get(at)).map(Inked::width).max().unwrap_or(0).max(head)
}

fn cell(value: &Value<'_>) -> Inked {
    let whole = match value {
        Value::Real(number) => format!("{number:.3}"),
        other => text(other),
    };
    let whole = Inked::new(Ink::Plain, &whole);
    match whole.wrapped(WIDEST - 1).as_slice() {
        [first, _, ..] => first.clone().and(Ink::Faint, "…"),
        _ => whole,
    }
}

/// A cell as text; nothing where it holds nothing.
pub fn text(value: &Value<'_>) -> String {
    match value {
        Value::Null => String::new(),
        Value::Integer(number) => number.to_string(),
        Value::Real(number) => number.to_string(),
        Value::Text(text) => text.to_string(),
    }
}

fn json(value: &Value<'_>) -> Json {
    match value {
        Value::Null => Json::Null,
        Value::Integer(number) => (*number).into(),
        Value::Real(number) => (*number).into(),
        Value::Text(text) => Json::String(text.to_string()),
    }
}
