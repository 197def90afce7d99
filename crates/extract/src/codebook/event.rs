//! What a dictionary's verb codes, as an event of ours: with place, time, numbers and contexts.

use super::nouns::Nouns;
use super::reading::Reading;
use crate::mention;
use crate::roles::Roles;
use crate::scene::Scene;
use crate::status;
use crate::trigger::Hit;
use lexicon::{Needs, Rule, Slot, Trigger, TriggerClass};
use types::{Actor, Event, EventType, Mode, Side, TokenId};

/// Where a verb stands.
pub(super) struct At<'s, 'a> {
    pub(super) scene: &'s Scene<'a>,
    pub(super) sentence: usize,
    pub(super) nouns: &'s Nouns,
    pub(super) verb: TokenId,
}

/// The event, if the code has a type of ours and somebody takes part.
pub(super) fn of(at: &At<'_, '_>, reading: &Reading<'_>, pairs: &[(Side, Side)]) -> Option<Event> {
    let (source, target): (Vec<&Side>, Vec<&Side>) = pairs.iter().map(|(source, target)| (source, target)).unzip();
    let (code, from, to) = match (&reading.codes.forward, &reading.codes.backward) {
        (Some(code), _) => (code, source, target),
        (None, code) => (code.as_ref()?, target, source),
    };
    let (kind, mode) = at.scene.lexicon.cameo.event_type(code).filter(|_| !pairs.is_empty())?;
    let roles = together(Roles { actors: at.actors(&from), recipients: at.actors(&to) });
    let (rule, trigger) = (rule(reading.place, kind, mode), trigger());
    let frame = at.scene.verb_frame(at.sentence, at.verb);
    let hit = Hit::of_verb(&rule, &trigger, reading.words.clone(), at.verb, frame);
    let told = status::of(at.scene, at.sentence, at.verb, &reading.words);
    Some(mention::event(at.scene, at.sentence, &hit, roles, told))
}

/// Who acts on each other takes part alike.
fn together(roles: Roles) -> Roles {
    let alike = roles.actors.len() > 1
        && roles.actors.len() == roles.recipients.len()
        && roles.recipients.iter().all(|recipient| roles.actors.contains(recipient));
    if alike { Roles { recipients: vec![], ..roles } } else { roles }
}

impl At<'_, '_> {
    /// Those of the sides.
    fn actors(&self, sides: &[&Side]) -> Vec<Actor> {
        let mut found: Vec<Actor> = Vec::new();
        for actor in sides.iter().map(|side| self.actor(side)) {
            if !found.contains(&actor) {
                found.push(actor);
            }
        }
        found
    }

    /// Who that is: as the cast knows him where it does, else what the code says.
    fn actor(&self, side: &Side) -> Actor {
        let cameo = &self.scene.lexicon.cameo;
        let head = side.span.and_then(|words| self.nouns.head_of(self.scene.parse(self.sentence), words));
        let known = head.map(|head| self.scene.cast.actors(self.sentence, head)).unwrap_or_default();
        let same = |actor: &Actor| cameo.actor_code(&actor.affiliation).as_ref() == Some(&side.code);
        let coded = || Actor { span: side.span, affiliation: cameo.affiliation(&side.code), implicit: false };
        known.into_iter().find(same).unwrap_or_else(coded)
    }
}

/// A rule that says no more than what is coded, by which line of a dictionary.
fn rule(place: &str, kind: EventType, mode: Option<Mode>) -> Rule {
    Rule {
        id: place.to_owned(),
        file: place.to_owned(),
        why: String::new(),
        kind,
        mode,
        contexts: vec![],
        triggers: vec![],
        examples: vec![],
    }
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
