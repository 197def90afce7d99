//! Blocks to sentences.
//!
//! A sentence may end after a full stop, question or exclamation mark with the quotes and brackets
//! that close there, if what follows can open one. Abbreviations and initials do not end a sentence;
//! those that may stand last (`Inc.`, `U.S.`, `p.m.`) do so before a word that opens sentences. A blank line
//! always ends one; a single line break is white space.

use crate::chars::{is_closer, is_opener, is_terminal, run};
use crate::tables::{ABBREVIATIONS, BEFORE_NAMES, DOTTED, EMOTICONS, SENTENCE_FINAL, STARTERS};
use crate::tokens::is_initials;
use types::Span;

/// The sentences of one block, in order, without the white space between them.
pub fn sentences(text: &str, block: Span) -> Vec<Span> {
    let mut out = Vec::new();
    let mut start = block.start;
    for border in borders(block.of(text)) {
        out.extend(trimmed(text, Span::new(start, block.start + border)));
        start = block.start + border;
    }
    out
}

fn trimmed(text: &str, span: Span) -> Option<Span> {
    let slice = span.of(text);
    let start = span.start + slice.len() - slice.trim_start().len();
    let length = slice.trim().len();
    (length > 0).then_some(Span::new(start, start + length))
}

/// Offsets at which sentences end, the end of the text included.
fn borders(text: &str) -> Vec<usize> {
    let mut borders = Vec::new();
    let mut at = 0;
    while let Some(white) = text[at..].find(char::is_whitespace).map(|i| at + i) {
        let length = run(&text[white..], char::is_whitespace);
        let (before, after) = (&text[..white], &text[white + length..]);
        if is_blank_line(&text[white..white + length]) || ends(before, after) {
            borders.push(white);
        }
        at = white + length;
    }
    borders.push(text.len());
    borders
}

fn is_blank_line(space: &str) -> bool {
    space.matches('\n').count() > 1 || space.contains(['\u{2028}', '\u{2029}'])
}

/// Whether a sentence ends between the two.
fn ends(before: &str, after: &str) -> bool {
    let before = without_appendix(before);
    let core = before.trim_end_matches(is_closer);
    let closed = core.len() < before.len();
    let next = Next::of(after);
    match core.chars().next_back() {
        _ if next.is_appendix() => false,
        Some('.') if core.ends_with("..") => next.is_starter(),
        Some('.') => stop_ends(core, &next, closed),
        Some('…') => next.is_starter(),
        Some(mark) if is_terminal(mark) => next.opens() || !closed,
        _ => false,
    }
}

/// The text less an emoticon or a reference number at its end.
fn without_appendix(text: &str) -> &str {
    let cut = text.trim_end().rfind(char::is_whitespace).filter(|&at| is_appendix(text[at..].trim()));
    cut.map_or(text, |at| text[..at].trim_end())
}

/// `:)` or `[12]`: belongs to the sentence before it.
fn is_appendix(chunk: &str) -> bool {
    let number = chunk.strip_prefix('[').and_then(|c| c.strip_suffix(']'));
    let reference = number.is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()));
    reference || EMOTICONS.contains(chunk)
}

/// What follows a possible border.
struct Next<'a> {
    chunk: &'a str,
    word: &'a str,
    quoted: bool,
}

impl<'a> Next<'a> {
    fn of(after: &'a str) -> Self {
        let chunk = &after[..run(after, |c| !c.is_whitespace())];
        let opened = run(after, |c| is_opener(c) || matches!(c, '-' | '–' | '—' | '*' | '•' | '#' | '_' | ' '));
        let rest = &after[opened..];
        let word = &rest[..run(rest, |c| !c.is_whitespace())];
        Self { chunk, word: word.trim_end_matches(|c: char| !c.is_alphanumeric()), quoted: opened > 0 }
    }

    fn is_appendix(&self) -> bool {
        is_appendix(self.chunk)
    }

