//! Parses and lexicon to attributed events. Pure: no file, clock, network or environment.
//!
//! The stages, each a module:
//!
//! * [`repair`]: known faults of the parser mended
//! * [`frame`]: the arguments round a word, whatever the construction
//! * [`trigger`]: which rule's words stand where
//! * [`judged`]: words that no rule reads but the model does
//! * [`who`]: which phrases name whom, across the document
//! * [`status`]: did it happen, is it planned, denied, feared
//! * [`background`]: whether what is told as a fact is news or history
//! * [`attribution`]: on whose word
//! * [`hosts`]: which words share an event's time and place
//! * [`place`], [`time`], [`magnitude`], [`contexts`]: the rest of the record
//! * [`roles`]: who and whom of a trigger
//! * [`mention`]: all of these for one trigger
//! * [`echo`]: who and whom of acts that a noun points back to
//! * [`likely`]: whom, where nothing tells
//! * [`merge`]: mentions of one event to one record
//! * [`codebook`]: coding by a user's own dictionaries, beside all of these
//! * [`sayings`](mod@sayings): who says or thinks what, whether or not it is of an event
//!
//! [`examine`] does the same and tells of each candidate that came to nothing.

mod attribution;
mod background;
mod codebook;
mod confidence;
mod content;
mod contexts;
mod dropped;
mod echo;
mod frame;
mod hosts;
mod judged;
mod likely;
mod logistic;
mod magnitude;
mod mention;
mod merge;
mod overlap;
mod place;
mod repair;
mod roles;
mod sayings;
mod scene;
mod status;
mod syntax;
mod time;
mod trigger;
mod who;

pub use codebook::{Beside, Codings, codings, events_beside};
pub use dropped::{Dropped, Fate};
pub use likely::Unsaid;
pub use who::Lesson;

use attribution::Quotations;
use dropped::Witness;
use lexicon::Lexicon;
use mention::Mention;
use scene::Scene;
use types::{Document, Event, Parse, Saying, Toponym, Warned};

/// Every event that the document tells, in text order of its leading mention.
pub fn events(lexicon: &Lexicon, document: &Document, parses: &[Parse]) -> Warned<Vec<Event>> {
    witnessed(lexicon, document, parses, &mut ())
}

/// The same events, and the candidates that gave none.
pub fn examine(lexicon: &Lexicon, document: &Document, parses: &[Parse]) -> (Warned<Vec<Event>>, Vec<Dropped>) {
    let mut dropped = Vec::new();
    let events = witnessed(lexicon, document, parses, &mut dropped);
    (events, dropped)
}

/// What the document itself says of office holders and organisations: who holds which office where, what is short for what.
pub fn lessons(lexicon: &Lexicon, document: &Document, parses: &[Parse]) -> Vec<Lesson> {
    let mended = repair::all(lexicon, parses);
    let quotations = Quotations::new(lexicon, document, &mended);
    who::lessons(lexicon, document, &mended, &quotations)
}

fn witnessed(
    lexicon: &Lexicon,
    document: &Document,
    parses: &[Parse],
    witness: &mut impl Witness,
) -> Warned<Vec<Event>> {
    let mended = repair::all(lexicon, parses);
    let scene = Scene::new(lexicon, document, &mended);
    let mentions: Vec<Mention<'_>> =
        (0..parses.len()).flat_map(|sentence| mention::in_sentence(&scene, sentence, witness)).collect();
    let mentions = likely::completed(&scene, echo::completed(mentions));
    let events = mentions.into_iter().map(|mention| mention.event);
    Warned { value: merge::events(document, events), warnings: Vec::new() }
}

/// The acts whose own words do not tell whom they are done to, and who may be meant: what the weights of
/// [`lexicon::Likely`] are fitted on.
pub fn unsaid(lexicon: &Lexicon, document: &Document, parses: &[Parse]) -> Vec<Unsaid> {
    let mended = repair::all(lexicon, parses);
    let scene = Scene::new(lexicon, document, &mended);
    let found = (0..parses.len()).flat_map(|sentence| mention::in_sentence(&scene, sentence, &mut ())).collect();
    likely::unsaid(&scene, &echo::completed(found))
}

/// Every place name of the document, in text order, with the place meant.
pub fn toponyms(lexicon: &Lexicon, document: &Document, parses: &[Parse]) -> Vec<Toponym> {
    let mended = repair::all(lexicon, parses);
    place::Toponyms::of(lexicon, document, &mended).all()
}

/// All that the document tells on somebody's word, in text order.
pub fn sayings(lexicon: &Lexicon, document: &Document, parses: &[Parse]) -> Vec<Saying> {
    let mended = repair::all(lexicon, parses);
    sayings::all(&Scene::new(lexicon, document, &mended))
}
