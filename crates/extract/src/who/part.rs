//! Numbers and parts of others: "dozens of protesters", "one of them", "the three".

use super::definite::SIDES;
use super::phrase::Phrase;
use super::reader::Reader;
use super::reading::{Class, Reading};
use lexicon::NumberWord;
use types::{Affiliation, Deprel, EntityKind, Sector, TokenId, Upos, Xpos};

impl Reader<'_> {
    /// "a group of protesters".
    pub(crate) fn is_group_of_people(&mut self, sentence: usize, token: TokenId) -> bool {
        let phrase = Phrase::of(self.parse(sentence), token);
        let of = phrase.after.iter().find(|(case, _)| case == "of").map(|(_, head)| *head);
        of.is_some_and(|of| self.read(sentence, of).class == Class::People)
    }

    /// A number or part of others: "dozens of protesters", "one of them", "the three".
    pub(crate) fn part(&mut self, sentence: usize, token: TokenId) -> Reading {
        let phrase = Phrase::of(self.parse(sentence), token);
        let of_day = self.parse(sentence).token(token).entity == Some(EntityKind::Time);
        if of_day || self.is_score(sentence, &phrase) {
            return Reading::default();
        }
        if let Some(&(_, of)) = phrase.after.iter().find(|(case, _)| matches!(case.as_str(), "of" | "among")) {
            let whole = self.read(sentence, of);
            return Reading { proper: false, plural: true, ..whole };
        }
        let number = self.number(sentence, token);
        let definite = self.parse(sentence).children_by(token, Deprel::Det).any(|d| self.lemma(sentence, d) == "the");
        if number <= MOST_PARTIES && (definite || self.lemma(sentence, token) == "both") {
            let who = self.parties(sentence, number, number > SIDES);
            if !who.is_empty() {
                return Reading { class: Class::People, plural: true, who, stated: true, ..Reading::default() };
            }
        }
        self.people(sentence, &phrase)
    }

    /// "85–5", "522 to 13": a first number that is the greater of two is a result, not a count of people.
    fn is_score(&self, sentence: usize, phrase: &Phrase) -> bool {
        let word = self.word(sentence, phrase.head);
        let behind = phrase.after.iter().find(|(case, _)| case == "to").map(|(_, head)| self.word(sentence, *head));
        let pair = word.split_once(['-', '–']).or(behind.map(|second| (word, second)));
        let number = |text: &str| text.parse::<usize>().ok();
        pair.and_then(|(first, second)| Some(number(first)? > number(second)?)).is_some_and(|falls| falls)
    }

    /// People of whom only the number is told.
    pub(crate) fn people(&mut self, sentence: usize, phrase: &Phrase) -> Reading {
        let token = self.parse(sentence).token(phrase.head);
        let argument =
            matches!(token.deprel, Deprel::Nsubj | Deprel::NsubjPass | Deprel::Obj | Deprel::Conj | Deprel::OblAgent);
        let restricted = token.xpos == Xpos::Nn && !(phrase.clauses.is_empty() && phrase.after.is_empty());
        let counted = token.upos == Upos::Num || token.xpos == Xpos::Nns || restricted;
        if !argument
            || !counted && (token.xpos == Xpos::Nn || !matches!(token.deprel, Deprel::Nsubj | Deprel::NsubjPass))
        {
            return Reading::default();
        }
        let affiliation = Affiliation { sectors: vec![Sector::Cvl], ..Affiliation::default() };
        let one = Reading::one(Class::People, affiliation, false);
        let mut reading = Reading { plural: true, presumed: true, ..one };
        let country = self.default_country(sentence, phrase, &reading);
        reading.belong_to(&country.into_iter().collect::<Vec<_>>());
        reading
    }

    pub(crate) fn number(&self, sentence: usize, token: TokenId) -> usize {
        let lemma = self.lemma(sentence, token);
        match self.lexicon.circumstances.counts.number(&lemma) {
            _ if lemma.starts_with(|c: char| c.is_ascii_digit()) => lemma.parse().unwrap_or(usize::MAX),
            Some(NumberWord::Count(number)) => number as usize,
            _ => SIDES,
        }
    }
}

/// More than these are not counted up one by one.
const MOST_PARTIES: usize = 5;
