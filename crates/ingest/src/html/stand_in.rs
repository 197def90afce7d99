//! The article body that a page states in JSON-LD, for pages from which next to nothing is extracted:
//! pages that a script would fill in the browser.
//!
//! It is not used to correct an extraction that worked: on the benchmark that gained nothing.

use super::jsonld::Linked;
use super::walk::Part;
use crate::layout::Shape;

/// Words in the shortest statement that can stand for the article.
const SHORTEST: usize = 80;
/// How many times longer than what was extracted it must be.
const LONGER: usize = 3;

/// The parts, or the paragraphs of the statement.
pub fn or_statement(parts: Vec<Part>, linked: &Linked) -> Vec<Part> {
    let extracted: usize = parts.iter().map(|part| count(&part.text)).sum();
    match linked.text("articleBody") {
        Some(body) if count(&body) >= SHORTEST.max(extracted * LONGER) => paragraphs(&body),
        _ => parts,
    }
}

fn count(text: &str) -> usize {
    text.split_whitespace().count()
}

fn paragraphs(body: &str) -> Vec<Part> {
    let lines = body.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    lines.filter(|line| !line.is_empty()).map(|text| Part { text, shape: Shape::Line, linked: false }).collect()
}
