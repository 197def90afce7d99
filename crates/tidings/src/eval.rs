//! How good the records are: the measures of the gold guide, and what other yardsticks ask.
//!
//! * [`gold`] is the gold format; [`Mention`](gold::Mention) is its unit
//! * [`labels`] are annotations without the words, [`annotation`] reads files of both
//! * [`predict`] turns events into mentions
//! * [`matching`] pairs predicted with gold mentions, [`fields`] compares a pair, [`scores`] counts
//! * [`faults`] says why what is wrong is wrong, with the [`trace`] of what led to no record
//! * [`gsr`] holds records against the 2016 PLOVER gold standard records
//! * [`petrarch`] holds codings by dictionaries against the validation records of PETRARCH
//! * [`places`] holds place names against corpora with coordinates
//! * [`attributions`] holds who said what against a corpus of attributions
//! * [`stories`] holds storylines against threads of news
//! * [`treebank`] holds the parser against a treebank

pub mod annotation;
pub mod attributions;
mod bare;
pub mod calibration;
pub mod counts;
pub mod faults;
pub mod fields;
pub mod gold;
pub mod gsr;
pub mod labels;
pub mod matching;
pub mod petrarch;
pub mod places;
pub mod predict;
pub mod scores;
pub mod stories;
pub mod trace;
pub mod treebank;
