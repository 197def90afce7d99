//! CoNLL-U: parses as text, for treebanks and for the committed parses of rule examples.
//!
//! What a [`Parse`] holds beyond the ten columns stands in MISC, as `EntityKind=person`,
//! `Factuality=2.5` and `Named=B-person`. Morphological features and enhanced dependencies are not kept.

mod error;
mod misc;
mod read;
mod surface;
mod write;

pub use error::{ConlluError, ConlluErrorKind};
pub use read::read;
pub use write::write;

use types::{Parse, Span};

/// A comment line: `# key = value`, or `# key` alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comment {
    /// What stands before the equals sign.
    pub key: String,
    /// What stands after it.
    pub value: Option<String>,
}

/// A sentence with its text; the spans of the parse count from the start of that text.
#[derive(Debug, Clone, PartialEq)]
pub struct Sentence {
    /// All comments but `# text`, in order.
    pub comments: Vec<Comment>,
    /// The sentence.
    pub text: String,
    /// Whether white space follows in the document.
    pub space_after: bool,
    /// Its tree.
    pub parse: Parse,
}

impl Sentence {
    /// The value of the first comment with this key.
    pub fn comment(&self, key: &str) -> Option<&str> {
        self.comments.iter().find(|c| c.key == key)?.value.as_deref()
    }

    fn opens_paragraph(&self) -> bool {
        self.comments.iter().any(|c| matches!(c.key.split(' ').next(), Some("newpar" | "newdoc")))
    }
}

/// A running text and the parses of its sentences, with spans into it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Joined {
    /// Sentences as their SpaceAfter says; a blank line between paragraphs.
    pub text: String,
    /// One span per paragraph.
    pub paragraphs: Vec<Span>,
    /// One parse per sentence; its block is the index of its paragraph.
    pub parses: Vec<Parse>,
}

/// Joins sentences to one text; paragraphs open at `# newpar` and `# newdoc`.
pub fn join(sentences: &[Sentence]) -> Joined {
    let mut joined = Joined::default();
    let mut space_due = false;
    for sentence in sentences {
        if joined.paragraphs.is_empty() || sentence.opens_paragraph() {
            open_paragraph(&mut joined);
        } else if space_due {
            joined.text.push(' ');
        }
        append(&mut joined, sentence);
        space_due = sentence.space_after;
    }
    joined
}

fn open_paragraph(joined: &mut Joined) {
    if !joined.text.is_empty() {
        joined.text.push_str("\n\n");
    }
    joined.paragraphs.push(Span::new(joined.text.len(), joined.text.len()));
}

fn append(joined: &mut Joined, sentence: &Sentence) {
    let offset = joined.text.len();
    joined.text.push_str(&sentence.text);
    if let Some(paragraph) = joined.paragraphs.last_mut() {
        paragraph.end = joined.text.len();
    }
    let block = joined.paragraphs.len().saturating_sub(1);
    joined.parses.extend(moved(&sentence.parse, offset, block));
}

/// The same parse, further on in a longer text.
fn moved(parse: &Parse, offset: usize, block: usize) -> Option<Parse> {
    let shift = |span: Span| Span::new(span.start + offset, span.end + offset);
    let tokens = parse.tokens().iter().cloned().map(|mut token| {
        token.span = shift(token.span);
        token
    });
    Parse::new(shift(parse.span), block, tokens.collect(), parse.named().to_vec()).ok()
}
