//! How sure a reading is.

use crate::mention::Roles;
use crate::trigger::Hit;
use types::{Attribution, Confidence, Parse, Status};

/// The probability that type, participants and status are all right.
pub(crate) fn of(_parse: &Parse, hit: &Hit<'_>, roles: &Roles, status: Status, _attribution: &[Attribution]) -> Confidence {
    let known = usize::from(!roles.actors.is_empty()) + usize::from(!roles.recipients.is_empty());
    let words = hit.words.len().min(3) as f32;
    let told = if status == Status::Occurred { 0.1 } else { 0.0 };
    Confidence::new(0.35 + 0.15 * known as f32 + 0.05 * words + told)
}
