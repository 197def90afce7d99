//! Plain text: lines to the pieces a reader sees.

pub mod lines;
mod wrap;

use crate::layout::{Piece, Shape};

/// Pieces of a text, in order, each trimmed of white space.
pub fn pieces(text: &str) -> Vec<Piece> {
    wrap::join(text, &lines::lines(text)).into_iter().map(|span| Piece { span, shape: Shape::Line }).collect()
}
