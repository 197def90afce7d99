//! Words that no rule reads but that the model judges to express an event.

use crate::scene::Scene;
use crate::syntax;
use crate::trigger::{self, Hit};
use lexicon::{CueEdge, TriggerClass};
use types::{EventType, Judgement, Parse, Status, TokenId, Upos};

/// The word as a trigger of the type that the judge finds likeliest, if it is likely enough.
pub(crate) fn hit<'a>(scene: &Scene<'a>, sentence: usize, token: TokenId) -> Option<Hit<'a>> {
    let parse = scene.parse(sentence);
    let judgement = judgement(parse, token)?;
    let kind = judgement.likeliest();
    let judging = &scene.lexicon.judging;
    if !judging.proposes(judgement.kind(kind))
        || tells_status(scene, parse, token)
        || trigger::is_set_aside(scene, sentence, token, kind)
    {
        return None;
    }
    let (rule, trigger) = judging.trigger(kind, class(parse, token)?)?;
    let mode = judgement.mode().filter(|&mode| scene.lexicon.ontology.allows(kind, mode));
    let frame = trigger::frame_for(scene, sentence, token, trigger.class);
    Some(Hit { rule, trigger, mode, head: token, words: vec![token], frame, tested: Vec::new(), specificity: 0 })
}

/// "proposed sanctions", "wants to arrest": the word says how an event stands and is none itself.
fn tells_status(scene: &Scene<'_>, parse: &Parse, token: TokenId) -> bool {
    let cues = scene.lexicon.cues.status(&parse.token(token).lemma.to_lowercase());
    cues.iter().any(|cue| !matches!(cue.edges.as_slice(), [CueEdge::Purpose | CueEdge::Given]))
}

/// What the judge gives the type of a hit, if it was asked.
pub(crate) fn probability(parse: &Parse, head: TokenId, kind: EventType) -> Option<f32> {
    Some(judgement(parse, head)?.kind(kind))
}

/// Whether the judge is sure that the one word of a hit expresses nothing here.
pub(crate) fn is_no_event(scene: &Scene<'_>, parse: &Parse, hit: &Hit<'_>) -> bool {
    let sure = |judgement: &Judgement| scene.lexicon.judging.disposes(judgement.nothing());
    hit.words.len() == 1 && hit.tested.is_empty() && judgement(parse, hit.head).is_some_and(sure)
}

/// What the judge gives that a word tells history.
pub(crate) fn history(parse: &Parse, head: TokenId) -> Option<f32> {
    Some(judgement(parse, head)?.status(Status::Historical))
}

fn judgement(parse: &Parse, head: TokenId) -> Option<&Judgement> {
    parse.token(head).judgement.as_deref()
}

fn class(parse: &Parse, token: TokenId) -> Option<TriggerClass> {
    match parse.token(token).upos {
        Upos::Verb => Some(TriggerClass::Verb),
        Upos::Noun => Some(TriggerClass::Noun),
        Upos::Adj => Some(TriggerClass::Adjective),
        _ => None,
    }
}

/// Whether two words stand next to each other in the tree: the light verb and its noun, a verb and its twin.
pub(crate) fn are_neighbours(parse: &Parse, a: TokenId, b: TokenId) -> bool {
    parse.token(a).head == Some(b) || parse.token(b).head == Some(a) || syntax::are_twins(parse, a, b)
}
