//! CAMEO, the codebook of most event data, and what its codes are in PLOVER.
//!
//! An actor's code is a row of blocks (`USAGOV`, `IGOUNO`): a country or international code, then sectors. An event's
//! code has two to four digits, the later ones being finer.

use crate::table::{Table, cell};
use crate::{DataFile, Ontology, Problem, Row, States};
use std::collections::HashMap;
use std::str::FromStr;
use types::{ActorCode, Affiliation, Country, EventCode, EventType, Mode, Sector, Status, UnknownCode};

/// The tables under `cameo/`.
#[derive(Debug, Clone, Default)]
pub struct Cameo {
    blocks: HashMap<Box<str>, Block>,
    countries: HashMap<Country, Box<str>>,
    sectors: HashMap<Sector, Box<str>>,
    events: HashMap<Box<str>, (EventType, Option<Mode>)>,
    labels: HashMap<Box<str>, Box<str>>,
    fips: HashMap<Country, Box<str>>,
    made: HashMap<(EventType, Status), (EventType, Box<str>)>,
    /// Countries that are written by their own code.
    known: Vec<Country>,
    /// Lengths of the blocks, the longest first.
    lengths: Vec<usize>,
}

/// What a block says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Block {
    Country(Country),
    Sector(Sector),
}

/// Which way a row is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    Both,
    Read,
}

impl FromStr for Way {
    type Err = UnknownCode;

    fn from_str(s: &str) -> Result<Self, Self::Err> {
        match s {
            "both" => Ok(Way::Both),
            "read" => Ok(Way::Read),
            _ => Err(UnknownCode { list: "way", name: s.to_owned() }),
        }
    }
}

/// Letters of a block that is not listed.
const BLOCK: usize = 3;

impl Cameo {
    /// Reads the tables among the files; faults are added to `problems`.
    pub(crate) fn load(
        files: &[DataFile<'_>],
        ontology: &Ontology,
        states: &States,
        problems: &mut Vec<Problem>,
    ) -> Self {
        let mut cameo = Self { known: states.all().iter().map(|state| state.country).collect(), ..Self::default() };
        for file in files {
            match file.path {
                "cameo/actors.tsv" => Table::read(file, 4, problems, |table, row| cameo.actor(table, row)),
                "cameo/events.tsv" => Table::read(file, 3, problems, |table, row| cameo.event(table, row, ontology)),
                "cameo/labels.tsv" => Table::read(file, 2, problems, |_, row| cameo.label_of(row)),
                "cameo/fips.tsv" => Table::read(file, 2, problems, |table, row| cameo.fips_of(table, row)),
                "cameo/statuses.tsv" => Table::read(file, 4, problems, |table, row| cameo.made_by(table, row)),
                _ => {}
            }
        }
        cameo.lengths = cameo.blocks.keys().map(|block| block.len()).collect();
        cameo.lengths.sort_unstable_by(|a, b| b.cmp(a));
        cameo.lengths.dedup();
        cameo
    }

    fn actor<'a>(&mut self, table: &mut Table<'a, '_>, row: &Row<'a>) {
        let (code, way) = (cell(row, 0), table.value::<Way>(row, 3));
        let block = match cell(row, 1) {
            "country" => table.value(row, 2).map(Block::Country),
            "sector" => table.value(row, 2).map(Block::Sector),
            other => {
                table.problem(row.line, format!("column 2: {other:?} is neither country nor sector"));
                None
            }
        };
        let (Some(block), Some(way)) = (block, way) else { return };
        self.blocks.insert(code.into(), block);
        match block {
            Block::Country(country) if way == Way::Both => _ = self.countries.insert(country, code.into()),
            Block::Sector(sector) if way == Way::Both => _ = self.sectors.insert(sector, code.into()),
            _ => {}
        }
    }

