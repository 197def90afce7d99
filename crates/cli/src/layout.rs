//! Rows of cells side by side, each wrapped to its column, and lines below them.

use crate::ink::{Inked, Side};
use crate::screen::Screen;

/// Space left of rows.
pub const INDENT: usize = 2;
/// Space between columns.
pub const GAP: usize = 2;

/// A cell: paragraphs, each wrapped to the column.
pub type Cell = Vec<Inked>;

/// A row of columns of words, so wide.
pub fn row(cells: &[Cell], widths: &[usize], screen: Screen) -> String {
    sided(cells, &widths.iter().map(|width| (*width, Side::Left)).collect::<Vec<_>>(), screen)
}

/// A row of columns so wide, of words or numbers.
pub fn sided(cells: &[Cell], columns: &[(usize, Side)], screen: Screen) -> String {
    let wrapped = cells.iter().zip(columns).map(|(cell, (width, _))| cell.iter().flat_map(|p| p.wrapped(*width)));
    let wrapped: Vec<Vec<Inked>> = wrapped.map(Iterator::collect).collect();
    let height = wrapped.iter().map(Vec::len).max().unwrap_or(0);
    (0..height).map(|at| line_of(&wrapped, columns, at, screen)).collect()
}

fn line_of(cells: &[Vec<Inked>], columns: &[(usize, Side)], at: usize, screen: Screen) -> String {
    let pieces = cells.iter().zip(columns).map(|(lines, (width, side))| match lines.get(at) {
        Some(piece) => piece.padded(*width, *side, screen.paint),
        None => " ".repeat(*width),
    });
    let joined = pieces.collect::<Vec<_>>().join(&" ".repeat(GAP));
    format!("{}{}\n", " ".repeat(INDENT), joined.trim_end())
}

/// Wrapped lines at an indent.
pub fn below(text: Inked, indent: usize, screen: Screen) -> String {
    let lines = text.wrapped(screen.width - indent);
    lines.iter().map(|line| format!("{}{}\n", " ".repeat(indent), line.painted(screen.paint))).collect()
}
