//! The gold format: one JSON object per line per article, its mentions with the sentence they stand in.

use crate::wire::code;
use serde::{Deserialize, Serialize};
use types::{Country, Date, EventType, Mode, Sector, SourceKind, Status};

/// An annotated article.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Article {
    /// Its id; the text lies under this name.
    pub doc: String,
    /// Day of publication.
    #[serde(with = "code")]
    pub date: Date,
    /// Headline.
    #[serde(default)]
    pub title: Option<String>,
    /// Its mentions.
    pub events: Vec<Mention>,
}

/// One event mention.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Mention {
    /// Mentions of the same event share it.
    #[serde(default)]
    pub event_id: Option<String>,
    /// The sentence.
    pub quote: String,
    /// Its place in code points, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub span: Option<(usize, usize)>,
    /// The words that express the event.
    #[serde(default)]
    pub trigger: Option<String>,
    /// Type.
    #[serde(rename = "type", with = "code")]
    pub kind: EventType,
    /// Mode.
    #[serde(default, with = "code::option")]
    pub mode: Option<Mode>,
    /// Types that could be defended as well.
    #[serde(default, with = "code::list")]
    pub alt: Vec<EventType>,
    /// Who.
    pub actors: Vec<Party>,
    /// Whom.
    pub recipients: Vec<Party>,
    /// Whether it happened.
    #[serde(with = "code")]
    pub status: Status,
    /// Where.
    #[serde(default)]
    pub place: Option<Spot>,
    /// Day, month or year of the act.
    #[serde(default)]
    pub date: Option<String>,
    /// On whose word, outermost first.
    #[serde(default)]
    pub attribution: Vec<Source>,
    /// The hedging words.
    #[serde(default)]
    pub hedge: Option<String>,
}

/// A participant.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Party {
    /// The words.
    #[serde(default)]
    pub text: Option<String>,
    /// Country or international code.
    #[serde(default, with = "code::option")]
    pub country: Option<Country>,
    /// Leading sector.
    #[serde(default, with = "code::option")]
    pub sector: Option<Sector>,
    /// Certain from context but not named.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub implicit: bool,
}

/// A place.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Spot {
    /// The words.
    #[serde(default)]
    pub text: Option<String>,
    /// Country.
    #[serde(default, with = "code::option")]
    pub country: Option<Country>,
}

/// A source.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Source {
    /// Kind.
    #[serde(with = "code")]
    pub kind: SourceKind,
    /// The words that name it.
    #[serde(default)]
    pub text: Option<String>,
    /// The words that mark it.
    #[serde(default)]
    pub cue: Option<String>,
}

/// A line of a gold file that cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum GoldError {
    /// The line does not have the gold format.
    #[error("{line}: {cause}")]
    Format {
        /// Line, from 1.
        line: usize,
        /// What the parser said.
        cause: serde_json::Error,
    },
    /// A mention's sentence does not stand in its article.
    #[error("{doc}: quote not in text: {quote:?}")]
    Quote {
        /// The article.
        doc: String,
        /// The sentence.
        quote: String,
    },
    /// An offset points nowhere.
    #[error("{doc}: {start}–{end} is no stretch of this text; is it the one that was labelled?")]
    Offsets {
        /// The text.
        doc: String,
        /// First code point.
        start: usize,
        /// Past the last.
        end: usize,
    },
}

impl Article {
    /// Gives each mention without a span that of the first place its quote stands at in the article's text.
    pub fn located(mut self, text: &str) -> Result<Self, GoldError> {
        for mention in self.events.iter_mut().filter(|m| m.span.is_none()) {
            let lost = || GoldError::Quote { doc: self.doc.clone(), quote: mention.quote.clone() };
            let start = text[..text.find(&mention.quote).ok_or_else(lost)?].chars().count();
            mention.span = Some((start, start + mention.quote.chars().count()));
        }
        Ok(self)
    }
}
