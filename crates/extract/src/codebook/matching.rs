//! Whether a pattern fits round a verb, and which phrases take its signs.
//!
//! Both sides are walked outwards from the verb. A piece that may stand anywhere is looked for at each place in
//! turn, and what comes after it is tried from there, so the nearest fit wins.

use super::nouns::{Noun, Nouns};
use lexicon::petrarch::{Asked, Element, Gap, Pattern, Piece, Verbs};
use std::ops::Range;

/// The phrases that took the signs of a pattern.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Bound {
    /// `$`.
    pub(super) source: Option<usize>,
    /// `+`.
    pub(super) target: Option<usize>,
    /// `%` before the verb.
    pub(super) together: Option<usize>,
    /// `%` behind the verb.
    pub(super) together_after: Option<usize>,
}

/// The pieces round a verb.
pub(super) struct Room<'a> {
    pub(super) verbs: &'a Verbs,
    pub(super) nouns: &'a Nouns,
    /// Pieces before the verb that may be looked at.
    pub(super) before: Range<usize>,
    /// Pieces behind it.
    pub(super) after: Range<usize>,
}

/// Which way a side is walked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    Left,
    Right,
}

impl Room<'_> {
    /// The phrases bound, if the pattern fits.
    pub(super) fn fit(&self, pattern: &Pattern) -> Option<Bound> {
        let bound = self.walk(&pattern.before, 0, Way::Left, Bound::default())?;
        self.walk(&pattern.after, 0, Way::Right, bound)
    }

    /// Pieces of a side, counted outwards from the verb.
    fn piece(&self, way: Way, at: usize) -> Option<&Piece> {
        let index = match way {
            Way::Right => Some(self.after.start + at).filter(|i| *i < self.after.end),
            Way::Left => self.before.end.checked_sub(at + 1).filter(|i| *i >= self.before.start),
        };
        self.nouns.pieces().get(index?)
    }

    fn walk(&self, elements: &[Element], from: usize, way: Way, bound: Bound) -> Option<Bound> {
        let Some((element, rest)) = elements.split_first() else { return Some(bound) };
        let mut at = from;
        while self.piece(way, at).is_some() {
            for (next, bound) in self.takes(element, at, way, bound) {
                if let Some(found) = self.walk(rest, next, way, bound) {
                    return Some(found);
                }
            }
            if element.gap == Gap::Closed {
                break;
            }
            at += 1;
        }
        None
    }

    /// What an element takes at a place: where it ends, and what is bound then.
    fn takes(&self, element: &Element, at: usize, way: Way, bound: Bound) -> Vec<(usize, Bound)> {
        let phrases = |phrases: &[Vec<Box<str>>]| {
            phrases.iter().filter(|p| self.stands(p, at, way)).map(|p| (at + p.len(), bound)).collect()
        };
        match &element.asked {
            Asked::Words(choices) => phrases(choices),
            Asked::Synset(id) => phrases(self.verbs.synset(*id)),
            asked => self.noun(asked, at, way, bound).into_iter().collect(),
        }
    }

    /// Whether a phrase stands there, read in the order of the text.
    fn stands(&self, phrase: &[Box<str>], at: usize, way: Way) -> bool {
        let same = |nth: usize, word: &str| self.piece(way, at + nth).is_some_and(|piece| *piece.text == *word);
        match way {
            Way::Right => phrase.iter().enumerate().all(|(nth, word)| same(nth, word)),
            Way::Left => phrase.iter().rev().enumerate().all(|(nth, word)| same(nth, word)),
        }
    }

    fn noun(&self, asked: &Asked, at: usize, way: Way, bound: Bound) -> Option<(usize, Bound)> {
        let token = self.piece(way, at)?.token;
        let (id, noun) = self.nouns.all().find(|(_, noun)| noun.first <= token && token <= noun.last)?;
        let coded = !noun.codes.is_empty();
        let bound = match asked {
            Asked::Source if coded => Bound { source: Some(id), ..bound },
            Asked::Target if coded => Bound { target: Some(id), ..bound },
            Asked::Passed => bound,
            Asked::Together if self.is_several(id) && way == Way::Left => Bound { together: Some(id), ..bound },
            Asked::Together if self.is_several(id) => Bound { together_after: Some(id), ..bound },
            _ => return None,
        };
        Some((self.beyond(noun, at, way), bound))
    }

    fn is_several(&self, id: usize) -> bool {
        let coded = |&other: &usize| self.nouns.get(other).is_some_and(|noun| !noun.codes.is_empty());
        self.nouns.together(id).iter().filter(|id| coded(id)).count() > 1
            || self.nouns.get(id).is_some_and(|noun| noun.codes.len() > 1)
    }

    /// The first place past a phrase.
    fn beyond(&self, noun: &Noun, at: usize, way: Way) -> usize {
        let inside = |at: &usize| self.piece(way, *at).is_some_and(|p| noun.first <= p.token && p.token <= noun.last);
        (at..).take_while(inside).last().map_or(at + 1, |last| last + 1)
    }
}
