//! Records for people: a head line per document, a row per event, and below it the words that say so.

mod cells;
mod excerpt;
#[cfg(test)]
mod tests;

use crate::ink::{Ink, Inked};
use crate::layout::{self, Cell, GAP, INDENT, below};
use crate::screen::Screen;
use cells::{HEADINGS, PAIRED, cells, paired};
use excerpt::quoted;
use tidings::wire::dyad::Dyad;
use tidings::wire::{Document, Record};

pub use cells::status_ink;

/// Space left of what stands below a row.
const DEEPER: usize = 4;
/// The longest status is `hypothetical`.
const STATUS: usize = 12;
/// The longest mode is `suicide-attack`; type and mode may take a line each.
const EVENT: usize = 14;

/// Widths of the columns of a row.
fn columns(screen: Screen) -> [usize; 5] {
    let free = screen.width - INDENT - STATUS - EVENT - 4 * GAP;
    let (place, word) = (free * 20 / 100, free * 31 / 100);
    [STATUS, EVENT, free - place - word, place, word]
}

/// A document and its records; `explain` adds rule and path below each row.
pub fn document(document: &Document, records: &[Record], screen: Screen) -> String {
    let mut text = head(document, screen);
    text += &row(HEADINGS.map(|heading| vec![Inked::new(Ink::Faint, heading)]), screen);
    for record in records {
        text += &row(cells(record, screen), screen);
        text += &below(quoted(record, screen), DEEPER, screen);
        text += &explained(record, screen);
        text.push('\n');
    }
    text
}

/// A document and its events as pairs of actors.
pub fn dyads(document: &Document, dyads: &[Dyad], screen: Screen) -> String {
    let mut text = head(document, screen);
    text += &row(PAIRED.map(|heading| vec![Inked::new(Ink::Faint, heading)]), screen);
    for dyad in dyads {
        text += &row(paired(dyad, screen), screen);
        text += &below(excerpt::of(&dyad.evidence, screen), DEEPER, screen);
        text.push('\n');
    }
    text
}

/// A document without records.
pub fn nothing(document: &Document, reason: &str, screen: Screen) -> String {
    head(document, screen) + &below(Inked::new(Ink::Faint, &format!("no events: {reason}")), INDENT, screen) + "\n"
}

fn head(document: &Document, screen: Screen) -> String {
    let name = document.title.as_ref().or(document.file.as_ref()).unwrap_or(&document.id);
    let published = document.published.map(|date| date.to_string());
    let origin = document.url.as_ref().or(document.file.as_ref().filter(|file| *file != name));
    let mut line = Inked::new(Ink::Strong, name);
    for detail in [published.as_ref(), document.outlet.as_ref(), origin].into_iter().flatten() {
        line = line.and(Ink::Faint, &format!(" · {detail}"));
    }
    below(line, 0, screen)
}

fn row(cells: [Cell; 5], screen: Screen) -> String {
    layout::row(&cells, &columns(screen), screen)
}

fn explained(record: &Record, screen: Screen) -> String {
    let Some(path) = &record.evidence.path else { return String::new() };
    let title = format!("rule {}, confidence {}, {}", record.evidence.rule, record.confidence, record.id);
    let mut text = below(Inked::new(Ink::Faint, &title), DEEPER, screen);
    for (at, step) in path.iter().enumerate() {
        text += &below(Inked::new(Ink::Faint, &format!("{}. {step}", at + 1)), DEEPER + INDENT, screen);
    }
    text
}
