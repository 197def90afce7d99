//! Which statements may tell of one act: those that a story's ledger puts together, else those alike in type and sides.
//! Of them, those are compared that are near in time.

use super::people::called;
use super::statement::Statement;
use crate::wire::StoryRecord;
use std::collections::{BTreeMap, BTreeSet};
use types::EventType;

/// Several statements of one act, by number.
pub(super) type Act = Vec<usize>;

/// Type and sides, whichever way round.
type Likeness<'a> = (EventType, BTreeSet<&'a str>);

/// The acts that more than one statement tells of.
pub(super) fn acts(statements: &[Statement], stories: &[StoryRecord]) -> Vec<Act> {
    let lines = lines(statements, stories);
    let known: BTreeSet<usize> = lines.iter().flatten().copied().collect();
    let rest = (1..).zip(statements).filter(|(number, _)| !known.contains(number));
    let mut acts: Vec<Act> = alike(rest);
    acts.extend(lines.into_iter().map(Vec::from_iter));
    acts.retain(|act| act.len() > 1);
    acts.sort_unstable();
    acts
}

/// The lines of ledgers.
fn lines(statements: &[Statement], stories: &[StoryRecord]) -> Vec<BTreeSet<usize>> {
    let mut numbers: BTreeMap<&str, usize> = BTreeMap::new();
    for (number, statement) in (1..).zip(statements) {
        numbers.extend(statement.records.iter().map(|record| (record.id.as_str(), number)));
    }
    let number = |record: &String| numbers.get(record.as_str()).copied();
    let lines = stories.iter().flat_map(|story| &story.ledger);
    lines.map(|line| line.entries.iter().filter_map(|entry| number(&entry.record)).collect()).collect()
}

/// Statements of the same type and sides.
fn alike<'a>(statements: impl Iterator<Item = (usize, &'a Statement<'a>)>) -> Vec<Act> {
    let mut groups: BTreeMap<Likeness, Act> = BTreeMap::new();
    for (number, statement) in statements {
        if let Some(likeness) = likeness(statement) {
            groups.entry(likeness).or_default().push(number);
        }
    }
    groups.into_values().collect()
}

/// Of an act that lacks a side it cannot be said that two are the same.
fn likeness<'a>(statement: &Statement<'a>) -> Option<Likeness<'a>> {
    let record = statement.record;
    let sides: BTreeSet<&str> = record.actors.iter().chain(&record.recipients).filter_map(called).collect();
    let both = !record.actors.is_empty() && !record.recipients.is_empty();
    both.then_some((record.kind, sides))
}

/// Whether two statements are told of days that lie no further apart.
pub(super) fn within(days: i32, one: &Statement, other: &Statement) -> bool {
    one.day().zip(other.day()).is_some_and(|(one, other)| (one.number() - other.number()).abs() <= days)
}
