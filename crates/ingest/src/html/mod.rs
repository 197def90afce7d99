//! Web pages: what they state of themselves, and the article without the page round it.

mod body;
mod compose;
mod depth;
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
use types::Warning;

/// Characters in which a page shows that it is one.
const HEAD: usize = 2000;

/// A page or a piece of one, as the markup tells.
pub fn read(html: &str, known: Stated) -> Draft {
    if depth::is_bottomless(html) {
        let warning = Warning("elements nest too deep to be an article; the page was not read".to_owned());
        return Draft { stated: known, warnings: vec![warning], ..Draft::default() };
    }
    if is_page(html) { page(html, known) } else { fragment(html, known) }
}

fn is_page(html: &str) -> bool {
    let head: String = html.chars().take(HEAD).collect::<String>().to_ascii_lowercase();
    ["<html", "<body", "<head", "<!doctype", "<title", "<meta", "<script"].iter().any(|tag| head.contains(tag))
}

/// The article of a page, with what the page states; what is `known` of it beforehand goes first.
fn page(html: &str, known: Stated) -> Draft {
    let page = Document::from(html);
    let linked = jsonld::article(&page);
    let stated = known.or(stated::read(&page, &linked));
    let parts = trim::trim(body::extract(page), &stated);
    draft(stand_in::or_statement(parts, &linked), stated)
}

/// The article in a piece of HTML that holds nothing else.
fn fragment(html: &str, known: Stated) -> Draft {
    let fragment = Document::fragment(html);
    draft(trim::trim(walk::parts(&fragment.root()), &known), known)
}

fn draft(parts: Vec<walk::Part>, stated: Stated) -> Draft {
    let (text, pieces) = compose(stated.title.as_deref(), &parts);
    Draft { text, pieces, stated, ..Draft::default() }
}
