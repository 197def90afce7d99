//! Which predicted attribution answers which annotated one: one to one, those that share most words first.

use super::words::{Indices, Relation, Role};
use std::cmp::Reverse;

/// Pairs by number, gold first, in the order of the gold side.
pub fn pairs(gold: &[Relation], predicted: &[Relation]) -> Vec<(usize, usize)> {
    let mut candidates: Vec<(Closeness, usize, usize)> = Vec::new();
    for (g, wanted) in gold.iter().enumerate() {
        let close = predicted.iter().enumerate().map(|(p, found)| (Closeness::of(wanted, found), g, p));
        candidates.extend(close.filter(|(closeness, ..)| closeness.is_any()));
    }
    candidates.sort_by_key(|&(closeness, g, p)| (Reverse(closeness), g, p));
    let mut taken: Vec<(usize, usize)> = Vec::new();
    for (_, g, p) in candidates {
        if taken.iter().all(|&(with, by)| with != g && by != p) {
            taken.push((g, p));
        }
    }
    taken.sort_unstable();
    taken
}

/// How much two attributions share: in how many roles, then in words of the content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Closeness {
    roles: usize,
    words: usize,
}

impl Closeness {
    fn of(gold: &Relation, predicted: &Relation) -> Self {
        let shared = |role: Role| shared(gold.of(role), predicted.of(role));
        let roles = Role::ALL.into_iter().filter(|&role| shared(role) > 0).count();
        // A source alone says many things.
        let says = shared(Role::Cue) + shared(Role::Content);
        Self { roles: if says > 0 { roles } else { 0 }, words: shared(Role::Content) }
    }

    fn is_any(self) -> bool {
        self.roles > 0
    }
}

/// How many words two sides have in common.
pub fn shared(one: &Indices, other: &Indices) -> usize {
    one.intersection(other).count()
}
