//! `tidings bench`: how fast articles are coded and grouped on this machine, and how much memory that takes.

mod grown;
mod stories;

use crate::fallible::{BadUse, Outcome};
use crate::inputs::{Inputs, Progress};
use crate::output;
use crate::threads::Threads;
use rayon::prelude::*;
use serde::Serialize;
use std::path::PathBuf;
use std::time::{Duration, Instant};
use tidings::Tidings;
use tidings::ingest::{Defaults, Ingested};

/// Measure the speed of coding and the memory it takes
#[derive(clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// Files or folders of articles; `-` is standard input
    #[arg(required = true, value_name = "INPUT")]
    inputs: Vec<PathBuf>,
    /// Code all articles this many times and count the fastest
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u16).range(1..))]
    rounds: u16,
    /// Measure grouping instead, with so many documents: articles are copied with other dates, words and countries
    #[arg(long, value_name = "N,N,…", value_delimiter = ',', value_parser = clap::value_parser!(u32).range(1..))]
    stories: Vec<u32>,
    /// Write the figures as JSON
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    threads: Threads,
}

const EXAMPLES: &str = "\
Examples:
  tidings bench examples/ --threads 1 --rounds 3
  tidings bench news.jsonl --json
  tidings bench news.jsonl --stories 1000,10000,100000";

#[derive(Serialize)]
struct Figures {
    threads: usize,
    articles: usize,
    words: usize,
    events: usize,
    load_seconds: f64,
    seconds: f64,
    articles_per_second: f64,
    words_per_second: f64,
    words_per_second_and_thread: f64,
    peak_memory_mib: Option<f64>,
}

/// Runs the command.
pub fn run(args: &Args) -> anyhow::Result<Outcome> {
    let loading = Instant::now();
    let tidings = Tidings::new()?;
    let loaded = loading.elapsed();
    let mut inputs = Inputs::new(&args.inputs, Defaults::default(), Progress::Hidden);
    let articles: Vec<Ingested> = inputs.by_ref().filter(|input| input.skip.is_none()).collect();
    if articles.is_empty() {
        return Err(BadUse("no article to measure with".to_owned()).into());
    }
    let pool = args.threads.pool()?;
    if !args.stories.is_empty() {
        group(args, &tidings, &articles, &pool)?;
        return Ok(inputs.outcome());
    }
    let rounds = (0..args.rounds).map(|_| round(&tidings, &articles, &pool));
    let (seconds, events) = rounds.min_by(|a, b| a.0.cmp(&b.0)).unwrap_or_default();
    let figures = figures(&articles, events, pool.current_num_threads(), loaded, seconds);
    output::print(&if args.json { serde_json::to_string_pretty(&figures)? + "\n" } else { lines(&figures) })?;
    Ok(inputs.outcome())
}

fn group(args: &Args, tidings: &Tidings, inputs: &[Ingested], pool: &rayon::ThreadPool) -> anyhow::Result<()> {
    let article = |input: &Ingested| tidings.article(&input.document, &tidings.code_input(input));
    let articles: Vec<_> = pool.install(|| inputs.par_iter().map(article).collect());
    let sizes = args.stories.iter().map(|count| stories::measure(&articles, *count as usize));
    let sizes = sizes.collect::<Result<Vec<_>, _>>()?;
    output::print(&if args.json { serde_json::to_string_pretty(&sizes)? + "\n" } else { stories::table(&sizes) })
}

fn round(tidings: &Tidings, articles: &[Ingested], pool: &rayon::ThreadPool) -> (Duration, usize) {
    let start = Instant::now();
    let events = pool.install(|| articles.par_iter().map(|input| tidings.code_input(input).events.len()).sum());
    (start.elapsed(), events)
}

fn figures(articles: &[Ingested], events: usize, threads: usize, loaded: Duration, took: Duration) -> Figures {
    let seconds = took.as_secs_f64();
    let words = articles.iter().map(|a| a.document.text.split_whitespace().count()).sum();
    Figures {
        threads,
        articles: articles.len(),
        words,
        events,
        load_seconds: loaded.as_secs_f64(),
        seconds,
        articles_per_second: articles.len() as f64 / seconds,
        words_per_second: words as f64 / seconds,
        words_per_second_and_thread: words as f64 / seconds / threads as f64,
        peak_memory_mib: memory_kib("VmHWM:").map(|kib| kib / 1024.0),
    }
}

/// Memory of this process, where the system tells: `VmHWM:` is the most it ever held, `VmRSS:` what it holds.
fn memory_kib(kind: &str) -> Option<f64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix(kind))?;
    line.split_whitespace().next()?.parse().ok()
}

fn lines(f: &Figures) -> String {
    let memory = f.peak_memory_mib.map_or_else(|| "unknown".to_owned(), |mib| format!("{mib:.0} MiB"));
    let rows = [
        ("articles", f.articles.to_string()),
        ("words", f.words.to_string()),
        ("events", f.events.to_string()),
        ("threads", f.threads.to_string()),
        ("load", format!("{:.3} s", f.load_seconds)),
        ("coding", format!("{:.3} s", f.seconds)),
        ("articles per second", format!("{:.1}", f.articles_per_second)),
        ("words per second", format!("{:.0}", f.words_per_second)),
        ("  and thread", format!("{:.0}", f.words_per_second_and_thread)),
        ("peak memory", memory),
    ];
    rows.iter().map(|(name, value)| format!("{name:<20} {value:>10}\n")).collect()
}
