//! What one noun phrase names.

use lexicon::Gender;
use types::{Affiliation, Country, Sector, TokenId};

/// What sort of thing a phrase names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Class {
    /// One person.
    Person,
    /// Several people, or people and arms taken together.
    People,
    /// An organisation or organ of a state.
    Body,
    /// A state or its government by the name of the state or its capital.
    State,
    /// A region, town or site.
    Place,
    /// A thing.
    Thing,
    /// An act, idea or time: no participant itself, but often somebody's.
    #[default]
    Idea,
}

/// What one noun phrase names.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Reading {
    /// What sort.
    pub(crate) class: Class,
    /// Whether several are meant.
    pub(crate) plural: bool,
    /// Whether it is a proper name.
    pub(crate) proper: bool,
    /// Who it is among those with a name.
    pub(crate) bearer: Option<usize>,
    /// The sex it tells.
    pub(crate) gender: Option<Gender>,
    /// Who that is: nobody for a thing of nobody's, several for citizens of several states.
    pub(crate) who: Vec<Affiliation>,
    /// Whether the text or a table says the country, rather than the surroundings.
    pub(crate) stated: bool,
    /// Whether nothing says what they are: civilians for want of anything else.
    pub(crate) presumed: bool,
    /// The nouns it goes by, in lower case.
    pub(crate) nouns: Vec<String>,
    /// The phrase whose actor this is, where it is not the phrase itself ("Iran's plan").
    pub(crate) owner: Option<TokenId>,
    /// Where it was taken from, if only the context tells who it is ("the offer").
    pub(crate) source: Option<(usize, TokenId)>,
}

impl Reading {
    /// A reading of one affiliation.
    pub(crate) fn one(class: Class, affiliation: Affiliation, stated: bool) -> Self {
        Self { class, who: vec![affiliation], stated, ..Self::default() }
    }

    /// The first country.
    pub(crate) fn country(&self) -> Option<Country> {
        self.who.iter().find_map(|a| a.country)
    }

    /// The leading sector.
    pub(crate) fn sector(&self) -> Option<Sector> {
        self.who.first()?.sectors.first().copied()
    }

    /// Whether somebody may be spoken of by it again.
    pub(crate) fn is_somebody(&self) -> bool {
        !self.who.is_empty() && self.owner.is_none() && !matches!(self.class, Class::Thing | Class::Idea)
    }

    /// Gives countries to all who have none; several countries make several participants.
    pub(crate) fn belong_to(&mut self, countries: &[Country]) {
        if self.who.is_empty() || self.country().is_some() {
            return;
        }
        let Some(pattern) = self.who.first().cloned() else { return };
        if !countries.is_empty() {
            let with = |country: &Country| Affiliation { country: Some(*country), ..pattern.clone() };
            self.who = countries.iter().map(with).collect();
        }
    }

    /// Sets the sectors of all.
    pub(crate) fn in_sectors(&mut self, sectors: &[Sector]) {
        for affiliation in &mut self.who {
            affiliation.sectors = sectors.to_vec();
        }
    }
}
