//! Saved feeds, RSS and Atom: each entry with its content is a document.
//!
//! Read event by event with `quick-xml` rather than a feed library: only a dozen elements matter, and
//! the day of publication has to stay the one that the feed states, in the time zone it states it in.

mod entry;

use crate::decode::decode;
use crate::finish::{Draft, Stated, finish};
use crate::read::{Defaults, Results};
use crate::{IngestError, Ingested, Place, dates, html};
use entry::{Entry, Feed};
use types::Warning;

/// The documents of a feed.
pub fn read(name: &str, bytes: Vec<u8>, defaults: Defaults) -> Results {
    let place = Place { name: name.to_owned(), line: None };
    let decoded = decode(bytes);
    let Feed { title, entries, error } = entry::read(&decoded.value);
    let outlet = Some(html::plain(&title)).filter(|title| !title.is_empty());
    let file = name.to_owned();
    let documents = entries.into_iter().map(move |entry| Ok(document(&file, entry, outlet.clone(), defaults)));
    let error = error.map(|cause| Err(IngestError::Feed { place, cause }));
    Box::new(documents.chain(error))
}

fn document(file: &str, entry: Entry, outlet: Option<String>, defaults: Defaults) -> Ingested {
    let summary = entry.content.is_empty();
    let body = if summary { &entry.summary } else { &entry.content };
    let mut draft = Draft { file: file.to_owned(), ..html::read(body, stated(&entry, outlet)) };
    if summary && !body.is_empty() {
        draft.warnings.push(Warning(format!("{file}: entry {:?} has only a summary", entry.title)));
    }
    finish(draft, defaults.published)
}

fn stated(entry: &Entry, outlet: Option<String>) -> Stated {
    let some = |text: &str| Some(html::plain(text)).filter(|text| !text.is_empty());
    Stated {
        id: some(&entry.id),
        url: some(&entry.link),
        title: some(&entry.title),
        outlet,
        authors: entry.authors.iter().filter_map(|name| some(name)).collect(),
        published: dates::stated(&entry.published),
        modified: dates::stated(&entry.updated),
    }
}
