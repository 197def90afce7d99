//! One sentence: classes to tokens, windows to a tree.

use super::names::names;
use super::{nouns, verbs};
use crate::model::{Labels, NameLabel, Scores, WordScores};
use types::{Deprel, Parse, Span, Token, Upos};

/// A sentence as it was cut.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Words<'a> {
    pub text: &'a str,
    pub span: Span,
    pub block: usize,
    pub words: &'a [Span],
}

/// Factuality is kept within its scale and to two digits; beyond that is noise.
const FACTUALITY_LIMIT: f32 = 3.0;

/// The parse of a sentence from the scores of its windows, which follow each other without a gap.
pub(crate) fn sentence(labels: &Labels, sentence: Words, windows: &[Scores]) -> Option<Parse> {
    let mut tokens = Vec::new();
    let mut named = Vec::new();
    for scores in windows {
        let start = tokens.len();
        named.extend(scores.words.iter().map(|w| labels.named.get(w.named).copied().unwrap_or(NameLabel::Outside)));
        tokens.extend(window(labels, sentence, scores, start));
    }
    hang_later_roots(&mut tokens);
    let names = names(&named, &tokens);
    Parse::new(sentence.span, sentence.block, tokens, names).ok()
}

/// The tokens of one window, from the sentence's word number `start` on.
fn window(labels: &Labels, sentence: Words, scores: &Scores, start: usize) -> Vec<Token> {
    let words = sentence.words.iter().skip(start).zip(&scores.words).enumerate();
    let token = |(id, (&span, word)): (usize, (&Span, &WordScores))| Token {
        span,
        lemma: lemma(labels, word, span.of(sentence.text)),
        upos: labels.upos[word.upos],
        xpos: labels.xpos[word.xpos],
        head: scores.heads[id].map(|head| head + start),
        deprel: scores.relations[id]
            .map_or(Deprel::Root, |class| relation(labels.upos[word.upos], labels.deprel[class])),
        entity: labels.entity[word.entity],
        factuality: (word.factuality.clamp(-FACTUALITY_LIMIT, FACTUALITY_LIMIT) * 100.0).round() / 100.0,
        judgement: None,
    };
    words.map(token).collect()
}

/// A mark is attached as one: Universal Dependencies knows no other relation for it.
fn relation(upos: Upos, scored: Deprel) -> Deprel {
    if upos == Upos::Punct { Deprel::Punct } else { scored }
}

fn lemma(labels: &Labels, word: &WordScores, form: &str) -> Box<str> {
    let xpos = labels.xpos[word.xpos];
    nouns::lemma(form, xpos, verbs::lemma(form, xpos, labels.lemma.lemma(&word.lemma, xpos, form)))
}

/// The roots of all windows but the first hang from the first.
fn hang_later_roots(tokens: &mut [Token]) {
    let first = tokens.iter().position(|t| t.head.is_none());
    for token in tokens.iter_mut().skip(first.map_or(0, |f| f + 1)).filter(|t| t.head.is_none()) {
        token.head = first;
        token.deprel = Deprel::Parataxis;
    }
}
