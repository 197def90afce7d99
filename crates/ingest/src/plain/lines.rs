//! A text as lines: where each stands, and what separates it from the one before.

use types::Span;

/// A line that holds something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line {
    /// Its words, without the white space round them.
    pub span: Span,
    /// Whether an empty line comes before.
    pub after_gap: bool,
    /// Whether it begins with white space.
    pub indented: bool,
}

/// White space, control characters, byte order marks and other marks without a shape.
pub fn is_blank(c: char) -> bool {
    c.is_whitespace() || c.is_control() || matches!(c, '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{fffd}')
}

/// The part of a span that is not blank at either end.
pub fn trim(text: &str, span: Span) -> Span {
    let words = span.of(text);
    let start = words.len() - words.trim_start_matches(is_blank).len();
    let len = words.trim_matches(is_blank).len();
    Span::new(span.start + start, span.start + start + len)
}

/// The lines that hold something.
pub fn lines(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut empty = 0;
    for raw in raw_lines(text) {
        let span = trim(text, raw);
        if span.is_empty() {
            empty += 1;
            continue;
        }
        let indented = raw.of(text).starts_with([' ', '\t']);
        lines.push(Line { span, after_gap: empty > 0, indented });
        empty = 0;
    }
    lines
}

fn raw_lines(text: &str) -> impl Iterator<Item = Span> {
    let unix = text.replace("\r\n", " \n");
    let mut ends: Vec<(usize, usize)> = unix.match_indices(is_line_end).map(|(at, end)| (at, at + end.len())).collect();
    ends.push((text.len(), text.len()));
    let mut start = 0;
    ends.into_iter().map(move |(end, next)| Span::new(std::mem::replace(&mut start, next), end))
}

fn is_line_end(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found: Vec<String> = lines(text)
            .iter()
            .map(|line| format!("{}{}", if line.after_gap { "¶" } else { "" }, line.span.of(text)))
            .collect();
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn line_ends_of_every_system() {
        check("a\nb\n\nc\n", &["a", "b", "¶c"]);
        check("a\r\nb\r\n\r\nc", &["a", "b", "¶c"]);
        check("a\rb\r\rc", &["a", "b", "¶c"]);
        check("\u{feff}a\u{2029}b\0", &["a", "b"]);
        check(" \n\t\n", &[]);
        check("", &[]);
    }
}
