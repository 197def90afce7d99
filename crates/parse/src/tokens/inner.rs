//! Where a chunk without marks at its ends is parted: the bounds of the mark inside, or of nothing.

use crate::chars::{is_divider, is_repeatable, run};
use crate::tables::{CONTRACTIONS, PREFIXES};

/// The first place to part at.
pub(super) fn cut(core: &str) -> Option<(usize, usize)> {
    if core.bytes().all(|b| b.is_ascii_alphabetic()) { contraction(core) } else { marked(core) }
}

/// `can|not`: parted where no mark shows it.
fn contraction(core: &str) -> Option<(usize, usize)> {
    if !(2..=8).contains(&core.len()) {
        return None;
    }
    let lower = core.to_lowercase();
    let entry = CONTRACTIONS.entries().find(|entry| spells(entry, &lower))?;
    let at = entry.find('|')?;
    Some((at, at))
}

/// Whether an entry, less its bars, spells the word or what is left of it after its first part.
fn spells(entry: &str, word: &str) -> bool {
    let letters = |s: &str| s.bytes().filter(|&b| b != b'|').eq(word.bytes());
    letters(entry)
}

fn marked(core: &str) -> Option<(usize, usize)> {
    core.char_indices().skip(1).find_map(|(at, c)| mark_at(core, at, c))
}

fn mark_at(core: &str, at: usize, c: char) -> Option<(usize, usize)> {
    let (left, right) = (&core[..at], &core[at + c.len_utf8()..]);
    let run_length = run(&core[at..], |d| d == c);
    let parts = match c {
        _ if is_divider(c) => true,
        _ if is_repeatable(c) && run_length > 1 => c != '_',
        '-' => hyphen_parts(left, right),
        '/' => slash_parts(left, right),
        ',' | ':' => !(ends_in_digit(left) && starts_in_digit(right)),
        '.' => sentence_border(left, right),
        _ => false,
    };
    parts.then_some((at, at + if is_repeatable(c) { run_length } else { c.len_utf8() }))
}

fn hyphen_parts(left: &str, right: &str) -> bool {
    let prefix = PREFIXES.contains_lower(left);
    !(prefix && right.starts_with(char::is_alphanumeric))
}

/// Words part at a slash; fractions, dates and single letters (`w/o`, `s/he`) do not.
fn slash_parts(left: &str, right: &str) -> bool {
    let long = |s: &str| s.chars().filter(|c| c.is_alphabetic()).count() >= 2;
    !starts_in_digit(right) && long(right) && (long(left) || ends_in_digit(left))
}

/// `there.The`: a forgotten space.
fn sentence_border(left: &str, right: &str) -> bool {
    let lower = left.chars().rev().take(2).filter(|c| c.is_lowercase()).count() == 2;
    let mut next = right.chars();
    lower && next.next().is_some_and(char::is_uppercase) && next.next().is_some_and(char::is_lowercase)
}

fn ends_in_digit(s: &str) -> bool {
    s.ends_with(|c: char| c.is_ascii_digit())
}

fn starts_in_digit(s: &str) -> bool {
    s.starts_with(|c: char| c.is_ascii_digit())
}
