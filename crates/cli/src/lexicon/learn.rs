//! `tidings lexicon learn`: which office holders and organisations do these documents tell of?

use crate::fallible::Outcome;
use crate::inputs::{Inputs, Progress};
use crate::output;
use crate::threads::Threads;
use rayon::prelude::*;
use std::path::PathBuf;
use tidings::ingest::{Defaults, Ingested};
use tidings::learn::{Ledger, table};
use tidings::lexicon::Lexicon;
use tidings::types::Date;
use tidings::{Tidings, builtin};

/// What `tidings lexicon learn` is told.
#[derive(clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// Files or folders of articles; `-` is standard input
    #[arg(required = true, value_name = "INPUT")]
    inputs: Vec<PathBuf>,
    /// Day of publication, for articles that state none
    #[arg(long, value_name = "YYYY-MM-DD")]
    published: Option<Date>,
    /// Leave out names that fewer articles tell
    #[arg(long, value_name = "N", default_value_t = 1)]
    least: usize,
    /// Write to a file instead of standard output
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    #[command(flatten)]
    threads: Threads,
}

const EXAMPLES: &str = "\
Examples:
  tidings lexicon learn news/ -o learnt.tsv
  tidings lexicon learn news/ --least 3 -o learnt.tsv

Only office holders and organisations are collected, never private persons, and nothing
is used before you have looked at it: write yes or no for the ? in the column `verdict`,
mend what is wrong, and give the table to `tidings code --lexicon learnt.tsv`.";

/// Articles per thread in a batch.
const PER_THREAD: usize = 16;

/// Reads all inputs with what a lexicon knows and writes the table.
pub fn run(lexicon: Lexicon, args: &Args) -> anyhow::Result<Outcome> {
    let parser = builtin::parser()?;
    let tidings = Tidings::with(parser, lexicon, builtin::produced_by());
    let pool = args.threads.pool()?;
    let mut inputs = Inputs::new(&args.inputs, Defaults { published: args.published }, Progress::Shown);
    let mut ledger = Ledger::default();
    loop {
        let batch: Vec<Ingested> = inputs.by_ref().take(PER_THREAD * pool.current_num_threads()).collect();
        if batch.is_empty() {
            break;
        }
        let lessons: Vec<_> = pool.install(|| batch.par_iter().map(|input| tidings.lessons(input)).collect());
        batch.iter().zip(lessons).for_each(|(input, lessons)| ledger.add(&input.document, &lessons));
    }
    let (mut findings, listed) = ledger.findings(tidings.lexicon());
    findings.retain(|finding| finding.documents >= args.least);
    let mut out = output::open(args.output.as_deref())?;
    out.write_all(table::text(ledger.documents(), &findings, listed).as_bytes())?;
    out.flush()?;
    Ok(inputs.outcome())
}
