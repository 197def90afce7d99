//! Small questions to a dependency tree.

use types::{Deprel, Parse, Span, TokenId, Upos, Xpos};

/// Whether a verb is passive: by its auxiliary or subject, or as a bare participle below a noun.
pub(crate) fn is_passive(parse: &Parse, verb: TokenId) -> bool {
    let token = parse.token(verb);
    let marked = parse
        .children(verb)
        .iter()
        .any(|&c| matches!(parse.token(c).deprel, Deprel::AuxPass | Deprel::NsubjPass | Deprel::CsubjPass));
    marked || (token.xpos == Xpos::Vbn && bare_participle(parse, verb)) || is_absolute(parse, verb)
}

/// "with two men ordered to leave": a past form behind "with" has nobody who acts before it.
fn is_absolute(parse: &Parse, verb: TokenId) -> bool {
    let past = matches!(parse.token(verb).xpos, Xpos::Vbd | Xpos::Vbn);
    past && has_mark(parse, verb, "with") && parse.children_by(verb, Deprel::Obj).next().is_none()
}

fn bare_participle(parse: &Parse, verb: TokenId) -> bool {
    let token = parse.token(verb);
    let perfect = parse.children_by(verb, Deprel::Aux).any(|c| &*parse.token(c).lemma == "have");
    if perfect {
        return false;
    }
    match token.deprel {
        Deprel::Acl | Deprel::Amod | Deprel::Advcl => true,
        Deprel::Xcomp => is_raised(parse, verb),
        Deprel::Root | Deprel::Parataxis | Deprel::Ccomp => {
            !parse.children(verb).iter().any(|&c| parse.token(c).deprel == Deprel::Obj)
                && parse.children(verb).iter().any(|&c| parse.token(c).deprel == Deprel::OblAgent)
        }
        Deprel::Conj => token.head.is_some_and(|h| {
            is_passive(parse, h) && !parse.children(verb).iter().any(|&c| parse.token(c).deprel == Deprel::Nsubj)
        }),
        _ => false,
    }
}

/// "were reported killed", "left two men wounded": a participle that completes another verb.
fn is_raised(parse: &Parse, verb: TokenId) -> bool {
    let deprel = |c: &TokenId| parse.token(*c).deprel;
    !parse.children(verb).iter().any(|c| matches!(deprel(c), Deprel::Aux | Deprel::Mark | Deprel::Obj))
}

/// The noun that a relative pronoun stands for.
pub(crate) fn antecedent(parse: &Parse, pronoun: TokenId) -> Option<TokenId> {
    let token = parse.token(pronoun);
    let relative = matches!(token.xpos, Xpos::Wdt | Xpos::Wp | Xpos::WpS)
        || (token.upos == Upos::Pron && &*token.lemma == "that" && token.xpos != Xpos::Dt);
    if !relative {
        return None;
    }
    let clause = parse.ancestors(pronoun).find(|&a| parse.token(a).deprel == Deprel::AclRelcl)?;
    parse.token(clause).head
}

/// The preposition of a phrase, with the words fixed to it ("according to").
pub(crate) fn case_of(parse: &Parse, head: TokenId) -> Option<String> {
    let first = parse.children(head).iter().copied().find(|&c| {
        let token = parse.token(c);
        token.deprel == Deprel::Case && token.xpos != Xpos::Pos
            || token.deprel == Deprel::Mark && token.upos == Upos::Sconj && token.xpos == Xpos::In
    })?;
    let mut words = vec![&*parse.token(first).lemma];
    words.extend(parse.children_by(first, Deprel::Fixed).map(|c| &*parse.token(c).lemma));
    Some(words.join(" ").to_lowercase())
}

/// Whether a clause has a subject of its own.
pub(crate) fn has_subject(parse: &Parse, verb: TokenId) -> bool {
    parse.children(verb).iter().any(|&c| parse.token(c).deprel.is(Deprel::Nsubj))
}

/// Whether a clause is introduced by this word.
pub(crate) fn has_mark(parse: &Parse, head: TokenId, lemma: &str) -> bool {
    parse.children_by(head, Deprel::Mark).any(|c| &*parse.token(c).lemma == lemma)
}

/// Whether a word belongs closely to a verb: particle, adverb, preposition of its phrases, head of its object or complement.
pub(crate) fn has_companion(parse: &Parse, verb: TokenId, lemma: &str) -> bool {
    companion(parse, verb, lemma).is_some()
}

/// The companion itself.
pub(crate) fn companion(parse: &Parse, verb: TokenId, lemma: &str) -> Option<TokenId> {
    parse.children(verb).iter().copied().find_map(|child| {
        if &*parse.token(child).lemma == lemma && is_close(parse, child) {
            return Some(child);
        }
        let preposition =
            parse.children(child).iter().copied().find(|&c| {
                matches!(parse.token(c).deprel, Deprel::Case | Deprel::Mark) && &*parse.token(c).lemma == lemma
            });
        preposition.filter(|_| is_phrase(parse, child))
    })
}

