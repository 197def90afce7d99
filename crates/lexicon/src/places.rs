//! The gazetteer: countries, first-order divisions and known regions, cities.

use crate::actors::check_country;
use crate::phrases::{Case, Phrases};
use crate::states::{States, add_all};
use crate::table::{Table, cell};
use crate::{DataFile, Problem, Row, Towns};
use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};
use std::str::FromStr;
use types::{Country, UnknownCode};

/// What kind of place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum PlaceKind {
    /// A state or territory.
    Country,
    /// A division of a country, or a region known by name.
    Region,
    /// A division of a region.
    County,
    /// A city, town or village.
    City,
}

impl FromStr for PlaceKind {
    type Err = UnknownCode;

    fn from_str(s: &str) -> Result<Self, Self::Err> {
        Ok(match s {
            "country" => PlaceKind::Country,
            "region" => PlaceKind::Region,
            "county" => PlaceKind::County,
            "city" => PlaceKind::City,
            _ => return Err(UnknownCode { list: "kind of place", name: s.to_owned() }),
        })
    }
}

/// What a word beside a name tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Beside {
    /// Which part of the place is meant.
    Part,
    /// What kind of thing that is no town has the name.
    Feature,
    /// The same, with a number for a name at times.
    Numbered,
}

impl FromStr for Beside {
    type Err = UnknownCode;

    fn from_str(s: &str) -> Result<Self, Self::Err> {
        Ok(match s {
            "part" => Beside::Part,
            "feature" => Beside::Feature,
            "numbered" => Beside::Numbered,
            _ => return Err(UnknownCode { list: "word beside a place", name: s.to_owned() }),
        })
    }
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
    /// Inhabitants, where known; of a region those outside a city of its name.
    pub population: u32,
    /// Whether it is the capital of its state.
    pub capital: bool,
}

/// All places.
#[derive(Debug, Default)]
pub struct Places {
    entries: Vec<PlaceEntry>,
    index: Phrases,
    kinds: HashMap<Box<str>, PlaceKind>,
    abbreviations: HashMap<Box<str>, (Box<str>, Country)>,
    openings: HashMap<Box<str>, Box<str>>,
    beside: HashMap<Box<str>, Beside>,
    words: HashSet<Box<str>>,
    towns: Towns,
}

impl Places {
    /// The number of words of the longest place name at the first word, and all places of that name:
    /// countries, then capitals, then regions and cities from the largest down. A word such as "province" after
    /// the name is taken along where it settles the kind.
    pub fn longest(&self, words: &[&str], case: Case) -> Option<(usize, Vec<&PlaceEntry>)> {
        let (count, ids) = self.index.longest(words, case)?;
        let mut found: Vec<&PlaceEntry> = ids.iter().filter_map(|id| self.entries.get(*id as usize)).collect();
        found.sort_by_key(|place| (place.kind != PlaceKind::Country, !place.capital, Reverse(place.population)));
        let kind = words.get(count).and_then(|word| self.kinds.get(word.to_lowercase().as_str()));
        match kind {
            Some(kind) if found.iter().any(|place| place.kind == *kind) => {
                found.retain(|place| place.kind == *kind);
                Some((count + 1, found))
            }
            _ => Some((count, found)),
        }
    }

    /// The division that a short form stands for: "Ga.", "W. Va.", and in postal form "GA".
    pub fn abbreviated(&self, words: &str) -> Option<&PlaceEntry> {
        let (name, country) = self.abbreviations.get(words)?;
        let (_, ids) = self.index.longest(&[name], Case::Sentence)?;
        let mut entries = ids.iter().filter_map(|id| self.entries.get(*id as usize));
        entries.find(|entry| entry.kind == PlaceKind::Region && entry.country == Some(*country))
    }

    /// The full form of the first word of a name: "Saint" for "St.".
    pub fn full_opening(&self, word: &str) -> Option<&str> {
        self.openings.get(word).map(AsRef::as_ref)
    }

    /// The kind of place that a word in lower case names.
    pub fn kind(&self, word: &str) -> Option<PlaceKind> {
        self.kinds.get(word).copied()
    }

    /// What a word in lower case tells beside a name.
    pub fn beside(&self, word: &str) -> Option<Beside> {
        self.beside.get(word).copied()
    }

    /// Whether a name in lower case is in news first of all a word or the name of a person.
    pub fn is_word(&self, name: &str) -> bool {
        self.words.contains(name)
    }

