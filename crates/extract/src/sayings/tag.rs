//! Sentences that do nothing but say whose words the quotation beside them is: "'Is it over?' The envoy asked on Friday."
//! and "The envoy answered: 'It is.'", also where the quotation is a paragraph of its own.

use super::voice::{self, Heard};
use super::word;
use crate::attribution::describe;
use crate::scene::Scene;
use types::{Attribution, Deprel, Parse, Span, TokenId, Upos};

/// Whose words a tag beside a quotation makes it.
pub(super) fn beside(scene: &Scene<'_>, quotation: Span) -> Option<Attribution> {
    let (sentence, verb) = behind(scene, quotation).or_else(|| before(scene, quotation))?;
    let parse = scene.parse(sentence);
    let Heard::From(voice) = voice::of_verb(scene, sentence, verb) else { return None };
    describe(scene, Some((sentence, voice.who)), voice.span(parse), word::cue_span(parse, sentence, verb))
}

/// Sentence and verb of the tag that follows a quotation.
fn behind(scene: &Scene<'_>, quotation: Span) -> Option<(usize, TokenId)> {
    let after = |parse: &Parse| first_word(parse).filter(|&start| start >= quotation.end);
    let (sentence, start) = scene.parses.iter().enumerate().find_map(|(at, parse)| Some((at, after(parse)?)))?;
    let block = |at: usize| scene.parses.get(at).map(|parse| parse.block);
    let close = is_wordless(scene, quotation.end, start) && sentence.checked_sub(1).and_then(block) == block(sentence);
    let verb = scene.parse(sentence).root();
    let tag = word::may_tell_clause(scene, sentence, verb) && !word::tells(scene, sentence, verb);
    (close && tag).then_some((sentence, verb))
}

/// Sentence and verb of the tag with a colon that leads to a quotation.
fn before(scene: &Scene<'_>, quotation: Span) -> Option<(usize, TokenId)> {
    let sentence = scene.parses.iter().rposition(|parse| parse.span.end <= quotation.start)?;
    let parse = scene.parse(sentence);
    let colon = scene.word(sentence, parse.tokens().len().checked_sub(1)?) == ":";
    let close = colon && is_wordless(scene, parse.span.end, quotation.start);
    let verb = last_teller(scene, sentence).filter(|_| close)?;
    (!word::tells(scene, sentence, verb)).then_some((sentence, verb))
}

/// The last verb with a subject that may tell a clause; else the main verb.
fn last_teller(scene: &Scene<'_>, sentence: usize) -> Option<TokenId> {
    let parse = scene.parse(sentence);
    let own = |t: &TokenId| parse.token(*t).upos == Upos::Verb && parse.children_by(*t, Deprel::Nsubj).next().is_some();
    let listed = |t: &TokenId| word::may_tell_clause(scene, sentence, *t);
    let last = (0..parse.tokens().len()).rev().filter(own).find(listed);
    last.or_else(|| Some(parse.root()).filter(own))
}

fn first_word(parse: &Parse) -> Option<usize> {
    parse.tokens().iter().find(|t| t.upos != Upos::Punct).map(|t| t.span.start)
}

fn is_wordless(scene: &Scene<'_>, from: usize, to: usize) -> bool {
    from <= to && !scene.words(Span::new(from, to)).chars().any(char::is_alphanumeric)
}
