//! The names of places that a text holds, whether or not anything is told to happen there.

use crate::Place;
use crate::codes::codes;

codes! {
    /// How words speak of a place.
    ToponymKind, "kind of toponym" {
        Name = "name", Demonym = "demonym",
    }
}

/// A place name, or an adjective or people named after a place.
#[derive(Debug, Clone, PartialEq)]
pub struct Toponym {
    /// Which of the two.
    pub kind: ToponymKind,
    /// The words and the place meant; without a point where no table lists it.
    pub place: Place,
}
