//! Pronouns: the nearest earlier phrase that fits, subjects first.

use super::reader::Reader;
use super::reading::{Class, Reading};
use crate::syntax;
use lexicon::{DescriptionKind, Gender};
use types::{Affiliation, Deprel, TokenId};

/// How many sentences back a pronoun may reach.
const REACH: usize = 3;

/// How many sentences back the doer of a deed is looked for.
const DEED_REACH: usize = 2;

impl Reader<'_> {
    /// Whom a pronoun stands for.
    pub(crate) fn pronoun(&mut self, sentence: usize, token: TokenId, kind: DescriptionKind) -> Reading {
        if self.parse(sentence).token(token).deprel == Deprel::Expl {
            return Reading::default();
        }
        if kind == DescriptionKind::Speaker {
            return self.speaker(sentence, token);
        }
        let gender =
            self.lexicon.world.descriptions.get(&self.word(sentence, token).to_lowercase()).and_then(|d| d.gender);
        let speaker = self.speaker(sentence, token);
        let fits = |reading: &Reading| {
            let told = reading.bearer.and_then(|b| self.names.gender(b));
            let other = told.is_some() && gender.is_some() && told != gender;
            let speaks = !speaker.who.is_empty() && speaker.who == reading.who && speaker.class == reading.class;
            !other && !speaks && suits(reading, kind, gender)
        };
        let several = |head: TokenId, reading: &Reading| self.are_several(sentence, head, reading) && fits(reading);
        let they = kind == DescriptionKind::They;
        let beside = they.then(|| self.nearest_here(sentence, token, several)).flatten();
        let found = beside.map(|head| (sentence, head)).or_else(|| self.nearest(sentence, token, fits));
        let Some((at, head)) = found else { return Reading::default() };
        let mut reading = self.done(at, head).cloned().unwrap_or_default();
        if let Some(bearer) = reading.bearer {
            self.names.note_gender(bearer, gender);
        }
        if kind == DescriptionKind::They {
            reading.who = self.together(at, head);
        }
        Reading { proper: false, owner: None, gender: reading.gender.or(gender), ..reading }
    }

    /// "I" and "we" inside quotation marks.
    fn speaker(&mut self, sentence: usize, token: TokenId) -> Reading {
        let span = self.parse(sentence).token(token).span;
        let speaker = self.quotations.around(span).and_then(|quotation| quotation.speaker.as_ref()?.phrase);
        match speaker {
            Some((at, head)) => Reading { proper: false, owner: None, source: None, ..self.read(at, head) },
            None => Reading::default(),
        }
    }

    /// The leading subject of the sentences just before.
    pub(crate) fn doer(&self, sentence: usize) -> Option<(usize, TokenId)> {
        let subject = |at: usize| {
            let mut heads = self.ranked(at, self.parse(at).tokens().len()).into_iter();
            heads.find(|&head| {
                rank(self.parse(at).token(head).deprel) == 0
                    && self.done(at, head).is_some_and(|r| r.is_somebody() && r.stated)
            })
        };
        (sentence.saturating_sub(DEED_REACH)..sentence).rev().find_map(|at| subject(at).map(|head| (at, head)))
    }

    /// The phrases before a word in the order in which a pronoun prefers them.
    fn nearest(&self, sentence: usize, token: TokenId, fits: impl Fn(&Reading) -> bool) -> Option<(usize, TokenId)> {
        self.nearest_here(sentence, token, |_, reading| fits(reading)).map(|head| (sentence, head)).or_else(|| {
            let earlier = (sentence.saturating_sub(REACH)..sentence).rev();
            earlier.into_iter().find_map(|at| {
                let heads = self.ranked(at, self.parse(at).tokens().len());
                heads.into_iter().find(|&head| self.done(at, head).is_some_and(&fits)).map(|head| (at, head))
            })
        })
    }

    /// The first of the same sentence.
    fn nearest_here(
        &self,
        sentence: usize,
        token: TokenId,
        fits: impl Fn(TokenId, &Reading) -> bool,
    ) -> Option<TokenId> {
        let same = self.ranked(sentence, token).into_iter().filter(|&head| !self.is_barred(sentence, token, head));
        same.into_iter().find(|&head| self.done(sentence, head).is_some_and(|reading| fits(head, reading)))
    }

    /// Whether a phrase is plural, or joins several.
    fn are_several(&self, sentence: usize, head: TokenId, reading: &Reading) -> bool {
        reading.plural || syntax::coordinated(self.parse(sentence), head).len() > 1
    }

    /// Heads of phrases before a token: subjects in text order, then the others.
    fn ranked(&self, sentence: usize, before: TokenId) -> Vec<TokenId> {
        let parse = self.parse(sentence);
        let mut heads: Vec<TokenId> = (0..before).filter(|&t| is_phrase_head(parse.token(t).deprel)).collect();
        heads.sort_by_key(|&t| rank(parse.token(t).deprel));
        heads
    }

    /// A pronoun does not stand for its own clause's other arguments, nor for a phrase that it stands in.
    fn is_barred(&self, sentence: usize, pronoun: TokenId, head: TokenId) -> bool {
        let parse = self.parse(sentence);
        let above = parse.token(pronoun).head;
        let argument = parse.token(pronoun).deprel != Deprel::NmodPoss;
        argument && above.is_some() && above == parse.token(head).head || parse.ancestors(pronoun).any(|a| a == head)
    }

    /// Those whom a coordinated antecedent names together.
    fn together(&self, sentence: usize, head: TokenId) -> Vec<Affiliation> {
        let mut who: Vec<Affiliation> = Vec::new();
        for conjunct in syntax::coordinated(self.parse(sentence), head) {
            let fresh = self.done(sentence, conjunct).map(|r| r.who.clone()).unwrap_or_default();
            who.extend(fresh);
        }
        who.dedup();
        who
    }
}

fn is_phrase_head(deprel: Deprel) -> bool {
    use Deprel::*;
    matches!(
        deprel,
        Nsubj
            | NsubjPass
            | NsubjOuter
            | Obj
            | Iobj
            | Obl
            | OblAgent
            | Nmod
            | NmodPoss
            | Root
            | Appos
            | Conj
            | Xcomp
            | Ccomp
            | Parataxis
    )
}

fn rank(deprel: Deprel) -> u8 {
    match deprel {
        Deprel::Nsubj | Deprel::NsubjPass | Deprel::NsubjOuter => 0,
        Deprel::OblAgent | Deprel::Obj | Deprel::Iobj => 1,
        _ => 2,
    }
}

/// Whether a phrase may be meant by a pronoun of this kind.
fn suits(reading: &Reading, kind: DescriptionKind, gender: Option<Gender>) -> bool {
    if !reading.is_somebody() {
        return false;
    }
    let same = gender.is_none() || reading.gender.is_none() || reading.gender == gender;
    match kind {
        DescriptionKind::One => reading.class == Class::Person && !reading.plural && same,
        DescriptionKind::It => matches!(reading.class, Class::Body | Class::State) && !reading.plural,
        DescriptionKind::They => reading.plural || matches!(reading.class, Class::People | Class::Body | Class::State),
        _ => false,
    }
}
