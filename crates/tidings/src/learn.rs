//! A dictionary of actors that many documents write together: who holds which office where, by their own words.
//!
//! Nothing learnt is used as it stands. What comes out is a table to review, with the evidence beside each row and what
//! speaks against it; only rows that a reader has accepted are taken up, through `--lexicon`.
//!
//! * [`Ledger`] counts what documents teach
//! * [`Finding`] is what they teach of one name, with its conflicts
//! * [`table`] writes findings down

mod conflicts;
mod ledger;
pub mod table;

pub use ledger::{Finding, Ledger, Role};
