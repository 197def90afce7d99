//! The causes, in the order in which coding goes.

use serde::{Serialize, Serializer};

/// What led to a fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cause {
    /// The sentence was not read.
    Unread,
    /// No rule of the type has the word.
    UnknownTrigger,
    /// The word was taken for another type.
    OtherSense,
    /// The rule's form or conditions do not fit.
    Unfit,
    /// Nothing is to be found there.
    NoEvent,
    /// One event was told apart, or two were taken for one.
    Overlap,
    /// Participants were taken from the wrong phrase, or not found.
    Attachment,
    /// Participants stand on the wrong side.
    Direction,
    /// Who it is was read wrongly.
    Resolution,
    /// Who it is stands elsewhere.
    Context,
    /// The status.
    Status,
    /// The source.
    Attribution,
    /// The mode.
    Mode,
    /// The place.
    Place,
    /// The date.
    Date,
}

impl Cause {
    /// Every cause.
    pub const ALL: [Cause; 15] = [
        Cause::Unread,
        Cause::UnknownTrigger,
        Cause::OtherSense,
        Cause::Unfit,
        Cause::NoEvent,
        Cause::Overlap,
        Cause::Attachment,
        Cause::Direction,
        Cause::Resolution,
        Cause::Context,
        Cause::Status,
        Cause::Attribution,
        Cause::Mode,
        Cause::Place,
        Cause::Date,
    ];

    /// The name in reports.
    pub const fn name(self) -> &'static str {
        match self {
            Cause::Unread => "unread",
            Cause::UnknownTrigger => "unknown-trigger",
            Cause::OtherSense => "other-sense",
            Cause::Unfit => "unfit",
            Cause::NoEvent => "no-event",
            Cause::Overlap => "overlap",
            Cause::Attachment => "attachment",
            Cause::Direction => "direction",
            Cause::Resolution => "resolution",
            Cause::Context => "context",
            Cause::Status => "status",
            Cause::Attribution => "attribution",
            Cause::Mode => "mode",
            Cause::Place => "place",
            Cause::Date => "date",
        }
    }

    /// What it means, in a line.
    pub const fn meaning(self) -> &'static str {
        match self {
            Cause::Unread => "the text was skipped, or this is no sentence of it",
            Cause::UnknownTrigger => "no rule of the type has the word",
            Cause::OtherSense => "the word was taken for another type",
            Cause::Unfit => "a rule of the type has the word, but its form or conditions do not fit",
            Cause::NoEvent => "found where nothing is labelled",
            Cause::Overlap => "one event told apart, or two taken for one",
            Cause::Attachment => "participants from the wrong phrase, or none found",
            Cause::Direction => "participants on the wrong side",
            Cause::Resolution => "the right words, but no or the wrong country or sector",
            Cause::Context => "the sentence does not name the participant",
            Cause::Status => "the wrong status",
            Cause::Attribution => "the wrong kind of outermost source",
            Cause::Mode => "the wrong mode",
            Cause::Place => "the wrong country of the place",
            Cause::Date => "the wrong date",
        }
    }
}

impl Serialize for Cause {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.name())
    }
}
