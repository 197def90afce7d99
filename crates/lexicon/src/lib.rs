//! Data files to a checked lexicon. Pure: the caller brings the files' text.
//!
//! * [`Ontology`]: PLOVER's types and modes with quad, score and CAMEO code
//! * [`Rules`]: which words express which event
//! * [`Cues`]: what makes an event planned or denied, who is a source
//! * [`World`]: states, named actors, role nouns and places
//! * [`Cameo`]: the codes of CAMEO and what they are in PLOVER
//! * [`Extension`]: dictionaries that a user brings, in the formats of [`petrarch`] and [`learnt`]
//! * [`Circumstances`]: what tells when, where and how many; [`Contexts`]: what an event has to do with

mod actors;
mod acts;
mod background;
mod cameo;
mod circumstances;
mod contexts;
mod counts;
mod cues;
mod descriptions;
mod error;
mod extension;
mod fold;
mod judge;
pub mod learnt;
mod likely;
mod markers;
mod names;
mod offices;
mod ontology;
pub mod petrarch;
mod phrases;
mod places;
mod prepositions;
mod ranks;
mod roles;
mod rules;
mod rules_read;
mod sayings;
mod source;
mod states;
mod table;
mod time_words;
mod toml_file;
mod towns;
mod trust;
mod world;

pub use acts::{ActPlace, Acts, Ground};
pub use background::{Background, Sign};
pub use cameo::Cameo;
pub use circumstances::{ActAt, Circumstances};
pub use contexts::Contexts;
pub use counts::{Counted, CountedAt, Counts, NumberWord};
pub use cues::{ControlledBy, CueEdge, Cues, LightNoun, LightVerb, SourceCue, StatusCue};
pub use descriptions::{Description, DescriptionKind, Descriptions, Gender};
pub use error::{LexiconError, Problem};
pub use extension::{Extension, Format};
pub use judge::Judging;
pub use learnt::Learnt;
pub use likely::{Clue, Kin, Likely, Side, Stand};
pub use markers::{Markers, Tenure};
pub use names::{Entry, Match, NameKind, Names, Term};
pub use ontology::{Facts, Ontology};
pub use phrases::Case;
pub use places::{Beside, PlaceEntry, PlaceKind, Places};
pub use prepositions::{Introduces, Prepositions};
pub use ranks::Ranks;
pub use roles::{Role, RoleClass, Roles, Writing};
pub use rules::{Example, Expect, Filler, Needs, Rule, Rules, Slot, SlotTest, Trigger, TriggerClass, TriggerRef};
pub use sayings::{SayingEdge, Sayings};
pub use source::{DataFile, Row, rows};
pub use states::{State, States};
pub use time_words::{TimeRelation, TimeUnit, TimeWord, TimeWords};
pub use towns::Towns;
pub use trust::Trust;
pub use world::World;

/// All that Tidings knows of words and the world.
#[derive(Debug)]
pub struct Lexicon {
    /// Types and modes.
    pub ontology: Ontology,
    /// Which words express which event.
    pub rules: Rules,
    /// Status, attribution and support cues.
    pub cues: Cues,
    /// Actors and places.
    pub world: World,
    /// What tells when, where and how many.
    pub circumstances: Circumstances,
    /// Cue words of contexts.
    pub contexts: Contexts,
    /// What the model that judges words may do.
    pub judging: Judging,
    /// What makes a record more or less sure.
    pub trust: Trust,
    /// What speaks for somebody as recipient where the words of an act name none.
    pub likely: Likely,
    /// What marks an act as background.
    pub background: Background,
    /// CAMEO's codes and ours.
    pub cameo: Cameo,
}

impl Lexicon {
    /// Reads and checks all data files; every problem found is reported, not only the first.
    pub fn load(files: &[DataFile<'_>]) -> Result<Self, LexiconError> {
        let mut problems = Vec::new();
        let ontology = read_one(files, "ontology.toml", &mut problems, Ontology::read).unwrap_or_default();
        let rules = read_rules(files, &ontology, &mut problems);
        let mut cues = Cues::default();
        for file in files.iter().filter(|file| file.path.starts_with("cues/") && file.path.ends_with(".tsv")) {
            cues.read(file, &mut problems);
        }
        let world = World::load(files, &mut problems);
        let circumstances = Circumstances::load(files, &mut problems);
        let trust = files.iter().find(|file| file.path == "confidence.toml");
        let trust = trust.map(|file| Trust::read(file, &mut problems)).unwrap_or_default();
        let background = files.iter().find(|file| file.path == "background.toml");
        let background = background.map(|file| Background::read(file, &mut problems)).unwrap_or_default();
        let judging = files.iter().find(|file| file.path == "judge.toml");
        let judging = judging.map(|file| Judging::read(file, &mut problems)).unwrap_or_default();
        let likely = files.iter().find(|file| file.path == "likely.tsv");
        let likely = likely.map(|file| Likely::read(file, &mut problems)).unwrap_or_default();
        let contexts = files.iter().find(|file| file.path == "contexts.toml");
        let contexts = contexts.map(|file| Contexts::read(file, &mut problems)).unwrap_or_default();
        let cameo = Cameo::load(files, &ontology, &world.states, &mut problems);
        if problems.is_empty() {
            Ok(Self {
                ontology,
                rules,
                cues,
                world,
                circumstances,
                contexts,
                judging,
                trust,
                likely,
                background,
                cameo,
            })
        } else {
            problems.sort_by(|a, b| (&a.file, a.line).cmp(&(&b.file, b.line)));
            Err(LexiconError { problems })
        }
    }
}

/// Reads the one file that must exist under this path.
fn read_one<T>(
    files: &[DataFile<'_>],
    path: &str,
    problems: &mut Vec<Problem>,
    read: impl Fn(&DataFile<'_>, &mut Vec<Problem>) -> T,
) -> Option<T> {
    match files.iter().find(|file| file.path == path) {
        Some(file) => Some(read(file, problems)),
        None => {
            let message = "the file is missing".to_owned();
            problems.push(Problem { file: path.to_owned(), line: 0, message });
            None
        }
    }
}

fn read_rules(files: &[DataFile<'_>], ontology: &Ontology, problems: &mut Vec<Problem>) -> Rules {
    let classes = read_one(files, "rules/classes.toml", problems, rules_read::classes).unwrap_or_default();
    let mut rule_files: Vec<&DataFile<'_>> = files.iter().filter(|file| is_rule(file.path)).collect();
    rule_files.sort_by_key(|file| file.path);
    Rules::new(rule_files.iter().filter_map(|file| rules_read::rule(file, ontology, &classes, problems)).collect())
}

/// Rules lie in `rules/<type>/`.
fn is_rule(path: &str) -> bool {
    path.ends_with(".toml") && path.strip_prefix("rules/").is_some_and(|rest| rest.contains('/'))
}
