//! The subject of a verb that tells a clause is easily given to the clause: "delegates said they agreed" with the delegates
//! for a second subject of "agreed". A subject never stands beyond the verb that its clause depends on, so it is that verb's.
//!
//! Behind a clause that is told, a speaker is easily taken for an addressee: "'Is it over?' asked the envoy". And a quotation
//! belongs to the verb right before it: "…, he said, adding: 'It is over'".

use super::Change;
use crate::syntax;
use types::{Deprel, Parse, TokenId, Upos, Xpos};

/// What a word at a token calls for.
pub(super) fn changes(parse: &Parse, token: TokenId) -> Option<Change> {
    if let Some((clause, verb)) = led_to(parse, token) {
        return Some(Change::hang(&[(clause, verb, Deprel::Ccomp)]));
    }
    let verb = match parse.token(token).deprel {
        Deprel::Nsubj => beyond(parse, token),
        Deprel::Obj | Deprel::Iobj => inverted(parse, token),
        _ => None,
    };
    verb.map(|verb| Change::hang(&[(token, verb, Deprel::Nsubj)]))
}

/// The clause inside an opening quotation mark that was given to something before the verb right before the mark, and the verb.
fn led_to(parse: &Parse, mark: TokenId) -> Option<(TokenId, TokenId)> {
    let opens = parse.token(mark).xpos == Xpos::OpenQuote;
    let before = mark.checked_sub(1).filter(|_| opens)?;
    let comma = matches!(parse.token(before).xpos, Xpos::Comma | Xpos::Colon);
    let verb = if comma { before.checked_sub(1)? } else { before };
    let clause = parse.token(mark).head?;
    let inside = parse.subtree(clause).into_iter().all(|t| t >= mark || parse.token(t).upos == Upos::Punct);
    let given = parse.token(clause).head.filter(|&given| given < verb)?;
    let clausal = parse.children_by(clause, Deprel::Nsubj).next().is_some();
    let fits = parse.token(verb).upos == Upos::Verb && !parse.children_by(verb, Deprel::Ccomp).any(|c| c > verb);
    (inside && clausal && fits && given != verb).then_some((clause, verb))
}

/// The verb without a subject that stands between a subject and the word it was given to.
fn beyond(parse: &Parse, subject: TokenId) -> Option<TokenId> {
    let given = parse.token(subject).head?;
    let between = |t: TokenId| t > subject.min(given) && t < subject.max(given);
    parse.ancestors(given).find(|&t| between(t) && lacks_subject(parse, t))
}

/// The verb between a quotation and an object that tells the clause before it.
fn inverted(parse: &Parse, object: TokenId) -> Option<TokenId> {
    let verb = parse.token(object).head?;
    let next = parse.subtree(object).first() == Some(&(verb + 1)) && syntax::is_nominal(parse, object);
    let told = parse.children_by(verb, Deprel::Ccomp).any(|clause| clause < verb);
    let close = verb.checked_sub(1).is_some_and(|before| parse.token(before).xpos == Xpos::CloseQuote);
    (next && told && close && lacks_subject(parse, verb)).then_some(verb)
}

fn lacks_subject(parse: &Parse, verb: TokenId) -> bool {
    let subject = |&c: &TokenId| {
        let deprel = parse.token(c).deprel;
        deprel.is(Deprel::Nsubj) || deprel.is(Deprel::Csubj) || deprel == Deprel::Expl
    };
    parse.token(verb).upos == Upos::Verb
        && !syntax::is_passive(parse, verb)
        && !parse.children(verb).iter().any(subject)
}

#[cfg(test)]
mod tests {
    use crate::repair::tests::check;

    #[test]
    fn a_subject_before_the_verb_that_tells_its_clause_is_that_verbs() {
        check(
            &[
                ("Delegates", "NOUN", "NNS", 4, "nsubj"),
                ("said", "VERB", "VBD", 0, "root"),
                ("they", "PRON", "PRP", 4, "nsubj"),
                ("agreed", "VERB", "VBD", 2, "ccomp"),
            ],
            &[(2, "nsubj"), (0, "root"), (4, "nsubj"), (2, "ccomp")],
        );
    }

    #[test]
    fn what_is_asked_after_stays_with_its_clause() {
        let rows = [
            ("who", "PRON", "WP", 4, "nsubj"),
            ("she", "PRON", "PRP", 3, "nsubj"),
            ("said", "VERB", "VBD", 0, "root"),
            ("agreed", "VERB", "VBD", 3, "ccomp"),
        ];
        check(&rows, &[(4, "nsubj"), (3, "nsubj"), (0, "root"), (3, "ccomp")]);
    }

    #[test]
    fn whoever_asks_behind_a_quotation_is_no_addressee() {
        check(
            &[
                ("“", "PUNCT", "``", 2, "punct"),
                ("Over", "ADV", "RB", 4, "ccomp"),
                ("”", "PUNCT", "''", 2, "punct"),
                ("asked", "VERB", "VBD", 0, "root"),
                ("Moreau", "PROPN", "NNP", 4, "iobj"),
            ],
            &[(2, "punct"), (4, "ccomp"), (2, "punct"), (0, "root"), (4, "nsubj")],
        );
    }

    #[test]
    fn a_quotation_belongs_to_the_verb_that_leads_to_it() {
        check(
            &[
                ("It", "PRON", "PRP", 2, "nsubj"),
                ("ended", "VERB", "VBD", 4, "ccomp"),
                ("he", "PRON", "PRP", 4, "nsubj"),
                ("said", "VERB", "VBD", 0, "root"),
                ("adding", "VERB", "VBG", 4, "advcl"),
                (":", "PUNCT", ":", 9, "punct"),
                ("“", "PUNCT", "``", 9, "punct"),
                ("We", "PRON", "PRP", 9, "nsubj"),
                ("left", "VERB", "VBD", 4, "ccomp"),
            ],
            &[
                (2, "nsubj"),
                (4, "ccomp"),
                (4, "nsubj"),
                (0, "root"),
                (4, "advcl"),
                (9, "punct"),
                (9, "punct"),
                (9, "nsubj"),
                (5, "ccomp"),
            ],
        );
    }
}
