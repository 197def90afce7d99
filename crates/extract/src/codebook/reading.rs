//! What a verb codes, and by which line of a dictionary.

use super::clause::Clause;
use super::coding::Coder;
use super::matching::{Bound, Room};
use super::nested::{self, Inner, Transformed};
use lexicon::petrarch::{EventCodes, Piece, Reach, VerbForm};
use std::ops::Range;
use types::TokenId;

/// What a verb codes, and by which line of a dictionary.
pub(super) struct Reading<'a> {
    pub(super) codes: EventCodes,
    /// File and line.
    pub(super) place: &'a str,
    pub(super) bound: Bound,
    /// The block of the verb.
    pub(super) block: usize,
    /// The words of the verb.
    pub(super) words: Vec<TokenId>,
}

/// A form of a verb that stands in the sentence: first and last piece, inclusive.
struct Standing<'a> {
    form: &'a VerbForm,
    first: usize,
    last: usize,
}

impl Standing<'_> {
    fn length(&self) -> usize {
        self.last - self.first
    }
}

impl<'s> Coder<'s, '_> {
    /// What a verb codes: by a transformation for the clause below it, else by itself.
    pub(super) fn with_complement(&self, clause: &Clause<'_>) -> Option<Reading<'s>> {
        let reading = self.reading(clause)?;
        if self.book.verbs.transformations().is_empty() {
            return Some(reading);
        }
        let (source, _) = self.phrases(clause, &reading);
        let inner = nested::complements(clause).into_iter().filter_map(|verb| {
            let clause = Clause::of(self.scene, self.sentence, self.nouns, verb);
            let code = self.reading(&clause)?.codes.forward?;
            Some(Inner { clause, code })
        });
        let transformed = inner
            .into_iter()
            .find_map(|inner| nested::transformed(&self.book.verbs, self.nouns, &reading, source, &inner));
        Some(match transformed {
            None => reading,
            Some(Transformed { code, source, target, place }) => {
                let codes = EventCodes { forward: Some(code), backward: None };
                Reading { codes, place, bound: Bound { source, target, ..Bound::default() }, ..reading }
            }
        })
    }

    /// The first pattern that fits, else the plain code of the verb.
    fn reading(&self, clause: &Clause<'_>) -> Option<Reading<'s>> {
        let forms = self.forms(clause.verb);
        let by_pattern = forms.iter().find_map(|form| self.pattern(clause, form));
        by_pattern.or_else(|| {
            let Standing { form, first, last } = forms.iter().find(|standing| !standing.form.codes.is_null())?;
            let words = self.tokens(*first, *last);
            let (codes, place) = (form.codes.clone(), &form.place);
            Some(Reading { codes, place, bound: Bound::default(), block: form.block, words })
        })
    }

    /// The verbs of most words that stand at a token. A form that is not listed is looked up by its dictionary form:
    /// old dictionaries leave doubled letters out ("conferred").
    fn forms(&self, verb: TokenId) -> Vec<Standing<'s>> {
        let pieces = self.nouns.pieces();
        let Some(at) = pieces.iter().rposition(|piece| piece.token == verb) else { return vec![] };
        let written = pieces.get(at).map_or("", |piece| &piece.text);
        let lemma = self.parse.token(verb).lemma.to_lowercase();
        let listed = match self.book.verbs.of(written) {
            [] => self.book.verbs.of(&lemma),
            listed => listed,
        };
        let standing = |form: &'s VerbForm| {
            let (first, last) = self.stands(form, at)?;
            Some(Standing { form, first, last })
        };
        let mut found: Vec<Standing<'s>> = listed.iter().filter_map(standing).collect();
        let longest = found.iter().map(Standing::length).max();
        found.retain(|standing| Some(standing.length()) == longest);
        found
    }

    /// First and last piece of a form whose inflected word stands at a piece.
    fn stands(&self, form: &VerbForm, at: usize) -> Option<(usize, usize)> {
        let pieces = self.nouns.pieces();
        let same =
            |index: Option<usize>, word: &str| index.and_then(|i| pieces.get(i)).is_some_and(|p| *p.text == *word);
        let before = form.form.before.iter().enumerate().all(|(nth, word)| same(at.checked_sub(nth + 1), word));
        let after = form.form.after.iter().enumerate().all(|(nth, word)| same(Some(at + nth + 1), word));
        (before && after).then(|| (at - form.form.before.len(), at + form.form.after.len()))
    }

    /// The first pattern of the form's block that fits.
    fn pattern(&self, clause: &Clause<'_>, &Standing { form, first, last }: &Standing<'s>) -> Option<Reading<'s>> {
        let own = clause.own();
        let room = |after| Room { verbs: &self.book.verbs, nouns: self.nouns, before: 0..first, after, clause: &own };
        let (behind, subject) = (room(last + 1..self.end(clause, last)), room(self.passive_subject(clause)));
        let patterns = self.book.verbs.patterns(form.block).iter();
        patterns.filter(|pattern| !pattern.codes.is_null() && !pattern.is_empty()).find_map(|pattern| {
            let turned = || subject.fit(pattern).filter(|_| pattern.reach == Reach::Clause);
            let bound = behind.fit(pattern).or_else(turned)?;
            let (block, words) = (form.block, self.tokens(first, last));
            Some(Reading { codes: pattern.codes.clone(), place: &pattern.place, bound, block, words })
        })
    }

    /// One past the last piece that belongs to the verb.
    fn end(&self, clause: &Clause<'_>, last: usize) -> usize {
        let below = self.nouns.pieces().iter().rposition(|piece| piece.token <= clause.last());
        below.map_or(last, |at| at.max(last)) + 1
    }

    /// The pieces of what would be the object if the clause were active.
    fn passive_subject(&self, clause: &Clause<'_>) -> Range<usize> {
        let inside = |piece: &Piece| clause.passive_subject().contains(&piece.token);
        let first = self.nouns.pieces().iter().position(inside);
        let last = self.nouns.pieces().iter().rposition(inside);
        first.zip(last).map_or(0..0, |(first, last)| first..last + 1)
    }

    fn tokens(&self, first: usize, last: usize) -> Vec<TokenId> {
        let mut tokens: Vec<TokenId> =
            (first..=last).filter_map(|at| Some(self.nouns.pieces().get(at)?.token)).collect();
        tokens.dedup();
        tokens
    }
}
