//! The last step of every format: a draft becomes a document, or a reason to skip it.

use crate::layout::{Headline, Layout, Piece, arrange};
use crate::{Skip, furniture, language};
use sha2::{Digest, Sha256};
use types::{BlockKind, Date, Document, DocumentId, Origin, Warning};

/// A document as far as it is known, and whether it is worth analysing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ingested {
    /// The document.
    pub document: Document,
    /// Why it is not worth analysing, if so.
    pub skip: Option<Skip>,
    /// What was odd.
    pub warnings: Vec<Warning>,
}

/// What an input states of itself.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Stated {
    pub id: Option<String>,
    pub url: Option<String>,
    pub title: Option<String>,
    pub outlet: Option<String>,
    pub authors: Vec<String>,
    pub published: Option<Date>,
    pub modified: Option<Date>,
}

impl Stated {
    /// These statements, completed by others.
    pub fn or(self, other: Self) -> Self {
        Self {
            id: self.id.or(other.id),
            url: self.url.or(other.url),
            title: self.title.or(other.title),
            outlet: self.outlet.or(other.outlet),
            authors: if self.authors.is_empty() { other.authors } else { self.authors },
            published: self.published.or(other.published),
            modified: self.modified.or(other.modified),
        }
    }
}

/// A text cut into pieces, with what its input states.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Draft {
    pub file: String,
    pub text: String,
    pub pieces: Vec<Piece>,
    pub stated: Stated,
    pub warnings: Vec<Warning>,
}

/// Words of running text below which an invitation to subscribe makes a page a stub.
const STUB_WORDS: usize = 60;

/// The document of a draft; `published` is the day to assume where none is stated.
pub fn finish(draft: Draft, published: Option<Date>) -> Ingested {
    let headline = draft.stated.title.as_deref().map_or(Headline::Sought, Headline::Given);
    let layout = arrange(&draft.text, &draft.pieces, headline);
    finish_laid_out(draft, layout, published)
}

/// The document of a draft whose layout is known.
pub fn finish_laid_out(draft: Draft, layout: Layout, published: Option<Date>) -> Ingested {
    let skip = skip(&draft.text, &layout);
    let warnings = draft.warnings.clone();
    Ingested { document: document(draft, layout, published), skip, warnings }
}

/// A document of which only its origin is known.
pub fn unread(file: &str, skip: Skip) -> Ingested {
    let draft = Draft { file: file.to_owned(), ..Draft::default() };
    Ingested { document: document(draft, Layout::default(), None), skip: Some(skip), warnings: Vec::new() }
}

fn document(draft: Draft, layout: Layout, published: Option<Date>) -> Document {
    let sha256 = sha256(&draft.text);
    let Stated { id, url, title, outlet, authors, published: stated, modified } = draft.stated;
    Document {
        id: DocumentId(id.unwrap_or_else(|| derived_id(&sha256, url.as_deref()))),
        origin: Origin { file: Some(draft.file).filter(|file| !file.is_empty()), url },
        title: title.or_else(|| headline(&draft.text, &layout)),
        blocks: layout.blocks,
        dateline: layout.dateline,
        outlet,
        authors: if authors.is_empty() { layout.authors } else { authors },
        published: stated.or(layout.published).or(published),
        modified: modified.or(layout.modified),
        text: draft.text,
        sha256,
    }
}

fn headline(text: &str, layout: &Layout) -> Option<String> {
    let title = layout.blocks.iter().find(|block| block.kind == BlockKind::Title)?;
    Some(title.span.of(text).split_whitespace().collect::<Vec<_>>().join(" "))
}

fn sha256(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The same text on two pages is two documents.
fn derived_id(text: &str, url: Option<&str>) -> String {
    let digits = url.map_or_else(|| text.to_owned(), |url| sha256(&format!("{text}\n{url}")));
    format!("doc_{}", digits.get(..16).unwrap_or(&digits))
}

fn skip(text: &str, layout: &Layout) -> Option<Skip> {
    let words: Vec<&str> = layout.blocks.iter().map(|block| block.span.of(text)).collect();
    let running = words.join("\n");
    if is_stub(text, layout) {
        Some(Skip::PaywallStub)
    } else if !layout.has_paragraph() {
        Some(Skip::NoText)
    } else {
        language::foreign(&running).map(|language| Skip::NotEnglish { language })
    }
}

fn is_stub(text: &str, layout: &Layout) -> bool {
    let paragraphs = layout.blocks.iter().filter(|block| block.kind == BlockKind::Paragraph);
    let running: usize = paragraphs.map(|block| block.span.of(text).split_whitespace().count()).sum();
    running < STUB_WORDS && furniture::asks_to_pay(text)
}
