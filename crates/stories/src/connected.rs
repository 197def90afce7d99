//! What hangs together, directly or through others.

use std::collections::{BTreeMap, BTreeSet};

/// Which hang together with which, both ways.
pub(crate) type Edges = BTreeMap<usize, BTreeSet<usize>>;

/// All that hangs together with one of them; nothing if that was seen before.
pub(crate) fn reached(start: usize, edges: &Edges, seen: &mut BTreeSet<usize>) -> Vec<usize> {
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
