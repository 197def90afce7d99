//! On whose word: the chain of sources above an event, outermost first, and the hedges on it.
//!
//! * [`chain`]: sources that the sentence itself names
//! * [`quotes`]: quotations and their speakers, who may stand in another sentence
//! * [`kind`]: what kind of source a phrase names

mod chain;
mod hedge;
mod kind;
mod quotes;

pub(crate) use chain::source_marks;
pub(crate) use hedge::hedge;
pub(crate) use quotes::{Quotations, marks};

use crate::scene::Scene;
use lexicon::DescriptionKind;
use types::{Actor, Affiliation, Attribution, EventType, QuoteKind, SourceKind, Span, Status, TokenId};

/// A source as found: which phrase, which cue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Source {
    /// Sentence and head of the phrase; nothing where none is named ("it was reported").
    pub(crate) phrase: Option<(usize, TokenId)>,
    /// The words that introduce it.
    pub(crate) cue: Span,
}

/// Whose words a word is: the speaker of the quotation that holds it, else the nearest source above.
pub(crate) fn speaker(scene: &Scene<'_>, sentence: usize, head: TokenId) -> Option<(usize, TokenId)> {
    let quoted =
        scene.quotations.around(scene.parse(sentence).token(head).span).and_then(|q| q.speaker.as_ref()?.phrase);
    quoted.or_else(|| chain::above(scene, sentence, head).last().and_then(|source| source.phrase))
}

/// The chain of sources of the event at a word.
pub(crate) fn of(scene: &Scene<'_>, sentence: usize, head: TokenId) -> Vec<Attribution> {
    let mut sources = chain::above(scene, sentence, head);
    let at = scene.parse(sentence).token(head).span;
    let quotation = scene.quotations.around(at);
    if let Some(speaker) = quotation.and_then(|q| q.speaker.clone()) {
        sources.retain(|source| !is_speaker(scene, source));
        let known = sources.iter().any(|s| s.cue == speaker.cue || s.phrase == speaker.phrase);
        let is_own_act = speaker.cue == at;
        if !known && !is_own_act {
            sources.insert(0, speaker);
        }
    }
    let quote = if quotation.is_some() { QuoteKind::Direct } else { QuoteKind::Indirect };
    sources.iter().filter_map(|source| attribution(scene, source, quote)).collect()
}

/// The chain without those whose own act of speech is told: that they tell it makes them no source.
pub(crate) fn by_others(
    chain: Vec<Attribution>,
    kind: EventType,
    status: Status,
    actors: &[Actor],
) -> Vec<Attribution> {
    let own = |source: &Attribution| {
        let known = source.affiliation.as_ref().filter(|a| a.name.is_some() || a.country.is_some());
        let acts = known.is_some_and(|teller| actors.iter().any(|actor| actor.affiliation == *teller));
        acts && matches!(source.kind, SourceKind::Named | SourceKind::Organisation)
    };
    let own_speech = is_speech(kind) && status == Status::Occurred;
    chain.into_iter().filter(|source| !(own_speech && own(source))).collect()
}

/// "We", "I": inside a quotation that is whoever speaks it.
fn is_speaker(scene: &Scene<'_>, source: &Source) -> bool {
    source.phrase.is_some_and(|(sentence, head)| {
        let word = scene.word(sentence, head).to_lowercase();
        scene.lexicon.world.descriptions.kind(&word) == Some(DescriptionKind::Speaker)
    })
}

/// Acts of speech: that their speaker tells them makes him no source.
fn is_speech(kind: EventType) -> bool {
    use EventType::{Accuse, Agree, Concede, Reject, Request, Support, Threaten};
    matches!(kind, Accuse | Agree | Concede | Reject | Request | Support | Threaten)
}

fn attribution(scene: &Scene<'_>, source: &Source, quote: QuoteKind) -> Option<Attribution> {
    let kind = kind::of(scene, source)?;
    let source_span = source.phrase.map(|(sentence, head)| kind::words(scene, sentence, head));
    let affiliation = source.phrase.and_then(|phrase| affiliation(scene, phrase));
    Some(Attribution { kind, source: source_span, cue: Some(source.cue), quote, affiliation })
}

fn affiliation(scene: &Scene<'_>, (sentence, head): (usize, TokenId)) -> Option<Affiliation> {
    scene.cast.actors(sentence, head).into_iter().next().map(|actor| actor.affiliation)
}

/// The attribution of a saying whose source, words and cue are found: nobody in particular is nobody of name.
pub(crate) fn describe(
    scene: &Scene<'_>,
    who: Option<(usize, TokenId)>,
    words: Option<Span>,
    cue: Span,
) -> Option<Attribution> {
    let kind = match who {
        Some(_) => kind::of(scene, &Source { phrase: who, cue })?,
        None => SourceKind::Anonymous,
    };
    let affiliation = who.and_then(|phrase| affiliation(scene, phrase));
    Some(Attribution { kind, source: words, cue: Some(cue), quote: QuoteKind::Indirect, affiliation })
}

/// Whether tables, names or cast know a phrase as a source.
pub(crate) fn is_known(scene: &Scene<'_>, sentence: usize, head: TokenId) -> bool {
    kind::known(scene, sentence, head).is_some()
}

/// The attribution of a quotation to the speaker that a sentence beside it names.
pub(crate) fn quoted_speaker(scene: &Scene<'_>, quotation: Span) -> Option<Attribution> {
    let speaker = scene.quotations.around(quotation)?.speaker.as_ref()?;
    attribution(scene, speaker, QuoteKind::Direct)
}
