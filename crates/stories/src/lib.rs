//! Events of many documents: which texts are copies of each other, which records tell one event, and which articles make
//! up a story.
//!
//! [`Stories`] takes one [`Article`] at a time and compares it with those it shares rare words with, not with all. What it
//! answers depends on the articles alone, never on the order they came in: likeness of two articles depends on these two
//! and on [`Background`], and articles are placed in the order of day and id.
//!
//! * [`article`](Article) is what comes in, [`kept`](Kept) what may be kept of it and brought back
//! * `words` makes weighted words of a text, `likeness` compares two such, `shelf` finds those worth comparing
//! * `copies` finds near-identical texts, `links` the records that tell one event by `clues`, of `phrase`s too
//! * `near` says which story an article joins, [`story`](Story) describes one, `ledger` lists what became of each event

mod article;
mod background;
mod clues;
mod connected;
mod copies;
mod entry;
mod hash;
mod kept;
mod ledger;
mod likeness;
mod links;
mod minhash;
mod near;
mod phrase;
mod settings;
mod shelf;
mod stories;
mod story;
mod words;

pub use article::{Article, Party, Report, Spot};
pub use background::{Background, InvalidBackground};
pub use clues::{Clue, Clues};
pub use copies::{Copies, Copy};
pub use kept::{Changes, Kept, KeptNear, Key, Name, Placed};
pub use ledger::{Contradiction, Entry, Line};
pub use links::{Case, Link};
pub use settings::{InvalidSettings, Settings};
pub use stories::Stories;
pub use story::{Member, Participant, Story};
