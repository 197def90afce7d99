//! Attributions held against a corpus that marks source, cue and content: who said what, by which words.
//!
//! * [`brat`] reads stand-off annotations in the form of PolNeAR
//! * [`words`] turns stretches of text into words, which is what overlap is counted in
//! * [`pairing`] finds which predicted attribution answers which annotated one
//! * [`scores`] counts
//!
//! PolNeAR gives each word to one attribution at most, the outermost, so of ours only those are held against it that
//! lie in no other's content or source.

pub mod brat;
pub mod pairing;
pub mod scores;
pub mod words;

use crate::wire::Offsets;
use brat::{BratError, Marked};
use types::{Saying, Span};
use words::{Relation, Words};

/// A text with the attributions annotated in it and those predicted, each in text order.
#[derive(Debug)]
pub struct Case {
    /// The annotation's name.
    pub name: String,
    /// The words of the text.
    pub words: Words,
    /// As annotated.
    pub gold: Vec<Relation>,
    /// As predicted.
    pub predicted: Vec<Relation>,
}

/// An annotated text with what is predicted for it.
///
/// # Errors
/// Where an offset of the annotation does not lie in the text.
pub fn case(name: &str, marked: &[Marked], text: &str, sayings: Vec<Saying>) -> Result<Case, BratError> {
    let words = Words::new(text);
    let offsets = Offsets::new(text);
    let gold = marked.iter().map(|m| m.on(&offsets, &words)).collect::<Result<Vec<_>, _>>()?;
    let predicted = outermost(sayings).iter().map(|s| relation(s, &words)).collect();
    Ok(Case { name: name.to_owned(), gold: in_order(gold), predicted: in_order(predicted), words })
}

/// The sayings that lie in no other's content or source.
fn outermost(sayings: Vec<Saying>) -> Vec<Saying> {
    let stretches = |(at, s): (usize, &Saying)| {
        s.content.iter().copied().chain(s.attribution.source).map(move |span| (at, span)).collect::<Vec<_>>()
    };
    let told: Vec<(usize, Span)> = sayings.iter().enumerate().flat_map(stretches).collect();
    let inside = |at: usize, mark: Span| told.iter().any(|(of, span)| *of != at && span.contains(mark));
    let marks = |s: &Saying| s.attribution.cue.or(s.attribution.source);
    let lies = |at: usize, s: &Saying| marks(s).is_some_and(|mark| inside(at, mark));
    let mut at = 0..;
    let keep: Vec<bool> = sayings.iter().map(|s| !lies(at.next().unwrap_or_default(), s)).collect();
    sayings.into_iter().zip(keep).filter_map(|(saying, keep)| keep.then_some(saying)).collect()
}

fn relation(saying: &Saying, words: &Words) -> Relation {
    let one = |span: Option<Span>| words.within(&span.into_iter().collect::<Vec<_>>());
    Relation {
        source: one(saying.attribution.source),
        cue: one(saying.attribution.cue),
        content: words.within(&saying.content),
    }
}

fn in_order(mut relations: Vec<Relation>) -> Vec<Relation> {
    relations.sort_by_key(|r| r.content.iter().chain(&r.cue).min().copied());
    relations
}
