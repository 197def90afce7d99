//! On whose word: the chain of sources above an event, outermost first, and the hedges on it.

use crate::scene::Scene;
use types::{Attribution, Span, TokenId};

/// The chain of sources of the event at a word.
pub(crate) fn of(_scene: &Scene<'_>, _sentence: usize, _head: TokenId) -> Vec<Attribution> {
    Vec::new()
}

/// The hedge on the event at a word.
pub(crate) fn hedge(_scene: &Scene<'_>, _sentence: usize, _head: TokenId) -> Option<Span> {
    None
}
