//! A news text in canonical form, and what its page states of itself.

use crate::{Date, Span};

/// The identity of a document: the input's own id, else one derived from its hash.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct DocumentId(pub String);

/// Where the bytes came from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Origin {
    /// File name as given by the user, if any.
    pub file: Option<String>,
    /// Address of the page, if stated.
    pub url: Option<String>,
}

/// What part of the page a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum BlockKind {
    /// The headline.
    Title,
    /// A section head inside the body; structure, not a sentence.
    Heading,
    /// Running text.
    Paragraph,
}

/// A run of the canonical text; sentences never cross its border.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Where it stands.
    pub span: Span,
}

/// One article.
///
/// `text` is the canonical text all offsets refer to. Blocks are in text order, do not overlap, and
/// leave out what is no sentence of the article (dateline, byline, caption). `dateline` is the place
/// part of a `PLACE —` opening, which belongs to no block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// Its identity.
    pub id: DocumentId,
    /// Where it came from.
    pub origin: Origin,
    /// Canonical text.
    pub text: String,
    /// Titles, section heads and paragraphs.
    pub blocks: Vec<Block>,
    /// The headline, as stated by the input or standing in the text.
    pub title: Option<String>,
    /// The place of a dateline.
    pub dateline: Option<Span>,
    /// The outlet as the page names itself.
    pub outlet: Option<String>,
    /// Authors as the page names them.
    pub authors: Vec<String>,
    /// Day of publication, only if stated.
    pub published: Option<Date>,
    /// Day of the last change, only if stated.
    pub modified: Option<Date>,
    /// SHA-256 of the canonical text, lower-case hexadecimal.
    pub sha256: String,
}

impl Document {
    /// A text of which nothing is known but its blocks.
    pub fn bare(id: &str, text: &str, blocks: Vec<Block>) -> Self {
        Self {
            id: DocumentId(id.to_owned()),
            origin: Origin::default(),
            text: text.to_owned(),
            blocks,
            title: None,
            dateline: None,
            outlet: None,
            authors: Vec::new(),
            published: None,
            modified: None,
            sha256: String::new(),
        }
    }

    /// A text that is one paragraph, and of which nothing else is known.
    pub fn paragraph(id: &str, text: &str) -> Self {
        Self::bare(id, text, vec![Block { kind: BlockKind::Paragraph, span: Span::new(0, text.len()) }])
    }
}
