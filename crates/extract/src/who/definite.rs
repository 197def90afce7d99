//! Whom a description means by what stood before: "the group", "both sides".

use super::phrase::Phrase;
use super::reader::Reader;
use super::reading::{Class, Reading};
use lexicon::DescriptionKind;
use types::{Deprel, EntityKind, Sector, TokenId, Upos};

impl Reader<'_> {
    /// Finds whom a description means, or where somebody belongs of whom the phrase does not tell.
    pub(crate) fn place(&mut self, sentence: usize, phrase: &Phrase, reading: &mut Reading) {
        if reading.owner.is_some() || reading.stated && reading.country().is_some() {
            return;
        }
        if !reading.proper && !self.is_new(sentence, phrase) && self.refer(sentence, phrase, reading) {
            return;
        }
        if self.is_object(sentence, phrase) && !reading.proper {
            reading.who.clear();
            return;
        }
        if reading.country().is_none() && !matches!(reading.class, Class::Idea | Class::Thing) {
            let country = self.default_country(sentence, phrase, reading);
            reading.belong_to(&country.into_iter().collect::<Vec<_>>());
            if reading.sector().is_none() && matches!(reading.class, Class::Person | Class::People) {
                reading.in_sectors(&[Sector::Cvl]);
                reading.presumed = true;
            }
        }
    }

    /// Drones and ships are somebody's only if the text says whose.
    pub(crate) fn is_object(&self, sentence: usize, phrase: &Phrase) -> bool {
        let vehicle = self.description(sentence, phrase.head) == Some(DescriptionKind::Vehicle);
        vehicle || self.parse(sentence).token(phrase.head).entity == Some(EntityKind::Object)
    }

    /// A description of somebody told of before; true if one was found.
    pub(crate) fn refer(&mut self, sentence: usize, phrase: &Phrase, reading: &mut Reading) -> bool {
        let head = phrase.head;
        let noun = self.lemma(sentence, head);
        let described = self.described(sentence, head);
        if let Some((DescriptionKind::Sides, _)) = described {
            return adopt(reading, self.sides(sentence));
        }
        if self.is_pair(sentence, phrase) {
            let pair = self.several(sentence, head, &noun).or_else(|| self.pair(sentence, phrase, reading));
            return adopt(reading, pair);
        }
        if !self.is_definite(sentence, phrase) {
            return false;
        }
        if phrase.is_plural(self.parse(sentence)) {
            return adopt(reading, self.several(sentence, head, &noun));
        }
        let called = self.called(sentence, head, &noun).filter(|_| !self.is_specified(sentence, phrase));
        let found = called.or_else(|| match described {
            Some((DescriptionKind::Group, sectors)) => self.body(sentence, head, &sectors),
            Some((DescriptionKind::Bloc, _)) => self.bloc(sentence, head),
            Some((DescriptionKind::State | DescriptionKind::Beside, _)) => self.state(sentence, head),
            Some((DescriptionKind::Person, sectors)) => self.someone(sentence, head, reading, &sectors),
            _ => None,
        });
        adopt(reading, found)
    }

    /// "the two countries", "both leaders".
    fn is_pair(&self, sentence: usize, phrase: &Phrase) -> bool {
        let parse = self.parse(sentence);
        let two = |t: TokenId| self.number(sentence, t) == SIDES && parse.token(t).upos == Upos::Num;
        let both = parse.children(phrase.head).iter().any(|&t| self.lemma(sentence, t) == BOTH);
        let counted = parse.children_by(phrase.head, Deprel::Nummod).any(two) && self.is_definite(sentence, phrase);
        phrase.is_plural(parse) && (both || counted)
    }

    /// "both sides".
    fn sides(&self, sentence: usize) -> Option<Reading> {
        let who = self.parties(sentence, SIDES, false);
        (who.len() == SIDES).then(|| Reading { class: Class::Body, who, stated: true, ..Reading::default() })
    }

    fn pair(&self, sentence: usize, phrase: &Phrase, reading: &Reading) -> Option<Reading> {
        match self.described(sentence, phrase.head) {
            Some((DescriptionKind::State | DescriptionKind::Beside, _)) => self.states(sentence, phrase.head),
            _ if reading.class == Class::People => self.holders(sentence, phrase.head, reading.sector()?),
            _ => None,
        }
    }

    /// Whether a capitalised word beside the head tells it from others: "the Democratic party".
    pub(crate) fn is_specified(&self, sentence: usize, phrase: &Phrase) -> bool {
        phrase.core.iter().any(|&t| t != phrase.head && t > 0 && self.word(sentence, t).starts_with(char::is_uppercase))
    }

    /// "the", "this", "that".
    pub(crate) fn is_definite(&self, sentence: usize, phrase: &Phrase) -> bool {
        matches!(phrase.determiner(self.parse(sentence)), Some("the" | "this" | "that"))
    }

    /// Whether a determiner or its lack says that the bearer is new to the text.
    pub(crate) fn is_new(&self, sentence: usize, phrase: &Phrase) -> bool {
        matches!(phrase.determiner(self.parse(sentence)), Some("a" | "an" | "another" | "some"))
    }

    /// The kind and sectors that the table of descriptions gives the head.
    pub(crate) fn described(&self, sentence: usize, token: TokenId) -> Option<(DescriptionKind, Vec<Sector>)> {
        let lemma = self.lemma(sentence, token);
        self.lexicon.world.descriptions.get(&lemma).map(|d| (d.kind, d.sectors.clone()))
    }
}

/// The word for the two of them.
const BOTH: &str = "both";

/// How many sides a matter has.
pub(crate) const SIDES: usize = 2;

/// Makes a reading that of somebody told of before.
fn adopt(reading: &mut Reading, found: Option<Reading>) -> bool {
    let Some(found) = found else { return false };
    reading.class = found.class;
    reading.who = found.who;
    reading.stated = found.stated;
    for noun in found.nouns {
        if !reading.nouns.contains(&noun) {
            reading.nouns.push(noun);
        }
    }
    true
}
