//! A saying in words of its sentence.

use super::voice::Voice;
use types::{Parse, Span, TokenId, Upos, Xpos};

/// What one construction tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Told {
    pub(super) sentence: usize,
    /// The word that bears the cue.
    pub(super) word: TokenId,
    /// All words of the cue.
    pub(super) cue: Vec<TokenId>,
    /// Whose word it is.
    pub(super) voice: Option<Voice>,
    /// What is told.
    pub(super) content: Vec<TokenId>,
}

impl Told {
    /// The cue round its bearing word, as far as it goes without a gap.
    pub(super) fn cue_span(&self, parse: &Parse) -> Span {
        let has = |t: TokenId| self.cue.contains(&t);
        let (mut first, mut last) = (self.word, self.word);
        while first.checked_sub(1).is_some_and(has) {
            first -= 1;
        }
        while has(last + 1) {
            last += 1;
        }
        parse.token(first).span.join(parse.token(last).span)
    }

    /// The content without source and cue, one span per stretch.
    pub(super) fn content_spans(&self, parse: &Parse) -> Vec<Span> {
        let voice = self.voice.as_ref().map_or(&[][..], |voice| &voice.tokens);
        let is_content = |t: &TokenId| !self.cue.contains(t) && !voice.contains(t);
        stretches(parse, self.content.iter().copied().filter(is_content).collect())
    }
}

/// The stretches that tokens cover, without the marks at their sides that are no quotation marks.
pub(super) fn stretches(parse: &Parse, mut tokens: Vec<TokenId>) -> Vec<Span> {
    tokens.sort_unstable();
    tokens.dedup();
    let runs = tokens.chunk_by(|a, b| a + 1 == *b);
    runs.filter_map(|run| stretch(parse, run)).collect()
}

fn stretch(parse: &Parse, run: &[TokenId]) -> Option<Span> {
    let is_word = |t: &&TokenId| parse.token(**t).upos != Upos::Punct;
    let keeps = |t: &&TokenId| is_word(t) || matches!(parse.token(**t).xpos, Xpos::OpenQuote | Xpos::CloseQuote);
    run.iter().find(is_word)?;
    let (first, last) = (run.iter().find(keeps)?, run.iter().rfind(keeps)?);
    Some(parse.token(*first).span.join(parse.token(*last).span))
}
