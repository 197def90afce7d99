//! When it took place, resolved against the day of publication.

use crate::scene::Scene;
use types::{Time, TokenId};

/// The stated time of the event at a word.
pub(crate) fn of(_scene: &Scene<'_>, _sentence: usize, _head: TokenId) -> Option<Time> {
    None
}

/// Whether a stated time lies more than three months before publication.
pub(crate) fn is_background(_scene: &Scene<'_>, _time: Option<&Time>) -> bool {
    false
}
