//! Byte spans to code points: the pipeline counts bytes, the record counts what readers of JSON count.

use types::Span;

/// Where each code point of a text starts, made once per document.
#[derive(Debug)]
pub struct Offsets<'a> {
    text: &'a str,
    /// Byte at which each code point starts; empty for ASCII, where the two agree.
    starts: Vec<usize>,
}

/// A piece of a text with its place in code points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slice<'a> {
    /// First code point.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
    /// Exactly what stands there.
    pub text: &'a str,
}

impl Slice<'_> {
    /// First and past the last code point.
    pub fn stretch(self) -> (usize, usize) {
        (self.start, self.end)
    }
}

impl<'a> Offsets<'a> {
    /// The table of a text.
    pub fn new(text: &'a str) -> Self {
        let starts = if text.is_ascii() { Vec::new() } else { text.char_indices().map(|(at, _)| at).collect() };
        Self { text, starts }
    }

    /// The piece a span covers; a span that does not fit the text is cut to it.
    pub fn slice(&self, span: Span) -> Slice<'a> {
        let end = self.text.floor_char_boundary(span.end);
        let start = self.text.floor_char_boundary(span.start).min(end);
        Slice { start: self.code_points(start), end: self.code_points(end), text: &self.text[start..end] }
    }

    /// What stands between two code points; nothing where the text does not reach so far.
    pub fn between(&self, start: usize, end: usize) -> Option<&'a str> {
        self.span(start, end).map(|span| span.of(self.text))
    }

    /// The bytes between two code points; nothing where the text does not reach so far.
    pub fn span(&self, start: usize, end: usize) -> Option<Span> {
        let span = Span::new(self.byte(start)?, self.byte(end)?);
        self.text.get(span.start..span.end).map(|_| span)
    }

    fn byte(&self, code_point: usize) -> Option<usize> {
        match self.starts.len() {
            0 => Some(code_point),
            len if code_point == len => Some(self.text.len()),
            _ => self.starts.get(code_point).copied(),
        }
    }

    fn code_points(&self, byte: usize) -> usize {
        if self.starts.is_empty() { byte } else { self.starts.partition_point(|&start| start < byte) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(text: &str, span: Span) {
        let slice = Offsets::new(text).slice(span);
        let expected: String = text.chars().skip(slice.start).take(slice.end - slice.start).collect();
        assert_eq!(slice.text, expected, "{text:?} {span:?}");
        assert_eq!(Offsets::new(text).between(slice.start, slice.end), Some(slice.text), "{text:?} {span:?}");
        if text.get(span.start..span.end).is_some() {
            assert_eq!(slice.text, span.of(text), "a span that fits is kept");
        }
    }

    #[test]
    fn marks_outside_ascii_count_once_each() {
        let text = "🚁 strikes, cafe\u{301} “Müller” 👩‍👧 said";
        for start in 0..=text.len() + 2 {
            for end in 0..=text.len() + 2 {
                check(text, Span::new(start, end));
            }
        }
        assert_eq!(Offsets::new(text).slice(Span::new(5, 12)), Slice { start: 2, end: 9, text: "strikes" });
        assert_eq!([Offsets::new(text).between(2, 99), Offsets::new("ab").between(1, 3)], [None, None]);
    }

    proptest! {
        #[test]
        fn text_is_always_the_slice(text in "[a-c🚁é\u{301}\u{200d}漢 ]{0,20}", start in 0usize..90, end in 0usize..90) {
            check(&text, Span::new(start, end));
        }
    }
}
