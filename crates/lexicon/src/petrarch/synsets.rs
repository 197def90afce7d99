//! Synsets: `&COIN` and below it, each behind a `+`, the phrases it stands for. A phrase may be another synset.

use super::agents::plural;
use super::words::pieces;
use std::collections::HashMap;

/// A synset as written.
#[derive(Debug, Clone, Default)]
pub(super) struct Written {
    pub(super) line: usize,
    pub(super) members: Vec<String>,
    /// No member has a plural.
    pub(super) rigid: bool,
}

/// The phrases of every synset, with those of the synsets among its members; names that are not defined are told.
pub(super) fn resolved(
    written: &[Written],
    numbers: &HashMap<String, usize>,
    mut fault: impl FnMut(usize, String),
) -> Vec<Vec<Vec<Box<str>>>> {
    let mut phrases = Vec::new();
    for (id, synset) in written.iter().enumerate() {
        let mut found = Vec::new();
        for missing in gather(written, numbers, id, &mut vec![], &mut found) {
            fault(synset.line, format!("no synset is called &{missing}"));
        }
        phrases.push(found);
    }
    phrases
}

/// Adds the phrases of a synset; hands out names that are not defined. Circles end where they began.
fn gather(
    written: &[Written],
    numbers: &HashMap<String, usize>,
    id: usize,
    above: &mut Vec<usize>,
    found: &mut Vec<Vec<Box<str>>>,
) -> Vec<String> {
    let Some(synset) = written.get(id).filter(|_| !above.contains(&id)) else { return vec![] };
    above.push(id);
    let mut missing = Vec::new();
    for member in &synset.members {
        match member.strip_prefix('&').map(|name| (name, numbers.get(name.trim_end_matches('_')))) {
            Some((_, Some(&inner))) => missing.extend(gather(written, numbers, inner, above, found)),
            Some((name, None)) => missing.push(name.to_owned()),
            None => add(member, synset.rigid, found),
        }
    }
    above.pop();
    missing
}

fn add(member: &str, rigid: bool, found: &mut Vec<Vec<Box<str>>>) {
    let words = |text: &str| -> Vec<Box<str>> { text.split([' ', '_']).flat_map(pieces).collect() };
    found.push(words(member));
    if !rigid && !member.ends_with('_') {
        found.push(words(&plural(member)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn synsets_hold_each_other_and_circles_end() {
        let set = |members: &[&str], rigid| Written {
            line: 3,
            members: members.iter().map(|m| (*m).into()).collect(),
            rigid,
        };
        let written = [set(&["FLORIN", "YEN_", "&ALL"], false), set(&["&COIN", "IOU"], true), set(&["&NIL"], true)];
        let numbers = HashMap::from([("COIN".to_owned(), 0), ("ALL".to_owned(), 1), ("ODD".to_owned(), 2)]);
        let mut faults = Vec::new();
        let phrases = resolved(&written, &numbers, |line, message| faults.push((line, message)));
        let told: Vec<String> = phrases.iter().map(|set| set.concat().join(" ")).collect();
        assert_eq!(told, ["florin florins yen iou", "florin florins yen iou", ""]);
        assert_eq!(faults, [(3, "no synset is called &NIL".to_owned())]);
    }
}
