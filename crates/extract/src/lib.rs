//! Parses and lexicon to attributed events. Pure: no file, clock, network or environment.

use lexicon::Lexicon;
use types::{Document, Event, Parse, Warned};

/// Every event that the document tells, in text order of its leading mention.
pub fn events(_lexicon: &Lexicon, _document: &Document, _parses: &[Parse]) -> Warned<Vec<Event>> {
    Warned::default()
}
