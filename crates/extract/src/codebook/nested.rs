//! A verb with a clause below it, coded by a transformation of the dictionary: who says that he attacked admits it.

use super::clause::{Clause, Sides};
use super::nouns::Nouns;
use super::reading::Reading;
use lexicon::petrarch::{Outcome, Role, Transformation, Verbs};
use types::{Deprel, EventCode, TokenId};

/// A clause below a verb, with what its own verb codes.
pub(super) struct Inner<'a> {
    pub(super) clause: Clause<'a>,
    pub(super) code: EventCode,
}

/// What a transformation makes of a verb.
pub(super) struct Transformed<'v> {
    pub(super) code: EventCode,
    pub(super) source: Option<usize>,
    pub(super) target: Option<usize>,
    pub(super) place: &'v str,
}

/// The verbs of the clauses that a verb has behind it as complements, in text order. What is said before the verb is
/// what is reported by the way ("rebels attacked the camp, the army said").
pub(super) fn complements(clause: &Clause<'_>) -> Vec<TokenId> {
    let behind = |child: &TokenId| *child > clause.verb;
    let complement =
        |child: &TokenId| behind(child) && matches!(clause.parse.token(*child).deprel, Deprel::Ccomp | Deprel::Xcomp);
    clause.parse.children(clause.verb).iter().copied().filter(complement).collect()
}

/// The first transformation that fits a verb, its source and a clause below it.
pub(super) fn transformed<'v>(
    verbs: &'v Verbs,
    nouns: &Nouns,
    reading: &Reading<'_>,
    source: Option<usize>,
    inner: &Inner<'_>,
) -> Option<Transformed<'v>> {
    let sides = inner.clause.sides(Sides::default());
    let agent = sides.source.filter(|_| !inner.clause.has_subject_of_no_code());
    let found = [agent, sides.target];
    let is_source = |phrase: Option<usize>| phrase.is_some() && same(nouns, phrase, source);
    let fits = |(role, phrase): (&Role, &Option<usize>)| match role {
        Role::Same => is_source(*phrase),
        Role::Other => phrase.is_some() && !is_source(*phrase),
        // An infinitive has no subject of its own; it is understood to be that of the verb above.
        Role::Nobody => phrase.is_none() || is_source(*phrase),
        Role::Any => true,
    };
    let is_right = |t: &&Transformation| {
        verbs.are_alike(&t.above, reading.block)
            && t.below.as_ref().is_none_or(|below| verbs.codes_as(below, &inner.code))
            && t.inner.iter().zip(&found).all(fits)
    };
    let fitting = verbs.transformations().iter().find(is_right)?;
    let other = fitting.inner.iter().zip(found).find(|(role, _)| **role == Role::Other).and_then(|(_, phrase)| phrase);
    let [source, target] = fitting.sides.map(|role| if role == Role::Same { source } else { other });
    let code = match &fitting.outcome {
        Outcome::Code(code) => code.clone(),
        Outcome::Inner => inner.code.clone(),
    };
    Some(Transformed { code, source, target, place: &fitting.place })
}

fn same(nouns: &Nouns, a: Option<usize>, b: Option<usize>) -> bool {
    let codes = |id: Option<usize>| id.and_then(|id| nouns.get(id)).map(|noun| &noun.codes);
    a == b || codes(a).is_some_and(|a| Some(a) == codes(b))
}
