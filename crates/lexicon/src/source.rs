//! Data files as given, and the rows of a table.

use crate::Problem;

/// A data file: its path below `data/` and its text.
#[derive(Debug, Clone, Copy)]
pub struct DataFile<'a> {
    /// Path below `data/`, with forward slashes.
    pub path: &'a str,
    /// Its text.
    pub text: &'a str,
}

/// A row of a tab-separated table.
#[derive(Debug, Clone)]
pub struct Row<'a> {
    /// Line, from 1.
    pub line: usize,
    /// Its cells, trimmed.
    pub cells: Vec<&'a str>,
}

/// The rows of a table with `width` columns; `#` starts a comment line, blank lines are passed over.
pub fn rows<'a>(file: &DataFile<'a>, width: usize, problems: &mut Vec<Problem>) -> Vec<Row<'a>> {
    let mut found = Vec::new();
    for (index, text) in file.text.lines().enumerate() {
        if text.trim().is_empty() || text.starts_with('#') {
            continue;
        }
        let mut cells = Vec::with_capacity(width);
        cells.extend(text.split('\t').map(str::trim));
        if cells.len() == width {
            found.push(Row { line: index + 1, cells });
        } else {
            let message = format!("expected {width} columns separated by tabs, found {}", cells.len());
            problems.push(Problem { file: file.path.to_owned(), line: index + 1, message });
        }
    }
    found
}
