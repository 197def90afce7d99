//! Marks at the ends of a chunk. Each function gives the length of the mark, in bytes.

use super::whole;
use crate::chars::{is_apostrophe, is_closer, is_divider, is_opener, is_repeatable, is_terminal, run, run_back};
use crate::tables::{CURRENCIES, UNITS};

/// The mark that a chunk opens with.
pub(super) fn leading(chunk: &str) -> Option<usize> {
    let first = chunk.chars().next()?;
    let rest = &chunk[first.len_utf8()..];
    let single = (is_leading_mark(first) || is_sign(first, rest)) && !is_point(first, rest);
    currency(chunk).or_else(|| repeated(chunk, first)).or_else(|| single.then_some(first.len_utf8()))
}

fn is_leading_mark(c: char) -> bool {
    is_opener(c) || is_closer(c) || is_divider(c) || is_terminal(c) || ",:/*~^\\%".contains(c)
}

/// Marks that belong to a number (`-5`, `+44`) or to a word (`#tag`, `@name`).
fn is_sign(c: char, rest: &str) -> bool {
    match c {
        '#' | '@' => !rest.starts_with(char::is_alphabetic),
        '-' | '+' | '&' | '_' => !rest.starts_with(|c: char| c.is_ascii_digit()),
        _ => false,
    }
}

/// The point of `.5` or `.doc`.
fn is_point(c: char, rest: &str) -> bool {
    c == '.' && rest.starts_with(|c: char| c.is_ascii_digit() || c.is_ascii_lowercase())
}

/// `$` or `US$` before a digit.
fn currency(chunk: &str) -> Option<usize> {
    let letters = run(chunk, char::is_alphabetic);
    let sign = chunk[letters..].chars().next().filter(|c| !c.is_alphanumeric()).map_or(0, char::len_utf8);
    let length = letters + sign;
    (length < chunk.len()
        && length <= 6
        && CURRENCIES.contains(&chunk[..length])
        && chunk[length..].starts_with(|c: char| c.is_ascii_digit() || c == '.' || sign > 0))
    .then_some(length)
}

/// A run of at least two of the same mark, or of marks that end sentences.
fn repeated(chunk: &str, first: char) -> Option<usize> {
    let length = run(chunk, |c| c == first || is_terminal(first) && is_terminal(c));
    ((is_repeatable(first) || is_terminal(first)) && length > first.len_utf8()).then_some(length)
}

/// The mark or clitic that a chunk closes with.
pub(super) fn trailing(chunk: &str) -> Option<usize> {
    clitic(chunk).or_else(|| terminals(chunk)).or_else(|| repeated_back(chunk)).or_else(|| unit(chunk)).or_else(|| {
        let last = chunk.chars().next_back()?;
        let mark = is_closer(last) || is_opener(last) || is_divider(last);
        let mark = mark
            || matches!(last, ',' | ':' | '.' | '/' | '*' | '%' | '~' | '-' | '+' | '\\' | '^' | '°' | '$' | '€' | '£');
        mark.then_some(last.len_utf8())
    })
}

/// `'s`, `n't`.
fn clitic(chunk: &str) -> Option<usize> {
    let apostrophe = chunk.char_indices().rev().take(4).find(|(_, c)| is_apostrophe(*c))?.0;
    let letter_before = chunk[..apostrophe].chars().next_back().filter(|c| matches!(c, 'n' | 'N'));
    let negation = letter_before.map(|_| apostrophe - 1).filter(|&at| whole::is_clitic(&chunk[at..]));
    let start = negation.or_else(|| whole::is_clitic(&chunk[apostrophe..]).then_some(apostrophe))?;
    (start > 0).then_some(chunk.len() - start)
}

/// `?!`, `!!!`, `...`; the stop of an abbreviation before them stays with it.
fn terminals(chunk: &str) -> Option<usize> {
    let length = run_back(chunk, is_terminal);
    let stem = &chunk[..chunk.len() - length];
    let kept =
        usize::from(length > 0 && whole::is_abbreviation(&format!("{stem}.")) && chunk[stem.len()..].starts_with('.'));
    let length = length - kept;
    (length > 1).then_some(length)
}

fn repeated_back(chunk: &str) -> Option<usize> {
    let last = chunk.chars().next_back()?;
    let length = run_back(chunk, |c| c == last);
    (is_repeatable(last) && length > last.len_utf8()).then_some(length)
}

/// The unit of `10km`.
fn unit(chunk: &str) -> Option<usize> {
    let number = run(chunk, |c| c.is_ascii_digit() || matches!(c, '.' | ',' | ':'));
    let unit = &chunk[number..];
    let counted = chunk[..number].ends_with(|c: char| c.is_ascii_digit());
    (counted && !unit.is_empty() && UNITS.contains(unit)).then_some(unit.len())
}
