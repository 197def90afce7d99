//! Lines to paragraphs: which line ends are the author's and which only fill the page.
//!
//! A line goes on in the next one if the next begins in the middle of a sentence, or if the text is
//! wrapped to a width and the next word did not fit. Texts copied from a wiki or a mail also have
//! wrapped lines with an empty line between them; there only an unfinished sentence joins.

use super::lines::Line;
use crate::{furniture, lists};
use types::Span;

/// A text with a longer line than this, in characters, is not wrapped to a width.
const WIDEST: usize = 120;
/// A text with only shorter lines than this is a list, not wrapped.
const NARROWEST: usize = 40;

/// Spans of the paragraphs, headings and other pieces.
pub fn join(text: &str, lines: &[Line]) -> Vec<Span> {
    let width = width(text, lines);
    let mut pieces: Vec<Span> = Vec::new();
    let mut last: Option<Line> = None;
    for line in lines {
        match (pieces.last_mut(), last) {
            (Some(piece), Some(before)) if goes_on(text, *piece, before, *line, width) => {
                *piece = piece.join(line.span)
            }
            _ => pieces.push(line.span),
        }
        last = Some(*line);
    }
    pieces
}

/// The width a text is wrapped to, if one of its lines shows that it is: full, unfinished, and not the headline.
fn width(text: &str, lines: &[Line]) -> Option<usize> {
    let widest = lines.iter().map(|line| line.span.of(text).chars().count()).max()?;
    let shown = lines.windows(2).skip(1).any(|pair| match pair {
        [line, next] => {
            !next.after_gap && !is_finished(line, text) && is_full(text, *line, next.span.of(text), Some(widest))
        }
        _ => false,
    });
    ((NARROWEST..=WIDEST).contains(&widest) && shown).then_some(widest)
}

fn is_finished(line: &Line, text: &str) -> bool {
    furniture::is_finished(line.span.of(text))
}

fn goes_on(text: &str, piece: Span, before: Line, line: Line, width: Option<usize>) -> bool {
    let (so_far, next) = (piece.of(text), line.span.of(text));
    if furniture::is_bullet(next) {
        return false;
    }
    is_unfinished(so_far, next) || (!line.after_gap && !starts_anew(before, line) && is_full(text, before, next, width))
}

/// Whether the words so far cannot stand alone before these.
fn is_unfinished(so_far: &str, next: &str) -> bool {
    let lower = next.chars().next().is_some_and(char::is_lowercase);
    let open = !furniture::is_finished(so_far) || ends_in_initial(so_far);
    (lower && open) || ends_in_open_word(so_far) || has_open_link(so_far) || so_far.ends_with(['—', '–'])
}

/// `the U.S.`, `George W.`
fn ends_in_initial(text: &str) -> bool {
    let mut back = text.chars().rev();
    back.next() == Some('.') && back.next().is_some_and(char::is_uppercase)
}

fn ends_in_open_word(text: &str) -> bool {
    text.split_whitespace().count() > 3
        && text.split_whitespace().next_back().is_some_and(|word| lists::has(lists::OPEN_WORDS, word))
}

fn has_open_link(text: &str) -> bool {
    text.rfind("[[").is_some_and(|open| !text[open..].contains("]]") && text.len() - open < 200)
}

fn starts_anew(before: Line, line: Line) -> bool {
    line.indented && !before.indented
}

/// Whether the line was as full as the width allowed, so that its end means nothing.
fn is_full(text: &str, line: Line, next: &str, width: Option<usize>) -> bool {
    let first = next.split_whitespace().next().map_or(0, |word| word.chars().count());
    width.is_some_and(|width| line.span.of(text).chars().count() + 1 + first > width)
}

#[cfg(test)]
mod tests {
    use super::super::lines::lines;
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found: Vec<&str> = join(text, &lines(text)).into_iter().map(|span| span.of(text)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_line_each() {
        check(
            "Ministers meet in Accra\nThe ministers of four states met in Accra on Monday.\nThey agreed on a joint patrol of the coast.\n",
            &[
                "Ministers meet in Accra",
                "The ministers of four states met in Accra on Monday.",
                "They agreed on a joint patrol of the coast.",
            ],
        );
    }

    #[test]
    fn wrapped_to_a_width() {
        check(
            "Ministers meet\nThe ministers of four coastal states met in\nAccra on Monday to agree on patrols.\nThe talks go on.",
            &[
                "Ministers meet",
                "The ministers of four coastal states met in\nAccra on Monday to agree on patrols.",
                "The talks go on.",
            ],
        );
    }

    #[test]
    fn wrapped_with_empty_lines_between() {
        check(
            "A report by the \"[[Coast\n\nGuard]]\" harms ties with the\n\nU.S.\n\nforces. It ends.\n\nNext day.",
            &["A report by the \"[[Coast\n\nGuard]]\" harms ties with the\n\nU.S.\n\nforces. It ends.", "Next day."],
        );
    }

    #[test]
    fn a_dateline_on_its_own_line() {
        check("Accra, Ghana —\n\nMinisters met on Monday.", &["Accra, Ghana —\n\nMinisters met on Monday."]);
    }

    #[test]
    fn indented_paragraphs() {
        check(
            "  The ministers of four coastal states met in\nAccra on Monday to agree on joint patrols of\nthe coast and of the ports.\n  Nobody objected.",
            &[
                "The ministers of four coastal states met in\nAccra on Monday to agree on joint patrols of\nthe coast and of the ports.",
                "Nobody objected.",
            ],
        );
    }

    #[test]
    fn lists_stay_lists() {
        check("Present:\n- ministers\n- envoys\n", &["Present:", "- ministers", "- envoys"]);
    }
}
