//! How the cost of grouping grows with the number of articles.

use super::grown::grown;
use super::memory_kib;
use serde::Serialize;
use std::time::Instant;
use tidings::stories::Article;
use tidings::told::{self, StoriesError};

/// What one size took.
#[derive(Debug, Clone, Serialize)]
pub struct Size {
    documents: usize,
    /// To compare, link and place one document, on average over all.
    milliseconds_each: f64,
    /// To place them all in stories, as part of that.
    placing_seconds: f64,
    links: usize,
    stories: usize,
    memory_mib: Option<f64>,
}

/// Takes in so many articles, grown from those that are given.
pub fn measure(articles: &[Article], documents: usize) -> Result<Size, StoriesError> {
    let grown = grown(articles, documents);
    let before = memory_kib("VmRSS:");
    let (mut stories, start) = (told::stories()?, Instant::now());
    for article in grown {
        stories.add(article);
    }
    let placing = Instant::now();
    stories.settle();
    let (placing, seconds) = (placing.elapsed().as_secs_f64(), start.elapsed().as_secs_f64());
    let memory_mib = memory_kib("VmRSS:").zip(before).map(|(after, before)| (after - before).max(0.0) / 1024.0);
    Ok(Size {
        documents,
        milliseconds_each: seconds * 1e3 / documents.max(1) as f64,
        placing_seconds: placing,
        links: stories.links().len(),
        stories: stories.groups().len(),
        memory_mib,
    })
}

/// A table for people.
pub fn table(sizes: &[Size]) -> String {
    let head = " documents  ms each  placing (s)    links   stories  memory (MiB)\n".to_owned();
    head + &sizes.iter().map(row).collect::<String>()
}

fn row(size: &Size) -> String {
    let Size { documents, milliseconds_each, placing_seconds, links, stories, memory_mib } = size;
    let memory = memory_mib.map_or_else(|| "unknown".to_owned(), |mib| format!("{mib:.0}"));
    format!(
        "{documents:>10}  {milliseconds_each:>7.3}  {placing_seconds:>11.2}  {links:>7}  {stories:>8}  {memory:>12}\n"
    )
}
