//! The article of a page: `dom_smoothie` finds the element that holds it, after what is surely no
//! part of an article was taken out.

use super::mend::{mend, paragraphs};
use super::walk::{Part, parts};
use dom_query::Document;
use dom_smoothie::Readability;

/// Headings and paragraphs of the article.
pub fn extract(page: Document) -> Vec<Part> {
    let paragraphs = paragraphs(&page);
    let Ok(mut reader) = Readability::with_document(page, None, None) else { return Vec::new() };
    match reader.parse() {
        Ok(article) => mend(parts(&Document::from(article.content).root()), &paragraphs),
        Err(_) => Vec::new(),
    }
}
