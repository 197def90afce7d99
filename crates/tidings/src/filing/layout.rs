//! How a text is laid out, in one line: `t0-20 p22-90 h92-99`, and `d22-28` for the place of a dateline. Offsets are bytes.

use types::{Block, BlockKind, Document, Span};

const DATELINE: &str = "d";

/// The layout of a document.
pub fn write(document: &Document) -> String {
    let blocks = document.blocks.iter().map(|block| place(letter(block.kind), block.span));
    let dateline = document.dateline.map(|span| place(DATELINE, span));
    blocks.chain(dateline).collect::<Vec<_>>().join(" ")
}

/// Blocks and dateline of a text; nothing where they are not its.
pub fn read(layout: &str, text: &str) -> Option<(Vec<Block>, Option<Span>)> {
    let (mut blocks, mut dateline): (Vec<Block>, Option<Span>) = (Vec::new(), None);
    for word in layout.split_whitespace() {
        let (letter, span) = (word.get(..1)?, span(word.get(1..)?, text)?);
        match kind(letter) {
            Some(kind) if blocks.last().is_none_or(|last| last.span.end <= span.start) => {
                blocks.push(Block { kind, span });
            }
            None if letter == DATELINE => dateline = Some(span),
            _ => return None,
        }
    }
    Some((blocks, dateline))
}

fn place(letter: &str, span: Span) -> String {
    format!("{letter}{}-{}", span.start, span.end)
}

const fn letter(kind: BlockKind) -> &'static str {
    match kind {
        BlockKind::Title => "t",
        BlockKind::Heading => "h",
        BlockKind::Paragraph => "p",
    }
}

fn kind(written: &str) -> Option<BlockKind> {
    [BlockKind::Title, BlockKind::Heading, BlockKind::Paragraph].into_iter().find(|kind| letter(*kind) == written)
}

/// A stretch of the text.
fn span(written: &str, text: &str) -> Option<Span> {
    let (start, end) = written.split_once('-')?;
    let (start, end) = (start.parse().ok()?, end.parse().ok()?);
    text.get(start..end).map(|_| Span::new(start, end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(layout: &str, text: &str, want: Option<usize>) {
        let found = read(layout, text);
        assert_eq!(found.as_ref().map(|(blocks, _)| blocks.len()), want, "{layout} of {text}");
        if let Some((blocks, dateline)) = found {
            assert_eq!(write(&Document { dateline, ..Document::bare("a", text, blocks) }), layout);
        }
    }

    #[test]
    fn a_layout_comes_back_if_it_fits_the_text() {
        check("t0-5 h7-9 p11-20 d11-13", "Title\n\nIn\n\nBergen is calm.", Some(3));
        check("", "", Some(0));
        check("p0-9", "short", None);
        check("p0-1", "é", None);
        check("p3-2", "text", None);
        check("p0-4 p2-4", "text", None);
        check("x0-1", "text", None);
        check("é", "text", None);
        check("p1", "text", None);
    }
}
