//! States, territories and partially recognised entities: names, demonyms, capitals.

use crate::phrases::{Case, Phrases};
use crate::table::{Table, cell};
use crate::{DataFile, Problem, Row};
use std::collections::HashMap;
use types::{Country, Sector};

/// The columns of `actors/states.tsv` and `actors/partial.tsv`.
const COLUMNS: usize = 9;

/// A state, a territory, or an entity that few states recognise.
#[derive(Debug, Clone, PartialEq)]
pub struct State {
    /// Its code; for a partially recognised entity that of the state it is counted to.
    pub country: Country,
    /// Its names, the canonical one first.
    pub names: Vec<Box<str>>,
    /// Its capitals, the official one first.
    pub capitals: Vec<Box<str>>,
    /// `GOV`, or `PRE` for a partially recognised entity.
    pub sector: Sector,
    /// Number in GeoNames, where it has one.
    pub geonames: Option<u32>,
    /// Latitude of its middle.
    pub lat: f64,
    /// Longitude of its middle.
    pub lon: f64,
}

/// All of them.
#[derive(Debug, Default)]
pub struct States {
    states: Vec<State>,
    names: Phrases,
    demonyms: Phrases,
    capitals: Phrases,
    by_code: HashMap<Country, Box<str>>,
    by_alpha2: HashMap<Box<str>, Country>,
}

impl State {
    /// Its canonical name.
    pub fn name(&self) -> &str {
        self.names.first().map_or("", AsRef::as_ref)
    }

    /// Its capital.
    pub fn capital(&self) -> Option<&str> {
        self.capitals.first().map(AsRef::as_ref)
    }
}

impl States {
    /// Reads a table; partially recognised entities come in one of their own.
    pub(crate) fn read(&mut self, file: &DataFile<'_>, sector: Sector, problems: &mut Vec<Problem>) {
        Table::read(file, COLUMNS, problems, |table, row| self.row(table, row, sector));
    }

    /// Reads the international codes and what they stand for.
    pub(crate) fn read_international(&mut self, file: &DataFile<'_>, problems: &mut Vec<Problem>) {
        Table::read(file, 2, problems, |table, row| {
            if let Some(code) = table.value(row, 0) {
                self.code(table, row, code, cell(row, 1));
            }
        });
    }

    fn row<'a>(&mut self, table: &mut Table<'a, '_>, row: &Row<'a>, sector: Sector) {
        let (Some(country), Some(lat), Some(lon)) = (table.value(row, 0), table.value(row, 7), table.value(row, 8))
        else {
            return;
        };
        let geonames = table.optional(row, 6);
        let name = cell(row, 2);
        if sector == Sector::Gov {
            self.code(table, row, country, name);
            self.by_alpha2.insert(cell(row, 1).into(), country);
        }
        let id = self.states.len() as u32;
        let names: Vec<&str> = std::iter::once(name).chain(table.list(row, 3, '|')).collect();
        let capitals = table.list(row, 5, '|');
        for (list, words) in
            [(&mut self.names, &names), (&mut self.demonyms, &table.list(row, 4, '|')), (&mut self.capitals, &capitals)]
        {
            add_all(list, words, id, table, row);
        }
        let (names, capitals) = (owned(&names), owned(&capitals));
        self.states.push(State { country, names, capitals, sector, geonames, lat, lon });
    }

    fn code(&mut self, table: &mut Table<'_, '_>, row: &Row<'_>, country: Country, name: &str) {
        if self.by_code.insert(country, name.into()).is_some() {
            table.problem(row.line, format!("code {country} twice"));
        }
    }

    /// The state whose name is the longest at the first word, with its number of words.
    pub fn name(&self, words: &[&str], case: Case) -> Option<(usize, &State)> {
        self.first(&self.names, words, case)
    }

    /// The state whose adjective or people's name is the longest at the first word.
    pub fn demonym(&self, words: &[&str], case: Case) -> Option<(usize, &State)> {
        self.first(&self.demonyms, words, case)
    }

    /// The state whose capital is the longest at the first word.
    pub fn capital(&self, words: &[&str], case: Case) -> Option<(usize, &State)> {
        self.first(&self.capitals, words, case)
    }

    fn first(&self, list: &Phrases, words: &[&str], case: Case) -> Option<(usize, &State)> {
        let (count, ids) = list.longest(words, case)?;
        Some((count, self.states.get(*ids.first()? as usize)?))
    }

    /// The canonical name of a country or of what an international code stands for.
    pub fn name_of(&self, country: Country) -> Option<&str> {
        self.by_code.get(&country).map(AsRef::as_ref)
    }

    /// Whether a code is listed.
    pub fn knows(&self, country: Country) -> bool {
        self.by_code.contains_key(&country)
    }

    /// The country of a two-letter code.
    pub fn of_alpha2(&self, code: &str) -> Option<Country> {
        self.by_alpha2.get(code).copied()
    }

    /// The state of a code, not an entity that is counted to it.
    pub fn of(&self, country: Country) -> Option<&State> {
        let counted = self.states.iter().filter(|state| state.country == country);
        counted.min_by_key(|state| state.sector == Sector::Pre)
    }

    /// All states and entities, in the order of the tables.
    pub fn all(&self) -> &[State] {
        &self.states
    }
}

fn owned(words: &[&str]) -> Vec<Box<str>> {
    words.iter().map(|word| Box::from(*word)).collect()
}

/// Lists words under a number; a word that holds no letters or stands there twice is a fault.
pub(crate) fn add_all(list: &mut Phrases, words: &[&str], id: u32, table: &mut Table<'_, '_>, row: &Row<'_>) {
    for (index, word) in words.iter().enumerate() {
        if words.iter().take(index).any(|before| before == word) {
            table.problem(row.line, format!("{word:?} stands there twice"));
        } else if !list.add(word, id) {
            table.problem(row.line, format!("{word:?} holds no letters"));
        }
    }
}
