//! Cue words: what makes an event planned or denied, who is a source, what hedges.

use crate::source::rows;
use crate::{DataFile, Prepositions, Problem, Sayings, Slot};
use std::collections::HashMap;
use types::{SourceKind, Status};

/// How a status cue stands to the event it decides.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum CueEdge {
    /// The event is in a clause below the cue ("plans to attack").
    Clause,
    /// The event is in a clause that tells what the cue is done for ("gathered to protest").
    Purpose,
    /// The event is the cue's object, or its subject in the passive ("denied the attack").
    Object,
    /// The event is the cue's object and is there whatever becomes of the cue ("would disrupt talks").
    Given,
    /// The event is the cue's subject ("the attack never happened").
    Subject,
    /// The event stands behind a preposition of the cue ("threat of attack").
    Preposition(Box<str>),
    /// The event stands before the cue as part of a compound ("bombing plan").
    Compound,
    /// The cue is a modifier of the event ("possible attack", "if", "not").
    Modifier,
    /// The cue is an adverb or a phrase of time on the event ("once ruled", "in the past").
    Adverb,
    /// The cue opens the event's clause ("once Iran withdraws").
    Mark,
}

/// Words that decide the status of an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatusCue {
    /// Its lemmas; the first heads a verb's, the last a noun's.
    pub lemmas: Vec<Box<str>>,
    /// How the event must stand to it.
    pub edges: Vec<CueEdge>,
    /// What it makes of it.
    pub status: Status,
}

/// A verb that lends its arguments to the noun it governs ("carried out an attack").
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LightVerb {
    /// Its lemmas.
    pub lemmas: Vec<Box<str>>,
    /// Where the noun stands.
    pub via: Slot,
    /// What the verb's subject is to the noun.
    pub subject: Option<Slot>,
    /// What the verb's object is to the noun.
    pub object: Option<Slot>,
}

/// A noun that carries an event noun and lends it its arguments ("the use of drone strikes").
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LightNoun {
    /// The preposition before the event noun.
    pub preposition: Box<str>,
    /// What its subject is to the event: "Chad is the target of sanctions".
    pub subject: Slot,
}

/// A word that introduces a source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceCue {
    /// Its lemmas.
    pub lemmas: Vec<Box<str>>,
    /// Where the source stands to it: subject of a verb, object of "according to" or "citing".
    pub source: Slot,
    /// How what is told stands to it.
    pub edges: Vec<CueEdge>,
}

/// All cue tables.
#[derive(Debug, Clone, Default)]
pub struct Cues {
    status: HashMap<Box<str>, Vec<StatusCue>>,
    light: HashMap<Box<str>, Vec<LightVerb>>,
    source: HashMap<Box<str>, Vec<SourceCue>>,
    source_kinds: HashMap<Box<str>, SourceKind>,
    control: HashMap<Box<str>, ControlledBy>,
    light_nouns: HashMap<Box<str>, Vec<LightNoun>>,
    prepositions: Prepositions,
    hedges: Vec<Vec<Box<str>>>,
    sayings: Sayings,
}

/// Whose act the subjectless clause below a verb is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ControlledBy {
    /// The verb's subject ("promised Iran to leave").
    Subject,
    /// The verb's object ("accused Iran of attacking").
    Object,
}

impl Cues {
    /// Takes in one of the files under `cues/`.
    pub(crate) fn read(&mut self, file: &DataFile<'_>, problems: &mut Vec<Problem>) {
        match file.path {
            "cues/status.tsv" => self.read_status(file, problems),
            "cues/light-verbs.tsv" => self.read_light(file, problems),
            "cues/light-nouns.tsv" => self.read_light_nouns(file, problems),
            "cues/prepositions.tsv" => self.prepositions.read(file, problems),
            "cues/sources.tsv" => self.read_sources(file, problems),
            "cues/sayings.tsv" => self.sayings.read(file, problems),
            "cues/source-kinds.tsv" => self.read_source_kinds(file, problems),
            "cues/control.tsv" => self.read_control(file, problems),
            "cues/hedges.tsv" => self.hedges = rows(file, 1, problems).iter().map(|row| lemmas(row.cells[0])).collect(),
            _ => problems.push(Problem {
                file: file.path.to_owned(),
                line: 0,
                message: "no such cue table is known".to_owned(),
            }),
        }
    }

    fn read_status(&mut self, file: &DataFile<'_>, problems: &mut Vec<Problem>) {
        for row in rows(file, 3, problems) {
            match row.cells[2].parse::<Status>() {
                Ok(status) => {
                    let edges = row.cells[1].split(',').map(|name| edge(name.trim())).collect();
                    let cue = StatusCue { lemmas: lemmas(row.cells[0]), edges, status };
                    self.status.entry(first(&cue.lemmas)).or_default().push(cue);
                }
                Err(error) => problems.push(row_problem(file, row.line, &error.to_string())),
            }
        }
    }

