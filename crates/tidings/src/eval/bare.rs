//! A document that is nothing but paragraphs.

use crate::digest::hex;
use sha2::{Digest, Sha256};
use types::{Block, BlockKind, Date, Document, Span};

/// A document of these paragraphs of a text.
pub(super) fn document(id: &str, text: &str, paragraphs: &[Span], published: Option<Date>) -> Document {
    Document {
        published,
        sha256: hex(&Sha256::digest(text)),
        ..Document::bare(id, text, paragraphs.iter().map(|&span| Block { kind: BlockKind::Paragraph, span }).collect())
    }
}
