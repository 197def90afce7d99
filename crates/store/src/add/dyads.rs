//! Which country did it to which: every actor with every recipient, or, where all take part alike, with each other.

use crate::engine::Cell;
use crate::{PartyRow, RecordRow, Value};
use std::collections::BTreeSet;
use types::Country;

/// Two countries, of which one may be unknown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Dyad {
    actor: Option<Country>,
    recipient: Option<Country>,
}

impl Dyad {
    /// Its columns.
    pub(super) fn cells(self, record: i64) -> [Cell<'static>; 3] {
        let name = |country: Option<Country>| Value::from(country.map_or_else(String::new, |code| code.to_string()));
        [("record", record.into()), ("actor_country", name(self.actor)), ("recipient_country", name(self.recipient))]
    }
}

/// The dyads of a record, each once; none where no party has a country.
pub(super) fn of(record: &RecordRow) -> BTreeSet<Dyad> {
    let countries = |side: &[PartyRow]| side.iter().map(|party| party.country).collect::<Vec<_>>();
    let pairs = pairs(&countries(&record.actors), &countries(&record.recipients));
    let known = pairs.into_iter().filter(|pair| *pair != (None, None));
    known.map(|(actor, recipient)| Dyad { actor, recipient }).collect()
}

type Pair = (Option<Country>, Option<Country>);

fn pairs(actors: &[Option<Country>], recipients: &[Option<Country>]) -> Vec<Pair> {
    match (actors, recipients) {
        ([], all) => all.iter().map(|to| (None, *to)).collect(),
        ([one], []) => vec![(*one, None)],
        (all, []) => each_other(all),
        _ => actors.iter().flat_map(|from| recipients.iter().map(|to| (*from, *to))).collect(),
    }
}

fn each_other(all: &[Option<Country>]) -> Vec<Pair> {
    let others = |at: usize| all.iter().enumerate().filter(move |(other, _)| *other != at).map(|(_, to)| *to);
    all.iter().enumerate().flat_map(|(at, from)| others(at).map(|to| (*from, to))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parties_make_pairs() {
        let country = |code: &&str| code.parse().ok();
        let check = |actors: &[&str], recipients: &[&str], want: &str| {
            let sides = [actors, recipients].map(|side| side.iter().map(country).collect::<Vec<_>>());
            let name = |side: Option<Country>| side.map_or_else(|| "-".to_owned(), |code| code.to_string());
            let found = pairs(&sides[0], &sides[1]).into_iter().map(|(a, b)| format!("{}>{}", name(a), name(b)));
            assert_eq!(found.collect::<Vec<_>>().join(" "), want);
        };
        check(&[], &[], "");
        check(&["USA"], &[], "USA>-");
        check(&[], &["IRN"], "->IRN");
        check(&["USA", "GBR"], &["IRN"], "USA>IRN GBR>IRN");
        check(&["USA", "GBR", ""], &[], "USA>GBR USA>- GBR>USA GBR>- ->USA ->GBR");
    }
}
