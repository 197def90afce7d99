//! Where the words of a sentence stand in its text.

use super::ConlluErrorKind;
use types::Span;

/// A surface token: one word, or a range of syntactic words written together.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Surface {
    pub line: usize,
    pub form: String,
    pub space_after: bool,
    /// Forms of the syntactic words.
    pub words: Vec<String>,
}

/// The text that forms and SpaceAfter give.
pub(super) fn written(surfaces: &[Surface]) -> String {
    let mut text = String::new();
    for surface in surfaces {
        text.push_str(&surface.form);
        if surface.space_after {
            text.push(' ');
        }
    }
    text.truncate(text.trim_end().len());
    text
}

/// Spans of the syntactic words in `text`.
pub(super) fn spans(surfaces: &[Surface], text: &str) -> Result<Vec<Span>, (usize, ConlluErrorKind)> {
    let mut at = 0;
    let mut spans = Vec::new();
    for surface in surfaces {
        let rest = text.get(at..).unwrap_or("");
        at += rest.len() - rest.trim_start().len();
        if !rest.trim_start().starts_with(&surface.form) {
            return Err((surface.line, ConlluErrorKind::Text(surface.form.clone())));
        }
        spans.extend(word_spans(surface, at));
        at += surface.form.len();
    }
    Ok(spans)
}

/// The words of a range part its span where they spell it, and else share it.
fn word_spans(surface: &Surface, start: usize) -> Vec<Span> {
    let whole = Span::new(start, start + surface.form.len());
    if surface.words.concat() != surface.form {
        return vec![whole; surface.words.len()];
    }
    let mut at = start;
    let part = |word: &String| {
        let span = Span::new(at, at + word.len());
        at = span.end;
        span
    };
    surface.words.iter().map(part).collect()
}
