//! `tidings eval`: how good the records are, against each yardstick.

mod attribution;
mod errors;
mod gold;
mod gsr;
mod page;
mod petrarch;
mod places;
mod report;
mod said;
mod stories;
mod texts;
mod treebank;

use crate::dictionaries::Dictionaries;
use crate::fallible::Outcome;
use crate::threads::Threads;
use clap::ValueEnum;
use std::path::PathBuf;

/// Score Tidings against annotated articles, coded sentences, place names or a treebank
#[derive(clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// Annotated articles, or labels of texts that lie elsewhere; one JSON object a line
    #[arg(value_name = "GOLD", required_unless_present_any = ["attribution", "gsr", "petrarch", "places", "stories", "treebank"])]
    gold: Option<PathBuf>,
    /// Folder of the texts: ID.txt for an article, COLLECTION.jsonl for labels [default: docs, beside GOLD]
    #[arg(long, value_name = "DIR", requires = "gold")]
    docs: Option<PathBuf>,
    /// Write what is predicted, in the format of GOLD
    #[arg(long, value_name = "FILE", requires = "gold")]
    predictions: Option<PathBuf>,
    /// List what is missed, spurious or wrong, at most N of each kind
    #[arg(long, value_name = "N", num_args = 0..=1, default_missing_value = "1000000")]
    #[arg(conflicts_with = "treebank")]
    show: Option<usize>,
    /// Say why: everything that is wrong by its cause, at most N of each
    #[arg(long, value_name = "N", num_args = 0..=1, default_missing_value = "1000000", requires = "gold")]
    errors: Option<usize>,
    /// Write the same as a page to read in a browser, all of it
    #[arg(long, value_name = "FILE", requires = "gold")]
    errors_html: Option<PathBuf>,
    /// Score against the PLOVER gold standard records of 2016
    #[arg(long, value_name = "RECORDS.json", conflicts_with_all = ["gold", "treebank"])]
    gsr: Option<PathBuf>,
    /// Score codings by the dictionaries of --lexicon against validation records of PETRARCH
    #[arg(long, value_name = "RECORDS.xml", conflicts_with_all = ["gold", "gsr", "treebank"], requires = "paths")]
    petrarch: Option<PathBuf>,
    #[command(flatten)]
    dictionaries: Dictionaries,
    /// Score place names against LGL, GeoWebNews or GeoVirus
    #[arg(long, value_name = "CORPUS.xml", conflicts_with_all = ["gold", "gsr", "treebank"])]
    places: Option<PathBuf>,
    /// Score who said what against a folder of attributions in brat's stand-off form, as PolNeAR's
    #[arg(long, value_name = "DIR", conflicts_with_all = ["gold", "gsr", "treebank"])]
    attribution: Option<PathBuf>,
    /// Score storylines against the threads of a collection of news; one JSON object of date, text and story a line
    #[arg(long, value_name = "THREADS.jsonl", conflicts_with_all = ["gold", "gsr", "treebank"])]
    stories: Option<PathBuf>,
    /// Leave out texts: a collection and the number of its line, from 0, a line
    #[arg(long, value_name = "FILE", requires = "stories")]
    without: Option<PathBuf>,
    /// Score the parser against a treebank
    #[arg(long, value_name = "FILE.conllu", conflicts_with = "gold")]
    treebank: Option<PathBuf>,
    /// Let the parser cut the treebank's text into sentences and words itself
    #[arg(long, requires = "treebank")]
    raw: bool,
    /// How to write the scores
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    #[command(flatten)]
    threads: Threads,
}

const EXAMPLES: &str = "\
Examples:
  tidings eval gold/dev.jsonl
  tidings eval gold/dev.jsonl --errors 5
  tidings eval gold/dev.jsonl --errors-html errors.html
  tidings eval training/labels/held.jsonl --docs news
  tidings eval gold/dev.jsonl --predictions predicted.jsonl --format json
  tidings eval --petrarch records.xml --lexicon dictionaries/
  tidings eval --places lgl.xml --show 20
  tidings eval --attribution polnear/dev --show 20
  tidings eval --stories current-events.jsonl --without reserved.txt
  tidings eval --treebank en_ewt-ud-test.conllu --raw";

/// A format of scores.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
enum Format {
    /// For people
    #[default]
    Table,
    /// For programs
    Json,
}

/// Runs the command.
pub fn run(args: &Args) -> anyhow::Result<Outcome> {
    if let Some(records) = &args.petrarch {
        return petrarch::run(args, records);
    }
    if let Some(folder) = &args.attribution {
        return attribution::run(args, folder);
    }
    if let Some(threads) = &args.stories {
        return stories::run(args, threads);
    }
    match (&args.gold, &args.gsr, &args.places, &args.treebank) {
        (Some(gold), ..) => gold::run(args, gold),
        (_, Some(records), ..) => gsr::run(args, records),
        (_, _, Some(corpus), _) => places::run(args, corpus),
        (.., Some(treebank)) => treebank::run(args, treebank),
        (None, None, None, None) => Ok(Outcome::Done),
    }
}
