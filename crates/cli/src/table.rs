//! Records for people: a head line per document, a row per event, and below it the words that say so.

use crate::ink::{Ink, Inked, Paint};
use crate::screen::Screen;
use tidings::types::Status;
use tidings::wire::{Document, Evidence, Participant, Record, Time};

/// Space left of rows, and left of what stands below a row.
const INDENT: usize = 2;
const DEEPER: usize = 4;
/// Space between columns.
const GAP: usize = 2;
/// The longest status is `hypothetical`.
const STATUS: usize = 12;
/// The longest mode is `suicide-attack`; type and mode may take a line each.
const EVENT: usize = 14;
/// Lines of a sentence that are shown.
const SENTENCE_LINES: usize = 2;

/// Columns of a row, by the width of the screen.
struct Columns([usize; 5]);

impl Columns {
    fn of(screen: Screen) -> Self {
        let free = screen.width - INDENT - STATUS - EVENT - 4 * GAP;
        let place = free * 21 / 100;
        let word = free * 31 / 100;
        Columns([STATUS, EVENT, free - place - word, place, word])
    }
}

/// A document and its records; `explain` adds rule and path below each row.
pub fn document(document: &Document, records: &[Record], screen: Screen) -> String {
    let mut text = head(document, screen);
    text += &row(&HEADINGS.map(|h| Inked::new(Ink::Faint, h)), screen);
    for record in records {
        text += &row(&cells(record), screen);
        text += &below(quoted(record, screen), DEEPER, screen);
        text += &explained(&record.evidence, record, screen);
    }
    text + "\n"
}

/// A document without records.
pub fn nothing(document: &Document, reason: &str, screen: Screen) -> String {
    head(document, screen) + &below(Inked::new(Ink::Faint, &format!("no events: {reason}")), INDENT, screen) + "\n"
}

const HEADINGS: [&str; 5] = ["status", "event", "who → whom", "where, when", "on whose word"];

fn head(document: &Document, screen: Screen) -> String {
    let name = document.title.as_ref().or(document.file.as_ref()).unwrap_or(&document.id);
    let published = document.published.map(|date| date.to_string());
    let origin = document.url.as_ref().or(document.file.as_ref().filter(|file| *file != name));
    let mut line = Inked::new(Ink::Strong, name);
    for detail in [published.as_ref(), document.outlet.as_ref(), origin].into_iter().flatten() {
        line = line.and(Ink::Faint, &format!("  ·  {detail}"));
    }
    below(line, 0, screen)
}

fn row(cells: &[Inked; 5], screen: Screen) -> String {
    let Columns(widths) = Columns::of(screen);
    let wrapped: Vec<Vec<Inked>> = cells.iter().zip(widths).map(|(cell, width)| cell.wrapped(width)).collect();
    let height = wrapped.iter().map(Vec::len).max().unwrap_or(0);
    let line = |at: usize| {
        let pieces = wrapped.iter().zip(widths).map(|(lines, width)| match lines.get(at) {
            Some(piece) => piece.padded(width, screen.paint),
            None => " ".repeat(width),
        });
        let joined = pieces.collect::<Vec<_>>().join(&" ".repeat(GAP));
        format!("{}{}\n", " ".repeat(INDENT), joined.trim_end())
    };
    (0..height).map(line).collect()
}

fn cells(record: &Record) -> [Inked; 5] {
    let event = Inked::new(Ink::Strong, record.kind.as_str());
    [
        Inked::new(status_ink(record.status), record.status.as_str()),
        record.mode.into_iter().fold(event, |cell, mode| cell.and(Ink::Plain, &format!(" {mode}"))),
        who_whom(record),
        where_when(record),
        on_whose_word(record),
    ]
}

/// The colour of a status.
pub fn status_ink(status: Status) -> Ink {
    match status {
        Status::Occurred => Ink::Green,
        Status::Historical => Ink::Faint,
        Status::Planned => Ink::Blue,
        Status::Considered => Ink::Yellow,
        Status::Hypothetical => Ink::Magenta,
        Status::Denied => Ink::Red,
    }
}

fn who_whom(record: &Record) -> Inked {
    let who = match record.actors.as_slice() {
        [] => Inked::new(Ink::Faint, "someone"),
        actors => side(actors),
    };
    match record.recipients.as_slice() {
        [] => who,
        recipients => who.and(Ink::Faint, " → ").then(side(recipients)),
    }
}

fn side(participants: &[Participant]) -> Inked {
    let all = participants.iter().map(|participant| {
        let words = participant.text.as_ref().or(participant.name.as_ref());
        let code = participant.entity.as_ref().map_or_else(String::new, |entity| format!(" {entity}"));
        Inked::new(Ink::Plain, words.map_or("", |w| w)).and(Ink::Faint, &code)
    });
    all.reduce(|before, next| before.and(Ink::Faint, ", ").then(next)).unwrap_or_default()
}

