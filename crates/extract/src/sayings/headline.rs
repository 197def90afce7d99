//! Headlines that name a source and put what it says behind a colon: "Minister: Talks have failed".

use super::told::Told;
use super::voice::Voice;
use crate::attribution::is_known;
use crate::scene::Scene;
use types::{BlockKind, TokenId, Upos};

/// So many words name a source before a colon.
const MAX_SOURCE: usize = 5;

/// The saying of a headline with a colon.
pub(super) fn told(scene: &Scene<'_>, sentence: usize) -> Option<Told> {
    let parse = scene.parse(sentence);
    let title = scene.document.blocks.get(parse.block).is_some_and(|b| b.kind == BlockKind::Title);
    let colon = (1..=MAX_SOURCE).find(|&t| parse.tokens().get(t).is_some_and(|_| is_colon(scene, sentence, t)))?;
    let is_name = |t: &TokenId| !matches!(parse.token(*t).upos, Upos::Verb | Upos::Aux | Upos::Punct);
    let words: Vec<TokenId> = (0..colon).collect();
    let head = *words.iter().find(|&&t| parse.token(t).head.is_none_or(|h| h >= colon))?;
    let names = (title || sentence == 0) && words.iter().all(is_name) && is_known(scene, sentence, head);
    let voice = Some(Voice { who: head, tokens: words });
    let content = (colon + 1..parse.tokens().len()).collect();
    names.then_some(Told { sentence, word: colon, cue: vec![colon], voice, content })
}

fn is_colon(scene: &Scene<'_>, sentence: usize, token: TokenId) -> bool {
    scene.word(sentence, token) == ":"
}