fn is_close(parse: &Parse, child: TokenId) -> bool {
    matches!(
        parse.token(child).deprel,
        Deprel::CompoundPrt
            | Deprel::Advmod
            | Deprel::Obj
            | Deprel::Xcomp
            | Deprel::Compound
            | Deprel::Obl
            | Deprel::Case
            | Deprel::NsubjPass
            | Deprel::Mark
            | Deprel::OblUnmarked
    )
}

fn is_phrase(parse: &Parse, child: TokenId) -> bool {
    matches!(
        parse.token(child).deprel,
        Deprel::Obl
            | Deprel::OblAgent
            | Deprel::Nmod
            | Deprel::Advcl
            | Deprel::Xcomp
            | Deprel::Ccomp
            | Deprel::OblUnmarked
    )
}

/// A head and everything coordinated with it, in text order.
pub(crate) fn coordinated(parse: &Parse, head: TokenId) -> Vec<TokenId> {
    let mut found = vec![head];
    let mut next = 0;
    while let Some(&at) = found.get(next) {
        found.extend(parse.children_by(at, Deprel::Conj).filter(|&c| is_nominal(parse, c) || at == head));
        next += 1;
    }
    found.retain(|&t| t == head || is_nominal(parse, t));
    found
}

/// Whether a token may head a noun phrase.
pub(crate) fn is_nominal(parse: &Parse, id: TokenId) -> bool {
    matches!(
        parse.token(id).upos,
        Upos::Noun | Upos::Propn | Upos::Pron | Upos::Num | Upos::Adj | Upos::Det | Upos::X | Upos::Sym
    )
}

/// The tokens of the noun phrase of a head: without coordination, clauses, appositions and loose marks.
pub(crate) fn phrase(parse: &Parse, head: TokenId) -> Vec<TokenId> {
    let mut found = vec![head];
    let mut next = 0;
    while let Some(&at) = found.get(next) {
        found.extend(parse.children(at).iter().copied().filter(|&c| belongs(parse, at, c, head)));
        next += 1;
    }
    found.sort_unstable();
    trim_marks(parse, found)
}

fn belongs(parse: &Parse, parent: TokenId, child: TokenId, head: TokenId) -> bool {
    use Deprel::*;
    match parse.token(child).deprel {
        AclRelcl | Appos | Parataxis | Advcl | AdvclRelcl | Discourse | Vocative | List | Orphan | Dislocated
        | Ccomp => false,
        Acl | Nsubj | NsubjPass | Cop | Aux | AuxPass | Csubj | Expl | NsubjOuter | Mark => parent != head,
        Conj | Cc | CcPreconj => parent != head,
        Case => parent != head,
        Punct => child > *parse.children(parent).first().unwrap_or(&child),
        Advmod => parse.token(child).upos != Upos::Adv || child < head,
        _ => true,
    }
}

fn trim_marks(parse: &Parse, mut tokens: Vec<TokenId>) -> Vec<TokenId> {
    let loose = |t: &TokenId| parse.token(*t).upos == Upos::Punct;
    while tokens.len() > 1 && tokens.last().is_some_and(loose) {
        tokens.pop();
    }
    while tokens.len() > 1 && tokens.first().is_some_and(loose) {
        tokens.remove(0);
    }
    tokens
}

/// The last token that leaves no bracket open.
fn before_open_bracket(parse: &Parse, first: TokenId, last: TokenId) -> TokenId {
    let is = |t: TokenId, tag: Xpos| parse.token(t).xpos == tag;
    let open = (first..=last).rev().find(|&t| is(t, Xpos::Lrb));
    match open.filter(|&o| o > first && !(o..=last).any(|t| is(t, Xpos::Rrb))) {
        Some(bracket) => bracket - 1,
        None => last,
    }
}

/// The stretch of text that tokens cover, from the one holding `anchor` out to where they stay together.
pub(crate) fn stretch(parse: &Parse, tokens: &[TokenId], anchor: TokenId) -> Span {
    let has = |t: TokenId| tokens.contains(&t);
    let glue = |t: TokenId| has(t) || parse.token(t).upos == Upos::Punct;
    let mut first = anchor;
    while first > 0 && glue(first - 1) && tokens.iter().any(|&t| t < first) {
        first -= 1;
    }
    let mut last = anchor;
    while last + 1 < parse.tokens().len() && glue(last + 1) && tokens.iter().any(|&t| t > last) {
        last += 1;
    }
    last = before_open_bracket(parse, first, last);
    while last > anchor && parse.token(last).upos == Upos::Punct && !has(last) {
        last -= 1;
    }
    parse.token(first).span.join(parse.token(last).span)
}

/// Whether two words are both joined to the same one.
pub(crate) fn are_twins(parse: &Parse, a: TokenId, b: TokenId) -> bool {
    let joined_to = |token: TokenId| parse.token(token).head.filter(|_| parse.token(token).deprel == Deprel::Conj);
    joined_to(a).is_some() && joined_to(a) == joined_to(b)
}
