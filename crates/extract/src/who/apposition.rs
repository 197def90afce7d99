//! What appositions and relative clauses add: "Ann Hill, head of the union", "the head of the union, Ann Hill".

use super::memory::Certainty;
use super::phrase::Phrase;
use super::reader::Reader;
use super::reading::{Class, Reading};
use crate::syntax;
use lexicon::DescriptionKind;
use types::{Deprel, EntityKind, TokenId, Upos};

impl Reader<'_> {
    /// What an apposition or relative clause adds: "the head of the union", "who leads a union in Porto".
    pub(crate) fn enrich(&mut self, sentence: usize, phrase: &Phrase, reading: &mut Reading) {
        for apposition in self.appositions(sentence, phrase, reading) {
            if self.name_alone(sentence, apposition) {
                for name in syntax::coordinated(self.parse(sentence), apposition) {
                    self.christen(sentence, name, reading);
                }
            } else if !matches!(reading.class, Class::Idea | Class::Thing) {
                let told = self.read(sentence, apposition);
                take_over(reading, &told);
            }
        }
        for &clause in &phrase.clauses {
            self.led(sentence, clause, reading);
        }
    }

    /// Appositions behind the head. A person's name is that of the person, though it hangs on the body he serves:
    /// "the head of the union, Ann Hill".
    fn appositions(&self, sentence: usize, phrase: &Phrase, reading: &Reading) -> Vec<TokenId> {
        let parse = self.parse(sentence);
        let personal = |&t: &TokenId| parse.token(t).entity == Some(EntityKind::Person) && self.name_alone(sentence, t);
        let behind = phrase.appositions.iter().copied().filter(|&a| a > phrase.head);
        match reading.class {
            Class::Person => {
                let inner = phrase.after.iter().flat_map(|(_, head)| parse.children_by(*head, Deprel::Appos));
                behind.chain(inner.filter(personal)).collect()
            }
            Class::Body | Class::State | Class::Place => behind.filter(|t| !personal(t)).collect(),
            _ => behind.collect(),
        }
    }

    /// "who heads a union".
    fn led(&mut self, sentence: usize, clause: TokenId, reading: &mut Reading) {
        let object = self.parse(sentence).children_by(clause, Deprel::Obj).next();
        let leads = self.description(sentence, clause) == Some(DescriptionKind::Leads);
        if let Some(object) = object.filter(|_| leads) {
            let led = self.read(sentence, object);
            take_over(reading, &Reading { class: reading.class, nouns: vec![], ..led });
        }
    }

    /// Whether an apposition is a bare name.
    pub(crate) fn name_alone(&self, sentence: usize, token: TokenId) -> bool {
        let parse = self.parse(sentence);
        let phrase = Phrase::of(parse, token);
        let offices = self.offices(sentence, &phrase);
        parse.token(token).upos == Upos::Propn
            && !self.name_of(sentence, &phrase, &offices).is_empty()
            && offices.is_empty()
    }

    /// Teaches the name in an apposition what the description before it says.
    pub(crate) fn christen(&mut self, sentence: usize, token: TokenId, reading: &mut Reading) {
        let phrase = Phrase::of(self.parse(sentence), token);
        let name = self.name_of(sentence, &phrase, &[]);
        if !reading.is_somebody()
            || name.is_empty()
            || reading.plural && !matches!(reading.class, Class::People | Class::Person)
        {
            return;
        }
        if let Some(known) = self.names.recall(&name).filter(|k| k.certainty > Certainty::Guessed).cloned() {
            let earlier = self.of_known(&known);
            take_over(reading, &earlier);
        }
        let certainty = if reading.stated { Certainty::Told } else { Certainty::Guessed };
        let class = if reading.class == Class::People { Class::Person } else { reading.class };
        let named = Reading { proper: true, plural: false, class, ..reading.clone() };
        self.learn(sentence, &phrase, &name, &named, certainty);
    }
}

/// Takes from another phrase for the same bearer what the reading lacks.
pub(crate) fn take_over(reading: &mut Reading, told: &Reading) {
    if told.who.is_empty() || !told.is_somebody() {
        return;
    }
    if reading.who.is_empty() || !reading.stated && told.stated {
        let sectors = reading.who.first().map(|a| a.sectors.clone()).filter(|s| !s.is_empty());
        reading.who.clone_from(&told.who);
        if let Some(sectors) = sectors {
            reading.in_sectors(&sectors);
        }
        reading.stated = told.stated;
    }
    if let Some(sectors) = told.who.first().map(|a| &a.sectors).filter(|s| !s.is_empty() && reading.sector().is_none())
    {
        reading.in_sectors(sectors);
    }
    let fresh: Vec<String> = told.nouns.iter().filter(|n| !reading.nouns.contains(n)).cloned().collect();
    reading.nouns.extend(fresh);
}
