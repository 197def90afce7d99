//! Loading everything about actors and places, in the order in which the tables need each other.

use crate::{DataFile, Descriptions, Markers, Names, Places, Problem, Ranks, Roles, States, actors};
use types::Sector;

/// Who and where: all that the tables under `actors/` and `places/` say.
#[derive(Debug, Default)]
pub struct World {
    /// States, territories and partially recognised entities.
    pub states: States,
    /// Named actors.
    pub names: Names,
    /// Role nouns.
    pub roles: Roles,
    /// Roles that are an office or a rank.
    pub ranks: Ranks,
    /// Words that tell whether an office is still held.
    pub markers: Markers,
    /// Words that name somebody by what was said before.
    pub descriptions: Descriptions,
    /// Places.
    pub places: Places,
}

impl World {
    /// Reads the tables among the files; faults are added to `problems`.
    pub(crate) fn load(files: &[DataFile<'_>], problems: &mut Vec<Problem>) -> Self {
        let mut world = Self::default();
        world.read_states(files, problems);
        world.places.add_states(&world.states);
        for file in files {
            world.read(file, problems);
        }
        world.places.mark_capitals(&world.states);
        let abbreviations = files.iter().filter(|file| file.path == "places/abbreviations.tsv");
        abbreviations.for_each(|file| world.places.check_abbreviations(file, problems));
        world
    }

    fn read_states(&mut self, files: &[DataFile<'_>], problems: &mut Vec<Problem>) {
        let called = |path: &'static str| files.iter().filter(move |file| file.path == path);
        // First of a name wins: Western Sahara is an entity before it is a territory.
        called("actors/partial.tsv").for_each(|file| self.states.read(file, Sector::Pre, problems));
        called("actors/states.tsv").for_each(|file| self.states.read(file, Sector::Gov, problems));
        called("actors/international.tsv").for_each(|file| self.states.read_international(file, problems));
    }

    fn read(&mut self, file: &DataFile<'_>, problems: &mut Vec<Problem>) {
        match file.path {
            "actors/roles.tsv" => self.roles.read(file, problems),
            "actors/ranks.tsv" => self.ranks.read(file, problems),
            "actors/markers.tsv" => self.markers.read(file, problems),
            "actors/descriptions.tsv" => self.descriptions.read(file, problems),
            "places/regions.tsv" => self.places.read_regions(file, &self.states, problems),
            "places/cities.tsv" => self.places.read_cities(file, &self.states, problems),
            "places/kinds.tsv" => self.places.read_kinds(file, problems),
            "places/abbreviations.tsv" => self.places.read_abbreviations(file, problems),
            "places/openings.tsv" => self.places.read_openings(file, problems),
            "places/beside.tsv" => self.places.read_beside(file, problems),
            "places/words.txt" => self.places.read_words(file, problems),
            "places/towns.tsv" => self.places.read_towns(file, problems),
            path if actors::TABLES.contains(&path) => actors::read(file, &self.states, &mut self.names, problems),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Case, State};
    use std::{fs, path::Path};

    /// The tables under `data/actors` and `data/places`, by their paths below `data`.
    #[expect(clippy::disallowed_methods, reason = "tests may read the real tables")]
    fn real() -> Vec<(String, String)> {
        let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data");
        let mut found = Vec::new();
        for folder in ["actors", "places"] {
            let entries = fs::read_dir(data.join(folder)).expect("data folder");
            for path in entries.map(|entry| entry.expect("entry").path()) {
                let name = path.file_name().expect("name").to_string_lossy().into_owned();
                found.push((format!("{folder}/{name}"), fs::read_to_string(path).expect("UTF-8 file")));
            }
        }
        found.sort();
        found
    }

    fn load() -> World {
        let texts = real();
        let files: Vec<DataFile<'_>> = texts.iter().map(|(path, text)| DataFile { path, text }).collect();
        let mut problems = Vec::new();
        let world = World::load(&files, &mut problems);
        let told: Vec<String> = problems.iter().map(Problem::to_string).collect();
        assert!(told.is_empty(), "{} problems:\n{}", told.len(), told.join("\n"));
        world
    }

    #[test]
    fn the_real_tables_load_without_a_fault_and_know_the_world() {
        let world = load();
        for (text, expected) in [
            ("U.S. officials", Some("USA")),
            ("Ivory Coast", Some("CIV")),
            ("Côte d' Ivoire", Some("CIV")),
            ("North Korea", Some("PRK")),
            ("Soviet Union", Some("RUS")),
            ("Democratic Republic of the Congo", Some("COD")),
            ("us", None),
            ("Atlantis", None),
        ] {
            let words: Vec<&str> = text.split(' ').collect();
            let found = world.states.name(&words, Case::Sentence).map(|(_, state)| state.country.to_string());
            assert_eq!(found.as_deref(), expected, "{text}");
        }
    }

    #[track_caller]
    fn check(text: &str, found: Option<(usize, &State)>, expected: Option<(usize, &str, Sector)>) {
        let found = found.map(|(words, state)| (words, state.country.to_string(), state.sector));
        assert_eq!(found, expected.map(|(words, code, sector)| (words, code.to_owned(), sector)), "{text}");
    }

    #[test]
    fn every_town_that_is_searched_where_it_lies_is_a_place() {
        let world = load();
        assert_eq!(world.places.towns().check(), Ok(()));
        assert!(world.places.towns().len() > 10_000);
    }

    #[test]
    fn demonyms_capitals_and_entities_are_known() {
        use Sector::{Gov, Pre};
        let World { states, .. } = load();
        let case = Case::Sentence;
        check("Poles", states.demonym(&["Poles"], case), Some((1, "POL", Gov)));
        check("South Korean", states.demonym(&["South", "Korean", "jets"], case), Some((2, "KOR", Gov)));
        check("pole", states.demonym(&["pole"], case), None);
        check("Minsk", states.capital(&["Minsk", "said"], case), Some((1, "BLR", Gov)));
        check("Somaliland", states.name(&["Somaliland"], case), Some((1, "SOM", Pre)));
        check("Western Sahara", states.name(&["Western", "Sahara"], case), Some((2, "MAR", Pre)));
    }

    #[test]
    fn a_bare_place_name_means_first_what_news_means_by_it() {
        let places = load().places;
        for (text, expected) in [
            ("Georgia", "Georgia GEO country"),
            ("Georgia state", "Georgia USA region"),
            ("Gaza", "Gaza Strip PSE region"),
            ("Gaza City", "Gaza PSE city"),
            ("Santiago", "Santiago CHL city"),
            ("Kiev", "Kyiv UKR city"),
            ("Donetsk region", "Donetsk Oblast UKR region"),
            ("Fallujah", "Al Fallūjah IRQ city"),
            ("St. Petersburg", "Saint Petersburg RUS city"),
            ("Khyber Pakhtunkhwa province", "Khyber Pakhtunkhwa PAK region"),
        ] {
            let words: Vec<&str> = text.split(' ').collect();
            let (count, found) = places.longest(&words, Case::Sentence).expect(text);
            let found = found.first().map(|p| (p.name.to_string(), p.country.map(|c| c.to_string()), p.kind));
            let told =
                found.map(|(n, c, k)| format!("{n} {} {}", c.unwrap_or_default(), format!("{k:?}").to_lowercase()));
            assert_eq!((count, told.as_deref()), (words.len(), Some(expected)), "{text}");
        }
    }
}
