//! How many were killed, injured, arrested or took part.
//!
//! Counted are people whom the sentence states in figures or number words as the victims of the event or of an act
//! joined to it: "killed six and wounded 11", "in which 14 people were arrested".

mod numeral;

use crate::frame::Frame;
use crate::scene::Scene;
use crate::trigger::Hit;
use crate::{hosts, syntax};
use lexicon::{Counted, CountedAt, Slot};
use types::{Deprel, EventType, Magnitude, Parse, TokenId, Upos, Xpos};

/// The counts that the sentence states for an event.
pub(crate) fn of(scene: &Scene<'_>, sentence: usize, hit: &Hit<'_>) -> Magnitude {
    let parse = scene.parse(sentence);
    let words = parse.tokens().iter().map(|token| scene.words(token.span)).collect();
    let counter = Counter { scene, sentence, parse, words };
    let mut magnitude = Magnitude { participants: counter.participants(hit), ..Magnitude::default() };
    for word in counter.joined(hit.head) {
        counter.count(word, &mut magnitude);
    }
    magnitude
}

struct Counter<'a> {
    scene: &'a Scene<'a>,
    sentence: usize,
    parse: &'a Parse,
    words: Vec<&'a str>,
}

impl Counter<'_> {
    /// The event's word, those that share its circumstances, and the verbs and adjectives joined to them.
    fn joined(&self, head: TokenId) -> Vec<TokenId> {
        let mut found = hosts::of(self.scene, self.sentence, head);
        let mut next = 0;
        while let Some(&at) = found.get(next) {
            let joined = self.parse.children(at).iter().copied().filter(|&c| self.is_joined(c));
            let fresh: Vec<TokenId> = joined.filter(|c| !found.contains(c)).collect();
            found.extend(fresh);
            next += 1;
        }
        found
    }

    fn is_joined(&self, child: TokenId) -> bool {
        use Deprel::*;
        let token = self.parse.token(child);
        let clause = matches!(token.deprel, Conj | Advcl | Acl | AclRelcl | Xcomp | Parataxis | Ccomp);
        clause
            && matches!(token.upos, Upos::Verb | Upos::Adj | Upos::Aux)
            && self.parse.children_by(child, Mark).next().is_none()
    }

    fn count(&self, word: TokenId, magnitude: &mut Magnitude) {
        let lemma = self.parse.token(word).lemma.to_lowercase();
        for &(counted, at) in self.scene.lexicon.circumstances.counts.counted(&lemma) {
            let place = match counted {
                Counted::Killed => &mut magnitude.killed,
                Counted::Injured => &mut magnitude.injured,
                Counted::Arrested => &mut magnitude.arrested,
            };
            if place.is_none() {
                *place = self.counted(word, at);
            }
        }
    }

    fn counted(&self, word: TokenId, at: CountedAt) -> Option<u32> {
        let verbal = self.parse.token(word).upos == Upos::Verb;
        let frame = || Frame::of_verb(self.parse, &self.scene.lexicon.cues, word);
        let in_slot = |frame: &Frame, slot: &Slot| frame.get(slot).find_map(|head| self.number_of(head));
        match at {
            CountedAt::Object if verbal => {
                let written = self.parse.children_by(word, Deprel::Obj).find_map(|head| self.number_of(head));
                written.or_else(|| in_slot(&frame(), &Slot::Object)).or_else(|| self.bare_passive(word))
            }
            CountedAt::Subject if verbal => in_slot(&frame(), &Slot::Subject),
            CountedAt::Predicate => self.predicated(word),
            CountedAt::Noun if !verbal => self.of_noun(word),
            _ => None,
        }
    }

    /// "six dead, two wounded": a past form whose only argument reads as its subject.
    fn bare_passive(&self, verb: TokenId) -> Option<u32> {
        let lone = self.parse.children_by(verb, Deprel::Obj).next().is_none();
        let past = matches!(self.parse.token(verb).xpos, Xpos::Vbd | Xpos::Vbn);
        let mut subjects = self.parse.children_by(verb, Deprel::Nsubj);
        (lone && past).then(|| subjects.find_map(|head| self.number_of(head))).flatten()
    }

    /// "left six people dead", "six are dead".
    fn predicated(&self, word: TokenId) -> Option<u32> {
        let own = self.parse.children_by(word, Deprel::Nsubj).find_map(|c| self.number_of(c));
        let token = self.parse.token(word);
        let above = token.head.filter(|_| matches!(token.deprel, Deprel::Xcomp | Deprel::Conj | Deprel::Amod));
        let object = || self.parse.children_by(above?, Deprel::Obj).find_map(|c| self.number_of(c));
        let whole = || self.number_of(word).or_else(|| self.number_of(above.filter(|_| token.deprel == Deprel::Amod)?));
        own.or_else(object).or_else(whole)
    }

    /// "the killing of six men", "six deaths".
    fn of_noun(&self, noun: TokenId) -> Option<u32> {
        let of = |c: &TokenId| syntax::case_of(self.parse, *c).is_some_and(|case| case == "of");
        let behind = self.parse.children_by(noun, Deprel::Nmod).filter(of).find_map(|c| self.number_of(c));
        behind.or_else(|| self.is_toll(noun).then(|| self.number_of(noun)).flatten())
    }

    /// Whether the plural of a noun counts people rather than acts: "six deaths", not "six attacks".
    fn is_toll(&self, noun: TokenId) -> bool {
        self.parse.token(noun).deprel != Deprel::Compound
    }

    /// Who marches, strikes or is sent.
    fn participants(&self, hit: &Hit<'_>) -> Option<u32> {
        let slots: &[Slot] = match hit.rule.kind {
            EventType::Protest => &[Slot::Subject],
            EventType::Mobilize => &[Slot::Object],
            _ => return None,
        };
        let heads = slots.iter().flat_map(|slot| hit.frame.get(slot));
        heads
            .into_iter()
            .filter(|&head| !self.scene.cast.actors(self.sentence, head).is_empty())
            .find_map(|head| self.number_of(head))
    }

    /// The number of a phrase: the numeral before its head, or the head itself.
    fn number_of(&self, head: TokenId) -> Option<u32> {
        let numeral = |c: &TokenId| {
            *c < head && matches!(self.parse.token(*c).deprel, Deprel::Nummod | Deprel::Det | Deprel::Compound)
        };
        let mut before = self.parse.children(head).iter().copied().filter(numeral);
        before.find_map(|c| self.value(c)).or_else(|| self.value(head))
    }

    fn value(&self, token: TokenId) -> Option<u32> {
        numeral::at(&self.scene.lexicon.circumstances.counts, &self.words, token)
    }
}