    /// Smaller towns and counties.
    pub fn towns(&self) -> &Towns {
        &self.towns
    }

    /// All but the smaller ones.
    pub fn all(&self) -> &[PlaceEntry] {
        &self.entries
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
                capital: false,
            });
            for name in &state.names {
                // States whose names cannot be listed were told when their own table was read.
                let _ = self.index.add(name, id);
            }
        }
    }

    /// Reads `places/regions.tsv`.
    pub(crate) fn read_regions(&mut self, file: &DataFile<'_>, states: &States, problems: &mut Vec<Problem>) {
        Table::read(file, 7, problems, |table, row| {
            let country = table.optional(row, 3);
            let (geonames, point) = (table.optional(row, 2), point(table, row, 4));
            let place = place(row, 0, PlaceKind::Region, country, geonames, point);
            let population = table.value(row, 6).unwrap_or(0);
            self.row(table, row, states, PlaceEntry { population, ..place }, 1);
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

    /// Marks the largest city that bears the name of each state's capital.
    pub(crate) fn mark_capitals(&mut self, states: &States) {
        for state in states.all() {
            let Some((_, ids)) = state.capital().and_then(|name| self.index.longest(&[name], Case::Sentence)) else {
                continue;
            };
            let cities = ids.iter().copied().filter(|id| self.city_of(*id, state.country).is_some());
            let largest = cities.max_by_key(|id| self.city_of(*id, state.country).map(|city| city.population));
            if let Some(city) = largest.and_then(|id| self.entries.get_mut(id as usize)) {
                city.capital = true;
            }
        }
    }

    fn city_of(&self, id: u32, country: Country) -> Option<&PlaceEntry> {
        self.entries.get(id as usize).filter(|e| e.kind == PlaceKind::City && e.country == Some(country))
    }

    /// Reads `places/kinds.tsv`: a word and the kind of place it settles.
    pub(crate) fn read_kinds(&mut self, file: &DataFile<'_>, problems: &mut Vec<Problem>) {
        Table::read(file, 2, problems, |table, row| {
            let Some(kind) = table.value(row, 1) else { return };
            if self.kinds.insert(cell(row, 0).into(), kind).is_some() {
                table.problem(row.line, format!("{:?} is listed twice", cell(row, 0)));
            }
        });
    }

    /// Reads `places/abbreviations.tsv`.
    pub(crate) fn read_abbreviations(&mut self, file: &DataFile<'_>, problems: &mut Vec<Problem>) {
        Table::read(file, 3, problems, |table, row| {
            let Some(country) = table.value(row, 2) else { return };
            if self.abbreviations.insert(cell(row, 0).into(), (cell(row, 1).into(), country)).is_some() {
                table.problem(row.line, format!("{:?} is listed twice", cell(row, 0)));
            }
        });
    }

    /// Notes short forms of what is not listed, once all is read.
    pub(crate) fn check_abbreviations(&self, file: &DataFile<'_>, problems: &mut Vec<Problem>) {
        Table::read(file, 3, problems, |table, row| {
            if self.abbreviated(cell(row, 0)).is_none() {
                table.problem(row.line, format!("no division {:?} is listed", cell(row, 1)));
            }
        });
    }

    /// Reads `places/openings.tsv`.
    pub(crate) fn read_openings(&mut self, file: &DataFile<'_>, problems: &mut Vec<Problem>) {
        Table::read(file, 2, problems, |_, row| {
            self.openings.insert(cell(row, 0).into(), cell(row, 1).into());
        });
    }

    /// Reads `places/beside.tsv`.
    pub(crate) fn read_beside(&mut self, file: &DataFile<'_>, problems: &mut Vec<Problem>) {
        Table::read(file, 2, problems, |table, row| {
            let Some(beside) = table.value(row, 1) else { return };
            if self.beside.insert(cell(row, 0).into(), beside).is_some() {
                table.problem(row.line, format!("{:?} is listed twice", cell(row, 0)));
            }
        });
    }

    /// Reads `places/words.txt`.
    pub(crate) fn read_words(&mut self, file: &DataFile<'_>, problems: &mut Vec<Problem>) {
        Table::read(file, 1, problems, |_, row| {
            self.words.insert(cell(row, 0).into());
        });
    }

    /// Reads `places/towns.tsv`.
    pub(crate) fn read_towns(&mut self, file: &DataFile<'_>, problems: &mut Vec<Problem>) {
        self.towns.read(file, problems);
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
    PlaceEntry {
        name: cell(row, name).into(),
        kind,
        country,
        admin1: None,
        geonames,
        lat,
        lon,
        population: 0,
        capital: false,
    }
}

fn point(table: &mut Table<'_, '_>, row: &Row<'_>, column: usize) -> (f64, f64) {
    let point = (table.value(row, column).unwrap_or(0.0), table.value(row, column + 1).unwrap_or(0.0));
    if !(-90.0..=90.0).contains(&point.0) || !(-180.0..=180.0).contains(&point.1) {
        table.problem(row.line, format!("{}, {} is no point on earth", point.0, point.1));
    }
    point
}

#[cfg(test)]
mod tests {
    use super::*;
    use types::Sector;

    const STATES: &str = "GEO\tGE\tGeorgia\t-\tGeorgian\tTbilisi\t614540\t42\t43.5\n\
        USA\tUS\tUnited States\tUS|U.S.\tAmerican\tWashington\t-\t39.76\t-98.5\n";
    const REGIONS: &str = "Georgia\t-\t4197000\tUSA\t32.75\t-83.5\t600\nSahel\t-\t-\t-\t15\t0\t1000\n";
    const CITIES: &str = "0\tTbilisi\t-\tUSA\t-\t1\t2\t900\n1\tGori\tHori|Gori Town\tGEO\tShida Kartli\t41.98\t44.11\t48143\n\
        2\tGeorgia\t-\tUSA\t-\t1.5\t2\t500\n3\tGeorgia\t-\tUSA\tTexas\t1\t2\t700\n4\tTbilisi\t-\tGEO\t-\t41.7\t44.8\t800\n";
    const KINDS: &str = "province\tregion\nstate\tregion\ntown\tcity\n";

    fn places() -> Places {
        let (mut states, mut places, mut problems) = (States::default(), Places::default(), Vec::new());
        states.read(&DataFile { path: "actors/states.tsv", text: STATES }, Sector::Gov, &mut problems);
        places.add_states(&states);
        places.read_regions(&DataFile { path: "places/regions.tsv", text: REGIONS }, &states, &mut problems);
        places.read_cities(&DataFile { path: "places/cities.tsv", text: CITIES }, &states, &mut problems);
        places.mark_capitals(&states);
        places.read_kinds(&DataFile { path: "places/kinds.tsv", text: KINDS }, &mut problems);
        assert_eq!(problems, []);
        places
    }

    #[track_caller]
    fn check(text: &str, expected: Option<(usize, &[(PlaceKind, u32)])>) {
        let places = places();
        let words: Vec<&str> = text.split(' ').collect();
        let found = places.longest(&words, Case::Sentence);
        let found = found.map(|(count, all)| (count, all.iter().map(|p| (p.kind, p.population)).collect::<Vec<_>>()));
        assert_eq!(found, expected.map(|(count, all)| (count, all.to_vec())), "{text}");
    }

    #[test]
    fn all_places_of_a_name_are_found_the_likeliest_first() {
        use PlaceKind::{City, Country, Region};
        check("Georgia said", Some((1, &[(Country, 0), (City, 700), (Region, 600), (City, 500)])));
        check("Georgia State troopers", Some((2, &[(Region, 600)])));
        check("Tbilisi", Some((1, &[(City, 800), (City, 900)])));
        check("Georgia town", Some((2, &[(City, 700), (City, 500)])));
        check("Sahel town", Some((1, &[(Region, 1000)])));
        check("Gori Town", Some((2, &[(City, 48143)])));
        check("U.S. troops", Some((1, &[(Country, 0)])));
        check("Nowhere", None);
    }

    #[test]
    fn faults_are_told_with_their_line() {
        let (states, mut places, mut problems) = (States::default(), Places::default(), Vec::new());
        let text = "2\tGori\t|Hori\tGEO\t-\t41.98\t44.11\t48143\n1\t-\t-\t-\t-\t95\tx\t7\n";
        places.read_cities(&DataFile { path: "places/cities.tsv", text }, &states, &mut problems);
        let told: Vec<(usize, &str)> = problems.iter().map(|p| (p.line, p.message.as_str())).collect();
        let expected = [
            (2, "not sorted"),
            (1, "country GEO"),
            (1, "empty part"),
            (2, "column 4"),
            (2, "column 7"),
            (2, "95"),
            (2, "no letters"),
        ];
        for (line, part) in expected {
            assert!(told.iter().any(|(l, message)| *l == line && message.contains(part)), "{line} {part}: {told:#?}");
        }
    }
}
