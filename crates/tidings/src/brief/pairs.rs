//! Who acts on whom, and how often.

use super::matter::Matter;
use super::people::called;
use super::standing::Standing;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// Who and whom.
pub(super) type Names<'a> = (&'a str, &'a str);

/// One party acts on another.
#[derive(Debug)]
pub(super) struct Pair<'a> {
    pub(super) names: Names<'a>,
    /// Statements by standing.
    pub(super) counts: BTreeMap<Standing, usize>,
}

impl<'a> Pair<'a> {
    fn both(&self) -> [&'a str; 2] {
        [self.names.0, self.names.1]
    }

    pub(super) fn count(&self) -> usize {
        self.counts.values().sum()
    }

    /// Whether any of it happened.
    pub(super) fn occurred(&self) -> bool {
        self.counts.contains_key(&Standing::Occurred)
    }
}

/// All pairs, the commonest first, and of those as common the ones between parties of a name and those told of most.
pub(super) fn pairs<'a>(matter: &Matter<'a>) -> Vec<Pair<'a>> {
    let mut counts: BTreeMap<Names, BTreeMap<Standing, usize>> = BTreeMap::new();
    for statement in &matter.statements {
        for names in of(statement.record) {
            *counts.entry(names).or_default().entry(statement.standing()).or_default() += 1;
        }
    }
    let mut pairs: Vec<Pair> = counts.into_iter().map(|(names, counts)| Pair { names, counts }).collect();
    let weights = weights(&pairs);
    let named = named(matter);
    let weight = |pair: &Pair| pair.both().iter().filter_map(|name| weights.get(name)).sum::<usize>();
    let known = |pair: &Pair| pair.both().iter().filter(|name| named.contains(*name)).count();
    pairs.sort_by_key(|pair| (Reverse(pair.count()), Reverse(known(pair)), Reverse(weight(pair)), pair.names));
    pairs
}

/// Canonical names: "they" or "women" may be others each time.
fn named<'a>(matter: &Matter<'a>) -> BTreeSet<&'a str> {
    let records = matter.statements.iter().map(|statement| statement.record);
    let participants = records.flat_map(|record| record.actors.iter().chain(&record.recipients));
    participants.filter_map(|participant| participant.name.as_deref()).collect()
}

/// In how many statements each is told of with another.
fn weights<'a>(pairs: &[Pair<'a>]) -> BTreeMap<&'a str, usize> {
    let mut weights = BTreeMap::new();
    for pair in pairs {
        pair.both().into_iter().for_each(|name| *weights.entry(name).or_default() += pair.count());
    }
    weights
}

fn of(record: &crate::wire::Record) -> BTreeSet<Names<'_>> {
    let recipients: Vec<&str> = record.recipients.iter().filter_map(called).collect();
    let actors = record.actors.iter().filter_map(called);
    actors.flat_map(|actor| recipients.iter().map(move |recipient| (actor, *recipient))).collect()
}
