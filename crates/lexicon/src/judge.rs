//! What a model that judges words may do beside the rules: from which probability on a word becomes a trigger, when a
//! rule's trigger is dropped, and where who and whom stand round a word that no rule knows.

use crate::rules::{Needs, Rule, Slot, Trigger, TriggerClass};
use crate::toml_file::{self, Located};
use crate::{DataFile, Problem};
use serde::Deserialize;
use std::collections::BTreeMap;
use types::{EventType, Sector};

/// Limits, and a rule without words for each type.
#[derive(Debug, Clone)]
pub struct Judging {
    propose: f32,
    dispose: f32,
    rules: Vec<Rule>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Shape {
    propose: f32,
    dispose: f32,
    verb: Places,
    noun: Places,
    adjective: Places,
    together: Together,
    implied: BTreeMap<String, Located>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Places {
    actor: Vec<String>,
    recipient: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Together {
    types: Vec<Located>,
    slots: Vec<String>,
}

impl Default for Judging {
    /// A judge that may do nothing.
    fn default() -> Self {
        Self { propose: f32::INFINITY, dispose: f32::INFINITY, rules: Vec::new() }
    }
}

impl Judging {
    /// Reads `judge.toml`.
    pub(crate) fn read(file: &DataFile<'_>, problems: &mut Vec<Problem>) -> Self {
        let Some(shape) = toml_file::read::<Shape>(file, problems) else { return Self::default() };
        let mutual: Vec<EventType> =
            shape.together.types.iter().filter_map(|kind| toml_file::code(file, kind, problems)).collect();
        let mut implied: BTreeMap<EventType, Sector> = BTreeMap::new();
        for (kind, sector) in &shape.implied {
            match (kind.parse(), toml_file::code(file, sector, problems)) {
                (Ok(kind), Some(sector)) => _ = implied.insert(kind, sector),
                (Err(error), _) => problems.push(toml_file::problem(file, sector, &error.to_string())),
                (Ok(_), None) => {}
            }
        }
        let rule = |&kind: &EventType| {
            let together = if mutual.contains(&kind) { shape.together.slots.as_slice() } else { &[] };
            rule(file, kind, &shape, together, implied.get(&kind).copied())
        };
        let rules = EventType::ALL.iter().map(rule).collect();
        Self { propose: shape.propose, dispose: shape.dispose, rules }
    }

    /// Whether a probability makes a word that no rule reads a trigger.
    pub fn proposes(&self, probability: f32) -> bool {
        probability >= self.propose
    }

    /// Whether a probability that there is no event is too much for a rule's trigger.
    pub fn disposes(&self, nothing: f32) -> bool {
        nothing > self.dispose
    }

    /// The rule and trigger of words that only the judge reads.
    pub fn trigger(&self, kind: EventType, class: TriggerClass) -> Option<(&Rule, &Trigger)> {
        let rule = self.rules.iter().find(|rule| rule.kind == kind)?;
        Some((rule, rule.triggers.iter().find(|trigger| trigger.class == class)?))
    }
}

fn rule(file: &DataFile<'_>, kind: EventType, shape: &Shape, together: &[String], implied: Option<Sector>) -> Rule {
    let classes = [
        (TriggerClass::Verb, &shape.verb),
        (TriggerClass::Noun, &shape.noun),
        (TriggerClass::Adjective, &shape.adjective),
    ];
    Rule {
        id: format!("judged-{}", kind.as_str().to_lowercase()),
        file: file.path.to_owned(),
        why: "The model reads the word so; no rule knows it.".to_owned(),
        kind,
        mode: None,
        contexts: Vec::new(),
        triggers: classes.map(|(class, places)| trigger(class, places, together, implied)).into(),
        examples: Vec::new(),
    }
}

fn trigger(class: TriggerClass, places: &Places, together: &[String], implied: Option<Sector>) -> Trigger {
    let slots = |names: &[String]| names.iter().map(|name| Slot::named(name)).collect();
    Trigger {
        class,
        forms: Vec::new(),
        with: Vec::new(),
        without: Vec::new(),
        actor: slots(&places.actor),
        recipient: slots(&places.recipient),
        together: slots(together),
        needs: Needs::Someone,
        only: Vec::new(),
        status: None,
        implied,
    }
}
