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
    pub span: Option<Stretch>,
    /// The words that express the event.
    #[serde(default)]
    pub trigger: Option<String>,
    /// Their place in code points, where known; only the words are written down.
    #[serde(skip)]
    pub trigger_span: Option<Stretch>,
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
    /// How sure a prediction is of itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confidence: Option<f32>,
    /// Why it was predicted; not written down.
    #[serde(skip)]
    pub explanation: Option<Explanation>,
}

/// Why a mention was predicted.
#[derive(Debug, Clone, PartialEq)]
pub struct Explanation {
    /// The rule.
    pub rule: String,
    /// Step by step.
    pub path: Vec<String>,
}

/// First and past the last code point.
pub type Stretch = (usize, usize);

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
    /// Gives each mention without a span that of the first place its quote stands at in the article's text, and each
    /// trigger that of the first place in the sentence.
    pub fn located(mut self, text: &str) -> Result<Self, GoldError> {
        for mention in &mut self.events {
            let lost = || GoldError::Quote { doc: self.doc.clone(), quote: mention.quote.clone() };
            let span = mention.span.or_else(|| place(text, &mention.quote)).ok_or_else(lost)?;
            mention.trigger_span = mention.trigger.as_ref().and_then(|trigger| place(&mention.quote, trigger));
            mention.trigger_span = mention.trigger_span.map(|(start, end)| (span.0 + start, span.0 + end));
            mention.span = Some(span);
        }
        Ok(self)
    }
}

/// The first place of some words in a text.
fn place(text: &str, words: &str) -> Option<Stretch> {
    let start = text[..text.find(words)?].chars().count();
    Some((start, start + words.chars().count()))
}