fn where_when(record: &Record) -> Inked {
    let place = record.place.iter().map(|place| Inked::new(Ink::Plain, &place.name));
    let time = when(&record.time).map(|text| Inked::new(Ink::Plain, &text));
    place.chain(time).reduce(|place, time| place.and(Ink::Plain, ", ").then(time)).unwrap_or_default()
}

fn when(time: &Time) -> Option<String> {
    let (first, last) = (time.start_date?.to_string(), time.end_date?.to_string());
    Some(match time.precision.as_deref() {
        Some("year") => first.get(..4)?.to_owned(),
        Some("month") => first.get(..7)?.to_owned(),
        _ if first == last => first,
        _ => format!("{first} to {last}"),
    })
}

fn on_whose_word(record: &Record) -> Inked {
    let sources = record.attribution.iter().map(|source| {
        let words = source.text.as_deref().unwrap_or("it is said");
        Inked::new(Ink::Plain, words).and(Ink::Faint, &format!(" {}", source.kind))
    });
    let chain = sources.reduce(|outer, inner| outer.and(Ink::Faint, " › ").then(inner));
    let chain = chain.unwrap_or_else(|| Inked::new(Ink::Faint, "the author"));
    record.hedge.iter().fold(chain, |chain, hedge| chain.and(Ink::Yellow, &format!(" “{hedge}”")))
}

/// The sentence, shortened round its trigger, which is marked.
fn quoted(record: &Record, screen: Screen) -> Inked {
    let evidence = &record.evidence;
    let start = evidence.trigger.start.saturating_sub(evidence.start);
    let trigger = start..start + evidence.trigger.text.chars().count();
    let room = (screen.width - DEEPER).saturating_mul(SENTENCE_LINES).saturating_sub(ROOM_FOR_MARKS);
    let text = excerpt(&evidence.text, trigger, room, screen.paint);
    match record.mentions.len() {
        0 => text,
        1 => text.and(Ink::Faint, " (told once more)"),
        more => text.and(Ink::Faint, &format!(" (told {more} times more)")),
    }
}

/// Quotation marks, brackets and the ragged end of a line.
const ROOM_FOR_MARKS: usize = 24;

fn excerpt(sentence: &str, trigger: std::ops::Range<usize>, room: usize, paint: Paint) -> Inked {
    let words: Vec<char> = sentence.chars().collect();
    let window = window(&words, &trigger, room);
    let piece = |range: std::ops::Range<usize>| words.get(range).unwrap_or(&[]).iter().collect::<String>();
    let (open, close) = if paint == Paint::Off { ("[", "]") } else { ("", "") };
    let before = if window.start > 0 { "“… " } else { "“" };
    let after = if window.end < words.len() { " …”" } else { "”" };
    Inked::new(Ink::Faint, before)
        .and(Ink::Plain, &piece(window.start..trigger.start))
        .and(Ink::Plain, open)
        .and(Ink::Marked, &piece(trigger.start..trigger.end))
        .and(Ink::Plain, close)
        .and(Ink::Plain, &piece(trigger.end..window.end))
        .and(Ink::Faint, after)
}

/// At most `room` characters round the trigger, whole words.
fn window(sentence: &[char], trigger: &std::ops::Range<usize>, room: usize) -> std::ops::Range<usize> {
    if sentence.len() <= room {
        return 0..sentence.len();
    }
    let spare = room.saturating_sub(trigger.len());
    let after = sentence.len().saturating_sub(trigger.end);
    let before = (spare / 2).max(spare.saturating_sub(after));
    let start = trigger.start.saturating_sub(before);
    let end = (start + room).clamp(trigger.end, sentence.len().max(trigger.end));
    whole_words(sentence, trigger, start..end)
}

fn whole_words(
    sentence: &[char],
    trigger: &std::ops::Range<usize>,
    cut: std::ops::Range<usize>,
) -> std::ops::Range<usize> {
    let space = |&at: &usize| sentence.get(at).is_none_or(|c| c.is_whitespace());
    let start = match cut.start {
        0 => 0,
        start => (start..trigger.start).find(space).map_or(trigger.start, |at| at + 1),
    };
    let end = (trigger.end..=cut.end).rev().find(space).unwrap_or(trigger.end);
    start..end.min(sentence.len())
}

fn explained(evidence: &Evidence, record: &Record, screen: Screen) -> String {
    let Some(path) = &evidence.path else { return String::new() };
    let title = format!("rule {}, confidence {}, {}", evidence.rule, record.confidence, record.id);
    let mut text = below(Inked::new(Ink::Faint, &title), DEEPER, screen);
    for (at, step) in path.iter().enumerate() {
        text += &below(Inked::new(Ink::Faint, &format!("{}. {step}", at + 1)), DEEPER + INDENT, screen);
    }
    text
}

/// Wrapped lines at an indent.
fn below(text: Inked, indent: usize, screen: Screen) -> String {
    let lines = text.wrapped(screen.width - indent);
    lines.iter().map(|line| format!("{}{}\n", " ".repeat(indent), line.painted(screen.paint))).collect()
}
