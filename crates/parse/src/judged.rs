//! Which words of a parse the judge looks at, and what it sees of each.

use crate::matrix::Matrix;
use crate::model::{Judge, judge_inputs};
use crate::simd::Level;
use types::{Parse, TokenId, Upos};

/// States of one window's words, which the judge reads.
#[derive(Debug, Default)]
pub(crate) struct Seen {
    pub surface: Matrix,
    pub middle: Matrix,
}

/// The words that can express an event.
pub(crate) fn candidates(parse: &Parse) -> Vec<TokenId> {
    let can = |&id: &TokenId| matches!(parse.token(id).upos, Upos::Verb | Upos::Noun | Upos::Adj | Upos::Propn);
    (0..parse.tokens().len()).filter(can).collect()
}

/// What the judge reads of each of the words.
pub(crate) fn inputs(parse: &Parse, words: &[TokenId], seen: &Seen) -> Matrix {
    let arguments: Vec<Vec<TokenId>> = words.iter().map(|&word| arguments(parse, word)).collect();
    let words = words.iter().zip(&arguments).map(|(&word, arguments)| (word, arguments.as_slice()));
    judge_inputs(&seen.surface, &seen.middle, words)
}

/// The words with a meaning of their own that hang on a word, and prepositions that tell it has a companion.
fn arguments(parse: &Parse, word: TokenId) -> Vec<TokenId> {
    use Upos::{Adj, Adp, Noun, Pron, Propn, Verb};
    let counts = |&id: &TokenId| matches!(parse.token(id).upos, Noun | Propn | Pron | Verb | Adp | Adj);
    parse.children(word).iter().copied().filter(counts).collect()
}

/// The parse with the judge's word on each candidate.
pub(crate) fn judged(judge: &Judge, level: Level, parse: Parse, seen: &Seen) -> Parse {
    let words = candidates(&parse);
    if words.is_empty() {
        return parse;
    }
    let judgements = judge.judge(level, &inputs(&parse, &words, seen));
    let mut judged = words.into_iter().zip(judgements).peekable();
    parse.judged(|id| judged.next_if(|(word, _)| *word == id).map(|(_, judgement)| judgement))
}
