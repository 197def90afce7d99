//! Holds parses against gold parses of the same text.
//!
//! Words are aligned by their place in the text, as in the CoNLL 2018 shared task: a word counts only
//! where the system cut exactly that word, and every figure is the F1 of precision and recall. With
//! gold tokens all words align and F1 is plain accuracy.

use std::collections::HashMap;
use types::{Parse, Span, Token};

/// How many of each were right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Ratio {
    /// Right ones.
    pub correct: usize,
    /// Those of the treebank.
    pub gold: usize,
    /// Those of the system.
    pub system: usize,
}

impl Ratio {
    /// Harmonic mean of precision and recall, from 0 to 1; 1 where there was nothing to find.
    pub fn f1(self) -> f64 {
        let both = self.gold + self.system;
        if both == 0 { 1.0 } else { 2.0 * self.correct as f64 / both as f64 }
    }
}

/// One figure per layer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Scores {
    /// Sentences with both borders right.
    pub sentences: Ratio,
    /// Words cut right.
    pub words: Ratio,
    /// Universal parts of speech.
    pub upos: Ratio,
    /// Penn parts of speech.
    pub xpos: Ratio,
    /// Dictionary forms.
    pub lemmas: Ratio,
    /// Heads.
    pub uas: Ratio,
    /// Heads with their relation, subtypes left aside as in CoNLL 2018.
    pub las: Ratio,
    /// Heads with their full relation.
    pub las_subtypes: Ratio,
}

/// Scores the parses of a text against the gold parses of the same text.
pub fn score(gold: &[Parse], system: &[Parse]) -> Scores {
    let places = places(system);
    let pairs: Vec<Pair> = gold.iter().flat_map(|parse| aligned(parse, &places)).collect();
    let (gold_words, system_words) = (count(gold), count(system));
    let ratio = |right: fn(&Pair) -> bool| {
        let correct = pairs.iter().filter(|pair| right(pair)).count();
        Ratio { correct, gold: gold_words, system: system_words }
    };
    Scores {
        sentences: sentences(gold, system),
        words: ratio(|_| true),
        upos: ratio(|p| p.gold.upos == p.system.upos),
        xpos: ratio(|p| p.gold.xpos == p.system.xpos),
        lemmas: ratio(|p| p.gold.lemma == p.system.lemma || &*p.gold.lemma == "_"),
        uas: ratio(|p| p.same_head),
        las: ratio(|p| p.same_head && p.system.deprel.is(universal(p.gold))),
        las_subtypes: ratio(|p| p.same_head && p.gold.deprel == p.system.deprel),
    }
}

/// A word that both cut alike.
struct Pair<'a> {
    gold: &'a Token,
    system: &'a Token,
    same_head: bool,
}

/// Where a word starts and ends, and for words that share a span, which of them it is.
type Place = (Span, usize);

fn places(parses: &[Parse]) -> HashMap<Place, (&Parse, usize)> {
    parses.iter().flat_map(|parse| (0..parse.tokens().len()).map(move |id| (place(parse, id), (parse, id)))).collect()
}

fn place(parse: &Parse, id: usize) -> Place {
    let span = parse.token(id).span;
    (span, parse.tokens()[..id].iter().rev().take_while(|t| t.span == span).count())
}

fn aligned<'a>(gold: &'a Parse, places: &HashMap<Place, (&'a Parse, usize)>) -> Vec<Pair<'a>> {
    let pair = |id: usize| {
        let &(parse, other) = places.get(&place(gold, id))?;
        let head = |p: &Parse, t: usize| p.token(t).head.map(|h| place(p, h));
        Some(Pair { gold: gold.token(id), system: parse.token(other), same_head: head(gold, id) == head(parse, other) })
    };
    (0..gold.tokens().len()).filter_map(pair).collect()
}

fn count(parses: &[Parse]) -> usize {
    parses.iter().map(|p| p.tokens().len()).sum()
}

fn universal(token: &Token) -> types::Deprel {
    let full = token.deprel;
    full.as_str().split(':').next().and_then(|base| base.parse().ok()).unwrap_or(full)
}

fn sentences(gold: &[Parse], system: &[Parse]) -> Ratio {
    let found: std::collections::HashSet<_> = system.iter().filter_map(extent).collect();
    let correct = gold.iter().filter_map(extent).filter(|span| found.contains(span)).count();
    Ratio { correct, gold: gold.len(), system: system.len() }
}

fn extent(parse: &Parse) -> Option<Span> {
    Some(parse.tokens().first()?.span.join(parse.tokens().last()?.span))
}
