//! What speaks for somebody as the one whom an act is done to, where its own words name none, as weights.
//!
//! `likely.tsv` holds a logistic regression: a clue, and how much it counts. What is not listed counts nothing.

use crate::{DataFile, Problem, Slot, TriggerClass, rows};
use std::collections::HashMap;
use std::fmt;
use types::{Deprel, EventType, Mode, Sector, Status};

/// A side of an act.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Side {
    /// Who does it.
    Actor,
    /// Whom it is done to.
    Recipient,
}

/// Where a phrase stands in the tree, seen from the words of the act.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Stand {
    /// Somewhere below them.
    Below,
    /// Below a word that they hang on.
    Beside,
    /// They hang on it.
    Above,
}

/// Whether somebody is of the actor's country.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kin {
    /// The same country.
    Own,
    /// Another.
    Other,
    /// The actor's is not known.
    Open,
}

/// What speaks for somebody or against him.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Clue {
    /// What everybody starts from.
    Start,
    /// The type of the act.
    Kind(EventType),
    /// The mode of the act.
    Mode(Mode),
    /// The type, and what sort of word expresses it.
    Class(EventType, TriggerClass),
    /// Only the model reads the word of the act.
    Judged,
    /// The rule that reads it.
    Rule(Box<str>),
    /// The type, and whether it happened.
    Status(EventType, Status),
    /// The slot in which the rule looks for whom it is done to is filled, though by nobody.
    Filled(Slot),
    /// The type, and whether he is of the country where the story plays.
    Home(EventType, bool),
    /// The type and the kin.
    Kin(EventType, Kin),
    /// The type and his sector.
    Sector(EventType, Option<Sector>),
    /// The slot that the phrase fills round the words of the act.
    Slot(Slot),
    /// The slot whose filler the phrase hangs on.
    Under(Slot),
    /// The type, and where in the tree the phrase stands.
    Stand(EventType, Stand),
    /// The relation that the phrase stands in, by where in the tree.
    Relation(Stand, Deprel),
    /// The preposition before the phrase.
    Case(Box<str>),
    /// How far before (negative) or behind the words of the act the phrase stands, in steps of some words.
    Apart(i8),
    /// He has this side in another act of the sentence.
    Part(Side),
    /// The type, the side he had in an earlier act, and whether that was of the same type.
    Told(EventType, Side, bool),
    /// How many sentences ago that act was told of.
    Back(u8),
    /// That act had the same actors.
    SameActors,
    /// His country has the side in so many other acts of the text.
    Often(Side, u8),
}

impl fmt::Display for Clue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Clue::Start => write!(f, "start"),
            Clue::Kind(kind) => write!(f, "kind {kind}"),
            Clue::Mode(mode) => write!(f, "mode {mode}"),
            Clue::Class(kind, class) => write!(f, "class {kind} {class:?}"),
            Clue::Judged => write!(f, "judged"),
            Clue::Rule(id) => write!(f, "rule {id}"),
            Clue::Status(kind, status) => write!(f, "status {kind} {status}"),
            Clue::Filled(slot) => write!(f, "filled {}", slot.as_str()),
            Clue::Home(kind, at_home) => write!(f, "home {kind} {at_home}"),
            Clue::Kin(kind, kin) => write!(f, "kin {kind} {kin:?}"),
            Clue::Sector(kind, sector) => write!(f, "sector {kind} {}", sector.map_or("none", |s| s.as_str())),
            Clue::Slot(slot) => write!(f, "slot {}", slot.as_str()),
            Clue::Under(slot) => write!(f, "under {}", slot.as_str()),
            Clue::Stand(kind, stand) => write!(f, "stand {kind} {stand:?}"),
            Clue::Relation(stand, deprel) => write!(f, "relation {stand:?} {deprel}"),
            Clue::Case(case) => write!(f, "case {case}"),
            Clue::Apart(steps) => write!(f, "apart {steps}"),
            Clue::Part(side) => write!(f, "part {side:?}"),
            Clue::Told(kind, side, same) => write!(f, "told {kind} {side:?} {same}"),
            Clue::Back(sentences) => write!(f, "back {sentences}"),
            Clue::SameActors => write!(f, "same-actors"),
            Clue::Often(side, times) => write!(f, "often {side:?} {times}"),
        }
    }
}

/// The weights of the clues.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Likely {
    weights: HashMap<Box<str>, f32>,
}

impl Likely {
    /// Reads `likely.tsv`.
    pub(crate) fn read(file: &DataFile<'_>, problems: &mut Vec<Problem>) -> Self {
        let mut likely = Self::default();
        for row in rows(file, 2, problems) {
            let [clue, weight] = row.cells[..] else { continue };
            let mut report = |message| problems.push(Problem { file: file.path.to_owned(), line: row.line, message });
            match weight.parse::<f32>() {
                Ok(weight) if weight.is_finite() => {
                    if likely.weights.insert(clue.into(), weight).is_some() {
                        report(format!("\"{clue}\" stands twice"));
                    }
                }
                _ => report(format!("expected a number behind \"{clue}\", found \"{weight}\"")),
            }
        }
        likely
    }

    /// Whether there are any weights.
    pub fn is_empty(&self) -> bool {
        self.weights.is_empty()
    }

    /// How much the clues speak for somebody: the logarithm of the odds against there being nobody.
    pub fn sum(&self, clues: &[Clue]) -> f32 {
        clues.iter().map(|clue| self.weights.get(&*clue.to_string()).copied().unwrap_or(0.0)).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, clues: &[Clue], sum: f32, wrong: &[&str]) {
        let mut problems = Vec::new();
        let likely = Likely::read(&DataFile { path: "likely.tsv", text }, &mut problems);
        assert_eq!(likely.sum(clues), sum, "{text:?}");
        assert_eq!(problems.iter().map(|p| p.message.as_str()).collect::<Vec<_>>(), wrong, "{text:?}");
    }

    #[test]
    fn clues_add_up() {
        let told = [Clue::Start, Clue::Kind(EventType::Accuse), Clue::Slot(Slot::named("with")), Clue::Back(2)];
        check("start\t-2\nkind ACCUSE\t0.5\nslot with\t1\n", &told, -0.5, &[]);
        check("# nothing\n", &told, 0.0, &[]);
        let open = [Clue::Sector(EventType::Reject, None), Clue::Kin(EventType::Reject, Kin::Own)];
        check("sector REJECT none\t0.25\nkin REJECT Own\t0.5\n", &open, 0.75, &[]);
        let denied = Clue::Status(EventType::Reject, Status::Denied);
        let act = [Clue::Rule("reject".into()), denied, Clue::Filled(Slot::Object)];
        check("rule reject\t-1\nstatus REJECT denied\t0.25\nfilled object\t0.5\n", &act, -0.25, &[]);
    }

    #[test]
    fn what_is_no_weight_is_told() {
        check("start\tmuch\n", &[Clue::Start], 0.0, &["expected a number behind \"start\", found \"much\""]);
        check("start\t1\nstart\t1\n", &[Clue::Start], 1.0, &["\"start\" stands twice"]);
    }
}
