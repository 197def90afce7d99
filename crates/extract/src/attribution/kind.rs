//! What kind of source a phrase names.

use super::Source;
use crate::scene::Scene;
use crate::syntax;
use lexicon::{Case, DescriptionKind, NameKind};
use types::{Deprel, EntityKind, Parse, SourceKind, Span, TokenId, Upos, Xpos};

/// The kind of a source, or nothing if the phrase can be no source.
pub(super) fn of(scene: &Scene<'_>, source: &Source) -> Option<SourceKind> {
    let Some((sentence, head)) = source.phrase else { return Some(SourceKind::Media) };
    known(scene, sentence, head).or_else(|| Some(by_shape(scene.parse(sentence), head)))
}

/// The kind of a phrase by what tables, names and cast know of it.
pub(super) fn known(scene: &Scene<'_>, sentence: usize, head: TokenId) -> Option<SourceKind> {
    by_pronoun(scene, sentence, head)
        .or_else(|| by_name(scene, sentence, head))
        .or_else(|| by_title(scene, sentence, head))
        .or_else(|| {
            let kind = by_noun(scene, sentence, head).or_else(|| by_reading(scene, sentence, head))?;
            Some(sharpen(scene, sentence, head, kind))
        })
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

/// A personal pronoun stands for somebody named before; "one of them" for somebody who was not; outside of quotations "we"
/// for who writes.
fn by_pronoun(scene: &Scene<'_>, sentence: usize, head: TokenId) -> Option<SourceKind> {
    let token = scene.parse(sentence).token(head);
    if token.upos != Upos::Pron {
        return None;
    }
    let word = scene.word(sentence, head).to_lowercase();
    let speaks = scene.lexicon.world.descriptions.kind(&word) == Some(DescriptionKind::Speaker);
    match word.as_str() {
        _ if speaks && scene.quotations.around(token.span).is_none() => Some(SourceKind::Media),
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

/// A name of several words, or behind a title, is somebody's unless the title says media ("news agency Fars").
fn by_title(scene: &Scene<'_>, sentence: usize, head: TokenId) -> Option<SourceKind> {
    let parse = scene.parse(sentence);
    if parse.token(head).upos != Upos::Propn {
        return None;
    }
    let before = |&c: &TokenId| c < head && parse.token(c).upos == Upos::Noun;
    let title = parse.children(head).iter().copied().rfind(before);
    match title.and_then(|title| by_noun(scene, sentence, title)) {
        Some(SourceKind::Media) => Some(SourceKind::Media),
        _ if scene.cast.is_body(sentence, head) => Some(SourceKind::Organisation),
        Some(_) => Some(SourceKind::Named),
        None => parse
            .children_by(head, Deprel::Flat)
            .any(|c| parse.token(c).upos == Upos::Propn)
            .then_some(SourceKind::Named),
    }
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

/// A title with a name is somebody named, several of states are those states; an official of no name is anonymous unless
/// an office makes him known.
fn sharpen(scene: &Scene<'_>, sentence: usize, head: TokenId, kind: SourceKind) -> SourceKind {
    let parse = scene.parse(sentence);
    let unnamed = matches!(kind, SourceKind::Anonymous | SourceKind::Public);
    let person_like = unnamed || !scene.cast.is_body(sentence, head) && kind == SourceKind::Organisation;
    let named_here =
        has_person_name(parse, head) || parse.children_by(head, Deprel::Appos).any(|a| has_person_name(parse, a));
    match name_behind(parse, head).filter(|_| unnamed) {
        _ if person_like && named_here => SourceKind::Named,
        Some(name) if scene.cast.is_body(sentence, name) => SourceKind::Organisation,
        Some(_) => SourceKind::Named,
        None => kind,
    }
}

/// The name put behind a title: "trade counsellor Anna Nowak".
fn name_behind(parse: &Parse, head: TokenId) -> Option<TokenId> {
    let is_name = |&c: &TokenId| {
        c > head
            && parse.token(c).upos == Upos::Propn
            && matches!(parse.token(c).deprel, Deprel::Flat | Deprel::Appos | Deprel::NmodDesc)
    };
    parse.children(head).iter().copied().find(is_name)
}

fn has_name(parse: &Parse, head: TokenId) -> bool {
    parse.named().iter().any(|n| (n.first..=n.last).contains(&head) && n.kind == EntityKind::Person)
}

/// Whether a person's name hangs on the title: "minister Anna Nowak".
fn has_person_name(parse: &Parse, head: TokenId) -> bool {
    parse.named().iter().filter(|n| n.kind == EntityKind::Person).any(|n| {
        let anchor = (n.first..=n.last).find(|&t| parse.token(t).head.is_none_or(|h| !(n.first..=n.last).contains(&h)));
        anchor.is_some_and(|t| {
            t == head
                || parse.token(t).head == Some(head)
                    && matches!(parse.token(t).deprel, Deprel::Appos | Deprel::Flat | Deprel::Compound)
        })
    })
}

/// By what the cast knows of the phrase.
fn by_reading(scene: &Scene<'_>, sentence: usize, head: TokenId) -> Option<SourceKind> {
    if scene.cast.is_body(sentence, head) {
        return Some(SourceKind::Organisation);
    }
    let participants = scene.cast.participants(sentence, head);
    let first = participants.first()?;
    Some(if first.affiliation.name.is_some() { SourceKind::Named } else { SourceKind::Anonymous })
}

/// What the form of an unlisted phrase suggests: "the utility" is a body, "farmers", "a farmer" are people of no name.
fn by_shape(parse: &Parse, head: TokenId) -> SourceKind {
    let definite = parse.children(head).iter().any(|&c| matches!(&*parse.token(c).lemma, "the" | "its"));
    let singular = parse.token(head).xpos == Xpos::Nn;
    match parse.token(head).entity {
        Some(EntityKind::Organization | EntityKind::Place) => SourceKind::Organisation,
        _ if parse.token(head).upos == Upos::Propn => SourceKind::Named,
        None if definite && singular => SourceKind::Organisation,
        _ => SourceKind::Anonymous,
    }
}
