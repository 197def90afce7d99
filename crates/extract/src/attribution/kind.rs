//! What kind of source a phrase names.

use super::Source;
use crate::scene::Scene;
use crate::syntax;
use lexicon::{Case, NameKind};
use types::{Deprel, Parse, SourceKind, Span, TokenId, Upos};

/// The kind of a source, or nothing if the phrase can be no source.
pub(super) fn of(scene: &Scene<'_>, source: &Source) -> Option<SourceKind> {
    let Some((sentence, head)) = source.phrase else { return Some(SourceKind::Media) };
    let parse = scene.parse(sentence);
    Some(
        by_pronoun(scene, sentence, head)
            .or_else(|| by_name(scene, sentence, head))
            .or_else(|| by_noun(scene, sentence, head).map(|kind| sharpen(scene, sentence, head, kind)))
            .unwrap_or_else(|| by_shape(parse, head)),
    )
}

/// The words of a source: the phrase with a close apposition.
pub(super) fn words(scene: &Scene<'_>, sentence: usize, head: TokenId) -> Span {
    let parse = scene.parse(sentence);
    let phrase = syntax::phrase(parse, head);
    let span = syntax::stretch(parse, &phrase, head);
    let apposition = parse.children_by(head, Deprel::Appos).find(|&a| a > head);
    match apposition {
        Some(appos) => span.join(syntax::stretch(parse, &syntax::phrase(parse, appos), appos)),
        None => span,
    }
}

/// A personal pronoun stands for somebody named before; "one of them" for somebody who was not.
fn by_pronoun(scene: &Scene<'_>, sentence: usize, head: TokenId) -> Option<SourceKind> {
    let token = scene.parse(sentence).token(head);
    if token.upos != Upos::Pron {
        return None;
    }
    let word = scene.word(sentence, head).to_lowercase();
    match word.as_str() {
        "it" => Some(SourceKind::Organisation),
        "they" => scene.cast.actors(sentence, head).first().map(|_| SourceKind::Organisation),
        _ => scene.lexicon.cues.source_kind(&word),
    }
}

fn by_name(scene: &Scene<'_>, sentence: usize, head: TokenId) -> Option<SourceKind> {
    let parse = scene.parse(sentence);
    let tokens = syntax::phrase(parse, head);
    let start = tokens.iter().position(|&t| t == head)?;
    let words: Vec<&str> = tokens.iter().map(|&t| scene.word(sentence, t)).collect();
    let kinds = (0..=start).filter_map(|at| {
        let found = scene.lexicon.world.names.longest(words.get(at..)?, Case::Sentence)?;
        (at + found.words > start).then(|| found.entries.first().map(|entry| entry.kind))?
    });
    let kind = kinds.into_iter().next()?;
    Some(match kind {
        NameKind::Outlet => SourceKind::Media,
        NameKind::Person => SourceKind::Named,
        _ => SourceKind::Organisation,
    })
}

/// By the noun as written, else by the longest phrase of lemmas that ends at it.
fn by_noun(scene: &Scene<'_>, sentence: usize, head: TokenId) -> Option<SourceKind> {
    let parse = scene.parse(sentence);
    if parse.token(head).upos == Upos::Propn && has_name(parse, head) {
        return Some(SourceKind::Named);
    }
    let cues = &scene.lexicon.cues;
    let written = scene.word(sentence, head).to_lowercase();
    let lemma = parse.token(head).lemma.to_lowercase();
    let pair = head.checked_sub(1).map(|before| format!("{} {lemma}", parse.token(before).lemma.to_lowercase()));
    pair.and_then(|pair| cues.source_kind(&pair))
        .or_else(|| cues.source_kind(&written))
        .or_else(|| cues.source_kind(&lemma))
}

/// A title with a name is somebody named; an official of no name is anonymous unless an office makes him known.
fn sharpen(scene: &Scene<'_>, sentence: usize, head: TokenId, kind: SourceKind) -> SourceKind {
    let parse = scene.parse(sentence);
    let person_like =
        matches!(kind, SourceKind::Anonymous | SourceKind::Public | SourceKind::Organisation | SourceKind::Media);
    let named_here =
        has_person_name(parse, head) || parse.children_by(head, Deprel::Appos).any(|a| has_person_name(parse, a));
    let _ = scene.word(sentence, head);
    if person_like && named_here { SourceKind::Named } else { kind }
}

fn has_name(parse: &Parse, head: TokenId) -> bool {
    parse.named().iter().any(|n| (n.first..=n.last).contains(&head) && n.kind == types::EntityKind::Person)
}

/// Whether a person's name hangs on the title: "minister Anna Nowak".
fn has_person_name(parse: &Parse, head: TokenId) -> bool {
    parse.named().iter().filter(|n| n.kind == types::EntityKind::Person).any(|n| {
        let anchor = (n.first..=n.last).find(|&t| parse.token(t).head.is_none_or(|h| !(n.first..=n.last).contains(&h)));
        anchor.is_some_and(|t| {
            t == head
                || parse.token(t).head == Some(head)
                    && matches!(parse.token(t).deprel, Deprel::Appos | Deprel::Flat | Deprel::Compound)
        })
    })
}

/// What the form of an unlisted phrase suggests.
fn by_shape(parse: &Parse, head: TokenId) -> SourceKind {
    match parse.token(head).entity {
        _ if parse.token(head).upos == Upos::Propn => match parse.token(head).entity {
            Some(types::EntityKind::Organization | types::EntityKind::Place) => SourceKind::Organisation,
            _ => SourceKind::Named,
        },
        Some(types::EntityKind::Organization | types::EntityKind::Place) => SourceKind::Organisation,
        Some(types::EntityKind::Person) => SourceKind::Anonymous,
        _ => SourceKind::Document,
    }
}
