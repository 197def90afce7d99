//! Databases of event records: SQLite in a file, or PostgreSQL.
//!
//! [`open()`] gives a [`Store`]; what is put in is a [`Filing`], a document with its records, and what is asked for is
//! a [`Filter`]. Below, an `Engine` is a database that runs SQL, of which there are two; [`Store`] is written once on top
//! of it.
//!
//! * A batch of documents is one transaction: what was acknowledged stays, and no document is there by half.
//! * Adding a document again changes nothing. Another text under the same address is a new revision; the old one is
//!   kept, and its records count no more.
//! * Counts per day and pair of countries are kept up to date with every document.
//! * The views of `schema/views.sql` are public; the tables are not.
//!
//! **Invariant:** this crate knows the columns of a record, never what made it; the record itself comes in as JSON.

/// Helpers of the tests name this crate as its users do.
#[cfg(test)]
extern crate self as store;

mod add;
mod check;
mod contract;
mod database;
mod engine;
mod error;
mod filing;
mod group;
mod groups;
mod open;
mod postgres;
mod query;
mod remove;
mod same;
mod schema;
mod sqlite;
#[cfg(test)]
mod tests;
mod value;

pub use check::{Fault, FaultKind};
pub use contract::{Size, Store};
pub use engine::Answer;
pub use error::StoreError;
pub use filing::{
    ClaimRow, CopyRow, DocumentRow, Filing, Findings, Identity, LinkRow, Outcome, PartyRow, PlaceRow, Receipt,
    RecordRow, StoryRow, TimeRow,
};
pub use groups::{Described, Groups, Named, Placement, Placements, Placing, ShelfPlace, Shelved};
pub use open::{Access, open};
pub use query::{
    Direction, Dispute, EventRow, Filter, FoundStory, Key, Order, Party, Period, PeriodRow, Revisions, SortKey,
    SourceFilter, StoryFilter, StoryKey, Telling, UnknownFilter,
};
pub use remove::{Removed, Which};
pub use value::Value;
