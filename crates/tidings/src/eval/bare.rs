//! A document that is nothing but paragraphs.

use crate::digest::hex;
use sha2::{Digest, Sha256};
use types::{Block, BlockKind, Date, Document, DocumentId, Origin, Span};

/// A document of these paragraphs of a text.
pub(super) fn document(id: &str, text: &str, paragraphs: &[Span], published: Option<Date>) -> Document {
    Document {
        id: DocumentId(id.to_owned()),
        origin: Origin::default(),
        text: text.to_owned(),
        blocks: paragraphs.iter().map(|&span| Block { kind: BlockKind::Paragraph, span }).collect(),
        title: None,
        dateline: None,
        outlet: None,
        authors: Vec::new(),
        published,
        modified: None,
        sha256: hex(&Sha256::digest(text)),
    }
}
