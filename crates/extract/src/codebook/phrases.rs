//! Where the noun phrases of a sentence begin and end.
//!
//! Every token is led up to the head of the phrase that it stands in: a noun with what stands before it and the rest
//! of its name. What hangs on a noun behind it is a phrase of its own.

use super::names::Find;
use types::{Deprel, Parse, TokenId, Upos, Xpos};

/// For each token the head of its phrase; itself where it heads one or stands in none.
pub(super) fn tops(parse: &Parse) -> Vec<TokenId> {
    (0..parse.tokens().len()).map(|token| top(parse, token)).collect()
}

/// The same with names kept whole, and with what was wrongly cut put together.
pub(super) fn kept_whole(parse: &Parse, mut tops: Vec<TokenId>, names: &[Find]) -> Vec<TokenId> {
    names.iter().for_each(|name| join(parse, &mut tops, name));
    join_twins(parse, &mut tops);
    tops
}

/// A name belongs to the phrase of its head, and phrases that it holds the heads of belong to it.
fn join(parse: &Parse, tops: &mut [TokenId], name: &Find) {
    let into = tops.get(name.head(parse)).copied().unwrap_or(name.first);
    let swallowed: Vec<TokenId> = (name.first..=name.last).filter_map(|token| tops.get(token).copied()).collect();
    for (token, top) in tops.iter_mut().enumerate() {
        if name.holds(token) || swallowed.contains(top) && name.holds(*top) {
            *top = into;
        }
    }
}

fn top(parse: &Parse, token: TokenId) -> TokenId {
    let mut at = token;
    for _ in 0..parse.tokens().len() {
        match parse.token(at).head {
            Some(head) if is_inner(parse, at, head) => at = head,
            _ => break,
        }
    }
    at
}

/// Whether a word stands inside the phrase of its head: before it, or part of a name.
fn is_inner(parse: &Parse, token: TokenId, head: TokenId) -> bool {
    use Deprel::*;
    let word = parse.token(token);
    match word.deprel {
        Det | DetPredet | Amod | Compound | Nummod | NmodPoss | NmodDesc | Flat | FlatForeign | Goeswith => {
            is_noun(parse, head) || parse.token(head).deprel == NmodPoss
        }
        Case => word.xpos == Xpos::Pos,
        Punct => word.xpos == Xpos::Hyph || token < head && is_inner_relation(parse.token(head).deprel),
        Conj => {
            let first = parse.token(head);
            is_inner_relation(first.deprel) && first.head.is_some_and(|above| token < above)
        }
        Cc => {
            is_inner_relation(parse.token(head).deprel)
                || parse.token(head).deprel == Conj
                    && parse.token(head).head.is_some_and(|h| is_inner_relation(parse.token(h).deprel))
        }
        Advmod => parse.token(head).deprel == Amod && token < head,
        _ => false,
    }
}

/// Two phrases side by side that are both subject of one verb are one phrase, wrongly cut.
fn join_twins(parse: &Parse, tops: &mut [TokenId]) {
    for at in 1..tops.len() {
        let (Some(&before), Some(&after)) = (tops.get(at - 1), tops.get(at)) else { continue };
        let [first, second] = [before, after].map(|top| parse.token(top));
        if before != after
            && first.deprel.is(Deprel::Nsubj)
            && (first.deprel, first.head) == (second.deprel, second.head)
        {
            tops.iter_mut().filter(|top| **top == before).for_each(|top| *top = after);
        }
    }
}

fn is_inner_relation(deprel: Deprel) -> bool {
    matches!(deprel, Deprel::Amod | Deprel::Compound | Deprel::NmodPoss | Deprel::NmodDesc)
}

/// Whether a token may head a phrase.
pub(super) fn is_noun(parse: &Parse, token: TokenId) -> bool {
    use Deprel::*;
    let word = parse.token(token);
    let argument = matches!(word.deprel, Nsubj | NsubjPass | Obj | Iobj | Obl | OblAgent | Nmod | NmodPoss | Appos);
    match word.upos {
        Upos::Noun | Upos::Propn | Upos::X => true,
        Upos::Adj | Upos::Num | Upos::Sym => argument,
        _ => false,
    }
}
