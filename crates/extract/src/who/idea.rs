//! Acts and ideas are nobody, but mostly somebody's.

use super::phrase::Phrase;
use super::reader::Reader;
use super::reading::{Class, Reading};
use lexicon::DescriptionKind;
use types::{Deprel, EntityKind, TokenId, Upos};

impl Reader<'_> {
    /// An idea is somebody's: "Iran's plan", "the Russian attack", "talks with the rebels".
    pub(crate) fn owned(&mut self, sentence: usize, phrase: &Phrase, reading: &mut Reading) {
        *reading = Reading { class: Class::Idea, ..Reading::default() };
        for owner in self.owners_of(sentence, phrase) {
            let of = self.read(sentence, owner);
            if self.is_reflexive(sentence, phrase, owner) {
                continue;
            }
            if !of.who.is_empty() && (of.owner.is_some() || of.class != Class::Thing) {
                reading.who = of.who;
                reading.stated = of.stated;
                reading.owner = Some(of.owner.unwrap_or(owner));
                reading.source = of.source;
                return;
            }
        }
        if self.described(sentence, phrase.head).is_some_and(|(kind, _)| kind == DescriptionKind::Deed)
            && self.is_definite(sentence, phrase)
        {
            self.done_by(sentence, reading);
        }
    }

    /// Whose an idea may be, likeliest first: whose it is said to be, by whom, with whom; of whom, if it is no act.
    pub(crate) fn owners_of(&self, sentence: usize, phrase: &Phrase) -> Vec<TokenId> {
        let act = self.parse(sentence).token(phrase.head).entity == Some(EntityKind::Event);
        let named = phrase.core.iter().copied().filter(|&t| t != phrase.head && self.find_at(sentence, t).is_some());
        let behind = |case: &'static str| phrase.after.iter().filter(move |(c, _)| c == case).map(|(_, head)| *head);
        let of = behind("of").filter(|_| !act);
        phrase
            .possessors
            .iter()
            .copied()
            .chain(named)
            .chain(behind("by"))
            .chain(behind("from"))
            .chain(behind("with"))
            .chain(of)
            .collect()
    }

    /// Whether a pronoun before a thing stands for the subject of the clause: "Poland closes its crossings".
    pub(crate) fn is_reflexive(&self, sentence: usize, phrase: &Phrase, possessor: TokenId) -> bool {
        let parse = self.parse(sentence);
        let Some(reading) = self.done(sentence, possessor).filter(|_| parse.token(possessor).upos == Upos::Pron) else {
            return false;
        };
        let verbs = parse.ancestors(phrase.head).filter(|&a| parse.token(a).upos == Upos::Verb);
        let subjects = verbs
            .flat_map(|verb| parse.children(verb).iter().copied().filter(|&c| parse.token(c).deprel.is(Deprel::Nsubj)));
        subjects
            .into_iter()
            .any(|subject| self.done(sentence, subject).is_some_and(|r| !r.who.is_empty() && r.who == reading.who))
    }

    /// The doer of a deed told of before.
    pub(crate) fn done_by(&self, sentence: usize, reading: &mut Reading) {
        let Some((at, head)) = self.doer(sentence) else { return };
        let doer = self.done(at, head).cloned().unwrap_or_default();
        *reading = Reading {
            class: Class::Idea,
            who: doer.who,
            stated: doer.stated,
            source: Some((at, head)),
            ..Reading::default()
        };
    }
}
