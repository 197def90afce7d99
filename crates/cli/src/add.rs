//! `tidings add`: code articles and store their records.
//!
//! Articles are read one after the other; those that are stored already are passed over, the others coded in batches by
//! all threads. A batch is stored as one: when it is acknowledged it is safe, and no article is ever stored by half. Then
//! its articles are compared with those that are there, and placed in stories.

use crate::database::{Database, told};
use crate::dictionaries::Dictionaries;
use crate::fallible::{Outcome, complain};
use crate::grouping;
use crate::inputs::{Inputs, Progress};
use crate::output;
use crate::tally::{counted, listed};
use crate::threads::Threads;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use tidings::filing::{identity, is_worth_keeping};
use tidings::grouping::Grouper;
use tidings::ingest::{Defaults, Ingested};
use tidings::store::{self, Access, Filing, Identity, Receipt, Store};
use tidings::types::Date;
use tidings::{NoEvents, Tidings};

/// Code articles and store their records in a database
#[derive(clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// Files or folders of articles; `-` is standard input
    #[arg(required = true, value_name = "INPUT")]
    inputs: Vec<PathBuf>,
    #[command(flatten)]
    database: Database,
    /// Day of publication, for articles that state none
    #[arg(long, value_name = "YYYY-MM-DD")]
    published: Option<Date>,
    /// Write a line for each article as soon as it is safely stored: its id, what was done, and the number of its records
    #[arg(long)]
    acknowledge: bool,
    #[command(flatten)]
    dictionaries: Dictionaries,
    #[command(flatten)]
    threads: Threads,
}

const EXAMPLES: &str = "\
Examples:
  tidings add news/ --db news.db
  tidings add more.jsonl --db news.db                     articles that are there already are passed over
  tidings add news/ --db postgres://me@localhost/news
  tidings add - --db news.db --published 2025-04-08 < article.txt

The database is made if it is not there. An article that changed under the same address becomes a
new revision: the old one is kept, but counts no more. A run that is broken off, however it is, loses
nothing that was acknowledged; run it again to complete it.";

/// Articles per thread in a batch, which is stored as one.
const PER_THREAD: usize = 16;

/// Runs the command.
pub fn run(args: &Args) -> anyhow::Result<Outcome> {
    let mut store = args.database.open(Access::Create)?;
    let tidings = args.dictionaries.beside(Tidings::new()?)?;
    let pool = args.threads.pool()?;
    let mut inputs = Inputs::new(&args.inputs, Defaults { published: args.published }, Progress::Shown);
    let (mut summary, mut grouper) = (Summary::default(), Grouper::new()?);
    loop {
        let batch: Vec<Ingested> = inputs.by_ref().take(PER_THREAD * pool.current_num_threads()).collect();
        if batch.is_empty() {
            break;
        }
        let receipts = add(&mut *store, &batch, &mut summary, |new| pool.install(|| filings(&tidings, new)))?;
        if args.acknowledge {
            output::print(&receipts.iter().map(line).collect::<String>())?;
        }
        grouping::compare(&mut grouper, &mut *store)?;
    }
    let outcome = inputs.outcome();
    drop(inputs);
    grouping::compare(&mut grouper, &mut *store)?;
    summary.stories = grouping::describe(&grouper, &mut *store)?;
    let size = store.size().map_err(told)?;
    eprintln!("{}", summary.line(&*store, size));
    let outdated = store.count_outdated(&tidings.coder()).map_err(told)?;
    if outdated > 0 {
        let articles = counted(outdated, "article");
        eprintln!("{articles} coded by another version or other dictionaries; `tidings recode` codes them anew");
    }
    Ok(outcome)
}

/// Stores what is new in a batch of articles.
fn add(
    store: &mut dyn Store,
    batch: &[Ingested],
    summary: &mut Summary,
    code: impl Fn(&[&Ingested]) -> Vec<Coded>,
) -> anyhow::Result<Vec<Receipt>> {
    let worth: Vec<&Ingested> = batch.iter().filter(|input| is_worth_keeping(&input.document)).collect();
    summary.unread += batch.len() - worth.len();
    let identities: Vec<Identity> = worth.iter().map(|input| identity(&input.document)).collect();
    let known = store.known(&identities).map_err(told)?;
    let new: Vec<&Ingested> = unknown(&worth, &identities, known);
    summary.known += worth.len() - new.len();
    let mut filings = Vec::new();
    for coded in code(&new) {
        coded.warnings.iter().for_each(complain);
        summary.without(coded.reason.as_ref());
        filings.push(coded.filing?);
    }
    let receipts = store.add(&filings).map_err(told)?;
    receipts.iter().for_each(|receipt| summary.add(receipt));
    Ok(receipts)
}

/// The articles that are not known, each once.
fn unknown<'a>(batch: &[&'a Ingested], identities: &[Identity], mut known: BTreeSet<Identity>) -> Vec<&'a Ingested> {
    let each = batch.iter().zip(identities);
    each.filter(|(_, identity)| known.insert((*identity).clone())).map(|(input, _)| *input).collect()
}

/// What an article came to.
struct Coded {
    filing: Result<Filing, serde_json::Error>,
    reason: Option<NoEvents>,
    warnings: Vec<String>,
}

fn filings(tidings: &Tidings, new: &[&Ingested]) -> Vec<Coded> {
    new.par_iter().map(|input| coded(tidings, input)).collect()
}

fn coded(tidings: &Tidings, input: &Ingested) -> Coded {
    let coded = tidings.code_input(input);
    let file = input.document.origin.file.as_deref().unwrap_or("-");
    let warnings = coded.warnings.iter().map(|warning| format!("{file}: warning: {warning}")).collect();
    Coded { filing: tidings.filing(&input.document, &coded), reason: coded.reason, warnings }
}

fn line(receipt: &Receipt) -> String {
    format!("{}\t{}\t{}\n", receipt.document, receipt.outcome.as_str(), receipt.records)
}

/// What a run came to.
#[derive(Default)]
struct Summary {
    added: usize,
    revised: usize,
    known: usize,
    unread: usize,
    records: usize,
    stories: usize,
    without: BTreeMap<&'static str, usize>,
}

impl Summary {
    fn add(&mut self, receipt: &Receipt) {
        match receipt.outcome {
            store::Outcome::Added => self.added += 1,
            store::Outcome::Revised => self.revised += 1,
            store::Outcome::Known | store::Outcome::Recoded => self.known += 1,
        }
        self.records += receipt.records;
    }

    fn without(&mut self, reason: Option<&NoEvents>) {
        if let Some(reason) = reason {
            *self.without.entry(reason.code()).or_default() += 1;
        }
    }

    fn line(&self, store: &dyn Store, size: store::Size) -> String {
        let done =
            [("added", self.added), ("revised", self.revised), ("known", self.known), ("unreadable", self.unread)];
        let done: Vec<String> =
            done.iter().filter(|(_, n)| *n > 0).map(|(what, n)| format!("{} {what}", counted(*n, "article"))).collect();
        let done = if done.is_empty() { "nothing to add".to_owned() } else { done.join(", ") };
        let without = match self.without.values().sum() {
            0usize => String::new(),
            n => format!("; {n} without{}", listed(self.without.iter().map(|(code, n)| (*code, *n)))),
        };
        let stories = match self.stories {
            0 => String::new(),
            1 => "; 1 story is new or changed".to_owned(),
            n => format!("; {n} stories are new or changed"),
        };
        format!(
            "{done}; {}{without}{stories}\n{} now holds {} and {}",
            counted(self.records, "event"),
            store.name(),
            counted(size.documents, "article"),
            counted(size.records, "event")
        )
    }
}