    fn event<'a>(&mut self, table: &mut Table<'a, '_>, row: &Row<'a>, ontology: &Ontology) {
        let (kind, mode) = (table.value::<EventType>(row, 1), table.optional::<Mode>(row, 2));
        let Some(kind) = kind else { return };
        if mode.is_some_and(|mode| !ontology.allows(kind, mode)) {
            table.problem(row.line, format!("column 3: the type {kind} has no such mode"));
        }
        self.events.insert(cell(row, 0).into(), (kind, mode));
    }

    fn label_of(&mut self, row: &Row<'_>) {
        self.labels.insert(cell(row, 0).into(), cell(row, 1).into());
    }

    fn fips_of<'a>(&mut self, table: &mut Table<'a, '_>, row: &Row<'a>) {
        if let Some(country) = table.value::<Country>(row, 0) {
            self.fips.insert(country, cell(row, 1).into());
        }
    }

    fn made_by<'a>(&mut self, table: &mut Table<'a, '_>, row: &Row<'a>) {
        let (kind, status, becomes) = (table.value(row, 0), table.value(row, 1), table.value(row, 2));
        if let (Some(kind), Some(status), Some(becomes)) = (kind, status, becomes) {
            self.made.insert((kind, status), (becomes, cell(row, 3).into()));
        }
    }

    /// The type that a type and a status make together where a format has no status, and its event code.
    pub fn made_of(&self, kind: EventType, status: Status) -> Option<(EventType, &str)> {
        self.made.get(&(kind, status)).map(|(kind, code)| (*kind, &**code))
    }

    /// What CAMEO calls an event code, where `labels.tsv` lists it.
    pub fn label(&self, code: &str) -> Option<&str> {
        self.labels.get(code).map(|label| &**label)
    }

    /// A country in FIPS 10-4, the codes of places in GDELT.
    pub fn fips(&self, country: Country) -> Option<&str> {
        self.fips.get(&country).map(|code| &**code)
    }

    /// Where an actor of this code belongs. Blocks that say nothing here are passed over.
    pub fn affiliation(&self, code: &ActorCode) -> Affiliation {
        let mut found = Affiliation::default();
        let mut rest = code.as_str();
        while !rest.is_empty() {
            let (block, length) = self.first_block(rest);
            match block {
                Some(Block::Country(country)) if found.country.is_none() => found.country = Some(country),
                Some(Block::Sector(sector)) if !found.sectors.contains(&sector) => found.sectors.push(sector),
                _ => {}
            }
            rest = rest.get(length..).unwrap_or_default();
        }
        found
    }

    fn first_block(&self, text: &str) -> (Option<Block>, usize) {
        let listed = |length: &usize| Some((*self.blocks.get(text.get(..*length)?)?, *length));
        match self.lengths.iter().find_map(listed) {
            Some((block, length)) => (Some(block), length),
            None => {
                let country = text.get(..BLOCK).and_then(|block| block.parse().ok());
                let country = country.filter(|country| self.known.contains(country));
                (country.map(Block::Country), BLOCK)
            }
        }
    }

    /// How CAMEO writes an affiliation; nothing where neither country nor sector is known.
    pub fn actor_code(&self, affiliation: &Affiliation) -> Option<ActorCode> {
        let written = |country: &Country| match self.countries.get(country) {
            Some(code) => code.to_string(),
            None => country.to_string(),
        };
        let sectors: String =
            affiliation.sectors.iter().filter_map(|sector| self.sectors.get(sector)).map(|s| &**s).collect();
        let country = affiliation.country.as_ref().map(written);
        if country.is_none() && sectors.is_empty() {
            return None;
        }
        format!("{}{sectors}", country.unwrap_or_else(|| ActorCode::NOBODY.to_owned())).parse().ok()
    }

    /// Type and mode of an event code, by its longest listed beginning.
    pub fn event_type(&self, code: &EventCode) -> Option<(EventType, Option<Mode>)> {
        let text = code.as_str();
        (2..=text.len()).rev().find_map(|end| self.events.get(text.get(..end)?).copied())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ACTORS: &str = "\
COP\tsector\tCOP\tboth
GOV\tsector\tGOV\tboth
IGO\tcountry\tIGO\tboth
IGOUNO\tcountry\tUNO\tboth
MED\tsector\tJRN\tboth
MUS\tsector\tREL\tread
";
    const EVENTS: &str = "\
18\tASSAULT\t-
183\tASSAULT\texplosives
19\tASSAULT\twithdraw
";
    const ONTOLOGY: &str = include_str!("../../../data/ontology.toml");
    const STATES: &str = include_str!("../../../data/actors/states.tsv");

    fn load() -> (Cameo, Vec<String>) {
        let mut problems = Vec::new();
        let file = |path, text| DataFile { path, text };
        let ontology = Ontology::read(&file("ontology.toml", ONTOLOGY), &mut problems);
        let mut states = States::default();
        states.read(&file("actors/states.tsv", STATES), Sector::Gov, &mut problems);
        let files = [file("cameo/actors.tsv", ACTORS), file("cameo/events.tsv", EVENTS)];
        let cameo = Cameo::load(&files, &ontology, &states, &mut problems);
        (cameo, problems.iter().map(Problem::to_string).collect())
    }

    #[track_caller]
    fn check(code: &str, country: Option<&str>, sectors: &[Sector], back: Option<&str>) {
        let (cameo, _) = load();
        let found = cameo.affiliation(&code.parse().unwrap());
        assert_eq!(found.country.map(|c| c.to_string()).as_deref(), country, "{code}");
        assert_eq!(found.sectors, sectors, "{code}");
        assert_eq!(cameo.actor_code(&found).map(|c| c.to_string()).as_deref(), back, "{code}");
    }

    #[test]
    fn actor_codes_are_read_and_written() {
        check("NORGOV", Some("NOR"), &[Sector::Gov], Some("NORGOV"));
        check("NORGOVCOP", Some("NOR"), &[Sector::Gov, Sector::Cop], Some("NORGOVCOP"));
        check("IGOUNO", Some("UNO"), &[], Some("IGOUNO"));
        check("IGOXYZ", Some("IGO"), &[], Some("IGO"));
        check("---MED", None, &[Sector::Jrn], Some("---MED"));
        check("NORMUS", Some("NOR"), &[Sector::Rel], Some("NOR"));
        check("XQZ", None, &[], None);
    }

    #[test]
    fn event_codes_have_the_type_of_their_longest_beginning() {
        let (cameo, _) = load();
        for (code, want) in [
            ("183", Some((EventType::Assault, Some(Mode::Explosives)))),
            ("1831", Some((EventType::Assault, Some(Mode::Explosives)))),
            ("182", Some((EventType::Assault, None))),
            ("010", None),
            ("x", None),
        ] {
            assert_eq!(cameo.event_type(&code.parse().unwrap()), want, "{code}");
        }
    }

    #[test]
    fn a_mode_of_another_type_is_told() {
        assert_eq!(load().1, ["cameo/events.tsv:3: column 3: the type ASSAULT has no such mode"]);
    }
}
