//! How sure a reading is: the probability that type, participants and status are all right.
//!
//! A logistic regression over what the sentence gives away: how many sides have a known country, whether the trigger is
//! one word or several, whether the act is told as a fact, and what the judge thinks of the type. The weights are data.

use crate::judged;
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
    Confidence::new(share(sum))
}

/// The logistic function by multiplication alone, which gives the same bits on every machine: eˣ is (1 + x/2²⁰)^2²⁰.
fn share(sum: f32) -> f32 {
    const SQUARINGS: i32 = 20;
    let step = 1.0 - f64::from(sum) / f64::from(1 << SQUARINGS);
    let power = (0..SQUARINGS).fold(step, |power, _| power * power);
    (1.0 / (1.0 + power)) as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_become_shares() {
        for (sum, want) in [(0.0, 0.5), (2.0, 0.880_797), (-3.0, 0.047_426), (8.0, 0.999_665)] {
            assert!((share(sum) - want).abs() < 1e-4, "{sum}");
        }
    }
}
