//! What PLOVER's types and modes mean: quad, score, CAMEO code, and which mode belongs to which type.

use crate::toml_file::{self, Located};
use crate::{DataFile, Problem};
use serde::Deserialize;
use std::collections::HashMap;
use types::{EventType, Mode, Quad};

/// Facts of one type or of one mode of a type.
#[derive(Debug, Clone, PartialEq)]
pub struct Facts {
    /// Intensity on PLOVER's scale of −10 to 10.
    pub score: f32,
    /// Nearest CAMEO code.
    pub cameo: String,
}

/// The ontology table.
#[derive(Debug, Clone, Default)]
pub struct Ontology {
    quads: HashMap<EventType, Quad>,
    facts: HashMap<(EventType, Option<Mode>), Facts>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileShape {
    r#type: Vec<TypeShape>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TypeShape {
    code: Located,
    quad: u8,
    score: f32,
    cameo: String,
    #[serde(rename = "needs_recipient")]
    _needs_recipient: bool,
    #[serde(default)]
    modes: Vec<ModeShape>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ModeShape {
    code: Located,
    score: f32,
    cameo: String,
}

impl Ontology {
    /// Reads `ontology.toml`.
    pub(crate) fn read(file: &DataFile<'_>, problems: &mut Vec<Problem>) -> Self {
        let mut ontology = Ontology::default();
        if let Some(shape) = toml_file::read::<FileShape>(file, problems) {
            for entry in shape.r#type {
                ontology.add(file, entry, problems);
            }
        }
        ontology.check_complete(file, problems);
        ontology
    }

    fn add(&mut self, file: &DataFile<'_>, entry: TypeShape, problems: &mut Vec<Problem>) {
        let Some(kind) = toml_file::code::<EventType>(file, &entry.code, problems) else { return };
        match Quad::from_number(entry.quad) {
            Some(quad) => _ = self.quads.insert(kind, quad),
            None => problems.push(toml_file::problem(file, &entry.code, "the quad is a number from 1 to 4")),
        }
        self.facts.insert((kind, None), Facts { score: entry.score, cameo: entry.cameo });
        for mode in entry.modes {
            if let Some(code) = toml_file::code::<Mode>(file, &mode.code, problems) {
                self.facts.insert((kind, Some(code)), Facts { score: mode.score, cameo: mode.cameo });
            }
        }
    }

    fn check_complete(&self, file: &DataFile<'_>, problems: &mut Vec<Problem>) {
        for kind in EventType::ALL.iter().filter(|kind| !self.quads.contains_key(kind)) {
            let message = format!("the type {kind} is missing");
            problems.push(Problem { file: file.path.to_owned(), line: 0, message });
        }
    }

    /// The quadrant of a type.
    pub fn quad(&self, kind: EventType) -> Quad {
        self.quads.get(&kind).copied().unwrap_or(Quad::VerbalCooperation)
    }

    /// Facts of a type with its mode; those of the type where the mode has none.
    pub fn facts(&self, kind: EventType, mode: Option<Mode>) -> Option<&Facts> {
        self.facts.get(&(kind, mode)).or_else(|| self.facts.get(&(kind, None)))
    }

    /// Whether the mode belongs to the type.
    pub fn allows(&self, kind: EventType, mode: Mode) -> bool {
        self.facts.contains_key(&(kind, Some(mode)))
    }

    /// The modes of a type, in the order of the code list.
    pub fn modes(&self, kind: EventType) -> impl Iterator<Item = Mode> + '_ {
        Mode::ALL.iter().copied().filter(move |&mode| self.allows(kind, mode))
    }
}
