//! What an article says was done, and on whose word.

use crate::codes::codes;
use crate::{Context, Country, EventType, Mode, Sector, Span, TimeSpan};

codes! {
    /// Whether it happened, as the text presents it.
    Status, "status" {
        Occurred = "occurred", Historical = "historical", Planned = "planned",
        Considered = "considered", Hypothetical = "hypothetical", Denied = "denied",
    }
}

codes! {
    /// What kind of source an attribution names.
    SourceKind, "source kind" {
        Named = "named", Organisation = "organisation", Anonymous = "anonymous",
        Media = "media", Document = "document", Public = "public",
    }
}

codes! {
    /// How a source's words are given.
    QuoteKind, "quote kind" {
        Direct = "direct", Indirect = "indirect", Mixed = "mixed",
    }
}

codes! {
    /// How finely a place is known.
    PlacePrecision, "place precision" {
        Country = "country", Admin1 = "admin1", City = "city",
    }
}

/// Where an actor belongs.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Affiliation {
    /// Canonical name, if known.
    pub name: Option<String>,
    /// Country or international code.
    pub country: Option<Country>,
    /// Sectors, the leading one first.
    pub sectors: Vec<Sector>,
}

/// A participant.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Actor {
    /// The words, or for an implicit actor the mention it was taken from.
    pub span: Option<Span>,
    /// Who that is.
    pub affiliation: Affiliation,
    /// Certain from context but not named in the clause.
    pub implicit: bool,
}

/// One link of the chain of sources, outermost first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attribution {
    /// What kind of source.
    pub kind: SourceKind,
    /// The words that name it; nothing for "it was reported".
    pub source: Option<Span>,
    /// The words that mark the attribution.
    pub cue: Option<Span>,
    /// Direct, indirect or mixed speech.
    pub quote: QuoteKind,
    /// Who the source is, if known.
    pub affiliation: Option<Affiliation>,
}

/// What a text tells on somebody's word: said, thought, felt or meant by a source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saying {
    /// Whose word it is and what says so; no source where the text names none ("it was reported").
    pub attribution: Attribution,
    /// What is told, one span per unbroken stretch, in text order.
    pub content: Vec<Span>,
}

/// Where the act took place.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    /// The words.
    pub span: Span,
    /// Canonical name.
    pub name: String,
    /// Country.
    pub country: Option<Country>,
    /// First-order division.
    pub admin1: Option<String>,
    /// GeoNames identifier.
    pub geonames: Option<u32>,
    /// Latitude and longitude in degrees.
    pub point: Option<(f64, f64)>,
    /// How finely the text states it.
    pub precision: PlacePrecision,
}

/// When it took place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Time {
    /// The words.
    pub span: Span,
    /// The days they mean.
    pub days: TimeSpan,
}

/// Counts that the sentence states.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Magnitude {
    /// Killed.
    pub killed: Option<u32>,
    /// Injured.
    pub injured: Option<u32>,
    /// Arrested.
    pub arrested: Option<u32>,
    /// Taking part.
    pub participants: Option<u32>,
}

/// The words that say so, and why they were read so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// The sentence.
    pub sentence: Span,
    /// The words that express the event.
    pub trigger: Span,
    /// The words that decided its status.
    pub status_cue: Option<Span>,
    /// The rule that fired.
    pub rule: String,
    /// Step by step, why.
    pub path: Vec<String>,
}

/// A probability from 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct Confidence(f32);

impl Confidence {
    /// Held within 0 and 1; what is no number counts as 0.
    pub fn new(value: f32) -> Self {
        Self(if value.is_nan() { 0.0 } else { value.clamp(0.0, 1.0) })
    }

    /// The probability.
    pub fn get(self) -> f32 {
        self.0
    }
}

/// One event of a document.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// Type.
    pub kind: EventType,
    /// Mode of the type.
    pub mode: Option<Mode>,
    /// Contexts, in the order of the list.
    pub contexts: Vec<Context>,
    /// Whether it happened.
    pub status: Status,
    /// Who.
    pub actors: Vec<Actor>,
    /// Whom.
    pub recipients: Vec<Actor>,
    /// Where.
    pub place: Option<Place>,
    /// When.
    pub time: Option<Time>,
    /// How many.
    pub magnitude: Magnitude,
    /// On whose word, outermost first.
    pub attribution: Vec<Attribution>,
    /// The hedging words.
    pub hedge: Option<Span>,
    /// The leading mention.
    pub evidence: Evidence,
    /// Further mentions of the same event.
    pub mentions: Vec<Evidence>,
    /// How sure the reading is.
    pub confidence: Confidence,
}
