//! Which statements tell of one act: those that a story's ledger puts together, else those alike in type, sides and day.

use super::calendar::number;
use super::people::called;
use super::statement::Statement;
use crate::wire::StoryRecord;
use std::collections::{BTreeMap, BTreeSet};
use types::EventType;

/// Statements without a ledger are of one act if no more days than this lie between one and the next.
const APART: i32 = 3;

/// Several statements of one act, by number.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Act {
    pub(super) statements: Vec<usize>,
    pub(super) basis: Basis,
}

/// Why statements are taken to be of one act.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Basis {
    /// A story's ledger says so.
    Ledger,
    /// Type, sides and day are alike.
    Alike,
}

/// Type and sides, whichever way round.
type Likeness<'a> = (EventType, BTreeSet<&'a str>);

/// The acts that more than one statement tells of.
pub(super) fn acts(statements: &[Statement], stories: &[StoryRecord]) -> Vec<Act> {
    let lines = lines(statements, stories);
    let known: BTreeSet<usize> = lines.iter().flatten().copied().collect();
    let rest = (1..).zip(statements).filter(|(number, _)| !known.contains(number));
    let of = |basis| move |statements: Vec<usize>| Act { statements, basis };
    let mut acts: Vec<Act> = alike(rest).into_iter().map(of(Basis::Alike)).collect();
    acts.extend(lines.into_iter().map(Vec::from_iter).map(of(Basis::Ledger)));
    acts.retain(|act| act.statements.len() > 1);
    acts.sort_by(|one, other| one.statements.cmp(&other.statements));
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

/// Statements of the same sides, split where nothing is told for some days.
fn alike<'a>(statements: impl Iterator<Item = (usize, &'a Statement<'a>)>) -> Vec<Vec<usize>> {
    let mut groups: BTreeMap<Likeness, Vec<(i32, usize)>> = BTreeMap::new();
    for (at, statement) in statements {
        if let Some((day, likeness)) = statement.day().zip(likeness(statement)) {
            groups.entry(likeness).or_default().push((number(day), at));
        }
    }
    groups.into_values().flat_map(split).collect()
}

/// Of an act that lacks a side it cannot be said that two are the same.
fn likeness<'a>(statement: &Statement<'a>) -> Option<Likeness<'a>> {
    let record = statement.record;
    let sides: BTreeSet<&str> = record.actors.iter().chain(&record.recipients).filter_map(called).collect();
    let both = !record.actors.is_empty() && !record.recipients.is_empty();
    both.then_some((record.kind, sides))
}

fn split(mut days: Vec<(i32, usize)>) -> Vec<Vec<usize>> {
    days.sort_unstable();
    let runs = days.chunk_by(|one, next| next.0 - one.0 <= APART);
    let numbers = |run: &[(i32, usize)]| BTreeSet::from_iter(run.iter().map(|(_, number)| *number));
    runs.map(|run| numbers(run).into_iter().collect()).collect()
}
