//! Named actors: seats of power, agencies, organisations, armed groups, parties, firms, people.

use crate::offices;
use crate::phrases::{Case, Phrases};
use types::{Affiliation, Country, Date, Sector};

/// What kind of actor a name names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NameKind {
    /// A ministry, court, agency or organisation.
    Body,
    /// A person.
    Person,
    /// An armed group, party, movement or people.
    Group,
    /// A building or place that stands for who sits there.
    Seat,
    /// A news outlet.
    Outlet,
    /// A firm.
    Firm,
}

/// The days on which a row holds, both inclusive; nothing for an open end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Term {
    /// First day.
    pub from: Option<Date>,
    /// Last day.
    pub to: Option<Date>,
}

/// A named actor as one row of the tables knows it.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Canonical name.
    pub name: Box<str>,
    /// Country or international code.
    pub country: Option<Country>,
    /// Sectors, the leading one first.
    pub sectors: Vec<Sector>,
    /// What kind of actor.
    pub kind: NameKind,
    /// When this holds.
    pub term: Term,
}

/// A name found in a text.
#[derive(Debug, Clone, PartialEq)]
pub struct Match<'a> {
    /// How many words it covers.
    pub words: usize,
    /// What it may name, in the order of the tables.
    pub entries: Vec<&'a Entry>,
}

impl Match<'_> {
    /// Who that is on a day, the likeliest first; without a day, the latest office of each.
    ///
    /// Outside all terms the holder of a public office counts as former official (`ELI`).
    pub fn affiliations(&self, day: Option<Date>) -> Vec<Affiliation> {
        offices::on(&self.entries, day)
    }
}

/// All named actors.
#[derive(Debug, Default)]
pub struct Names {
    entries: Vec<Entry>,
    index: Phrases,
}

impl Names {
    /// The longest name at the first word.
    pub fn longest(&self, words: &[&str], case: Case) -> Option<Match<'_>> {
        let (words, ids) = self.index.longest(words, case)?;
        let entries = ids.iter().filter_map(|id| self.entries.get(*id as usize)).collect();
        Some(Match { words, entries })
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Adds a row and hands out its number and the index to list its names in.
    pub(crate) fn add(&mut self, entry: Entry) -> (u32, &mut Phrases) {
        let id = self.entries.len() as u32;
        self.entries.push(entry);
        (id, &mut self.index)
    }
}
