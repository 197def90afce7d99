//! The sentence below a row, shortened round its trigger, which is marked.

use super::DEEPER;
use crate::ink::{Ink, Inked, Paint};
use crate::screen::Screen;
use std::ops::Range;
use tidings::wire::{Evidence, Record};

/// Lines of a sentence that are shown.
const SENTENCE_LINES: usize = 2;

/// The words of a record's leading mention.
pub fn quoted(record: &Record, screen: Screen) -> Inked {
    let text = of(&record.evidence, screen);
    match record.mentions.len() {
        0 => text,
        1 => text.and(Ink::Faint, " (1 more mention)"),
        more => text.and(Ink::Faint, &format!(" ({more} more mentions)")),
    }
}

/// The words of a mention.
pub fn of(evidence: &Evidence, screen: Screen) -> Inked {
    let start = evidence.trigger.start.saturating_sub(evidence.start);
    let trigger = start..start + evidence.trigger.text.chars().count();
    let room = (screen.width - DEEPER).saturating_mul(SENTENCE_LINES).saturating_sub(ROOM_FOR_MARKS);
    excerpt(&evidence.text, trigger, room, screen.paint)
}

/// Quotation marks, brackets and the ragged end of a line.
const ROOM_FOR_MARKS: usize = 24;

fn excerpt(sentence: &str, trigger: Range<usize>, room: usize, paint: Paint) -> Inked {
    let words: Vec<char> = sentence.chars().collect();
    let window = window(&words, &trigger, room);
    let piece = |range: Range<usize>| words.get(range).unwrap_or(&[]).iter().collect::<String>();
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
fn window(sentence: &[char], trigger: &Range<usize>, room: usize) -> Range<usize> {
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

fn whole_words(sentence: &[char], trigger: &Range<usize>, cut: Range<usize>) -> Range<usize> {
    let space = |&at: &usize| sentence.get(at).is_none_or(|c| c.is_whitespace());
    let start = match cut.start {
        0 => 0,
        start => (start..trigger.start).find(space).map_or(trigger.start, |at| at + 1),
    };
    let end = (trigger.end..=cut.end).rev().find(space).unwrap_or(trigger.end);
    start..end.min(sentence.len())
}
