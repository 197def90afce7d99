//! Noun phrases: the name, the role and what else the phrase says, put together.

use super::finds::{Find, Meaning};
use super::memory::{Certainty, Known};
use super::office::Office;
use super::phrase::Phrase;
use super::reader::Reader;
use super::reading::{Class, Reading};
use lexicon::{DescriptionKind, NameKind};
use types::{Affiliation, Deprel, EntityKind, Sector, TokenId};

impl Reader<'_> {
    /// What a phrase with a noun or name at its head names.
    pub(crate) fn noun_phrase(&mut self, sentence: usize, token: TokenId) -> Reading {
        let phrase = Phrase::of(self.parse(sentence), token);
        match self.own(sentence, &phrase) {
            Some(find) if !matches!(find.meaning, Meaning::Actor(..)) => {
                match self.of_descent(sentence, &phrase, &find) {
                    true => self.descendants(sentence, &phrase),
                    false => self.geographic(sentence, &phrase, &find),
                }
            }
            own => self.bearer(sentence, &phrase, own),
        }
    }

    /// The name of the tables that the phrase itself bears.
    pub(crate) fn own(&self, sentence: usize, phrase: &Phrase) -> Option<Find> {
        let parse = self.parse(sentence);
        let name_part = |&t: &TokenId| t > phrase.head && matches!(parse.token(t).deprel, Deprel::Flat | Deprel::Appos);
        let in_name = || phrase.core.iter().copied().filter(name_part).find_map(|t| self.find_at(sentence, t));
        let actor = |find: &&Find| matches!(find.meaning, Meaning::Actor(..));
        self.find_at(sentence, phrase.head).or_else(|| in_name().filter(actor)).cloned()
    }

    /// Somebody by name or role.
    pub(crate) fn bearer(&mut self, sentence: usize, phrase: &Phrase, own: Option<Find>) -> Reading {
        let mut offices = self.offices(sentence, phrase);
        let own_covers = |t: TokenId| own.as_ref().is_some_and(|f| (f.first..=f.last).contains(&t));
        offices.retain(|o| !own_covers(o.last));
        let name =
            match own.as_ref().filter(|f| matches!(&f.meaning, Meaning::Actor(_, kind) if *kind != NameKind::Person)) {
                Some(find) => (find.first..=find.last).map(|t| self.word(sentence, t).to_lowercase()).collect(),
                None => self.name_of(sentence, phrase, &offices),
            };
        let stated = self.stated(sentence, phrase, &own_covers, &offices);
        let mut reading = self.identity(sentence, phrase, own.as_ref(), &name, &offices);
        self.apply(sentence, phrase, &offices, &stated, &mut reading);
        self.enrich(sentence, phrase, &mut reading);
        self.place(sentence, phrase, &mut reading);
        reading.presumed |= self.is_plain(&reading);
        self.remember(sentence, phrase, own.as_ref(), &name, &reading, &offices);
        reading.bearer = reading.bearer.or_else(|| self.names.bearer(&name));
        reading
    }

    /// "a man", "two brothers": a word for anybody.
    fn is_plain(&self, reading: &Reading) -> bool {
        let kind = reading.nouns.first().and_then(|noun| self.lexicon.world.descriptions.kind(noun));
        kind == Some(DescriptionKind::Person) && reading.sector() == Some(Sector::Cvl)
    }

    /// By the tables, by an earlier mention, or as somebody yet unknown.
    pub(crate) fn identity(
        &mut self,
        sentence: usize,
        phrase: &Phrase,
        own: Option<&Find>,
        name: &[String],
        offices: &[Office],
    ) -> Reading {
        let known = self.names.recall(name).filter(|k| k.certainty == Certainty::Told || own.is_none());
        if let Some(known) = known.filter(|_| !name.is_empty()) {
            return self.of_known(known);
        }
        match own.map(|f| &f.meaning) {
            Some(Meaning::Actor(affiliation, kind)) => listed(affiliation, *kind),
            _ => self.unknown(sentence, phrase, name, offices),
        }
    }

    /// A reading of somebody known by name.
    pub(crate) fn of_known(&self, known: &Known) -> Reading {
        Reading {
            class: known.class,
            proper: true,
            gender: known.gender,
            who: known.who.clone(),
            stated: known.certainty > super::memory::Certainty::Guessed,
            nouns: known.nouns.clone(),
            ..Reading::default()
        }
    }

    /// Somebody of whom only this phrase tells.
    pub(crate) fn unknown(&self, sentence: usize, phrase: &Phrase, name: &[String], offices: &[Office]) -> Reading {
        let office = offices.first();
        let class = office.map(|o| o.class).unwrap_or_else(|| self.class_of(sentence, phrase, name));
        let who = match class {
            Class::Idea | Class::Thing if office.is_none() => vec![],
            _ => vec![Affiliation::default()],
        };
        let plural = phrase.is_plural(self.parse(sentence)) || class == Class::People;
        Reading { class, plural, proper: !name.is_empty(), who, ..Reading::default() }
    }

    /// The class of a noun or name without a role, by the kind of entity that it heads.
    pub(crate) fn class_of(&self, sentence: usize, phrase: &Phrase, name: &[String]) -> Class {
        let parse = self.parse(sentence);
        let token = parse.token(phrase.head);
        let named = parse.named().iter().find(|n| (n.first..=n.last).contains(&phrase.head)).map(|n| n.kind);
        let kind = if name.is_empty() { token.entity } else { named.or(token.entity) };
        match kind {
            Some(EntityKind::Person) if phrase.is_plural(parse) => Class::People,
            Some(EntityKind::Person) => Class::Person,
            Some(EntityKind::Organization) => Class::Body,
            Some(EntityKind::Place) if !name.is_empty() => Class::Place,
            Some(EntityKind::Place | EntityKind::Object) => Class::Thing,
            _ => Class::Idea,
        }
    }

    /// The sex that a title or noun tells.
    pub(crate) fn gender(&self, sentence: usize, phrase: &Phrase) -> Option<lexicon::Gender> {
        let descriptions = &self.lexicon.world.descriptions;
        phrase.core.iter().find_map(|&t| descriptions.get(&self.lemma(sentence, t)).and_then(|d| d.gender))
    }

    pub(crate) fn remember(
        &mut self,
        sentence: usize,
        phrase: &Phrase,
        own: Option<&Find>,
        name: &[String],
        reading: &Reading,
        offices: &[Office],
    ) {
        if !reading.is_somebody() || reading.plural && reading.class != Class::People {
            return;
        }
        let told = reading.stated && (own.is_none() || !offices.is_empty());
        let certainty = match () {
            _ if told => Certainty::Told,
            _ if own.is_some() => Certainty::Listed,
            _ => Certainty::Guessed,
        };
        self.learn(sentence, phrase, name, reading, certainty);
    }
}

fn listed(affiliation: &Affiliation, kind: NameKind) -> Reading {
    let class = match kind {
        NameKind::Person => Class::Person,
        NameKind::Body | NameKind::Group | NameKind::Seat | NameKind::Outlet | NameKind::Firm => Class::Body,
    };
    let nouns = affiliation.name.iter().filter_map(|name| Some(name.rsplit(' ').next()?.to_lowercase())).collect();
    Reading { proper: true, nouns, ..Reading::one(class, affiliation.clone(), true) }
}