    fn read_light(&mut self, file: &DataFile<'_>, problems: &mut Vec<Problem>) {
        let slot = |name: &str| (name != "-").then(|| Slot::named(name));
        for row in rows(file, 4, problems) {
            let verb = LightVerb {
                lemmas: lemmas(row.cells[0]),
                via: Slot::named(row.cells[1]),
                subject: slot(row.cells[2]),
                object: slot(row.cells[3]),
            };
            self.light.entry(first(&verb.lemmas)).or_default().push(verb);
        }
    }

    fn read_light_nouns(&mut self, file: &DataFile<'_>, problems: &mut Vec<Problem>) {
        for row in rows(file, 3, problems) {
            let noun = LightNoun { preposition: row.cells[1].into(), subject: Slot::named(row.cells[2]) };
            self.light_nouns.entry(row.cells[0].into()).or_default().push(noun);
        }
    }

    fn read_sources(&mut self, file: &DataFile<'_>, problems: &mut Vec<Problem>) {
        for row in rows(file, 3, problems) {
            let edges = row.cells[2].split(',').map(|name| edge(name.trim())).collect();
            let cue = SourceCue { lemmas: lemmas(row.cells[0]), source: Slot::named(row.cells[1]), edges };
            self.source.entry(first(&cue.lemmas)).or_default().push(cue);
        }
    }

    fn read_source_kinds(&mut self, file: &DataFile<'_>, problems: &mut Vec<Problem>) {
        for row in rows(file, 2, problems) {
            match row.cells[1].parse::<SourceKind>() {
                Ok(kind) => _ = self.source_kinds.insert(row.cells[0].into(), kind),
                Err(error) => problems.push(row_problem(file, row.line, &error.to_string())),
            }
        }
    }

    fn read_control(&mut self, file: &DataFile<'_>, problems: &mut Vec<Problem>) {
        for row in rows(file, 2, problems) {
            let by = match row.cells[1] {
                "subject" => ControlledBy::Subject,
                "object" => ControlledBy::Object,
                _ => {
                    problems.push(row_problem(file, row.line, "the second column is subject or object"));
                    continue;
                }
            };
            self.control.insert(row.cells[0].into(), by);
        }
    }

    /// Status cues that begin with this lemma.
    pub fn status(&self, first: &str) -> &[StatusCue] {
        self.status.get(first).map_or(&[], Vec::as_slice)
    }

    /// Light verbs that begin with this lemma.
    pub fn light(&self, first: &str) -> &[LightVerb] {
        self.light.get(first).map_or(&[], Vec::as_slice)
    }

    /// The noun that carries an event noun behind a preposition: "the use of drone strikes".
    pub fn light_noun(&self, noun: &str, preposition: &str) -> Option<&LightNoun> {
        self.light_nouns.get(noun)?.iter().find(|light| *light.preposition == *preposition)
    }

    /// What prepositions say of the phrases behind them.
    pub fn prepositions(&self) -> &Prepositions {
        &self.prepositions
    }

    /// Source cues that begin with this lemma.
    pub fn source(&self, first: &str) -> &[SourceCue] {
        self.source.get(first).map_or(&[], Vec::as_slice)
    }

    /// What kind of source a phrase in lemmas names, if it is listed.
    pub fn source_kind(&self, phrase: &str) -> Option<SourceKind> {
        self.source_kinds.get(phrase).copied()
    }

    /// Who acts in a subjectless clause below this verb, if it departs from the usual.
    pub fn control(&self, verb: &str) -> Option<ControlledBy> {
        self.control.get(verb).copied()
    }

    /// Words that tell what somebody says or thinks.
    pub fn sayings(&self) -> &Sayings {
        &self.sayings
    }

    /// Hedges, in lemmas.
    pub fn hedges(&self) -> &[Vec<Box<str>>] {
        &self.hedges
    }
}

fn edge(name: &str) -> CueEdge {
    match name {
        "clause" => CueEdge::Clause,
        "given" => CueEdge::Given,
        "purpose" => CueEdge::Purpose,
        "object" => CueEdge::Object,
        "subject" => CueEdge::Subject,
        "compound" => CueEdge::Compound,
        "modifier" => CueEdge::Modifier,
        "adverb" => CueEdge::Adverb,
        "mark" => CueEdge::Mark,
        preposition => CueEdge::Preposition(preposition.into()),
    }
}

fn lemmas(cell: &str) -> Vec<Box<str>> {
    cell.split_whitespace().map(Into::into).collect()
}

fn first(lemmas: &[Box<str>]) -> Box<str> {
    lemmas.first().cloned().unwrap_or_default()
}

fn row_problem(file: &DataFile<'_>, line: usize, message: &str) -> Problem {
    Problem { file: file.path.to_owned(), line, message: message.to_owned() }
}
