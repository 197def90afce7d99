//! Mends what the parser gets wrong time and again, so that every later stage sees the sentence as it is meant.
//!
//! In "Poland weighs closing its border" and the like, above all in headlines without articles, a gerund behind a verb is
//! taken for an adjective of its object, or its object for the verb's. Both become the verb's complement clause.
//! [`present`]: a main verb taken for a noun.

mod present;

use lexicon::Lexicon;
use std::borrow::Cow;
use types::{Deprel, Parse, Token, TokenId, Upos, Xpos};

/// The parse with its faults put right.
pub(crate) fn mended<'a>(lexicon: &Lexicon, parse: &'a Parse) -> Cow<'a, Parse> {
    match present::mended(lexicon, parse) {
        Some(parse) => Cow::Owned(gerunds(&parse).into_owned()),
        None => gerunds(parse),
    }
}

/// The parse with its gerunds put right.
fn gerunds(parse: &Parse) -> Cow<'_, Parse> {
    let inside = |token| gerund(parse, token).into_iter().chain(compound_gerund(parse, token));
    let changes: Vec<Change> = (1..parse.tokens().len()).flat_map(inside).collect();
    if changes.is_empty() {
        return Cow::Borrowed(parse);
    }
    let mut tokens = parse.tokens().to_vec();
    changes.iter().for_each(|change| change.apply(&mut tokens));
    Parse::new(parse.span, parse.block, tokens, parse.named().to_vec()).map_or(Cow::Borrowed(parse), Cow::Owned)
}

/// Tokens, and what they hang on instead.
struct Change(Vec<(TokenId, TokenId, Deprel)>);

impl Change {
    fn apply(&self, tokens: &mut [Token]) {
        for &(token, head, deprel) in &self.0 {
            if let Some(token) = tokens.get_mut(token) {
                token.head = Some(head);
                token.deprel = deprel;
            }
        }
    }
}

/// "Iran Bombing Iraq Plan": a gerund amid the nouns before a head has those on its sides for subject and object.
fn compound_gerund(parse: &Parse, gerund: TokenId) -> Option<Change> {
    let token = parse.token(gerund);
    let head =
        token.head.filter(|&head| token.xpos == Xpos::Vbg && token.deprel == Deprel::Compound && head > gerund + 1)?;
    let beside = |at: TokenId| parse.token(at).head == Some(head) || parse.token(at).head == Some(gerund);
    let subject = gerund.checked_sub(1).filter(|&at| parse.token(at).upos == Upos::Propn && beside(at))?;
    let object = (gerund + 1..head).rev().find(|&at| parse.token(at).upos == Upos::Propn && beside(at))?;
    Some(Change(vec![(subject, gerund, Deprel::Nsubj), (object, gerund, Deprel::Obj)]))
}

/// A gerund right behind a verb whose object stands further right and has no word before the gerund.
fn gerund(parse: &Parse, gerund: TokenId) -> Option<Change> {
    let token = parse.token(gerund);
    let verb = gerund - 1;
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
    (of_verb && leftmost).then(|| Change(vec![(gerund, verb, Deprel::Xcomp), (object, gerund, Deprel::Obj)]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use parse::conllu;

    fn check(rows: &[(&str, &str, &str, usize, &str)], want: &[(usize, &str)]) {
        let lines = rows.iter().enumerate().map(|(at, (form, upos, xpos, head, deprel))| {
            format!("{}\t{form}\t{form}\t{upos}\t{xpos}\t_\t{head}\t{deprel}\t_\t_\n", at + 1)
        });
        let sentences = conllu::read(&(lines.collect::<String>() + "\n")).unwrap();
        let parse = gerunds(&sentences[0].parse).into_owned();
        let got: Vec<(usize, &str)> =
            parse.tokens().iter().map(|t| (t.head.map_or(0, |h| h + 1), t.deprel.as_str())).collect();
        assert_eq!(got, want);
    }

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
