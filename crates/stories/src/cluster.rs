//! Groups of articles: the two most alike groups are joined first, until none are alike enough.
//!
//! How alike two groups are lies between their closest pair and the average over all pairs. Numbers are handed in in the
//! canonical order of articles, and ties go to the lowest: so the result does not depend on the order of arrival.

use crate::settings::StorySettings;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap};

/// A pair of articles, the lower first, and how alike they are.
pub(crate) type Pair = (usize, usize, f64);

/// Groups of the articles `0..count`, each in order, in the order of their first.
pub(crate) fn groups(count: usize, pairs: &[Pair], settings: &StorySettings) -> Vec<Vec<usize>> {
    let mut forest = Forest::new(count, pairs);
    let mut open: BinaryHeap<Join> = pairs.iter().map(|(one, other, score)| Join::new(*score, *one, *other)).collect();
    while let Some(join) = open.pop().filter(|join| join.score >= settings.joined) {
        if forest.stands(join.one) && forest.stands(join.other) {
            open.extend(forest.join(&join, settings.closest));
        }
    }
    let mut groups: Vec<_> = forest.members.into_iter().flatten().collect();
    groups.sort();
    groups
}

#[derive(Debug, PartialEq)]
struct Join {
    score: f64,
    one: usize,
    other: usize,
}

impl Join {
    fn new(score: f64, one: usize, other: usize) -> Self {
        Self { score, one: one.min(other), other: one.max(other) }
    }
}

impl Eq for Join {}

impl PartialOrd for Join {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Join {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        let numbers = (other.one, other.other).cmp(&(self.one, self.other));
        self.score.total_cmp(&other.score).then(numbers)
    }
}

/// What lies between two groups: the sum of likenesses and the highest.
#[derive(Debug, Clone, Copy, Default)]
struct Between {
    sum: f64,
    highest: f64,
}

struct Forest {
    /// Nothing for a group that was joined into another.
    members: Vec<Option<Vec<usize>>>,
    between: Vec<BTreeMap<usize, Between>>,
}

impl Forest {
    fn new(count: usize, pairs: &[Pair]) -> Self {
        let mut between = vec![BTreeMap::new(); count];
        for (one, other, score) in pairs {
            for (from, to) in [(*one, *other), (*other, *one)] {
                if let Some(row) = between.get_mut(from) {
                    row.insert(to, Between { sum: *score, highest: *score });
                }
            }
        }
        Self { members: (0..count).map(|number| Some(vec![number])).collect(), between }
    }

    fn stands(&self, group: usize) -> bool {
        self.members.get(group).is_some_and(Option::is_some)
    }

    fn size(&self, group: usize) -> f64 {
        self.members.get(group).and_then(Option::as_ref).map_or(0, Vec::len) as f64
    }

    /// Makes one group of two, and says how alike it is to each that stands.
    fn join(&mut self, join: &Join, closest: f64) -> Vec<Join> {
        let number = self.members.len();
        let rows =
            [join.one, join.other].map(|group| self.between.get_mut(group).map(std::mem::take).unwrap_or_default());
        let mut members: Vec<usize> = [join.one, join.other].into_iter().flat_map(|group| self.take(group)).collect();
        members.sort_unstable();
        self.members.push(Some(members));
        let row = self.merged(rows);
        let open = row.iter().map(|(other, between)| {
            let average = between.sum / (self.size(number) * self.size(*other));
            Join::new(closest * between.highest + (1.0 - closest) * average, number, *other)
        });
        let open = open.collect();
        self.note(number, row);
        open
    }

    fn take(&mut self, group: usize) -> Vec<usize> {
        self.members.get_mut(group).and_then(Option::take).unwrap_or_default()
    }

    fn merged(&self, [mut one, other]: [BTreeMap<usize, Between>; 2]) -> BTreeMap<usize, Between> {
        for (group, more) in other {
            let between = one.entry(group).or_default();
            *between = Between { sum: between.sum + more.sum, highest: between.highest.max(more.highest) };
        }
        one.retain(|group, _| self.stands(*group));
        one
    }

    fn note(&mut self, number: usize, row: BTreeMap<usize, Between>) {
        for (other, between) in &row {
            if let Some(theirs) = self.between.get_mut(*other) {
                theirs.insert(number, *between);
            }
        }
        self.between.push(row);
    }
}

/// Groups of those that hang together, each in order.
pub(crate) fn connected(edges: &BTreeMap<usize, BTreeSet<usize>>) -> Vec<Vec<usize>> {
    let mut seen = BTreeSet::new();
    let starts = edges.keys().copied().collect::<Vec<_>>();
    starts
        .into_iter()
        .filter_map(|start| if seen.contains(&start) { None } else { Some(reached(start, edges, &mut seen)) })
        .collect()
}

fn reached(start: usize, edges: &BTreeMap<usize, BTreeSet<usize>>, seen: &mut BTreeSet<usize>) -> Vec<usize> {
    let (mut open, mut group) = (vec![start], Vec::new());
    while let Some(node) = open.pop() {
        if seen.insert(node) {
            group.push(node);
            open.extend(edges.get(&node).into_iter().flatten());
        }
    }
    group.sort_unstable();
    group
}
