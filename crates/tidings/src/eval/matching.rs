//! Which predicted mention answers which gold mention.
//!
//! A pair may match if the sentences overlap and the predicted type is the gold type or a defensible
//! other. Pairs are taken greedily, best agreement first, one to one; among equals the earlier in the
//! gold file, then the earlier prediction.

use super::gold::{Mention, Party, Stretch};
use std::cmp::Reverse;
use std::collections::BTreeSet;
use types::{Country, EventType, SourceKind};

/// The result of matching one article.
#[derive(Debug)]
pub struct Matched<'a> {
    /// Gold mention and its answer.
    pub pairs: Vec<(&'a Mention, &'a Mention)>,
    /// Gold mentions without an answer.
    pub missed: Vec<&'a Mention>,
    /// Predictions that answer nothing.
    pub spurious: Vec<&'a Mention>,
}

/// Pairs the mentions of one article.
pub fn pair<'a>(gold: &'a [Mention], predicted: &'a [Mention]) -> Matched<'a> {
    let mut found = BTreeSet::new();
    let mut taken = BTreeSet::new();
    let mut pairs = Vec::new();
    for (g, p) in candidates(gold, predicted) {
        if !found.contains(&g) && !taken.contains(&p) {
            found.insert(g);
            taken.insert(p);
            pairs.push((&gold[g], &predicted[p]));
        }
    }
    Matched { pairs, missed: rest(gold, &found), spurious: rest(predicted, &taken) }
}

fn candidates(gold: &[Mention], predicted: &[Mention]) -> Vec<(usize, usize)> {
    let all = (0..gold.len()).flat_map(|g| (0..predicted.len()).map(move |p| (g, p)));
    let mut fit: Vec<_> = all.filter(|&(g, p)| may_match(&gold[g], &predicted[p])).collect();
    fit.sort_by_key(|&(g, p)| (Reverse(agreement(&gold[g], &predicted[p])), g, p));
    fit
}

fn rest<'a>(all: &'a [Mention], used: &BTreeSet<usize>) -> Vec<&'a Mention> {
    all.iter().enumerate().filter(|(at, _)| !used.contains(at)).map(|(_, m)| m).collect()
}

fn may_match(gold: &Mention, predicted: &Mention) -> bool {
    overlap(gold.span, predicted.span) && fits(gold, predicted.kind)
}

/// Whether two stretches share a code point; what has no place shares none.
pub fn overlap(a: Option<Stretch>, b: Option<Stretch>) -> bool {
    matches!((a, b), (Some(a), Some(b)) if a.0 < b.1 && b.0 < a.1)
}

/// Whether a type is that of a gold mention, or could be defended as well.
pub fn fits(gold: &Mention, kind: EventType) -> bool {
    kind == gold.kind || gold.alt.contains(&kind)
}

fn agreement(gold: &Mention, predicted: &Mention) -> u8 {
    2 * u8::from(countries(&gold.actors) == countries(&predicted.actors))
        + 2 * u8::from(countries(&gold.recipients) == countries(&predicted.recipients))
        + u8::from(gold.kind == predicted.kind)
        + u8::from(gold.status == predicted.status)
        + u8::from(gold.mode == predicted.mode)
}

/// The countries of one side.
pub fn countries(side: &[Party]) -> BTreeSet<Country> {
    side.iter().filter_map(|party| party.country).collect()
}

/// The kind of the outermost source; nothing for the author's own word.
pub fn outer_source(mention: &Mention) -> Option<SourceKind> {
    mention.attribution.first().map(|source| source.kind)
}
