//! How sure a reading is.
//!
//! The numbers are how often type, participants and status were all right together on annotated articles, by what the
//! sentence gives away: how many sides have a known country, whether the trigger is one word or several, whether the act
//! is told as a fact.

use crate::roles::Roles;
use crate::trigger::Hit;
use types::{Actor, Confidence, Status};

/// Right in so many cases where neither side, one side or both sides have a country.
const BY_KNOWN_SIDES: [f32; 3] = [0.2, 0.43, 0.67];
/// So much more often where the trigger has several words.
const SEVERAL_WORDS: f32 = 0.15;
/// So much less often where the act is not told as a fact.
const NO_FACT: f32 = -0.06;

/// The probability that type, participants and status are all right.
pub(crate) fn of(hit: &Hit<'_>, roles: &Roles, status: Status) -> Confidence {
    let known = |side: &[Actor]| usize::from(side.iter().any(|actor| actor.affiliation.country.is_some()));
    let sides = known(&roles.actors) + known(&roles.recipients);
    let words = if hit.words.len() > 1 { SEVERAL_WORDS } else { 0.0 };
    let fact = if status == Status::Occurred { 0.0 } else { NO_FACT };
    Confidence::new(BY_KNOWN_SIDES[sides] + words + fact)
}
