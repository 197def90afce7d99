//! Web pages: what they state of themselves, and the article without the page round it.

mod body;
mod compose;
mod jsonld;
mod mend;
mod stand_in;
mod stated;
mod trim;
mod walk;

use crate::finish::{Draft, Stated};
use compose::compose;
use dom_query::Document;
pub use jsonld::plain;

/// The article of a page, with what the page states; what is `known` of it beforehand goes first.
pub fn page(html: &str, known: Stated) -> Draft {
    let page = Document::from(html);
    let linked = jsonld::article(&page);
    let stated = known.or(stated::read(&page, &linked));
    let parts = trim::trim(body::extract(page), &stated);
    draft(stand_in::or_statement(parts, &linked), stated)
}

/// The article in a piece of HTML that holds nothing else.
pub fn fragment(html: &str, known: Stated) -> Draft {
    let fragment = Document::fragment(html);
    draft(trim::trim(walk::parts(&fragment.root()), &known), known)
}

/// A page or a fragment, as the markup tells.
pub fn either(html: &str, known: Stated) -> Draft {
    let head = html.get(..html.len().min(2000)).unwrap_or(html).to_ascii_lowercase();
    let whole = ["<html", "<body", "<head", "<!doctype"].iter().any(|tag| head.contains(tag));
    if whole { page(html, known) } else { fragment(html, known) }
}

fn draft(parts: Vec<walk::Part>, stated: Stated) -> Draft {
    let (text, pieces) = compose(stated.title.as_deref(), &parts);
    Draft { text, pieces, stated, ..Draft::default() }
}
