//! Holds storylines against the threads that people sorted news into, beside two plain methods.
//!
//! The gold of a text is the last of its threads, the narrowest: the first is a field of news ("Gaza war") that takes in
//! years, the last the story itself. Texts are halved by a hash of the narrowest thread: all that is chosen, the settings
//! of storylines ([`tuning`]) and the threshold of words, is chosen on the first half; the other is for measuring alone.

mod agreement;
mod losses;
mod plain;
pub mod tuning;
mod without;

pub use agreement::Agreement;
pub use losses::{Losses, Nearest};
pub use without::{InvalidWithout, Without};

use crate::Tidings;
use crate::told::{self, StoriesError};
use ::stories::{Article, Settings};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use types::Document;

/// A text with the threads it was sorted into.
#[derive(Debug, Clone, Deserialize)]
pub struct Threaded {
    /// Its day.
    pub date: String,
    /// The text.
    pub text: String,
    /// Its threads, the widest first.
    pub story: Vec<String>,
}

/// A line that cannot be read.
#[derive(Debug, thiserror::Error)]
#[error("line {line}: {cause}")]
pub struct InvalidThreads {
    line: usize,
    cause: serde_json::Error,
}

/// A half of the texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Half {
    /// The one that thresholds and settings are chosen on.
    Tuned,
    /// The other.
    Measured,
}

/// How well each method finds the threads of both halves.
#[derive(Debug, Clone, Serialize)]
pub struct StoryScores {
    /// The half that thresholds are tuned on.
    pub tuned: HalfScores,
    /// The other.
    pub measured: HalfScores,
    /// The threshold of words alone that is best on the first half.
    pub threshold: f64,
}

/// How well each method finds the threads of a half.
#[derive(Debug, Clone, Serialize)]
pub struct HalfScores {
    /// Texts.
    pub texts: usize,
    /// Threads.
    pub threads: usize,
    /// Threads of one text.
    pub alone: usize,
    /// Every text by itself.
    pub apart: Agreement,
    /// Texts of one day about one pair of countries.
    pub dyads: Agreement,
    /// Texts whose words are alike, each chained to the next.
    pub words: Agreement,
    /// Tidings.
    pub stories: Agreement,
    /// Somebody who knows the widest thread of each text, but not into which narrower ones it is cut.
    pub widest: Agreement,
    /// Where stories lose precision and recall.
    pub losses: Losses,
    /// The threads of texts most alike.
    pub nearest: Nearest,
}

/// Reads one JSON object a line; texts without a thread and those to be left out are passed over.
///
/// # Errors
/// At the first line that is no such object.
pub fn read(text: &str, without: &Without) -> Result<Vec<Threaded>, InvalidThreads> {
    let lines = text.lines().enumerate().filter(|(at, line)| !line.trim().is_empty() && !without.has(*at));
    let read = lines
        .map(|(index, line)| serde_json::from_str(line).map_err(|cause| InvalidThreads { line: index + 1, cause }));
    let all: Vec<Threaded> = read.collect::<Result<_, _>>()?;
    Ok(all.into_iter().filter(|threaded| !threaded.story.is_empty()).collect())
}

impl Threaded {
    /// The half it is in.
    pub fn half(&self) -> Half {
        match Sha256::digest(self.narrowest()).first() {
            Some(byte) if byte % 2 == 1 => Half::Measured,
            _ => Half::Tuned,
        }
    }

    fn narrowest(&self) -> &str {
        self.story.last().map(String::as_str).unwrap_or_default()
    }

    fn widest(&self) -> &str {
        self.story.first().map(String::as_str).unwrap_or_default()
    }
}

/// The article of a text, coded.
pub fn article(tidings: &Tidings, number: usize, threaded: &Threaded) -> Article {
    let mut document = Document::paragraph(&number.to_string(), &threaded.text);
    document.published = threaded.date.parse().ok();
    tidings.article(&document, &tidings.code(&document))
}

/// Texts of one half and their articles.
struct Sample<'a> {
    threads: Vec<&'a Threaded>,
    articles: Vec<&'a Article>,
}

impl<'a> Sample<'a> {
    fn of(texts: &'a [Threaded], articles: &'a [Article], half: Half) -> Self {
        let both = texts.iter().zip(articles).filter(|(text, _)| text.half() == half);
        let (threads, articles) = both.unzip();
        Self { threads, articles }
    }

    fn gold(&self) -> Vec<&'a str> {
        self.threads.iter().map(|text| text.narrowest()).collect()
    }

    fn widest(&self) -> Vec<&'a str> {
        self.threads.iter().map(|text| text.widest()).collect()
    }
}

/// Scores of both halves; articles in the order of their texts.
///
/// # Errors
/// Where the data of stories cannot be used.
pub fn score(texts: &[Threaded], articles: &[Article]) -> Result<StoryScores, StoriesError> {
    let [tuned, measured] = [Half::Tuned, Half::Measured].map(|half| Sample::of(texts, articles, half));
    let threshold = plain::threshold(&tuned.gold(), &tuned.articles);
    let settings = told::settings()?;
    let half = |sample: &Sample| half(sample, &settings, threshold);
    Ok(StoryScores { tuned: half(&tuned)?, measured: half(&measured)?, threshold })
}

fn half(sample: &Sample, settings: &Settings, threshold: f64) -> Result<HalfScores, StoriesError> {
    let (gold, articles) = (sample.gold(), &sample.articles);
    let mut sizes: HashMap<&str, usize> = HashMap::new();
    gold.iter().for_each(|thread| *sizes.entry(thread).or_default() += 1);
    let (stories, alike) = (found(articles, settings)?, plain::Cosines::of(articles));
    Ok(HalfScores {
        texts: gold.len(),
        threads: sizes.len(),
        alone: sizes.values().filter(|size| **size == 1).count(),
        apart: Agreement::of(&gold, &(0..gold.len()).collect::<Vec<_>>()),
        dyads: Agreement::of(&gold, &plain::dyads(articles)),
        words: Agreement::of(&gold, &plain::words(articles, threshold)),
        stories: Agreement::of(&gold, &stories),
        widest: Agreement::of(&gold, &sample.widest()),
        losses: Losses::of(&sample.threads, &stories, &alike),
        nearest: Nearest::of(&sample.threads, &alike),
    })
}

fn found(articles: &[&Article], settings: &Settings) -> Result<Vec<usize>, StoriesError> {
    let mut stories = told::stories_with(settings.clone())?;
    articles.iter().for_each(|article| _ = stories.add((*article).clone()));
    let groups = stories.groups();
    let numbered = groups.iter().enumerate().flat_map(|(number, ids)| ids.iter().map(move |id| (*id, number)));
    let group: HashMap<&str, usize> = numbered.collect();
    Ok(articles.iter().map(|article| group.get(article.id.as_str()).copied().unwrap_or(usize::MAX)).collect())
}
