//! Whether a pattern fits round a verb, and which phrases take its signs.
//!
//! Both sides are walked outwards from the verb. A piece that may stand anywhere is looked for at each place in
//! turn, and what comes after it is tried from there, so the nearest fit wins.

use super::nouns::{Noun, Nouns};
use lexicon::petrarch::{Asked, Element, Gap, Pattern, Piece, Reach, Verbs};
use std::collections::HashSet;
use std::ops::Range;
use types::TokenId;

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
    /// The tokens of the verb's own clause, in text order.
    pub(super) clause: &'a [TokenId],
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
        let walk = |elements, way, bound| {
            Walk { room: self, reach: pattern.reach, way, dead: HashSet::new() }.from(elements, 0, bound)
        };
        let bound = walk(&pattern.before, Way::Left, Bound::default())?;
        walk(&pattern.after, Way::Right, bound)
    }

    fn is_several(&self, id: usize) -> bool {
        let coded = |&other: &usize| self.nouns.get(other).is_some_and(|noun| !noun.codes.is_empty());
        self.nouns.together(id).iter().filter(|id| coded(id)).count() > 1
            || self.nouns.get(id).is_some_and(|noun| noun.codes.len() > 1)
    }
}

/// One side being walked.
struct Walk<'r, 'a> {
    room: &'r Room<'a>,
    reach: Reach,
    way: Way,
    /// From where the last so many elements have been found to fit nowhere.
    dead: HashSet<(usize, usize)>,
}

impl Walk<'_, '_> {
    /// The piece at a place, counted outwards from the verb.
    fn piece(&self, at: usize) -> Option<&Piece> {
        let Room { before, after, nouns, .. } = self.room;
        let index = match self.way {
            Way::Right => Some(after.start + at).filter(|i| *i < after.end),
            Way::Left => before.end.checked_sub(at + 1).filter(|i| *i >= before.start),
        };
        nouns.pieces().get(index?)
    }

    /// Whether a piece is out of reach though it stands between others that are not.
    fn is_foreign(&self, piece: &Piece) -> bool {
        self.reach == Reach::Clause && self.room.clause.binary_search(&piece.token).is_err()
    }

    /// What is bound when all elements fit from a place on.
    fn from(&mut self, elements: &[Element], from: usize, bound: Bound) -> Option<Bound> {
        let Some((element, rest)) = elements.split_first() else { return Some(bound) };
        if self.dead.contains(&(elements.len(), from)) {
            return None;
        }
        let last = if element.gap == Gap::Closed { from } else { usize::MAX };
        let mut at = from;
        while at <= last && self.piece(at).is_some() {
            for (next, bound) in self.takes(element, at, bound) {
                if let Some(found) = self.from(rest, next, bound) {
                    return Some(found);
                }
            }
            at += 1;
        }
        self.dead.insert((elements.len(), from));
        None
    }

    /// What an element takes at a place: where it ends, and what is bound then.
    fn takes(&self, element: &Element, at: usize, bound: Bound) -> Vec<(usize, Bound)> {
        if self.piece(at).is_none_or(|piece| self.is_foreign(piece)) {
            return vec![];
        }
        let phrases = |phrases: &[Vec<Box<str>>]| {
            phrases.iter().filter(|p| self.stands(p, at)).map(|p| (at + p.len(), bound)).collect()
        };
        match &element.asked {
            Asked::Words(choices) => phrases(choices),
            Asked::Synset(id) => phrases(self.room.verbs.synset(*id)),
            asked => self.noun(asked, at, bound).into_iter().collect(),
        }
    }

    /// Whether a phrase stands there, read in the order of the text.
    fn stands(&self, phrase: &[Box<str>], at: usize) -> bool {
        let same = |nth: usize, word: &str| self.piece(at + nth).is_some_and(|piece| *piece.text == *word);
        match self.way {
            Way::Right => phrase.iter().enumerate().all(|(nth, word)| same(nth, word)),
            Way::Left => phrase.iter().rev().enumerate().all(|(nth, word)| same(nth, word)),
        }
    }

    fn noun(&self, asked: &Asked, at: usize, bound: Bound) -> Option<(usize, Bound)> {
        let token = self.piece(at)?.token;
        let (id, noun) = self.room.nouns.all().find(|(_, noun)| noun.first <= token && token <= noun.last)?;
        let coded = !noun.codes.is_empty();
        let bound = match asked {
            Asked::Source if coded => Bound { source: Some(id), ..bound },
            Asked::Target if coded => Bound { target: Some(id), ..bound },
            Asked::Passed => bound,
            Asked::Together if self.room.is_several(id) && self.way == Way::Left => {
                Bound { together: Some(id), ..bound }
            }
            Asked::Together if self.room.is_several(id) => Bound { together_after: Some(id), ..bound },
            _ => return None,
        };
        Some((self.beyond(noun, at), bound))
    }

    /// The first place past a phrase.
    fn beyond(&self, noun: &Noun, at: usize) -> usize {
        let inside = |at: &usize| self.piece(*at).is_some_and(|p| noun.first <= p.token && p.token <= noun.last);
        (at..).take_while(inside).last().map_or(at + 1, |last| last + 1)
    }
}
