//! What is put in: a document with all that was read out of it.
//!
//! A record comes with the columns that questions are asked of, and whole as the JSON it was published as.

use types::{Country, Date, EventType, Mode, PlacePrecision, Precision, QuoteKind, Sector, SourceKind, Status};

/// A document and its records, to be stored together or not at all.
#[derive(Debug, Clone, PartialEq)]
pub struct Filing {
    /// The document.
    pub document: DocumentRow,
    /// Its records, in text order.
    pub records: Vec<RecordRow>,
}

/// What tells one document from all others: hexadecimal digits of a hash of where it came from and of its text.
/// The same address with another text is another document: a new revision.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Identity(pub String);

/// A document.
#[derive(Debug, Clone, PartialEq)]
pub struct DocumentRow {
    /// What tells it from all others.
    pub identity: Identity,
    /// Its id; where another document has the same, the store gives it one of its own.
    pub id: String,
    /// Hash of the canonical text.
    pub sha256: String,
    /// File name as given.
    pub file: Option<String>,
    /// Address of the page.
    pub url: Option<String>,
    /// Outlet as the page names itself.
    pub outlet: Option<String>,
    /// Day of publication.
    pub published: Option<Date>,
    /// Headline.
    pub title: Option<String>,
    /// Canonical text.
    pub text: String,
    /// How the text is laid out, as whoever coded it writes that.
    pub layout: Option<String>,
    /// What coded it: two documents have the same only if neither need be coded anew to be like the other.
    pub coder: Option<String>,
    /// Why it has no records; nothing where it has some.
    pub reason: Option<String>,
}

/// A record.
#[derive(Debug, Clone, PartialEq)]
pub struct RecordRow {
    /// Its id.
    pub id: String,
    /// Event type.
    pub kind: EventType,
    /// Mode of the type.
    pub mode: Option<Mode>,
    /// Quadrant of cooperation and conflict.
    pub quad: u8,
    /// Score of type and mode.
    pub score: f64,
    /// The nearest CAMEO code.
    pub cameo: String,
    /// Whether it happened, as the text presents it.
    pub status: Status,
    /// Who.
    pub actors: Vec<PartyRow>,
    /// Whom.
    pub recipients: Vec<PartyRow>,
    /// Where.
    pub place: Option<PlaceRow>,
    /// When.
    pub time: Option<TimeRow>,
    /// Counts that the sentence states.
    pub magnitude: types::Magnitude,
    /// On whose word, outermost first.
    pub claims: Vec<ClaimRow>,
    /// The hedging words.
    pub hedge: Option<String>,
    /// Words that express the event.
    pub trigger: String,
    /// The sentence.
    pub evidence: String,
    /// Its start, in code points of the document's text.
    pub start: usize,
    /// Its end, exclusive.
    pub end: usize,
    /// Probability that the reading is right.
    pub confidence: f64,
    /// The whole record as JSON.
    pub json: String,
}

/// An actor or recipient.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PartyRow {
    /// The words.
    pub text: Option<String>,
    /// Canonical name.
    pub name: Option<String>,
    /// Country or international code.
    pub country: Option<Country>,
    /// The leading sector.
    pub sector: Option<Sector>,
    /// Country and sector as one code.
    pub entity: Option<String>,
    /// Certain from context but not named in the clause.
    pub implicit: bool,
}

/// Where.
#[derive(Debug, Clone, PartialEq)]
pub struct PlaceRow {
    /// Canonical name.
    pub name: String,
    /// Country.
    pub country: Option<Country>,
    /// First-order division.
    pub admin1: Option<String>,
    /// Latitude and longitude in degrees.
    pub point: Option<(f64, f64)>,
    /// How finely the text states it.
    pub precision: PlacePrecision,
}

/// When.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TimeRow {
    /// First day.
    pub start: Date,
    /// Last day, inclusive.
    pub end: Date,
    /// How finely the text states it.
    pub precision: Precision,
}

/// One link of the chain of sources.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClaimRow {
    /// Kind of source.
    pub kind: SourceKind,
    /// The words that name it.
    pub text: Option<String>,
    /// The words that mark the attribution.
    pub cue: Option<String>,
    /// Direct, indirect or mixed speech.
    pub quote: QuoteKind,
    /// Who the source is.
    pub entity: Option<String>,
}

/// What became of a filing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// The document's id in the store.
    pub document: String,
    /// What was done.
    pub outcome: Outcome,
    /// Records stored.
    pub records: usize,
}

/// What was done with a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It is new.
    Added,
    /// It is a new revision of a page; the older one is kept as superseded.
    Revised,
    /// It was there already; nothing was changed.
    Known,
    /// It was there already; its records were replaced.
    Recoded,
}

impl Outcome {
    /// The written form.
    pub const fn as_str(self) -> &'static str {
        match self {
            Outcome::Added => "added",
            Outcome::Revised => "revised",
            Outcome::Known => "known",
            Outcome::Recoded => "recoded",
        }
    }
}

/// What was found across documents, as far as it changed. All are named by their ids in the store.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Findings {
    /// Documents in a cluster of near-identical ones.
    pub copies: Vec<CopyRow>,
    /// Documents that are in no cluster any more.
    pub originals: Vec<String>,
    /// Records that tell one event.
    pub links: Vec<LinkRow>,
    /// Pairs of records that are linked no more.
    pub unlinked: Vec<(String, String)>,
    /// Stories, each with all of its records.
    pub stories: Vec<StoryRow>,
}

/// A document of a cluster of near-identical ones. The head has a row too; a cluster of one is dropped.
#[derive(Debug, Clone, PartialEq)]
pub struct CopyRow {
    /// The document.
    pub document: String,
    /// The one that heads the cluster.
    pub head: String,
    /// How much they share, from 0 to 1.
    pub similarity: f64,
    /// Why it is in it.
    pub reason: String,
}

/// Two records of different documents that tell one event.
#[derive(Debug, Clone, PartialEq)]
pub struct LinkRow {
    /// One of them.
    pub earlier: String,
    /// The other.
    pub later: String,
    /// How sure that is.
    pub weight: f64,
    /// Why they are taken for one.
    pub reason: String,
}

/// A story.
#[derive(Debug, Clone, PartialEq)]
pub struct StoryRow {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its first day.
    pub start: Option<Date>,
    /// Its last day.
    pub end: Option<Date>,
    /// Who takes part, as a JSON list.
    pub participants: String,
    /// In how many pairs of its records one says what the other denies.
    pub contradictions: usize,
    /// The whole story as JSON.
    pub json: String,
    /// Its records, each with the reason why it is in it. A record is in one story at most.
    pub records: Vec<(String, String)>,
}
