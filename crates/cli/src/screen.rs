//! What output is written to: a terminal with colours and a width, or a file.

use crate::ink::Paint;
use std::io::IsTerminal;

/// Columns where nothing tells.
const WIDTH: usize = 100;
/// Lines longer than this are hard to read; fewer columns hold no row.
const READABLE: std::ops::RangeInclusive<usize> = 64..=160;

/// How to lay out what is written for people.
#[derive(Debug, Clone, Copy)]
pub struct Screen {
    /// Columns.
    pub width: usize,
    /// Colours.
    pub paint: Paint,
}

impl Screen {
    /// Standard output as it is now.
    pub fn of_stdout() -> Self {
        let terminal = std::io::stdout().is_terminal();
        let wanted = std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
        let paint = if terminal && wanted { Paint::Ansi } else { Paint::Off };
        Self { width: width().clamp(*READABLE.start(), *READABLE.end()), paint }
    }

    /// A file, which has no colours.
    pub fn of_file() -> Self {
        Self { paint: Paint::Off, ..Self::of_stdout() }
    }
}

fn width() -> usize {
    let stated = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    let seen = || console::Term::stdout().size_checked().map(|(_, columns)| columns.into());
    stated.or_else(seen).unwrap_or(WIDTH)
}
