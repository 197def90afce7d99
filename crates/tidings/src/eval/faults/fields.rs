//! Causes of wrong fields.

use super::{Cause, Fault};
use crate::eval::fields::{Field, Reading, readings};
use crate::eval::gold::{Mention, Party};
use crate::eval::scores::Case;
use std::collections::BTreeMap;

/// The faults of a matched pair, one per cause.
pub(super) fn wrong(case: &Case, gold: &Mention, found: &Mention) -> Vec<Fault> {
    let mut causes: BTreeMap<Cause, Vec<Reading>> = BTreeMap::new();
    let wrong = readings(gold, found).into_iter().filter(|r| !r.right && !r.field.is_part_of_another());
    for reading in wrong {
        causes.entry(cause(reading.field, gold, found)).or_default().push(reading);
    }
    let fault = |(cause, fields)| Fault {
        cause,
        doc: case.gold.doc.clone(),
        gold: Some(gold.clone()),
        found: Some(found.clone()),
        fields,
        note: None,
    };
    causes.into_iter().map(fault).collect()
}

fn cause(field: Field, gold: &Mention, found: &Mention) -> Cause {
    match field {
        Field::Status | Field::StatusNotOccurred => Cause::Status,
        Field::Attribution | Field::Attributed => Cause::Attribution,
        Field::Mode => Cause::Mode,
        Field::Place => Cause::Place,
        Field::Date => Cause::Date,
        Field::Actor | Field::ActorSector => {
            Side { field, gold: &gold.actors, other: &gold.recipients, found: &found.actors, sentence: &gold.quote }
                .cause()
        }
        Field::Recipient => {
            Side { field, gold: &gold.recipients, other: &gold.actors, found: &found.recipients, sentence: &gold.quote }
                .cause()
        }
    }
}

/// Actors or recipients.
struct Side<'a> {
    field: Field,
    gold: &'a [Party],
    /// Those of gold's other side.
    other: &'a [Party],
    found: &'a [Party],
    sentence: &'a str,
}

impl Side<'_> {
    fn cause(&self) -> Cause {
        let from_other =
            |f: &Party| self.other.iter().any(|g| has_same_words(g, f)) && !self.gold.iter().any(|g| is_same(g, f));
        let misread = |g: &Party| self.found.iter().any(|f| has_same_words(g, f) && !self.reads_alike(g, f));
        let unnamed = |g: &Party| !self.found.iter().any(|f| is_same(g, f)) && !self.is_named(g);
        match () {
            () if self.found.iter().any(from_other) => Cause::Direction,
            () if self.gold.iter().any(misread) => Cause::Resolution,
            () if self.gold.iter().any(unnamed) => Cause::Context,
            () => Cause::Attachment,
        }
    }

    fn reads_alike(&self, a: &Party, b: &Party) -> bool {
        if self.field == Field::ActorSector { a.sector == b.sector } else { a.country == b.country }
    }

    fn is_named(&self, party: &Party) -> bool {
        !party.implicit && party.text.as_ref().is_some_and(|text| self.sentence.contains(text))
    }
}

fn is_same(a: &Party, b: &Party) -> bool {
    has_same_words(a, b) || a.country.is_some() && a.country == b.country
}

/// Whether the words of one lie in those of the other: annotators take the fullest phrase, programs often its head.
fn has_same_words(a: &Party, b: &Party) -> bool {
    let (a, b) = (words(a), words(b));
    let holds = |a: &[String], b: &[String]| !b.is_empty() && a.windows(b.len()).any(|part| part == b);
    holds(&a, &b) || holds(&b, &a)
}

fn words(party: &Party) -> Vec<String> {
    let text = party.text.as_deref().unwrap_or_default().to_lowercase();
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}
