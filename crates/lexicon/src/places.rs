//! The gazetteer: countries, first-order divisions and known regions, cities.

use crate::actors::check_country;
use crate::phrases::{Case, Phrases};
use crate::states::{States, add_all};
use crate::table::{Table, cell};
use crate::{DataFile, Problem, Row};
use types::Country;

/// What kind of place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum PlaceKind {
    /// A state or territory.
    Country,
    /// A division of a country, or a region known by name.
    Region,
    /// A city, town or village.
    City,
}

/// A place.
#[derive(Debug, Clone, PartialEq)]
pub struct PlaceEntry {
    /// Canonical name.
    pub name: Box<str>,
    /// What kind.
    pub kind: PlaceKind,
    /// The country it lies in; nothing where it spans several.
    pub country: Option<Country>,
    /// The first-order division it lies in.
    pub admin1: Option<Box<str>>,
    /// Number in GeoNames.
    pub geonames: Option<u32>,
    /// Latitude.
    pub lat: f64,
    /// Longitude.
    pub lon: f64,
    /// Inhabitants, where known.
    pub population: u32,
}

/// All places.
#[derive(Debug, Default)]
pub struct Places {
    entries: Vec<PlaceEntry>,
    index: Phrases,
}

impl Places {
    /// The number of words of the longest place name at the first word, and all places of that name:
    /// countries, then regions, then cities from the largest down.
    pub fn longest(&self, words: &[&str], case: Case) -> Option<(usize, Vec<&PlaceEntry>)> {
        let (count, ids) = self.index.longest(words, case)?;
        let mut found: Vec<&PlaceEntry> = ids.iter().filter_map(|id| self.entries.get(*id as usize)).collect();
        found.sort_by_key(|place| (place.kind, std::cmp::Reverse(place.population)));
        Some((count, found))
    }

    /// How many places there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Adds the states and territories.
    pub(crate) fn add_states(&mut self, states: &States) {
        for state in states.all() {
            let id = self.push(PlaceEntry {
                name: state.name().into(),
                kind: PlaceKind::Country,
                country: Some(state.country),
                admin1: None,
                geonames: state.geonames,
                lat: state.lat,
                lon: state.lon,
                population: 0,
            });
            for name in &state.names {
                // States whose names cannot be listed were told when their own table was read.
                let _ = self.index.add(name, id);
            }
        }
    }

    /// Reads `places/regions.tsv`.
    pub(crate) fn read_regions(&mut self, file: &DataFile<'_>, states: &States, problems: &mut Vec<Problem>) {
        Table::read(file, 6, problems, |table, row| {
            let country = table.optional(row, 3);
            let (geonames, point) = (table.optional(row, 2), point(table, row, 4));
            let place = place(row, 0, PlaceKind::Region, country, geonames, point);
            self.row(table, row, states, place, 1);
        });
    }

    /// Reads `places/cities.tsv`.
    pub(crate) fn read_cities(&mut self, file: &DataFile<'_>, states: &States, problems: &mut Vec<Problem>) {
        Table::read(file, 8, problems, |table, row| {
            let (geonames, country) = (table.value(row, 0), table.value(row, 3));
            let (point, population) = (point(table, row, 5), table.value(row, 7).unwrap_or(0));
            let admin1 = Some(cell(row, 4)).filter(|name| *name != "-").map(Box::from);
            let place = place(row, 1, PlaceKind::City, country, geonames, point);
            self.row(table, row, states, PlaceEntry { admin1, population, ..place }, 2);
        });
    }

    fn row<'a>(&mut self, table: &mut Table<'a, '_>, row: &Row<'a>, states: &States, place: PlaceEntry, others: usize) {
        check_country(table, row, place.country, states);
        let mut words = table.list(row, others, '|');
        words.insert(0, cell(row, others - 1));
        let id = self.push(place);
        add_all(&mut self.index, &words, id, table, row);
    }

    fn push(&mut self, place: PlaceEntry) -> u32 {
        self.entries.push(place);
        self.entries.len() as u32 - 1
    }
}

fn place(
    row: &Row<'_>,
    name: usize,
    kind: PlaceKind,
    country: Option<Country>,
    geonames: Option<u32>,
    (lat, lon): (f64, f64),
) -> PlaceEntry {
    PlaceEntry { name: cell(row, name).into(), kind, country, admin1: None, geonames, lat, lon, population: 0 }
}

fn point(table: &mut Table<'_, '_>, row: &Row<'_>, column: usize) -> (f64, f64) {
    let point = (table.value(row, column).unwrap_or(0.0), table.value(row, column + 1).unwrap_or(0.0));
    if !(-90.0..=90.0).contains(&point.0) || !(-180.0..=180.0).contains(&point.1) {
        table.problem(row.line, format!("{}, {} is no point on earth", point.0, point.1));
    }
    point
}
