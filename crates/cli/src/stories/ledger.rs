//! A story in full: what became of each of its events, by date and source, and who denies what.

use super::participants::{code, label};
use crate::ink::{Ink, Inked};
use crate::layout::{self, Cell, GAP, INDENT, below};
use crate::screen::Screen;
use crate::table::status_ink;
use crate::tally::counted;
use tidings::export::parquet::Holds;
use tidings::store::{FoundStory, Value};
use tidings::wire::{LedgerEntry, LedgerLine, StoryParticipant, StoryRecord};

/// The heads of the columns of a table.
const HEADINGS: [&str; 4] = ["date", "status", "source", "sentence"];
/// A day, and the longest status.
const WIDTHS: [usize; 2] = [10, 12];
/// Participants that are shown.
const SHOWN: usize = 12;

/// As a table for people.
pub fn table(story: &FoundStory, record: &StoryRecord, screen: Screen) -> String {
    let head = Inked::new(Ink::Strong, &story.title).and(Ink::Faint, &format!(" · {}", story.id));
    let mut text = below(head, 0, screen);
    text += &below(summary(story), INDENT, screen);
    text += &below(participants(&record.participants), INDENT, screen);
    for line in &record.ledger {
        text += "\n";
        text += &event(line, screen);
    }
    text
}

fn summary(story: &FoundStory) -> Inked {
    let days = match (&story.start, &story.end) {
        (Some(start), Some(end)) if start != end => format!("{start} to {end}"),
        (Some(day), _) | (None, Some(day)) => day.clone(),
        (None, None) => "of no stated day".to_owned(),
    };
    let counts = format!(
        "{days} · {} · {} · {}",
        counted(story.articles, "article"),
        counted(story.outlets, "outlet"),
        counted(story.events, "event")
    );
    let text = Inked::new(Ink::Plain, &counts);
    match story.contradictions {
        0 => text,
        number => text.and(Ink::Plain, " · ").and(Ink::Red, &counted(number, "contradiction")),
    }
}

fn participants(all: &[StoryParticipant]) -> Inked {
    let each = all.iter().take(SHOWN).map(|one| {
        let code = Some(code(one)).filter(|code| one.name.is_some() && !code.is_empty());
        let code = code.map_or_else(String::new, |code| format!(" ({code})"));
        Inked::new(Ink::Plain, &label(one)).and(Ink::Faint, &format!("{code} {}", one.records))
    });
    let joined = each.reduce(|before, next| before.and(Ink::Faint, ", ").then(next)).unwrap_or_default();
    if all.len() > SHOWN { joined.and(Ink::Faint, ", …") } else { joined }
}

fn columns(screen: Screen) -> [usize; 4] {
    let [day, status] = WIDTHS;
    let free = screen.width.saturating_sub(INDENT + day + status + 3 * GAP);
    let source = free * 30 / 100;
    [day, status, source, free - source]
}

fn event(line: &LedgerLine, screen: Screen) -> String {
    let mut text = below(Inked::new(Ink::Strong, line.kind.as_str()), INDENT, screen);
    text += &layout::row(&HEADINGS.map(|name| vec![Inked::new(Ink::Faint, name)]), &columns(screen), screen);
    for entry in &line.entries {
        text += &layout::row(&cells(entry), &columns(screen), screen);
    }
    for contradiction in &line.contradictions {
        text += &below(Inked::new(Ink::Red, &format!("contradiction: {}", contradiction.reason)), INDENT, screen);
    }
    text
}

fn cells(entry: &LedgerEntry) -> [Cell; 4] {
    let date = entry.date.map_or_else(|| "?".to_owned(), |date| date.to_string());
    let sentence = format!("“{}”", entry.sentence);
    [
        vec![Inked::new(Ink::Plain, &date)],
        vec![Inked::new(status_ink(entry.status), entry.status.as_str())],
        vec![source(entry)],
        vec![Inked::new(Ink::Plain, &sentence), Inked::new(Ink::Faint, &entry.document)],
    ]
}

fn source(entry: &LedgerEntry) -> Inked {
    let named = entry.source.as_ref().map(|source| Inked::new(Ink::Plain, source));
    named.unwrap_or_else(|| Inked::new(Ink::Faint, "the author"))
}

/// The columns of a row.
pub const COLUMNS: [(&str, Holds); 10] = [
    ("story", Holds::Text),
    ("event", Holds::Whole),
    ("type", Holds::Text),
    ("date", Holds::Text),
    ("status", Holds::Text),
    ("source", Holds::Text),
    ("document", Holds::Text),
    ("record", Holds::Text),
    ("sentence", Holds::Text),
    ("contradicts", Holds::Text),
];

/// Rows, one per record; those of one event have its number.
pub fn rows(story: &StoryRecord) -> impl Iterator<Item = Vec<Value<'_>>> {
    story.ledger.iter().zip(1usize..).flat_map(move |(line, number)| {
        line.entries.iter().map(move |entry| {
            vec![
                (&story.id).into(),
                number.into(),
                line.kind.as_str().into(),
                entry.date.map(|date| date.to_string()).into(),
                entry.status.as_str().into(),
                entry.source.as_ref().into(),
                (&entry.document).into(),
                (&entry.record).into(),
                (&entry.sentence).into(),
                contradicted(line, entry).into(),
            ]
        })
    })
}

/// The records that deny what one says, or say what it denies.
fn contradicted(line: &LedgerLine, entry: &LedgerEntry) -> String {
    let pairs = line.contradictions.iter().flat_map(|pair| [(&pair.says, &pair.denies), (&pair.denies, &pair.says)]);
    let others = pairs.filter(|(one, _)| **one == entry.record).map(|(_, other)| other.as_str());
    others.collect::<Vec<_>>().join("|")
}
