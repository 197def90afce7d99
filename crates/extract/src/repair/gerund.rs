//! In "Poland weighs closing its border" and the like, above all in headlines without articles, a gerund behind a verb is
//! taken for an adjective of its object, or its object for the verb's. Both become the verb's complement clause.

use super::Change;
use types::{Deprel, Parse, TokenId, Upos, Xpos};

/// What a gerund at a token calls for.
pub(super) fn changes(parse: &Parse, token: TokenId) -> impl Iterator<Item = Change> {
    gerund(parse, token).into_iter().chain(compound_gerund(parse, token))
}

/// "Iran Bombing Iraq Plan": a gerund amid the nouns before a head has those on its sides for subject and object.
fn compound_gerund(parse: &Parse, gerund: TokenId) -> Option<Change> {
    let token = parse.token(gerund);
    let head =
        token.head.filter(|&head| token.xpos == Xpos::Vbg && token.deprel == Deprel::Compound && head > gerund + 1)?;
    let beside = |at: TokenId| parse.token(at).head == Some(head) || parse.token(at).head == Some(gerund);
    let subject = gerund.checked_sub(1).filter(|&at| parse.token(at).upos == Upos::Propn && beside(at))?;
    let object = (gerund + 1..head).rev().find(|&at| parse.token(at).upos == Upos::Propn && beside(at))?;
    Some(Change::hang(&[(subject, gerund, Deprel::Nsubj), (object, gerund, Deprel::Obj)]))
}

/// A gerund right behind a verb whose object stands further right and has no word before the gerund.
fn gerund(parse: &Parse, gerund: TokenId) -> Option<Change> {
    let token = parse.token(gerund);
    let verb = gerund.checked_sub(1)?;
    if token.xpos != Xpos::Vbg || parse.token(verb).upos != Upos::Verb {
        return None;
    }
    let object = match token.deprel {
        Deprel::Amod => token.head?,
        Deprel::Xcomp if parse.children_by(gerund, Deprel::Obj).next().is_none() => {
            parse.children_by(verb, Deprel::Obj).find(|&object| object > gerund)?
        }
        _ => return None,
    };
    let of_verb = parse.token(object).head == Some(verb) && parse.token(object).deprel == Deprel::Obj;
    let leftmost = parse.subtree(object).first().is_none_or(|&first| first >= gerund);
    (of_verb && leftmost).then(|| Change::hang(&[(gerund, verb, Deprel::Xcomp), (object, gerund, Deprel::Obj)]))
}

#[cfg(test)]
mod tests {
    use crate::repair::tests::check;

    #[test]
    fn a_gerund_is_no_adjective_of_the_object() {
        check(
            &[
                ("Poland", "PROPN", "NNP", 2, "nsubj"),
                ("weighs", "VERB", "VBZ", 0, "root"),
                ("closing", "VERB", "VBG", 4, "amod"),
                ("border", "NOUN", "NN", 2, "obj"),
            ],
            &[(2, "nsubj"), (0, "root"), (2, "xcomp"), (3, "obj")],
        );
    }

    #[test]
    fn an_adjective_behind_an_article_stays_one() {
        let rows = [
            ("Police", "NOUN", "NNS", 2, "nsubj"),
            ("stopped", "VERB", "VBD", 0, "root"),
            ("the", "DET", "DT", 5, "det"),
            ("fleeing", "VERB", "VBG", 5, "amod"),
            ("men", "NOUN", "NNS", 2, "obj"),
        ];
        check(&rows, &[(2, "nsubj"), (0, "root"), (5, "det"), (5, "amod"), (2, "obj")]);
    }
}
