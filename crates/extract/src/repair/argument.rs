//! Arguments under the wrong name: "The court sentences the minister" with two subjects, "an offer by Oslo" with Oslo for
//! the subject of the verb before.

use super::Change;
use crate::syntax;
use types::{Deprel, Parse, TokenId, Upos};

/// What a verb at a token calls for.
pub(super) fn changes(parse: &Parse, token: TokenId) -> Vec<Change> {
    if parse.token(token).upos != Upos::Verb {
        return vec![];
    }
    let behind = parse.children_by(token, Deprel::Nsubj).filter(|&c| c > token);
    behind
        .filter_map(|subject| behind_preposition(parse, token, subject).or_else(|| late(parse, token, subject)))
        .collect()
}

/// A subject behind an active verb that has one before it and no object is the object.
fn late(parse: &Parse, verb: TokenId, subject: TokenId) -> Option<Change> {
    let has = |deprel: Deprel| parse.children_by(verb, deprel).next().is_some();
    let other = parse.children_by(verb, Deprel::Nsubj).any(|c| c < verb);
    let free = !has(Deprel::Obj) && !has(Deprel::Ccomp) && !syntax::is_passive(parse, verb);
    (other && free).then(|| Change::hang(&[(subject, verb, Deprel::Obj)]))
}

/// A subject with a preposition belongs to the noun before it, else to the verb as a circumstance.
fn behind_preposition(parse: &Parse, verb: TokenId, subject: TokenId) -> Option<Change> {
    let case = parse.children_by(subject, Deprel::Case).find(|&c| c < subject && parse.token(c).upos == Upos::Adp)?;
    let noun = parse.children_by(verb, Deprel::Obj).find(|&object| object + 1 == case);
    Some(match noun {
        Some(noun) => Change::hang(&[(subject, noun, Deprel::Nmod)]),
        None => Change::hang(&[(subject, verb, Deprel::Obl)]),
    })
}

#[cfg(test)]
mod tests {
    use crate::repair::tests::check;

    #[test]
    fn a_second_subject_behind_the_verb_is_the_object() {
        check(
            &[
                ("Courts", "NOUN", "NNS", 2, "nsubj"),
                ("jail", "VERB", "VBP", 0, "root"),
                ("former", "ADJ", "JJ", 4, "amod"),
                ("ministers", "NOUN", "NNS", 2, "nsubj"),
            ],
            &[(2, "nsubj"), (0, "root"), (4, "amod"), (2, "obj")],
        );
    }

    #[test]
    fn a_speaker_behind_his_verb_stays_the_subject() {
        let rows = [
            ("No", "INTJ", "UH", 2, "discourse"),
            ("said", "VERB", "VBD", 0, "root"),
            ("Oslo", "PROPN", "NNP", 2, "nsubj"),
        ];
        check(&rows, &[(2, "discourse"), (0, "root"), (2, "nsubj")]);
    }

    #[test]
    fn a_preposition_introduces_no_subject() {
        check(
            &[
                ("Chad", "PROPN", "NNP", 2, "nsubj"),
                ("rejected", "VERB", "VBD", 0, "root"),
                ("offers", "NOUN", "NNS", 2, "obj"),
                ("by", "ADP", "IN", 5, "case"),
                ("Oslo", "PROPN", "NNP", 2, "nsubj"),
            ],
            &[(2, "nsubj"), (0, "root"), (2, "obj"), (5, "case"), (3, "nmod")],
        );
    }
}
