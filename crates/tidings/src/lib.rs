//! Tidings turns news into attributed event records. This façade wires the phases together:
//!
//! 1. [`ingest`] makes documents of bytes
//! 2. [`parse`] makes trees of a document's sentences
//! 3. [`extract`] makes events of the trees, with what the [`lexicon`] knows
//! 4. [`wire`] makes the public record of an event
//!
//! [`Tidings`] holds what the phases need and runs 2 and 3; [`export`] writes the records down; [`filing`] hands them to
//! the [`store`], [`grouping`] finds what its documents have in common; [`eval`] says how good they are.

pub mod brief;
pub mod builtin;
mod coded;
mod digest;
pub mod eval;
pub mod export;
#[cfg(feature = "store")]
pub mod filing;
#[cfg(feature = "store")]
pub mod grouping;
pub mod html;
pub mod learn;
mod tidings;
pub mod told;
pub mod wire;

pub use coded::{Coded, Examined, NoEvents};
pub use extract;
pub use ingest;
pub use lexicon;
pub use parse;
#[cfg(feature = "store")]
pub use store;
pub use stories;
pub use tidings::{LoadError, Tidings};
pub use types;
