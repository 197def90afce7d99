//! The public form of a story: who takes part, and what became of each of its events.

use super::code;
use serde::{Deserialize, Serialize};
use stories::{Contradiction, Entry, Line, Participant, Story};
use types::{Country, Date, EventType, Sector, Status};

/// A story.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoryRecord {
    /// `st_` and 16 hexadecimal digits: a hash of its first article's id.
    pub id: String,
    /// The headline, or first sentence, of the article that is most like all others.
    pub title: String,
    /// The article that the title is of.
    pub titled: String,
    /// Day of its first article.
    #[serde(with = "code::option")]
    pub start: Option<Date>,
    /// Day of its last article.
    #[serde(with = "code::option")]
    pub end: Option<Date>,
    /// Its articles, the earliest first.
    pub documents: Vec<String>,
    /// By how many outlets they were published.
    pub outlets: usize,
    /// Who takes part, most often first.
    pub participants: Vec<StoryParticipant>,
    /// Its events.
    pub ledger: Vec<LedgerLine>,
}

/// Somebody who takes part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoryParticipant {
    /// Canonical name.
    pub name: Option<String>,
    /// Country or international code.
    #[serde(with = "code::option")]
    pub country: Option<Country>,
    /// The leading sector.
    #[serde(with = "code::option")]
    pub sector: Option<Sector>,
    /// In how many records.
    pub records: usize,
}

/// One event and all that was told of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LedgerLine {
    /// Its type, as told first.
    #[serde(rename = "type", with = "code")]
    pub kind: EventType,
    /// What was told, the earliest first.
    pub entries: Vec<LedgerEntry>,
    /// Who says what another denies.
    pub contradictions: Vec<LedgerContradiction>,
}

/// One record of an event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LedgerEntry {
    /// Day of the article.
    #[serde(with = "code::option")]
    pub date: Option<Date>,
    /// Whether it happened, as told there.
    #[serde(with = "code")]
    pub status: Status,
    /// On whose word: the source that the text names, else the outlet.
    pub source: Option<String>,
    /// The article.
    pub document: String,
    /// The record.
    pub record: String,
    /// The sentence.
    pub sentence: String,
}

/// Two records of one event of which one says it happened and the other denies it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LedgerContradiction {
    /// The record that says so.
    pub says: String,
    /// The record that denies it.
    pub denies: String,
    /// Both in words.
    pub reason: String,
}

impl From<Story> for StoryRecord {
    fn from(story: Story) -> Self {
        Self {
            id: story.id,
            title: story.title,
            titled: story.titled,
            start: story.span.map(|(start, _)| start),
            end: story.span.map(|(_, end)| end),
            documents: story.articles,
            outlets: story.outlets,
            participants: story.participants.into_iter().map(StoryParticipant::from).collect(),
            ledger: story.ledger.into_iter().map(LedgerLine::from).collect(),
        }
    }
}

impl From<Participant> for StoryParticipant {
    fn from(Participant { party, reports }: Participant) -> Self {
        Self { name: party.name, country: party.country, sector: party.sector, records: reports }
    }
}

impl From<Line> for LedgerLine {
    fn from(line: Line) -> Self {
        Self {
            kind: line.kind,
            entries: line.entries.into_iter().map(LedgerEntry::from).collect(),
            contradictions: line.contradictions.into_iter().map(LedgerContradiction::from).collect(),
        }
    }
}

impl From<Entry> for LedgerEntry {
    fn from(entry: Entry) -> Self {
        Self {
            date: entry.date,
            status: entry.status,
            source: entry.source,
            document: entry.article,
            record: entry.report,
            sentence: entry.sentence,
        }
    }
}

impl From<Contradiction> for LedgerContradiction {
    fn from(Contradiction { says, denies, reason }: Contradiction) -> Self {
        Self { says, denies, reason }
    }
}
