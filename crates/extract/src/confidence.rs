//! How sure a reading is: the probability that type, participants and status are all right.
//!
//! A logistic regression over what the sentence gives away: how many sides have a known country, whether the trigger is
//! one word or several, whether the act is told as a fact, and what the judge thinks of the type. The weights are data.

use crate::judged;
use crate::logistic;
use crate::roles::Roles;
use crate::scene::Scene;
use crate::trigger::Hit;
use types::{Actor, Confidence, Parse, Status};

/// The probability that type, participants and status are all right.
pub(crate) fn of(scene: &Scene<'_>, parse: &Parse, hit: &Hit<'_>, roles: &Roles, status: Status) -> Confidence {
    let weights = &scene.lexicon.trust;
    let known = |side: &[Actor]| usize::from(side.iter().any(|actor| actor.affiliation.country.is_some()));
    let sides = [0.0, weights.one_side, weights.both_sides][known(&roles.actors) + known(&roles.recipients)];
    let implied = roles.actors.iter().chain(&roles.recipients).any(|actor| actor.implicit);
    let judged = judged::probability(parse, hit.head, hit.rule.kind).unwrap_or(0.0);
    let when = |holds: bool, weight: f32| if holds { weight } else { 0.0 };
    let sum = weights.start
        + sides
        + when(hit.words.len() > 1, weights.several_words)
        + when(status != Status::Occurred, weights.no_fact)
        + when(hit.is_judged(), weights.only_judged)
        + when(implied, weights.implicit)
        + weights.judged * judged;
    Confidence::new(logistic::share(sum))
}
