//! What came of rules whose words stand in a text and that gave no mention, for those who ask why one is missing.
//!
//! The stages tell a [`Witness`] of each candidate that they leave. Plain coding has `()` look on, which makes nothing
//! of it, so that there is one way of coding and no cost of explaining it.

use std::fmt;
use types::{EventType, Span};

/// A rule's words that gave no mention of their own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dropped {
    /// The sentence.
    pub sentence: Span,
    /// The words.
    pub trigger: Span,
    /// The rule.
    pub rule: String,
    /// The type it would have given.
    pub kind: EventType,
    /// How far it came.
    pub fate: Fate,
}

/// Where a candidate ended; the later the more nearly it was a mention.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fate {
    /// The words stand there, but not in this form or construction.
    Form,
    /// A condition on the words around does not hold.
    Condition,
    /// Another rule at the same word says more.
    Outranked,
    /// The judge gives the type hardly any chance.
    Judged,
    /// Those who must take part are not found.
    Participants,
    /// The rule is for another status.
    Status,
    /// A noun that points back and adds nothing.
    Bare,
    /// A longer trigger holds the word.
    Covered,
    /// It tells the event of another mention, which took it in.
    Joined,
    /// It is part of what another trigger says.
    Part,
    /// It is what another mention demands, threatens, promises or refuses.
    Content,
    /// Another mention says the same.
    Repeated,
}

impl fmt::Display for Fate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Fate::Form => "the words stand in another form or construction",
            Fate::Condition => "a condition on the words around does not hold",
            Fate::Outranked => "another rule at this word says more",
            Fate::Judged => "the judge gives the type hardly any chance",
            Fate::Participants => "those who must take part are not found",
            Fate::Status => "the rule is for another status",
            Fate::Bare => "a noun that points back and adds nothing",
            Fate::Covered => "a longer trigger holds the word",
            Fate::Joined => "taken into the mention of the same event beside it",
            Fate::Part => "taken for part of what another trigger says",
            Fate::Content => "taken for the content of another mention",
            Fate::Repeated => "another mention of the sentence says the same",
        })
    }
}

/// Who looks on while mentions are made.
pub(crate) trait Witness {
    /// A candidate is left, if it is worth telling of.
    fn see<C: Into<Option<Dropped>>>(&mut self, candidate: impl FnOnce() -> C);
}

impl Witness for () {
    fn see<C: Into<Option<Dropped>>>(&mut self, _: impl FnOnce() -> C) {}
}

impl Witness for Vec<Dropped> {
    fn see<C: Into<Option<Dropped>>>(&mut self, candidate: impl FnOnce() -> C) {
        self.extend(candidate().into());
    }
}
