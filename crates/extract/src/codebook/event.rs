//! What a dictionary's verb codes, as an event of ours: with place, time, numbers and contexts.

use super::coding::Reading;
use super::nouns::Nouns;
use crate::mention::{self, Roles};
use crate::scene::Scene;
use crate::status;
use crate::trigger::Hit;
use lexicon::{Needs, Rule, Slot, Trigger, TriggerClass};
use types::{Actor, Event, Side, TokenId};

/// The event, if the code has a type of ours and somebody takes part.
pub(super) fn of(
    scene: &Scene<'_>,
    sentence: usize,
    verb: TokenId,
    reading: &Reading<'_>,
    pairs: &[(Side, Side)],
    nouns: &Nouns,
) -> Option<Event> {
    let (source, target): (Vec<&Side>, Vec<&Side>) = pairs.iter().map(|(source, target)| (source, target)).unzip();
    let (code, from, to) = match (&reading.codes.forward, &reading.codes.backward) {
        (Some(code), _) => (code, source, target),
        (None, code) => (code.as_ref()?, target, source),
    };
    let (kind, mode) = scene.lexicon.cameo.event_type(code).filter(|_| !pairs.is_empty())?;
    let side = |sides: &[&Side]| actors(scene, sentence, nouns, sides);
    let roles = Roles { actors: side(&from), recipients: side(&to) };
    let rule = Rule {
        id: reading.place.to_owned(),
        file: reading.place.to_owned(),
        why: String::new(),
        kind,
        mode,
        contexts: vec![],
        triggers: vec![],
        examples: vec![],
    };
    let trigger = trigger();
    let hit = Hit::of_verb(&rule, &trigger, reading.words.clone(), verb, scene.verb_frame(sentence, verb));
    let told = status::of(scene, sentence, verb, &reading.words);
    Some(mention::event(scene, sentence, &hit, together(roles), told))
}

/// Who acts on each other takes part alike.
fn together(roles: Roles) -> Roles {
    let alike = roles.actors.len() > 1
        && roles.actors.len() == roles.recipients.len()
        && roles.recipients.iter().all(|recipient| roles.actors.contains(recipient));
    if alike { Roles { recipients: vec![], ..roles } } else { roles }
}

/// Those of the sides, as the cast knows them where it does.
fn actors(scene: &Scene<'_>, sentence: usize, nouns: &Nouns, sides: &[&Side]) -> Vec<Actor> {
    let mut found: Vec<Actor> = Vec::new();
    for side in sides {
        let head = side.span.and_then(|words| nouns.head_of(scene.parse(sentence), words));
        let known = head.map(|head| scene.cast.actors(sentence, head)).unwrap_or_default();
        let same = |actor: &Actor| scene.lexicon.cameo.actor_code(&actor.affiliation).as_ref() == Some(&side.code);
        let affiliation = || scene.lexicon.cameo.affiliation(&side.code);
        let actor = known.into_iter().find(same);
        let actor = actor.unwrap_or_else(|| Actor { span: side.span, affiliation: affiliation(), implicit: false });
        if !found.contains(&actor) {
            found.push(actor);
        }
    }
    found
}

fn trigger() -> Trigger {
    Trigger {
        class: TriggerClass::Verb,
        forms: vec![],
        with: vec![],
        without: vec![],
        actor: vec![Slot::Subject],
        recipient: vec![Slot::Object],
        together: vec![],
        needs: Needs::Nothing,
        only: vec![],
        status: None,
        implied: None,
    }
}
