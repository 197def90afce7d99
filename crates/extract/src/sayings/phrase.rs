//! Phrases that name the source of a whole clause: "according to the ministry".

use super::told::Told;
use super::voice::Voice;
use crate::attribution::source_marks;
use crate::scene::Scene;
use crate::syntax;
use types::{Deprel, Parse, TokenId, Upos};

/// The saying of the phrase with this head, if it is such a phrase.
pub(super) fn told(scene: &Scene<'_>, sentence: usize, head: TokenId) -> Option<Told> {
    let parse = scene.parse(sentence);
    let phrasal = matches!(
        parse.token(head).deprel,
        Deprel::Obl | Deprel::OblAgent | Deprel::Nmod | Deprel::Advmod | Deprel::OblUnmarked | Deprel::Parataxis
    );
    let cue = source_marks(scene, sentence, head).filter(|_| phrasal)?;
    let inner = parse.subtree(head);
    let clause = clause(parse, parse.token(head).head?);
    let content = parse.subtree(clause).into_iter().filter(|t| !inner.contains(t)).collect();
    let voice = Some(Voice::new(parse, head, head)).map(|voice| without(voice, &cue));
    Some(Told { sentence, word: *cue.first()?, cue, voice, content })
}

fn without(voice: Voice, cue: &[TokenId]) -> Voice {
    Voice { tokens: voice.tokens.into_iter().filter(|t| !cue.contains(t)).collect(), ..voice }
}

/// The predicate of the clause that holds a word.
fn clause(parse: &Parse, word: TokenId) -> TokenId {
    let ends = |at: TokenId| {
        let token = parse.token(at);
        let clausal = !matches!(token.deprel, Deprel::Amod | Deprel::Acl | Deprel::Compound);
        matches!(token.upos, Upos::Verb | Upos::Aux) && clausal || has_copula(parse, at)
    };
    let chain = || std::iter::once(word).chain(parse.ancestors(word));
    chain().find(|&at| ends(at)).or_else(|| chain().last()).unwrap_or(word)
}

fn has_copula(parse: &Parse, at: TokenId) -> bool {
    syntax::is_nominal(parse, at) && parse.children_by(at, Deprel::Cop).next().is_some()
}
