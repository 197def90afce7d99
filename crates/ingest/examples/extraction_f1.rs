//! Scores article extraction on the article-extraction benchmark, by its own measure: precision and
//! recall of 4-gram shingles of words, averaged over pages; F1 is taken from the averages.
//!
//! `cargo run --release -p ingest --example extraction_f1 -- ../shared/data/extraction [PAGES_TO_LIST]`

use ingest::{Defaults, Format, Ingested, read};
use std::collections::HashMap;
use std::error::Error;
use std::io::{self, Write};
use std::path::Path;
use std::time::{Duration, Instant};
use types::BlockKind;

struct Page {
    name: String,
    precision: Option<f64>,
    recall: Option<f64>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = std::env::args().skip(1);
    let folder = args.next().ok_or("name the folder of the benchmark")?;
    let listed: usize = args.next().map_or(Ok(0), |n| n.parse())?;
    let truth: serde_json::Value =
        serde_json::from_slice(&std::fs::read(Path::new(&folder).join("ground-truth.json"))?)?;
    let mut pages = Vec::new();
    let mut spent = Duration::ZERO;
    for (name, page) in truth.as_object().ok_or("ground-truth.json is no object")? {
        let bytes = std::fs::read(Path::new(&folder).join("html").join(format!("{name}.html.gz")))?;
        let start = Instant::now();
        let found = read(name, bytes, Some(Format::Html), &Defaults::default()).next().ok_or("no result")??;
        spent += start.elapsed();
        pages.push(score(name, page["articleBody"].as_str().unwrap_or(""), &body(&found)));
    }
    report(&mut pages, spent, listed)
}

fn body(found: &Ingested) -> String {
    let blocks = found.document.blocks.iter().filter(|block| block.kind != BlockKind::Title);
    blocks.map(|block| block.span.of(&found.document.text)).collect::<Vec<_>>().join("\n\n")
}

fn score(name: &str, truth: &str, found: &str) -> Page {
    let (truth, found) = (shingles(truth), shingles(found));
    let shared: usize = truth.iter().map(|(shingle, n)| (*n).min(found.get(shingle).copied().unwrap_or(0))).sum();
    let share = |of: usize| (of > 0).then(|| shared as f64 / of as f64);
    Page { name: name.to_owned(), precision: share(found.values().sum()), recall: share(truth.values().sum()) }
}

fn shingles(text: &str) -> HashMap<Vec<String>, usize> {
    let words: Vec<String> = text
        .split(|c: char| !(c.is_alphanumeric() || c == '_'))
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect();
    let mut counts = HashMap::new();
    let size = words.len().clamp(1, 4);
    for shingle in words.windows(size) {
        *counts.entry(shingle.to_vec()).or_insert(0) += 1;
    }
    counts
}

fn report(pages: &mut [Page], spent: Duration, listed: usize) -> Result<(), Box<dyn Error>> {
    let mean = |values: Vec<f64>| values.iter().sum::<f64>() / values.len() as f64;
    let precision = mean(pages.iter().filter_map(|page| page.precision).collect());
    let recall = mean(pages.iter().filter_map(|page| page.recall).collect());
    let f1 = 2.0 * precision * recall / (precision + recall);
    let each = spent.as_secs_f64() * 1000.0 / pages.len() as f64;
    let mut out = io::stdout().lock();
    writeln!(
        out,
        "{} pages  precision {precision:.3}  recall {recall:.3}  F1 {f1:.3}  {each:.1} ms a page",
        pages.len()
    )?;
    let key = |page: &Page| page.precision.unwrap_or(0.0) + page.recall.unwrap_or(0.0);
    pages.sort_by(|a, b| key(a).total_cmp(&key(b)));
    for page in pages.iter().take(listed) {
        let show = |share: Option<f64>| share.map_or("-".to_owned(), |share| format!("{share:.3}"));
        writeln!(out, "{}  precision {}  recall {}", page.name, show(page.precision), show(page.recall))?;
    }
    Ok(())
}
