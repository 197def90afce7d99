//! Web pages: what they state of themselves, and the article without the page round it.

mod body;
mod compose;
mod jsonld;
mod stated;
mod walk;

use crate::finish::Draft;
use dom_query::Document;

pub use compose::compose;

/// The article of a page, with what the page states.
pub fn draft(html: &str) -> Draft {
    let page = Document::from(html);
    let linked = jsonld::article(&page);
    let mut stated = stated::read(&page, &linked);
    let parts = body::extract(page, &linked);
    let (text, pieces) = compose(stated.title.as_deref(), &parts);
    stated.title = stated.title.filter(|title| !title.is_empty());
    Draft { text, pieces, stated, ..Draft::default() }
}
