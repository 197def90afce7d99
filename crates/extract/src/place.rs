//! Where the act took place.

use crate::scene::Scene;
use types::{Place, TokenId};

/// The place of the event at a word, if the sentence or its immediate context states one.
pub(crate) fn of(_scene: &Scene<'_>, _sentence: usize, _head: TokenId) -> Option<Place> {
    None
}
