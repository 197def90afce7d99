//! Whom a description means by what stood before, and where somebody belongs of whom nothing is told.

use super::memory::Known;
use super::phrase::Phrase;
use super::reader::Reader;
use super::reading::{Class, Reading};
use super::setting;
use lexicon::DescriptionKind;
use types::{Affiliation, Country, Deprel, Sector, TokenId};

/// How far back, in phrases, a description may reach.
const REACH: usize = 400;

impl Reader<'_> {
    /// Earlier readings, the nearest first.
    fn earlier(&self, sentence: usize, token: TokenId) -> impl Iterator<Item = &Reading> {
        let here = (0..token).rev().map(move |t| (sentence, t));
        let before = (0..sentence).rev().flat_map(|s| (0..self.parse(s).tokens().len()).rev().map(move |t| (s, t)));
        let adjective = |s: usize, t: TokenId| self.parse(s).token(t).deprel == Deprel::Amod;
        here.chain(before).filter(move |&(s, t)| !adjective(s, t)).filter_map(|(s, t)| self.done(s, t)).filter(|reading| reading.is_somebody()).take(REACH)
    }

    /// The nearest earlier phrase that goes by a noun.
    pub(crate) fn called(&self, sentence: usize, token: TokenId, noun: &str) -> Option<Reading> {
        let lately = self.earlier(sentence, token).find(|r| r.stated && r.nouns.iter().any(|n| n == noun));
        lately.cloned()
    }

    /// The nearest earlier body of one of these sectors; of any where none is listed.
    pub(crate) fn body(&self, sentence: usize, token: TokenId, sectors: &[Sector]) -> Option<Reading> {
        let fits = |r: &&Reading| {
            r.class == Class::Body
                && !r.plural
                && (sectors.is_empty() || r.sector().is_some_and(|s| sectors.contains(&s)))
        };
        self.earlier(sentence, token).find(fits).cloned()
    }

    /// The nearest earlier body of several states.
    pub(crate) fn bloc(&self, sentence: usize, token: TokenId) -> Option<Reading> {
        let fits = |r: &&Reading| r.class == Class::Body && r.country().is_some_and(|c| !self.is_state(c));
        self.earlier(sentence, token).find(fits).cloned()
    }

    fn is_state(&self, country: Country) -> bool {
        setting::is_state(self.lexicon, country)
    }

    /// The state spoken of: by its own name or as that of an office holder or organ.
    pub(crate) fn state(&self, sentence: usize, token: TokenId) -> Option<Reading> {
        let fits = |r: &&Reading| {
            let organ = r.sector().is_some_and(is_of_state) || r.class == Class::State;
            organ && r.stated && r.is_somebody() && r.country().is_some_and(|c| self.is_state(c))
        };
        let country = self.earlier(sentence, token).find(fits)?.country()?;
        let name = self.lexicon.world.states.name_of(country).map(str::to_owned);
        let affiliation = Affiliation { name, country: Some(country), sectors: vec![Sector::Gov] };
        Some(Reading::one(Class::State, affiliation, true))
    }

    /// The nearest earlier person or body whom a spokesman or head may serve.
    pub(crate) fn master(&self, sentence: usize, token: TokenId) -> Option<Reading> {
        self.earlier(sentence, token).find(|r| matches!(r.class, Class::Body | Class::State) && !r.plural).cloned()
    }

    /// The nearest earlier person by no office.
    pub(crate) fn someone(&self, sentence: usize, token: TokenId, like: &Reading) -> Option<Reading> {
        let fits = |r: &&Reading| {
            r.class == Class::Person
                && r.plural == like.plural
                && (r.gender.is_none() || like.gender.is_none() || r.gender == like.gender)
                && r.stated
        };
        self.earlier(sentence, token).find(fits).cloned()
    }

    /// The parties to the matter: the nearest different affiliations in the sentences before.
    pub(crate) fn parties(&self, sentence: usize, number: usize, persons: bool) -> Vec<Affiliation> {
        let mut found: Vec<Affiliation> = Vec::new();
        let before = |at: usize| (0..self.parse(at).tokens().len()).rev().filter_map(move |t| self.done(at, t));
        let fits = |r: &&Reading| {
            r.is_somebody()
                && r.stated
                && if persons { matches!(r.class, Class::Person | Class::People) } else { r.class != Class::Place }
        };
        for reading in (0..sentence).rev().take(PARTY_REACH).flat_map(before).filter(fits) {
            for affiliation in &reading.who {
                let known = found.iter().any(|a| a.country == affiliation.country && a.sectors == affiliation.sectors);
                if !known && found.len() < number {
                    found.insert(0, affiliation.clone());
                }
            }
        }
        found
    }

    /// The country of somebody of whom none is told.
    ///
    /// Locals are looked for where the sentence plays; organs of a state where such organs were told of before.
    /// Unidentified perpetrators have none.
    pub(crate) fn default_country(&self, sentence: usize, phrase: &Phrase, reading: &Reading) -> Option<Country> {
        let sector = reading.sector();
        if matches!(sector, Some(Sector::Uaf | Sector::Unk | Sector::Rel)) || self.is_elsewhere(sentence, phrase) {
            return None;
        }
        let noun = reading.nouns.first().map(String::as_str).unwrap_or_default();
        let called = self.called(sentence, phrase.head, noun).and_then(|r| r.country());
        let definite = !phrase.is_plural(self.parse(sentence)) || phrase.determiner(self.parse(sentence)).is_some();
        let alike = || self.alike(sentence, phrase.head, sector).filter(|_| definite);
        let local = self.setting.local(sentence);
        let story = self.setting.story();
        if matches!(sector, Some(Sector::Reb | Sector::Prm)) {
            return called.or_else(alike).or(local).or(story);
        }
        if sector.is_none_or(is_local) { local.or(called).or(story) } else { called.or(story).or_else(alike).or(local) }
    }

    /// "foreign powers", "several countries": no country is the bearer's by default.
    fn is_elsewhere(&self, sentence: usize, phrase: &Phrase) -> bool {
        let kind = |t: TokenId| self.description(sentence, t);
        let states = kind(phrase.head) == Some(DescriptionKind::State) && phrase.is_plural(self.parse(sentence));
        states || phrase.core.iter().any(|&t| kind(t) == Some(DescriptionKind::Elsewhere))
    }

    /// The country of the nearest earlier phrase of a sector.
    fn alike(&self, sentence: usize, token: TokenId, sector: Option<Sector>) -> Option<Country> {
        self.earlier(sentence, token)
            .find(|r| {
                r.stated
                    && r.sector() == sector
                    && r.class != Class::State
                    && r.country().is_some_and(|c| self.is_state(c))
            })?
            .country()
    }

    /// Whether a determiner or its lack says that the bearer is new to the text.
    pub(crate) fn is_new(&self, sentence: usize, phrase: &Phrase) -> bool {
        matches!(phrase.determiner(self.parse(sentence)), Some("a" | "an" | "another" | "some"))
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

    /// The kind and sectors that the table of descriptions gives the head.
    pub(crate) fn described(&self, sentence: usize, token: TokenId) -> Option<(DescriptionKind, Vec<Sector>)> {
        let lemma = self.lemma(sentence, token);
        self.lexicon.world.descriptions.get(&lemma).map(|d| (d.kind, d.sectors.clone()))
    }
}

/// How many sentences back the parties to a matter are looked for.
const PARTY_REACH: usize = 3;

/// Sectors of the organs of a state.
fn is_of_state(sector: Sector) -> bool {
    use Sector::*;
    matches!(sector, Gov | Mil | Leg | Jud | Spy | Cop)
}

/// Sectors of people who are where the events are.
fn is_local(sector: Sector) -> bool {
    use Sector::*;
    matches!(sector, Cvl | Cop | Crm | Lab | Med | Edu | Rel | Ref | Bus | Agr | Soc | Jrn)
}
