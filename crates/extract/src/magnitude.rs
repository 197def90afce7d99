//! How many were killed, injured, arrested or took part.

use crate::scene::Scene;
use types::{Magnitude, TokenId};

/// The counts that the sentence states for the event at a word.
pub(crate) fn of(_scene: &Scene<'_>, _sentence: usize, _head: TokenId) -> Magnitude {
    Magnitude::default()
}
