//! Holds storylines against the threads that people sorted news into, beside two plain methods.
//!
//! The gold of a text is the last of its threads, the narrowest: the first is a field of news ("Gaza war") that takes in
//! years, the last the story itself. Texts are halved by thread: on one half thresholds may be tuned, the other is for
//! measuring.

mod agreement;
mod plain;

pub use agreement::Agreement;

use crate::Tidings;
use crate::told::{self, StoriesError};
use ::stories::Article;
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
}

/// Reads one JSON object a line; texts without a thread are left out.
pub fn read(text: &str) -> Result<Vec<Threaded>, InvalidThreads> {
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let read = lines
        .map(|(index, line)| serde_json::from_str(line).map_err(|cause| InvalidThreads { line: index + 1, cause }));
    let all: Vec<Threaded> = read.collect::<Result<_, _>>()?;
    Ok(all.into_iter().filter(|threaded| !threaded.story.is_empty()).collect())
}

/// The article of a text, coded.
pub fn article(tidings: &Tidings, number: usize, threaded: &Threaded) -> Article {
    let mut document = Document::paragraph(&number.to_string(), &threaded.text);
    document.published = threaded.date.parse().ok();
    tidings.article(&document, &tidings.code(&document))
}

/// Scores of both halves; articles in the order of their texts.
pub fn score(texts: &[Threaded], articles: &[Article]) -> Result<StoryScores, StoriesError> {
    let both = || texts.iter().zip(articles).map(|(text, article)| (thread(text), article));
    let halves =
        [false, true].map(|measured| both().filter(|(thread, _)| is_measured(thread) == measured).collect::<Vec<_>>());
    let [tuned, measured] = halves.map(|half| half.into_iter().unzip::<_, _, Vec<&str>, Vec<&Article>>());
    let threshold = plain::threshold(&tuned.0, &tuned.1);
    Ok(StoryScores {
        tuned: half(&tuned.0, &tuned.1, threshold)?,
        measured: half(&measured.0, &measured.1, threshold)?,
        threshold,
    })
}

fn thread(text: &Threaded) -> &str {
    text.story.last().map(String::as_str).unwrap_or_default()
}

fn is_measured(thread: &str) -> bool {
    Sha256::digest(thread).first().is_some_and(|byte| byte % 2 == 1)
}

fn half(gold: &[&str], articles: &[&Article], threshold: f64) -> Result<HalfScores, StoriesError> {
    let mut sizes: HashMap<&str, usize> = HashMap::new();
    gold.iter().for_each(|thread| *sizes.entry(thread).or_default() += 1);
    Ok(HalfScores {
        texts: gold.len(),
        threads: sizes.len(),
        alone: sizes.values().filter(|size| **size == 1).count(),
        apart: Agreement::of(gold, &(0..gold.len()).collect::<Vec<_>>()),
        dyads: Agreement::of(gold, &plain::dyads(articles)),
        words: Agreement::of(gold, &plain::words(articles, threshold)),
        stories: Agreement::of(gold, &found(articles)?),
    })
}

fn found(articles: &[&Article]) -> Result<Vec<usize>, StoriesError> {
    let mut stories = told::stories()?;
    articles.iter().for_each(|article| _ = stories.add((*article).clone()));
    let groups = stories.groups();
    let numbered = groups.iter().enumerate().flat_map(|(number, ids)| ids.iter().map(move |id| (*id, number)));
    let group: HashMap<&str, usize> = numbered.collect();
    Ok(articles.iter().map(|article| group.get(article.id.as_str()).copied().unwrap_or(usize::MAX)).collect())
}
