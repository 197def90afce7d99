//! Pieces of a text to blocks: which is the headline, which a section head, which running text.
//!
//! A format says of a piece what it knows (`Shape`); for a line of plain text that is nothing, and
//! its form and neighbours decide. Furniture is left out, a dateline is cut off, and a date or byline
//! that stands on a line of its own is taken over.

use crate::plain::lines::trim;
use crate::{dateline, dates, furniture, furniture::Action};
use types::{Block, BlockKind, Date, Span};

/// What a format knows of a piece.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// The headline.
    Title,
    /// A section head.
    Heading,
    /// Running text.
    Prose,
    /// Nothing.
    Line,
}

/// A run of the canonical text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece {
    /// Where it stands.
    pub span: Span,
    /// What is known of it.
    pub shape: Shape,
}

/// Whether a first short line may be the headline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Headline<'a> {
    /// It may.
    Sought,
    /// The input states another headline; a first line with the same words is it, no other.
    Given(&'a str),
}

/// What the text shows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Layout {
    /// Headline, section heads and paragraphs.
    pub blocks: Vec<Block>,
    /// The place of a dateline.
    pub dateline: Option<Span>,
    /// A date on a line of its own, or in the dateline.
    pub published: Option<Date>,
    /// A date of change on a line of its own.
    pub modified: Option<Date>,
    /// The names of a byline.
    pub authors: Vec<String>,
}

/// Pieces of the opening in which a date or byline is looked for.
const OPENING: usize = 6;
/// Words in the longest headline or section head.
const LONGEST_HEADLINE: usize = 25;
const LONGEST_HEADING: usize = 14;
/// Words in the shortest paragraph that ends a list of links.
const SHORTEST_AFTER_LIST: usize = 25;
/// Words in the shortest line that is running text though it does not end as a sentence.
const SHORTEST_OPEN_PROSE: usize = 15;
/// Words in the shortest line that is running text because it ends as a sentence.
const SHORTEST_SENTENCE: usize = 3;

/// The layout of a text cut into pieces.
pub fn arrange(text: &str, pieces: &[Piece], headline: Headline<'_>) -> Layout {
    let mut layout = Layout::default();
    let kept = without_furniture(text, pieces, &mut layout);
    let kinds = kinds(text, &kept, headline);
    for (piece, kind) in kept.iter().zip(kinds) {
        if let Some(kind) = kind {
            layout.push(text, Block { kind, span: body(text, piece.span) });
        }
    }
    layout
}

impl Layout {
    fn push(&mut self, text: &str, block: Block) {
        let first = block.kind == BlockKind::Paragraph && !self.has_paragraph();
        let span = if first { self.after_dateline(text, block.span) } else { block.span };
        self.blocks.push(Block { span, ..block });
    }

    /// Whether there is running text.
    pub fn has_paragraph(&self) -> bool {
        self.blocks.iter().any(|block| block.kind == BlockKind::Paragraph)
    }

    fn after_dateline(&mut self, text: &str, span: Span) -> Span {
        let Some(found) = dateline::find(span.of(text)) else { return span };
        self.dateline = (found.place > 0).then(|| Span::new(span.start, span.start + found.place));
        self.published = self.published.or(found.date);
        Span::new(span.start + found.body, span.end)
    }

    /// Takes a date or byline of the opening; says whether the piece was one.
    fn take(&mut self, words: &str) -> bool {
        match (dates::stated(words), furniture::byline(words)) {
            (Some(date), _) if dates::says_updated(words) => self.modified = self.modified.or(Some(date)),
            (Some(date), _) => self.published = self.published.or(Some(date)),
            (None, Some(names)) => self.authors.extend(names),
            (None, None) => return dates::is_stamp(words),
        }
        true
    }
}

fn without_furniture(text: &str, pieces: &[Piece], layout: &mut Layout) -> Vec<Piece> {
    let mut kept: Vec<Piece> = Vec::new();
    let mut dropping = None;
    for (at, piece) in pieces.iter().enumerate() {
        let words = piece.span.of(text);
        let action = action(*piece, words);
        let taken = at < OPENING && piece.shape != Shape::Title && layout.take(words);
        if action.is_none() && furniture::is_speaker(words) {
            kept.pop_if(|quote| quote.shape == Shape::Line && is_quotation(quote.span.of(text)));
        } else if !taken && action.is_none() && !is_dropped(dropping, *piece, words) {
            kept.push(*piece);
            dropping = dropping.filter(|_| false);
            continue;
        }
        dropping = next_dropping(dropping, action);
    }
    kept
}

fn action(piece: Piece, words: &str) -> Option<Action> {
    if piece.shape == Shape::Title { None } else { furniture::action(words) }
}

/// Whether what came before takes this piece with it.
fn is_dropped(dropping: Option<Action>, piece: Piece, words: &str) -> bool {
    let long = words.split_whitespace().count() >= SHORTEST_AFTER_LIST && furniture::is_finished(words);
    match dropping {
        Some(Action::DropNext) => true,
        Some(Action::DropList) => piece.shape != Shape::Title && !long,
        Some(Action::Drop) | None => false,
    }
}