    fn first(&self) -> Option<char> {
        self.word.chars().next()
    }

    /// Whether it can open a sentence at all.
    fn opens(&self) -> bool {
        self.first().is_none_or(|c| !c.is_lowercase())
    }

    /// Whether it opens with a capital.
    fn opens_firmly(&self) -> bool {
        self.first().is_some_and(|c| c.is_uppercase())
    }

    fn is_starter(&self) -> bool {
        self.opens_firmly()
            && (STARTERS.contains_lower(self.word) || STARTERS.contains_lower(&self.word.replace('’', "'")))
    }

    fn is_lower_starter(&self) -> bool {
        STARTERS.contains(self.word)
    }

    fn is_number(&self) -> bool {
        self.first().is_some_and(|c| c.is_ascii_digit())
    }
}

fn last_word(core: &str) -> &str {
    let start = core.rfind(|c: char| c.is_whitespace() || is_opener(c) || matches!(c, '-' | '—' | '–' | '/'));
    let start = start.map_or(0, |i| i + core[i..].chars().next().map_or(1, char::len_utf8));
    &core[start..]
}

/// Whether the full stop at the end of `core` ends the sentence.
fn stop_ends(core: &str, next: &Next, closed: bool) -> bool {
    let stem = last_word(core).trim_end_matches('.');
    let lower = stem.to_lowercase();
    if closed || stem.is_empty() {
        next.opens()
    } else if SENTENCE_FINAL.contains(&lower) {
        next.is_starter() || next.quoted && next.opens_firmly()
    } else if ABBREVIATIONS.contains(&lower) || DOTTED.contains(&lower) {
        false
    } else if is_initials(stem) {
        stem.contains('.') && stem.starts_with(char::is_uppercase) && next.is_starter()
    } else if BEFORE_NAMES.contains(&lower) && stem.starts_with(char::is_uppercase) {
        !(next.is_number() || next.opens_firmly() && !next.is_starter())
    } else {
        word_ends(stem, next)
    }
}

/// Careless writers open sentences in lower case; a single small letter is an abbreviation.
fn word_ends(stem: &str, next: &Next) -> bool {
    let plain = stem.chars().count() > 1 && stem.chars().all(char::is_lowercase);
    if stem.chars().count() == 1 && plain {
        next.opens_firmly()
    } else {
        next.opens() || plain && next.is_lower_starter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(want: &[&str]) {
        let text = want.join(" ");
        let spans = sentences(&text, Span::new(0, text.len()));
        let got: Vec<&str> = spans.iter().map(|s| s.of(&text)).collect();
        assert_eq!(got, want);
    }

    #[test]
    fn full_stops_end_sentences() {
        check(&["The talks failed.", "Both sides left.", "\"We go on,\" she said.", "“Why?”", "He shrugged!"]);
        check(&["He spoke (briefly.)", "Then he left."]);
        check(&["They paid 3.5 million.", "2024 was worse."]);
    }

    #[test]
    fn abbreviations_do_not() {
        check(&["Gen. A. B. Smith met Mr. Jones of Acme Inc. in St. Louis, Mo. on Jan. 5."]);
        check(&["The U.S. Army and the U.S. Government met at 5 p.m. Monday."]);
        check(&["\"Is it over?\" asked the minister."]);
    }

    #[test]
    fn abbreviations_may_stand_last() {
        check(&["He works for Acme Inc.", "The firm is small."]);
        check(&["They flew to the U.S.", "They stayed until 5 p.m.", "\"It was late,\" one said."]);
    }

    #[test]
    fn blank_lines_end_sentences_and_line_breaks_do_not() {
        let text = "A headline\n\nThe first\nline. The second.";
        let spans = sentences(text, Span::new(0, text.len()));
        let got: Vec<&str> = spans.iter().map(|s| s.of(text)).collect();
        assert_eq!(got, ["A headline", "The first\nline.", "The second."]);
    }
}
