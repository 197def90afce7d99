//! A document that was read before and of which text and statements were kept, but not the bytes it came from.

use crate::finish::{Draft, Stated, finish_laid_out};
use crate::layout::{Headline, Layout, arrange};
use crate::{Ingested, plain};
use types::{Block, Date, DocumentId, Origin, Span};

/// What was kept of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Its identity.
    pub id: DocumentId,
    /// Where its bytes came from.
    pub origin: Origin,
    /// The headline.
    pub title: Option<String>,
    /// The outlet.
    pub outlet: Option<String>,
    /// Day of publication.
    pub published: Option<Date>,
    /// Canonical text.
    pub text: String,
    /// Its blocks and the place of its dateline; where they were not kept, they are found as in plain text.
    pub layout: Option<(Vec<Block>, Option<Span>)>,
}

impl Kept {
    /// The document, and whether it is worth analysing.
    pub fn read(self) -> Ingested {
        let layout = match self.layout {
            Some((blocks, dateline)) => Layout { blocks, dateline, ..Layout::default() },
            None => {
                let headline = self.title.as_deref().map_or(Headline::Sought, Headline::Given);
                arrange(&self.text, &plain::pieces(&self.text), headline)
            }
        };
        let stated = Stated {
            id: Some(self.id.0),
            url: self.origin.url,
            title: self.title,
            outlet: self.outlet,
            published: self.published,
            ..Stated::default()
        };
        let file = self.origin.file.unwrap_or_default();
        finish_laid_out(Draft { file, text: self.text, stated, ..Draft::default() }, layout, None)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Defaults, read};

    /// A document read from its text and statements is the one that was read from the bytes.
    #[track_caller]
    fn check(name: &str, bytes: &str) {
        let first = read(name, bytes.into(), None, &Defaults::default()).next().unwrap().unwrap();
        let document = first.document.clone();
        let kept = Kept {
            id: document.id,
            origin: document.origin,
            title: document.title,
            outlet: document.outlet,
            published: document.published,
            text: document.text,
            layout: Some((document.blocks, document.dateline)),
        };
        let mut again = kept.clone().read();
        assert_eq!((&again.document.authors, again.document.modified), (&vec![], None), "of no use to coding");
        again.document.authors = first.document.authors.clone();
        again.document.modified = first.document.modified;
        assert_eq!(again.document, first.document);
        assert_eq!(again.skip, first.skip);
        let anew = Kept { layout: None, ..kept }.read();
        assert_eq!(anew.document.blocks.len(), first.document.blocks.len(), "{:?}", anew.document);
    }

    #[test]
    fn what_was_kept_is_what_was_read() {
        check(
            "a.txt",
            "Ferries stay in port\n\nBy Ada Holm\n\nBERGEN, 8 April 2025 — The ferries of Bergen stay in port.\n",
        );
        check(
            "a.html",
            "<html><head><title>Ferries stay in port</title></head><body><article><h1>Ferries stay in port</h1>\
             <p>BERGEN — The ferries of Bergen stay in port, said the harbour master on Monday.</p><h2>Storm</h2>\
             <p>A storm is on its way, and the harbour master will not let anybody sail before it is over.</p>\
             </article></body></html>",
        );
        check(
            "a.txt",
            "Regen im Norden\n\nDer Regen hat am Montag im Norden des Landes viele Straßen überflutet, und die Feuerwehr musste ausrücken.\n",
        );
    }
}
