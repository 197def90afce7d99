//! The public record: the one place that says what leaves Tidings as JSON.
//!
//! Field order is part of the contract. `start` and `end` count Unicode code points of the document's
//! canonical text, `end` exclusive (the W3C Web Annotation `TextPositionSelector`), and a `text` beside
//! them is exactly that slice. A field that is not known is `null`; it is never guessed and never left
//! out, save `evidence.path`, which only `--explain` brings.
//!
//! A document yields its [`Record`]s, one line each, or a single [`NoRecord`] line that says why there
//! is none: `{"document": {…}, "events": 0, "reason": "no-trigger"}`.

pub mod code;
pub mod dyad;
mod make;
mod offsets;
mod story;

pub use make::{Detail, records};
pub use offsets::{Offsets, Slice};
pub use story::{LedgerContradiction, LedgerEntry, LedgerLine, StoryParticipant, StoryRecord};

use serde::{Deserialize, Serialize};
use types::{Context, Country, Date, EventType, Mode, PlacePrecision, QuoteKind, Sector, SourceKind, Status};

/// One event.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Record {
    /// `ev_` and 16 hexadecimal digits: a hash of document, evidence, type and participants.
    pub id: String,
    /// The article.
    pub document: Document,
    /// Event type of PLOVER.
    #[serde(rename = "type", with = "code")]
    pub kind: EventType,
    /// Mode of the type.
    #[serde(with = "code::option")]
    pub mode: Option<Mode>,
    /// Contexts.
    #[serde(with = "code::list")]
    pub contexts: Vec<Context>,
    /// Quadrant of cooperation and conflict, 1 to 4.
    pub quad: u8,
    /// Goldstein-like score of type and mode, from −10 to 10.
    pub score: f32,
    /// The nearest CAMEO code.
    pub cameo: String,
    /// Whether it happened, as the text presents it.
    #[serde(with = "code")]
    pub status: Status,
    /// Who.
    pub actors: Vec<Participant>,
    /// Whom.
    pub recipients: Vec<Participant>,
    /// Where.
    pub place: Option<Place>,
    /// When.
    pub time: Time,
    /// How many.
    pub magnitude: Magnitude,
    /// On whose word, outermost first; empty for the author's own.
    pub attribution: Vec<Attribution>,
    /// The hedging words.
    pub hedge: Option<String>,
    /// The words that say so.
    pub evidence: Evidence,
    /// Further evidence of the same event in this document.
    pub mentions: Vec<Evidence>,
    /// Probability that the reading is right.
    pub confidence: f32,
    /// The story it belongs to, once stored.
    pub story: Option<String>,
    /// What made the record.
    pub produced_by: ProducedBy,
}

/// The line of a document without events.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct NoRecord {
    /// The article.
    pub document: Document,
    /// Always 0, so that a reader can tell the two kinds of line apart.
    pub events: u8,
    /// Why there is none.
    pub reason: String,
}

/// The article a record stems from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// The input's own id, else one derived from its hash.
    pub id: String,
    /// File name as given.
    pub file: Option<String>,
    /// Address of the page.
    pub url: Option<String>,
    /// Headline.
    pub title: Option<String>,
    /// Outlet as the page names itself.
    pub outlet: Option<String>,
    /// Day of publication.
    #[serde(with = "code::option")]
    pub published: Option<Date>,
    /// Hash of the canonical text.
    pub sha256: String,
}

/// An actor or recipient.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Participant {
    /// The words; for an implicit one, the mention it was taken from.
    pub text: Option<String>,
    /// Their start.
    pub start: Option<usize>,
    /// Their end.
    pub end: Option<usize>,
    /// Canonical name.
    pub name: Option<String>,
    /// Country or international code.
    #[serde(with = "code::option")]
    pub country: Option<Country>,
    /// The leading sector.
    #[serde(with = "code::option")]
    pub sector: Option<Sector>,
    /// All sectors.
    #[serde(with = "code::list")]
    pub sectors: Vec<Sector>,
    /// Country and leading sector as one code, for example `USA.GOV`.
    pub entity: Option<String>,
    /// Certain from context but not named in the clause.
    pub implicit: bool,
}

/// Where the act took place.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Place {
    /// The words.
    pub text: String,
    /// Their start.
    pub start: usize,
    /// Their end.
    pub end: usize,
    /// Canonical name.
    pub name: String,
    /// Country.
    #[serde(with = "code::option")]
    pub country: Option<Country>,
    /// First-order division.
    pub admin1: Option<String>,
    /// GeoNames identifier.
    pub geonames: Option<u32>,
    /// Latitude in degrees.
    pub lat: Option<f64>,
    /// Longitude in degrees.
    pub lon: Option<f64>,
    /// How finely the text states it.
    #[serde(with = "code")]
    pub precision: PlacePrecision,
}

/// When the act took place; all `null` where the text does not say.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Time {
    /// The words.
    pub text: Option<String>,
    /// First day.
    #[serde(with = "code::option")]
    pub start_date: Option<Date>,
    /// Last day, inclusive.
    #[serde(with = "code::option")]
    pub end_date: Option<Date>,
    /// `day`, `range`, `month` or `year`.
    pub precision: Option<String>,
}

/// Counts that the sentence states.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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

/// One link of the chain of sources.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attribution {
    /// Kind of source.
    #[serde(with = "code")]
    pub kind: SourceKind,
    /// The words that name it.
    pub text: Option<String>,
    /// The words that mark the attribution.
    pub cue: Option<String>,
    /// Direct, indirect or mixed speech.
    #[serde(with = "code")]
    pub quote: QuoteKind,
    /// Start of `text`.
    pub start: Option<usize>,
    /// End of `text`.
    pub end: Option<usize>,
    /// Who the source is, as in [`Participant::entity`].
    pub entity: Option<String>,
}

/// A sentence and what in it carries the event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// Start of the sentence.
    pub start: usize,
    /// End of the sentence.
    pub end: usize,
    /// The sentence.
    pub text: String,
    /// The words that express the event.
    pub trigger: Words,
    /// The words that decided the status.
    pub status_cue: Option<Words>,
    /// The rule that fired.
    pub rule: String,
    /// Why, step by step.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub path: Option<Vec<String>>,
}

/// Words and their place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    /// Start.
    pub start: usize,
    /// End.
    pub end: usize,
    /// The words.
    pub text: String,
}

/// What made a record: equal versions and hashes give equal bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProducedBy {
    /// Version of Tidings.
    pub tidings: String,
    /// `sha256:` and the hash of the model's weights and vocabulary.
    pub model: String,
    /// `sha256:` and the hash of all data files.
    pub lexicon: String,
}
