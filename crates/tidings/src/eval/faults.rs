//! Why records are wrong: each miss, each spurious record and each wrong field under exactly one leading cause.
//!
//! A **miss** is a gold mention without an answer, a **spurious** record one that answers nothing; what
//! [`matching`](super::matching) paired may have **wrong fields**. The causes stand in the order in which coding goes,
//! and the first that applies leads, because what goes wrong there spoils all that follows.
//!
//! Of a miss:
//!
//! 1. [`Unread`](Cause::Unread): no sentence that was read overlaps the gold sentence.
//! 2. [`OtherSense`](Cause::OtherSense): a spurious record stands on the trigger. The two are one fault.
//! 3. [`Overlap`](Cause::Overlap): a record of a defensible type stands on the trigger, but answers another mention; or
//!    a rule of such a type gave one that was taken for part, content or repetition of another.
//! 4. [`Attachment`](Cause::Attachment): a rule of such a type fired, but those who must take part were not found.
//! 5. [`OtherSense`](Cause::OtherSense) again: a rule of such a type fits, but gave way to one of another type.
//! 6. [`Unfit`](Cause::Unfit): a rule of such a type has the word, but in another form or under other conditions.
//! 7. [`OtherSense`](Cause::OtherSense) again: only a rule of another type holds for the word, or a record shows it.
//! 8. [`UnknownTrigger`](Cause::UnknownTrigger): all others.
//!
//! Of a spurious record that is not one with a miss:
//!
//! 1. [`Overlap`](Cause::Overlap): it stands on the trigger of a mention that another record answers, or the sentence
//!    has a mention of its type that another record answers.
//! 2. [`NoEvent`](Cause::NoEvent): all others.
//!
//! Of wrong fields: `status`, `attribution`, `mode`, `place` and `date` are their own causes. Of actors, their sectors
//! and recipients, side by side:
//!
//! 1. [`Direction`](Cause::Direction): it holds the words of a participant of gold's other side, and gold has none such
//!    here.
//! 2. [`Resolution`](Cause::Resolution): a participant has the right words, but no or another country or sector.
//! 3. [`Context`](Cause::Context): gold has a participant here whom the sentence does not name.
//! 4. [`Attachment`](Cause::Attachment): all others; the participant is taken from a wrong phrase, or none is found.

mod alone;
mod cause;
mod fields;
#[cfg(test)]
mod tests;

pub use cause::Cause;

use super::fields::Reading;
use super::gold::Mention;
use super::matching::pair;
use super::scores::Case;
use serde::Serialize;
use std::collections::BTreeMap;

/// One thing that went wrong.
#[derive(Debug, Clone, Serialize)]
pub struct Fault {
    /// Why.
    pub cause: Cause,
    /// The article.
    pub doc: String,
    /// The mention as gold has it; nothing where it has none.
    pub gold: Option<Mention>,
    /// The mention as it was found; nothing for a miss.
    pub found: Option<Mention>,
    /// The wrong fields of a mention that was found.
    pub fields: Vec<Reading>,
    /// What more is known of it.
    pub note: Option<String>,
}

/// All that is wrong, cause by cause, within a cause in the order of articles.
pub fn faults(cases: &[Case]) -> Vec<Fault> {
    let mut all: Vec<Fault> = cases.iter().flat_map(of_case).collect();
    all.sort_by_key(|fault| fault.cause);
    all
}

fn of_case(case: &Case) -> Vec<Fault> {
    let matched = pair(&case.gold.events, &case.predicted);
    let wrong = matched.pairs.iter().flat_map(|(gold, found)| fields::wrong(case, gold, found));
    alone::faults(case, &matched).into_iter().chain(wrong).collect()
}

/// How much a cause spoils.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Spoiled {
    /// Faults.
    pub faults: usize,
    /// Gold mentions not found.
    pub missed: usize,
    /// Records that answer nothing.
    pub spurious: usize,
    /// Wrong fields of matched mentions.
    pub fields: usize,
}

impl Spoiled {
    /// What one fault spoils.
    pub fn by(fault: &Fault) -> Self {
        let (missed, spurious) = match fault.fields.len() {
            0 => (usize::from(fault.gold.is_some()), usize::from(fault.found.is_some())),
            _ => (0, 0),
        };
        Self { faults: 1, missed, spurious, fields: fault.fields.len() }
    }

    /// Both together.
    pub fn and(self, other: Self) -> Self {
        Self {
            faults: self.faults + other.faults,
            missed: self.missed + other.missed,
            spurious: self.spurious + other.spurious,
            fields: self.fields + other.fields,
        }
    }
}

/// What each cause spoils; causes that spoil nothing are left out.
pub fn by_cause(faults: &[Fault]) -> BTreeMap<Cause, Spoiled> {
    let mut causes: BTreeMap<Cause, Spoiled> = BTreeMap::new();
    for fault in faults {
        let spoiled = causes.entry(fault.cause).or_default();
        *spoiled = spoiled.and(Spoiled::by(fault));
    }
    causes
}
