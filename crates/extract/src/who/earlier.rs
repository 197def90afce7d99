//! What stood before a phrase: the nearest that goes by a noun, body, bloc, state, person, and the parties to the matter.

use super::definite::SIDES;
use super::reader::Reader;
use super::reading::{Class, Reading};
use super::setting;
use types::{Affiliation, Country, Deprel, Sector, TokenId};

impl Reader<'_> {
    /// Earlier readings, the nearest first.
    pub(crate) fn earlier(&self, sentence: usize, token: TokenId) -> impl Iterator<Item = &Reading> {
        let here = (0..token).rev().map(move |t| (sentence, t));
        let before = (0..sentence).rev().flat_map(|s| (0..self.parse(s).tokens().len()).rev().map(move |t| (s, t)));
        let adjective = |s: usize, t: TokenId| self.parse(s).token(t).deprel == Deprel::Amod;
        here.chain(before)
            .filter(move |&(s, t)| !adjective(s, t))
            .filter_map(|(s, t)| self.done(s, t))
            .filter(|reading| reading.is_somebody())
            .take(REACH)
    }

    /// The nearest earlier phrase that goes by a noun.
    pub(crate) fn called(&self, sentence: usize, token: TokenId, noun: &str) -> Option<Reading> {
        let lately = self.earlier(sentence, token).find(|r| r.stated && r.nouns.iter().any(|n| n == noun));
        lately.cloned()
    }

    /// The nearest earlier phrase for several that goes by a noun.
    pub(crate) fn several(&self, sentence: usize, token: TokenId, noun: &str) -> Option<Reading> {
        let fits = |r: &&Reading| r.stated && r.plural && r.who.len() > 1 && r.nouns.iter().any(|n| n == noun);
        self.earlier(sentence, token).find(fits).cloned()
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

    /// The nearest earlier person, of one of these sectors where any are listed.
    pub(crate) fn someone(
        &self,
        sentence: usize,
        token: TokenId,
        like: &Reading,
        sectors: &[Sector],
    ) -> Option<Reading> {
        let fits = |r: &&Reading| {
            (sectors.is_empty() || r.sector().is_none_or(|s| sectors.contains(&s)))
                && r.class == Class::Person
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

    /// The two states spoken of last: "the two countries".
    pub(crate) fn states(&self, sentence: usize, token: TokenId) -> Option<Reading> {
        let mut found: Vec<Country> = Vec::new();
        for reading in self.earlier(sentence, token).filter(|r| r.stated && r.class != Class::Place) {
            for country in reading.who.iter().filter_map(|a| a.country).filter(|c| self.is_state(*c)) {
                if !found.contains(&country) && found.len() < SIDES {
                    found.insert(0, country);
                }
            }
        }
        let state = |country: &Country| Affiliation {
            name: self.lexicon.world.states.name_of(*country).map(str::to_owned),
            country: Some(*country),
            sectors: vec![Sector::Gov],
        };
        let who = found.iter().map(state).collect();
        (found.len() == SIDES).then(|| Reading {
            class: Class::State,
            plural: true,
            who,
            stated: true,
            ..Reading::default()
        })
    }

    /// The two holders of an office spoken of last: "the two presidents".
    pub(crate) fn holders(&self, sentence: usize, token: TokenId, sector: Sector) -> Option<Reading> {
        let mut who: Vec<Affiliation> = Vec::new();
        for reading in self.earlier(sentence, token).filter(|r| r.stated && !r.plural && r.class == Class::Person) {
            let fresh = reading.who.iter().filter(|a| a.sectors.first() == Some(&sector) && a.country.is_some());
            for affiliation in fresh {
                if who.iter().all(|a| a.country != affiliation.country) && who.len() < SIDES {
                    who.insert(0, affiliation.clone());
                }
            }
        }
        (who.len() == SIDES).then(|| Reading {
            class: Class::People,
            plural: true,
            who,
            stated: true,
            ..Reading::default()
        })
    }

    pub(crate) fn is_state(&self, country: Country) -> bool {
        setting::is_state(self.lexicon, country)
    }
}

/// How far back, in phrases, a description may reach.
const REACH: usize = 400;

/// How many sentences back the parties to a matter are looked for.
const PARTY_REACH: usize = 3;

/// Sectors of the organs of a state.
fn is_of_state(sector: Sector) -> bool {
    use Sector::*;
    matches!(sector, Gov | Mil | Leg | Jud | Spy | Cop)
}
