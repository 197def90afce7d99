//! `tidings recode`: code stored articles anew, where something else coded them than would now.
//!
//! The articles themselves are not needed: their texts are stored. A batch is replaced as one, and what is replaced is no
//! longer looked for, so that a run that is broken off is completed by running it again. Then what changed is grouped anew.

use crate::database::{Database, told};
use crate::dictionaries::Dictionaries;
use crate::fallible::Outcome;
use crate::grouping;
use crate::tally::counted;
use crate::threads::Threads;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use rayon::prelude::*;
use std::io::IsTerminal;
use tidings::Tidings;
use tidings::grouping::Grouper;
use tidings::store::{Access, DocumentRow, Filing, Store};

/// Code the articles of a database anew that another version coded
#[derive(clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    #[command(flatten)]
    database: Database,
    #[command(flatten)]
    dictionaries: Dictionaries,
    #[command(flatten)]
    threads: Threads,
}

const EXAMPLES: &str = "\
Examples:
  tidings recode --db news.db                           after Tidings was updated
  tidings recode --db news.db --lexicon my-actors.txt   with other dictionaries than before

Articles that were coded by this version with the same dictionaries are left alone. The texts are taken
from the database; the files they came from are not needed. A run that is broken off has replaced some
articles whole and left the others as they were; run it again to complete it.";

/// Articles per thread in a batch, which is replaced as one.
const PER_THREAD: usize = 16;

/// Runs the command.
pub fn run(args: &Args) -> anyhow::Result<Outcome> {
    let mut store = args.database.open(Access::Write)?;
    let tidings = args.dictionaries.beside(Tidings::new()?)?;
    let pool = args.threads.pool()?;
    let coder = tidings.coder();
    let before = store.size().map_err(told)?;
    let bar = bar(store.count_outdated(&coder).map_err(told)?);
    let mut articles = 0;
    loop {
        let batch = store.outdated(&coder, PER_THREAD * pool.current_num_threads()).map_err(told)?;
        if batch.is_empty() {
            break;
        }
        let filings = pool.install(|| recoded(&tidings, batch))?;
        articles += replace(&mut *store, &filings)?;
        bar.set_position(u64::try_from(articles).unwrap_or_default());
    }
    bar.finish_and_clear();
    let mut grouper = Grouper::new()?;
    grouping::compare(&mut grouper, &mut *store)?;
    let stories = grouping::describe(&grouper, &mut *store)?;
    let after = store.size().map_err(told)?;
    eprintln!(
        "{} coded anew, {} up to date before; stories new or changed: {stories}\n{} held {} and now holds {}",
        counted(articles, "article"),
        before.documents.saturating_sub(articles),
        store.name(),
        counted(before.records, "event"),
        counted(after.records, "event")
    );
    Ok(Outcome::Done)
}

fn recoded(tidings: &Tidings, batch: Vec<DocumentRow>) -> anyhow::Result<Vec<Filing>> {
    batch.into_par_iter().map(|row| Ok(tidings.recoded(row)?)).collect()
}

fn replace(store: &mut dyn Store, filings: &[Filing]) -> anyhow::Result<usize> {
    Ok(store.recode(filings).map_err(told)?.len())
}

fn bar(articles: usize) -> ProgressBar {
    let shown = std::io::stderr().is_terminal();
    let target = if shown { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
    let style = ProgressStyle::with_template("{bar:40} {pos} of {len} articles, {eta} left");
    ProgressBar::with_draw_target(u64::try_from(articles).ok(), target)
        .with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}