/// What a left-out piece does to the one after it.
fn next_dropping(before: Option<Action>, action: Option<Action>) -> Option<Action> {
    match (before, action) {
        (_, Some(Action::DropList | Action::DropNext)) => action,
        (Some(Action::DropList), _) => before,
        _ => None,
    }
}

/// A pull quote: a piece that is nothing but words in quotation marks, or does not end as a sentence.
fn is_quotation(words: &str) -> bool {
    !furniture::is_finished(words) || words.starts_with(['"', '“', '‘'])
}

fn kinds(text: &str, pieces: &[Piece], headline: Headline<'_>) -> Vec<Option<BlockKind>> {
    let mut kinds: Vec<_> =
        pieces.iter().enumerate().map(|(at, piece)| kind(text, pieces, at, *piece, headline)).collect();
    if !kinds.contains(&Some(BlockKind::Paragraph)) {
        rescue(text, pieces, &mut kinds);
    }
    drop_idle_headings(pieces, &mut kinds);
    kinds
}

fn kind(text: &str, pieces: &[Piece], at: usize, piece: Piece, headline: Headline<'_>) -> Option<BlockKind> {
    let words = piece.span.of(text);
    match piece.shape {
        Shape::Title => Some(BlockKind::Title),
        Shape::Heading if is_long_sentence(words) => Some(BlockKind::Paragraph),
        Shape::Heading => Some(BlockKind::Heading),
        Shape::Prose => is_worded(words).then_some(BlockKind::Paragraph),
        Shape::Line if at == 0 && pieces.len() > 1 && is_headline(words, headline) => Some(BlockKind::Title),
        Shape::Line if is_prose(words) => Some(BlockKind::Paragraph),
        Shape::Line if is_heading(words) => Some(BlockKind::Heading),
        Shape::Line => None,
    }
}

fn is_headline(words: &str, headline: Headline<'_>) -> bool {
    match headline {
        Headline::Given(title) => same_words(title, words),
        Headline::Sought => {
            let long = words.split_whitespace().count() > LONGEST_HEADLINE;
            !long && !furniture::is_sentence(words) && !words.ends_with([':', ',', ';']) && !furniture::is_bullet(words)
        }
    }
}

/// Whether two texts have the same letters and digits, whatever the case, quotation marks and blanks.
pub fn same_words(a: &str, b: &str) -> bool {
    let letters = |s: &str| s.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>();
    letters(a) == letters(b)
}

/// A standfirst is often marked as a heading.
fn is_long_sentence(words: &str) -> bool {
    furniture::is_sentence(words) && words.split_whitespace().count() > LONGEST_HEADING
}

fn is_worded(words: &str) -> bool {
    words.chars().any(char::is_alphabetic)
}

fn is_prose(words: &str) -> bool {
    let count = words.split_whitespace().count();
    let ends = furniture::is_sentence(words)
        || words.ends_with(':')
        || (furniture::is_finished(words) && count > LONGEST_HEADING);
    let quoted = furniture::is_finished(words) && words.starts_with(['"', '“', '‘']);
    is_worded(words) && ((ends || quoted) && count >= SHORTEST_SENTENCE || count >= SHORTEST_OPEN_PROSE)
}

fn is_heading(words: &str) -> bool {
    let first = words.chars().next().is_some_and(|c| c.is_uppercase() || c.is_ascii_digit() || "\"“'‘¿".contains(c));
    let count = words.split_whitespace().count();
    first
        && is_worded(words)
        && count <= LONGEST_HEADING
        && !furniture::is_bullet(words)
        && !words.ends_with([',', ';'])
}

/// Where no line reads as running text, the longest one that is worded is.
fn rescue(text: &str, pieces: &[Piece], kinds: &mut [Option<BlockKind>]) {
    let lines =
        pieces.iter().enumerate().filter(|(_, piece)| piece.shape == Shape::Line && is_worded(piece.span.of(text)));
    let last_longest = lines.max_by_key(|(_, piece)| piece.span.len());
    if let Some(kind) = last_longest.and_then(|(at, _)| kinds.get_mut(at)) {
        *kind = Some(BlockKind::Paragraph);
    }
}

/// A section head with no running text below it heads nothing; what only looks like one needs the
/// text right below.
fn drop_idle_headings(pieces: &[Piece], kinds: &mut [Option<BlockKind>]) {
    let (mut next, mut below) = (None, false);
    for (piece, kind) in pieces.iter().zip(kinds.iter_mut()).rev() {
        let here = *kind;
        let heads = if piece.shape == Shape::Heading { below } else { next == Some(BlockKind::Paragraph) };
        if here == Some(BlockKind::Heading) && !heads {
            *kind = None;
        }
        below |= here == Some(BlockKind::Paragraph);
        next = here;
    }
}

/// The words of a piece without bullet and blanks.
fn body(text: &str, span: Span) -> Span {
    let bullet = furniture::bullet_len(span.of(text));
    trim(text, Span::new(span.start + bullet, span.end))
}
