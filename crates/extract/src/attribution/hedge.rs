//! Words by which the author keeps a distance: "reportedly", "allegedly".

use crate::scene::Scene;
use crate::syntax;
use types::{Deprel, Parse, Span, TokenId};

/// The hedge on the event at a word: a listed word that modifies it or its clause.
pub(crate) fn hedge(scene: &Scene<'_>, sentence: usize, head: TokenId) -> Option<Span> {
    let parse = scene.parse(sentence);
    clause_path(parse, head)
        .flat_map(|at| parse.children(at).iter().copied())
        .find(|&c| is_hedge(scene, parse, c))
        .map(|c| parse.token(c).span)
}

fn is_hedge(scene: &Scene<'_>, parse: &Parse, token: TokenId) -> bool {
    let modifies = matches!(parse.token(token).deprel, Deprel::Advmod | Deprel::Amod);
    let lemma = parse.token(token).lemma.to_lowercase();
    modifies && scene.lexicon.cues.hedges().iter().any(|hedge| hedge.len() == 1 && *hedge[0] == *lemma)
}

/// The word and those above it up to the clause that holds it.
fn clause_path(parse: &Parse, head: TokenId) -> impl Iterator<Item = TokenId> + '_ {
    let mut ended = false;
    std::iter::once(head).chain(parse.ancestors(head)).take_while(move |&at| {
        let go_on = !ended;
        ended = matches!(parse.token(at).deprel, Deprel::Ccomp | Deprel::AclRelcl | Deprel::Advcl | Deprel::Parataxis)
            || syntax::is_nominal(parse, at) && at != head;
        go_on
    })
}
