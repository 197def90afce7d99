//! States, peoples, capitals and places named by themselves.

use super::finds::{Find, Meaning};
use super::phrase::Phrase;
use super::reader::Reader;
use super::reading::{Class, Reading};
use super::setting;
use crate::syntax;
use lexicon::DescriptionKind;
use types::{Affiliation, Deprel, EntityKind, Sector, TokenId, Upos};

impl Reader<'_> {
    /// A state, people, capital or place.
    pub(crate) fn geographic(&self, sentence: usize, phrase: &Phrase, find: &Find) -> Reading {
        let place = syntax::case_of(self.parse(sentence), phrase.head)
            .is_some_and(|case| setting::is_where(self.lexicon, &case));
        let (class, sectors) = match &find.meaning {
            Meaning::People(..) if !self.before_noun(sentence, phrase.head) => (Class::People, vec![Sector::Cvl]),
            Meaning::State(_, sector) | Meaning::People(_, sector) if !place => (Class::State, vec![*sector]),
            Meaning::Capital(_) if self.names_event(sentence, phrase.head) => (Class::Place, vec![]),
            Meaning::Capital(_) if !place => (Class::State, vec![Sector::Gov]),
            Meaning::State(..) | Meaning::Capital(_) => (Class::State, vec![]),
            _ => (Class::Place, vec![]),
        };
        let country = find.meaning.country();
        let name = country.and_then(|c| self.lexicon.world.states.name_of(c)).filter(|_| class == Class::State);
        let affiliation = Affiliation { name: name.map(str::to_owned), country, sectors };
        Reading { proper: true, plural: class == Class::People, ..Reading::one(class, affiliation, true) }
    }

    /// Whether a word only says to whom the noun behind it belongs.
    pub(crate) fn before_noun(&self, sentence: usize, token: TokenId) -> bool {
        let deprel = self.parse(sentence).token(token).deprel;
        let conjunct = deprel == Deprel::Conj && self.parse(sentence).token(token).upos == Upos::Adj;
        conjunct || matches!(deprel, Deprel::Amod | Deprel::Compound | Deprel::NmodDesc)
    }

    /// "the Kabul bombing": a capital before what happened tells where.
    fn names_event(&self, sentence: usize, token: TokenId) -> bool {
        let parse = self.parse(sentence);
        let head = parse.token(token).head.filter(|_| parse.token(token).deprel == Deprel::Compound);
        head.is_some_and(|head| parse.token(head).entity == Some(EntityKind::Event))
    }

    /// Whether the name of a people tells descent only: "ethnic Albanians".
    pub(crate) fn of_descent(&self, sentence: usize, phrase: &Phrase, find: &Find) -> bool {
        let told = phrase.core.iter().any(|&t| self.description(sentence, t) == Some(DescriptionKind::Descent));
        told && matches!(find.meaning, Meaning::People(..)) && !self.before_noun(sentence, phrase.head)
    }

    /// People of some descent: citizens of where they are said to be, else of where the story plays.
    pub(crate) fn descendants(&mut self, sentence: usize, phrase: &Phrase) -> Reading {
        let stated = self.stated(sentence, phrase, &|t| phrase.core.contains(&t), &[]);
        let country = stated.countries.first().copied().or(self.setting.local(sentence)).or(self.setting.story());
        let affiliation = Affiliation { country, sectors: vec![Sector::Cvl], ..Affiliation::default() };
        Reading { plural: true, proper: true, ..Reading::one(Class::People, affiliation, !stated.countries.is_empty()) }
    }
}
