//! Loading everything about actors and places, in the order in which the tables need each other.

use crate::{DataFile, Markers, Names, Places, Problem, Roles, States, actors};
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
    /// Words that tell whether an office is still held.
    pub markers: Markers,
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
        world
    }

    fn read_states(&mut self, files: &[DataFile<'_>], problems: &mut Vec<Problem>) {
        for file in files {
            match file.path {
                "actors/states.tsv" => self.states.read(file, Sector::Gov, problems),
                "actors/partial.tsv" => self.states.read(file, Sector::Pre, problems),
                "actors/international.tsv" => self.states.read_international(file, problems),
                _ => {}
            }
        }
    }

    fn read(&mut self, file: &DataFile<'_>, problems: &mut Vec<Problem>) {
        match file.path {
            "actors/states.tsv" | "actors/partial.tsv" | "actors/international.tsv" => {}
            "actors/roles.tsv" => self.roles.read(file, problems),
            "actors/markers.tsv" => self.markers.read(file, problems),
            "places/regions.tsv" => self.places.read_regions(file, &self.states, problems),
            "places/cities.tsv" => self.places.read_cities(file, &self.states, problems),
            path if path.starts_with("actors/") && path.ends_with(".tsv") => {
                actors::read(file, &self.states, &mut self.names, problems);
            }
            _ => {}
        }
    }
}
