//! Which phrases tell where an act takes place.

use crate::toml_file::{self, Located};
use crate::{DataFile, Problem, Slot};
use serde::Deserialize;
use std::collections::{HashMap, HashSet};
use types::{EventType, Mode};

/// What a noun that heads a phrase of place is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ground {
    /// An area that may be named behind "of" or have been named before.
    Area,
    /// A building or the like: a place name before it tells where it lies.
    Site,
    /// A site whose modifiers tell whose it is.
    Mission,
}

/// What tells the place of one kind of act.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ActPlace {
    prepositions: Vec<Box<str>>,
    /// Slots whose phrases hold the place in a phrase of their own, best first.
    pub within: Vec<Slot>,
    /// Slots whose phrase is the place where it names one, best first.
    pub itself: Vec<Slot>,
}

/// What tells the place of any act.
#[derive(Debug, Clone, Default)]
pub struct Acts {
    locative: HashSet<Box<str>>,
    leading: HashSet<Box<str>>,
    grounds: HashMap<Box<str>, Ground>,
    acts: HashMap<(EventType, Option<Mode>), ActPlace>,
    none: ActPlace,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileShape {
    locative: Vec<String>,
    #[serde(default)]
    leading: Vec<String>,
    areas: Vec<String>,
    sites: Vec<String>,
    missions: Vec<String>,
    act: Vec<ActShape>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ActShape {
    types: Vec<Located>,
    #[serde(default)]
    modes: Vec<Located>,
    #[serde(default)]
    prepositions: Vec<String>,
    #[serde(default)]
    within: Vec<String>,
    #[serde(default)]
    itself: Vec<String>,
}

impl Acts {
    /// Takes in `places/acts.toml`.
    pub(crate) fn read(&mut self, file: &DataFile<'_>, problems: &mut Vec<Problem>) {
        let Some(shape) = toml_file::read::<FileShape>(file, problems) else { return };
        self.leading = shape.leading.iter().map(|word| word.as_str().into()).collect();
        self.locative = shape.locative.iter().map(|word| word.as_str().into()).collect();
        // Where a noun stands in several lists the last one counts: a camp is a site before it is an area.
        for (nouns, ground) in
            [(shape.areas, Ground::Area), (shape.sites, Ground::Site), (shape.missions, Ground::Mission)]
        {
            self.grounds.extend(nouns.iter().map(|noun| (noun.as_str().into(), ground)));
        }
        shape.act.iter().for_each(|act| self.add(file, act, problems));
    }

    fn add(&mut self, file: &DataFile<'_>, shape: &ActShape, problems: &mut Vec<Problem>) {
        let slots = |names: &[String]| names.iter().map(|name| Slot::named(name)).collect();
        let prepositions = shape.prepositions.iter().map(|word| word.as_str().into()).collect();
        let act = ActPlace { prepositions, within: slots(&shape.within), itself: slots(&shape.itself) };
        let modes: Vec<Mode> = shape.modes.iter().filter_map(|mode| toml_file::code(file, mode, problems)).collect();
        for name in &shape.types {
            let Some(kind) = toml_file::code::<EventType>(file, name, problems) else { continue };
            let keys = modes.iter().map(|mode| (kind, Some(*mode)));
            let keys = keys.chain(modes.is_empty().then_some((kind, None)));
            for key in keys {
                if self.acts.insert(key, act.clone()).is_some() {
                    problems.push(toml_file::problem(file, name, "the act is described twice"));
                }
            }
        }
    }

    /// What tells the place of acts of a type and mode.
    pub fn of(&self, kind: EventType, mode: Option<Mode>) -> &ActPlace {
        self.acts.get(&(kind, mode)).or_else(|| self.acts.get(&(kind, None))).unwrap_or(&self.none)
    }

    /// Whether a preposition tells the place of an act.
    pub fn is_place_of(&self, act: &ActPlace, preposition: &str) -> bool {
        self.is_locative(preposition) || act.prepositions.iter().any(|word| **word == *preposition)
    }

    /// Whether a preposition tells the place of whatever act.
    pub fn is_locative(&self, preposition: &str) -> bool {
        self.locative.contains(preposition)
    }

    /// Whether a preposition may lead to the name of a place.
    pub fn is_near(&self, preposition: &str) -> bool {
        self.is_locative(preposition) || self.leading.contains(preposition)
    }

    /// What ground a noun names, if any.
    pub fn ground(&self, lemma: &str) -> Option<Ground> {
        self.grounds.get(lemma).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const REAL: &str = include_str!("../../../data/places/acts.toml");

    #[track_caller]
    fn check(kind: EventType, mode: Option<Mode>, preposition: &str, expected: bool) {
        let (mut acts, mut problems) = (Acts::default(), Vec::new());
        acts.read(&DataFile { path: "places/acts.toml", text: REAL }, &mut problems);
        assert_eq!(problems, []);
        assert_eq!(acts.is_place_of(acts.of(kind, mode), preposition), expected, "{kind} {mode:?} {preposition}");
    }

    #[test]
    fn prepositions_depend_on_the_act() {
        check(EventType::Accuse, None, "in", true);
        check(EventType::Accuse, None, "to", false);
        check(EventType::Mobilize, Some(Mode::Troops), "to", true);
        check(EventType::Coerce, Some(Mode::Arrest), "from", false);
        check(EventType::Coerce, Some(Mode::Deport), "from", true);
    }

    #[test]
    fn faults_are_told_with_their_line() {
        let text =
            "locative = []\nareas = []\nsites = []\nmissions = []\n[[act]]\ntypes = [\"AID\",\n\"HELP\", \"AID\"]\n";
        let (mut acts, mut problems) = (Acts::default(), Vec::new());
        acts.read(&DataFile { path: "places/acts.toml", text }, &mut problems);
        let told: Vec<usize> = problems.iter().map(|p| p.line).collect();
        assert_eq!(told, [7, 7], "{problems:?}");
    }
}
