//! Singulars of plurals that the treebanks disagree on: "troops" is a form of "troop" in one and a word of its own in another.

use crate::tables::PLURALS;
use types::Xpos;

/// The singular of a listed plural, else what was proposed.
pub(super) fn lemma(form: &str, xpos: Xpos, proposed: Box<str>) -> Box<str> {
    if xpos != Xpos::Nns {
        return proposed;
    }
    let lower = form.to_lowercase();
    let listed = PLURALS.entries().filter_map(|line| line.split_once(' ')).find(|(plural, _)| *plural == lower);
    listed.map_or(proposed, |(_, singular)| singular.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn listed_plurals_have_one_singular() {
        assert_eq!(&*lemma("Troops", Xpos::Nns, "troops".into()), "troop");
        assert_eq!(&*lemma("troops", Xpos::Nn, "troops".into()), "troops");
        assert_eq!(&*lemma("headquarters", Xpos::Nns, "headquarters".into()), "headquarters");
    }
}
