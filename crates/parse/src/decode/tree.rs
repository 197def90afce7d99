//! The best tree over arc scores, with one root: Chu-Liu-Edmonds.
//!
//! Every word takes its best head; where that makes a circle, the circle becomes one node and the
//! smaller problem is solved first.

use crate::matrix::Matrix;

/// What a word pays for hanging from ROOT, so that one alone does.
const ROOT_COST: f64 = 1e6;

/// What stands for an arc that cannot be.
const NEVER: f64 = -1e30;

/// Heads of the best tree, nothing for the root; `arcs` has a row per word and a column for ROOT and each word.
pub(crate) fn heads(arcs: &Matrix) -> Vec<Option<usize>> {
    let count = arcs.rows();
    let mut scores = Square::new(count + 1);
    for word in 0..count {
        for (head, &score) in arcs.row(word).iter().enumerate() {
            let cost = if head == 0 { ROOT_COST } else { 0.0 };
            let score = if score.is_finite() { f64::from(score) - cost } else { NEVER };
            scores.set(word + 1, head, if head == word + 1 { NEVER } else { score });
        }
    }
    one_root(spanning(&scores)[1..].iter().map(|&head| head.checked_sub(1)).collect())
}

/// Hangs all roots but the first from the first, should scores beyond measure have left several.
fn one_root(mut heads: Vec<Option<usize>>) -> Vec<Option<usize>> {
    let first = heads.iter().position(Option::is_none);
    for (word, head) in heads.iter_mut().enumerate() {
        if head.is_none() && Some(word) != first {
            *head = first;
        }
    }
    heads
}

/// Scores of arcs from each node (row) to its head (column).
struct Square {
    size: usize,
    values: Vec<f64>,
}

impl Square {
    fn new(size: usize) -> Self {
        Self { size, values: vec![NEVER; size * size] }
    }

    fn get(&self, node: usize, head: usize) -> f64 {
        self.values[node * self.size + head]
    }

    fn set(&mut self, node: usize, head: usize, score: f64) {
        self.values[node * self.size + head] = score;
    }
}

/// Heads of the best tree under node 0, whose own head is 0.
fn spanning(scores: &Square) -> Vec<usize> {
    let best = |node| first_best((0..scores.size).filter(|&h| h != node), |&head| scores.get(node, head));
    let mut heads: Vec<usize> =
        (0..scores.size).map(|node| if node == 0 { 0 } else { best(node).unwrap_or(0) }).collect();
    if let Some(circle) = circle(&heads) {
        break_circle(scores, &mut heads, &circle);
    }
    heads
}

/// Solves the problem in which the circle is one node, and opens it where that solution enters it.
fn break_circle(scores: &Square, heads: &mut [usize], circle: &[usize]) {
    let rest: Vec<usize> = (0..scores.size).filter(|node| !circle.contains(node)).collect();
    let merged = rest.len();
    let enter = |outer: usize| {
        let gain = |&node: &usize| scores.get(node, outer) - scores.get(node, heads[node]);
        first_best(circle.iter().copied(), gain).unwrap_or(0)
    };
    let leave = |inner: usize| first_best(circle.iter().copied(), |&node| scores.get(inner, node)).unwrap_or(0);
    let mut small = Square::new(merged + 1);
    for (place, &node) in rest.iter().enumerate() {
        let door = enter(node);
        small.set(merged, place, scores.get(door, node) - scores.get(door, heads[door]));
        if place > 0 {
            rest.iter().enumerate().for_each(|(to, &head)| small.set(place, to, scores.get(node, head)));
            small.set(place, merged, scores.get(node, leave(node)));
        }
    }
    let solved = spanning(&small);
    let door = enter(rest[solved[merged]]);
    for (place, &node) in rest.iter().enumerate().skip(1) {
        heads[node] = if solved[place] == merged { leave(node) } else { rest[solved[place]] };
    }
    heads[door] = rest[solved[merged]];
}

/// The first item with the highest score.
fn first_best(items: impl Iterator<Item = usize>, score: impl Fn(&usize) -> f64) -> Option<usize> {
    items
        .fold(None, |best: Option<(usize, f64)>, item| {
            let score = score(&item);
            if best.is_none_or(|(_, most)| score > most) { Some((item, score)) } else { best }
        })
        .map(|(item, _)| item)
}

/// A circle of heads, if there is one.
fn circle(heads: &[usize]) -> Option<Vec<usize>> {
    // Which walk came by a node first; 0 is no walk.
    let mut seen = vec![0; heads.len()];
    for start in 1..heads.len() {
        let mut node = start;
        while node != 0 && seen[node] == 0 {
            seen[node] = start;
            node = heads[node];
        }
        if node != 0 && seen[node] == start {
            let around = std::iter::successors(Some(heads[node]), |&n| (n != node).then(|| heads[n]));
            return Some(around.collect());
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn matrix(count: usize, values: &[f32]) -> Matrix {
        let mut matrix = Matrix::default();
        matrix.reshape(count, count + 1);
        matrix.as_mut_slice().copy_from_slice(&values[..count * (count + 1)]);
        matrix
    }

    fn is_tree(heads: &[Option<usize>]) -> bool {
        let reaches =
            |word: usize| std::iter::successors(Some(word), |&w| heads[w]).take(heads.len() + 1).count() <= heads.len();
        heads.iter().filter(|h| h.is_none()).count() == 1 && (0..heads.len()).all(reaches)
    }

    fn total(arcs: &Matrix, heads: &[Option<usize>]) -> f64 {
        heads.iter().enumerate().map(|(word, head)| f64::from(arcs.row(word)[head.map_or(0, |h| h + 1)])).sum()
    }

    /// The best total over all trees, one by one.
    fn brute_force(arcs: &Matrix) -> f64 {
        let count = arcs.rows();
        let choices = (count + 1).pow(count as u32);
        let heads = |code: usize| -> Vec<Option<usize>> {
            (0..count).map(|word| (code / (count + 1).pow(word as u32) % (count + 1)).checked_sub(1)).collect()
        };
        (0..choices).map(heads).filter(|h| is_tree(h)).map(|h| total(arcs, &h)).fold(f64::NEG_INFINITY, f64::max)
    }

    proptest! {
        #[test]
        fn finds_the_best_of_all_trees(count in 1usize..6, values in prop::collection::vec(-50f32..50.0, 30)) {
            let arcs = matrix(count, &values);
            let heads = heads(&arcs);
            prop_assert!(is_tree(&heads), "{heads:?}");
            prop_assert!((total(&arcs, &heads) - brute_force(&arcs)).abs() < 1e-6);
        }

        #[test]
        fn any_scores_give_a_tree(count in 1usize..40, values in prop::collection::vec(any::<f32>(), 1640)) {
            prop_assert!(is_tree(&heads(&matrix(count, &values))));
        }
    }
}
