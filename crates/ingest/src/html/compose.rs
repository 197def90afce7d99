//! Title and parts of a page to one canonical text: a blank line between any two.

use super::walk::Part;
use crate::layout::{Piece, Shape, same_words};
use types::Span;

/// The canonical text and its pieces.
pub fn compose(title: Option<&str>, parts: &[Part]) -> (String, Vec<Piece>) {
    let mut text = String::new();
    let mut pieces = Vec::new();
    let title = title.filter(|title| !title.is_empty());
    if let Some(title) = title {
        push(&mut text, &mut pieces, title, Shape::Title);
    }
    let repeats = |part: &&Part| title.is_some_and(|title| same_words(title, &part.text));
    let skip = parts.iter().take(2).take_while(repeats).count();
    for part in parts.iter().skip(skip) {
        push(&mut text, &mut pieces, &part.text, part.shape);
    }
    (text, pieces)
}

fn push(text: &mut String, pieces: &mut Vec<Piece>, words: &str, shape: Shape) {
    if !text.is_empty() {
        text.push_str("\n\n");
    }
    let start = text.len();
    text.push_str(words);
    pieces.push(Piece { span: Span::new(start, text.len()), shape });
}
