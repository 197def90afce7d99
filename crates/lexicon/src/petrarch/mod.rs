//! Dictionaries in the formats of PETRARCH and TABARI, as users bring them.
//!
//! * [`Actors`]: names with dated codes
//! * [`Agents`]: role nouns whose codes join an actor's
//! * [`Verbs`]: verbs with their patterns, in the dialects of PETRARCH 1 and 2
//! * [`Discards`]: phrases that make a text be left out
//!
//! A line that cannot be read is told with file and line and passed over; all others are read. How the
//! dictionaries code a sentence is not known here.

mod actors;
mod agents;
mod codes;
mod discards;
mod forms;
mod kind;
mod lines;
mod pattern;
mod report;
mod synsets;
mod transform;
mod verbs;
mod words;

pub use actors::{Actor, Actors, Bearers, DatedCode};
pub use agents::{Agent, Agents, Joint};
pub use codes::EventCodes;
pub use discards::{Discards, Scope};
pub use forms::Form;
pub use kind::Kind;
pub use pattern::{Asked, Element, Pattern, Reach};
pub use transform::{Outcome, Role, Transformation};
pub use verbs::{VerbForm, Verbs};
pub use words::{Gap, Piece, pieces, sentence};

use crate::{DataFile, Problem};

/// All that some dictionaries say.
#[derive(Debug, Clone, Default)]
pub struct Codebook {
    /// Names.
    pub actors: Actors,
    /// Role nouns.
    pub agents: Agents,
    /// Verbs.
    pub verbs: Verbs,
    /// What is left out.
    pub discards: Discards,
}

impl Codebook {
    /// Whether it says nothing.
    pub fn is_empty(&self) -> bool {
        let nobody = self.actors.all().is_empty() && self.agents.is_empty();
        nobody && self.verbs.counts().0 == 0 && self.discards.is_empty()
    }

    /// Adds a dictionary. Faults are noted; the rest is read.
    pub fn read(&mut self, kind: Kind, file: &DataFile<'_>, problems: &mut Vec<Problem>) {
        match kind {
            Kind::Actors => self.actors.read(file, problems),
            Kind::Agents => self.agents.read(file, problems),
            Kind::Verbs => self.verbs.read(file, problems),
            Kind::Discards => self.discards.read(file, problems),
        }
    }
}
