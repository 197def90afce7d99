//! `tidings code`: articles to records.
//!
//! Articles are read one after the other, coded in batches by all threads and written in their order, so
//! that memory stays bounded and the bytes do not depend on the number of threads.

use crate::dictionaries::Dictionaries;
use crate::fallible::{BadUse, Outcome, complain};
use crate::format::{Format, Kind};
use crate::ink::{Ink, Inked};
use crate::inputs::{Inputs, Progress};
use crate::screen::Screen;
use crate::tally::Tally;
use crate::threads::Threads;
use crate::{grid, left_out, output, table};
use clap::ValueEnum;
use rayon::prelude::*;
use std::io::Write;
use std::path::PathBuf;
use tidings::export::{self, Counted, Exporter, Only, cameo, csv, jsonl};
use tidings::ingest::{Defaults, Ingested};
use tidings::types::Date;
use tidings::wire::{Detail, NoRecord};
use tidings::{Coded, NoEvents, Tidings};

/// Code articles: event records with status, sources and the words that say so
#[derive(clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// Files or folders of articles; `-` is standard input
    #[arg(required = true, value_name = "INPUT")]
    inputs: Vec<PathBuf>,
    /// Day of publication, for articles that state none
    #[arg(long, value_name = "YYYY-MM-DD")]
    published: Option<Date>,
    /// How to write the records
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// Whose codes to write
    #[arg(long, value_enum, default_value_t)]
    codes: Codes,
    /// Keep these statuses, or `all`; formats without a status keep what occurred
    #[arg(long, value_name = "STATUS,…")]
    only: Option<Only>,
    #[command(flatten)]
    dictionaries: Dictionaries,
    /// Say which rule fired and why each field was read so
    #[arg(long)]
    explain: bool,
    /// Write to a file instead of standard output
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    #[command(flatten)]
    threads: Threads,
}

const EXAMPLES: &str = "\
Examples:
  tidings code article.txt --explain
  tidings code news/ more.jsonl --format jsonl -o events.jsonl
  tidings code - --published 2025-04-08 < article.txt
  tidings code news/ --only planned,considered          what may come
  tidings code news/ --format gdelt -o events.tsv       what occurred, in GDELT's 61 columns
  tidings code news/ --format parquet -o events.parquet
  tidings code news/ --lexicon my-actors.txt --codes cameo --format csv
  tidings code news/ --lexicon learnt.tsv               with actors you have reviewed

A .txt file is one article; its first line is the headline. A .jsonl file has an
article a line: an object with `text` and, if known, `id`, `title`, `url`, `outlet`
and `published`. In JSON Lines output, an article without events is one line that
says why.";

/// Whose codes the output has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
enum Codes {
    /// PLOVER's: the full record
    #[default]
    Plover,
    /// CAMEO's, or those of your dictionaries: one line per pair of actors
    Cameo,
}

/// Articles per thread in a batch: enough to keep threads busy, few enough to keep memory small.
const PER_THREAD: usize = 16;

/// Runs the command.
pub fn run(args: &Args) -> anyhow::Result<Outcome> {
    match (args.format.kind(), args.codes) {
        (Kind::Own(format), _) => own(args, format),
        (Kind::Foreign(format), Codes::Plover) => foreign(args, format),
        (Kind::Foreign(_), Codes::Cameo) => Err(BadUse(MIXED.to_owned()).into()),
    }
}

const MIXED: &str = "--codes cameo goes with --format table, jsonl or csv; gdelt and icews have CAMEO's codes anyway";

/// Writes a format of ours.
fn own(args: &Args, format: grid::Format) -> anyhow::Result<Outcome> {
    let coder = Coder::new(args, format)?;
    let mut out = output::open(args.output.as_deref())?;
    let mut tally = Tally::default();
    out.write_all(coder.opening().as_bytes())?;
    let outcome =
        in_batches(args, |input| coder.code(input), |batch, coded| write_batch(batch, coded, &mut *out, &mut tally))?;
    out.write_all(coder.closing(&tally).as_bytes())?;
    out.flush()?;
    tally.complain();
    Ok(outcome)
}

/// Writes a format of another tool and tells what it leaves out.
fn foreign(args: &Args, format: export::Format) -> anyhow::Result<Outcome> {
    let tidings = args.dictionaries.beside(Tidings::new()?)?;
    let mut out = output::open(args.output.as_deref())?;
    let mut exporter = Exporter::new(format, args.only.clone(), tidings.lexicon(), &mut *out)?;
    let outcome = in_batches(
        args,
        |input| tidings.code_input(input),
        |batch, coded| {
            batch.iter().zip(coded).try_for_each(|(input, coded)| {
                warn(input, &coded);
                let records = tidings.records(&input.document, &coded, Detail::Plain);
                Ok(records.into_iter().try_for_each(|record| exporter.add(&Counted::from(record)).map(drop))?)
            })
        },
    )?;
    left_out::tell(format, args.only.as_ref(), exporter.finish()?);
    Ok(outcome)
}

/// Codes all inputs by all threads, and takes the results in the order of the inputs.
fn in_batches<T: Send>(
    args: &Args,
    code: impl Fn(&Ingested) -> T + Sync,
    mut take: impl FnMut(&[Ingested], Vec<T>) -> anyhow::Result<()>,
) -> anyhow::Result<Outcome> {
    let pool = args.threads.pool()?;
    let mut inputs = Inputs::new(&args.inputs, Defaults { published: args.published }, args.progress());
    loop {
        let batch: Vec<Ingested> = inputs.by_ref().take(PER_THREAD * pool.current_num_threads()).collect();
        if batch.is_empty() {
            return Ok(inputs.outcome());
        }
        let coded = pool.install(|| batch.par_iter().map(&code).collect());
        take(&batch, coded)?;
    }
}

fn warn(input: &Ingested, coded: &Coded) {
    let file = input.document.origin.file.as_deref().unwrap_or("-");
    coded.warnings.iter().for_each(|warning| complain(format_args!("{file}: warning: {warning}")));
}

fn write_batch(
    batch: &[Ingested],
    coded: Vec<(Coded, anyhow::Result<Vec<u8>>)>,
    out: &mut dyn Write,
    tally: &mut Tally,
) -> anyhow::Result<()> {
    for (input, (coded, bytes)) in batch.iter().zip(coded) {
        out.write_all(&bytes?)?;
        tally.add(&coded);
        warn(input, &coded);
    }
    Ok(())
}

impl Args {
    /// A table on the terminal is progress enough.
    fn progress(&self) -> Progress {
        if self.output.is_none() && self.format == Format::Table { Progress::Hidden } else { Progress::Shown }
    }
}

struct Coder {
    tidings: Tidings,
    codes: Codes,
    format: grid::Format,
    only: Option<Only>,
    detail: Detail,
    screen: Screen,
}

impl Coder {
    fn new(args: &Args, format: grid::Format) -> anyhow::Result<Self> {
        Ok(Self {
            tidings: args.dictionaries.beside(Tidings::new()?)?,
            codes: args.codes,
            format,
            only: args.only.clone(),
            detail: if args.explain { Detail::Explained } else { Detail::Plain },
            screen: if args.output.is_some() { Screen::of_file() } else { Screen::of_stdout() },
        })
    }

    fn opening(&self) -> &'static str {
        match (self.format, self.codes) {
            (grid::Format::Csv, Codes::Plover) => csv::HEADER,
            (grid::Format::Csv, Codes::Cameo) => cameo::HEADER,
            (grid::Format::Table | grid::Format::Jsonl, _) => "",
        }
    }

    fn closing(&self, tally: &Tally) -> String {
        match self.format {
            grid::Format::Table => Inked::new(Ink::Strong, &tally.line()).painted(self.screen.paint) + "\n",
            grid::Format::Jsonl | grid::Format::Csv => String::new(),
        }
    }

    fn code(&self, input: &Ingested) -> (Coded, anyhow::Result<Vec<u8>>) {
        let mut coded = self.tidings.code_input(input);
        if let Some(only) = &self.only {
            coded.keep(|status| only.keeps(status));
        }
        let bytes = match (&coded.reason, self.codes) {
            (_, Codes::Cameo) if !coded.codings.is_empty() => self.dyads(input, &coded),
            (Some(reason), _) => self.nothing(&NoRecord::new(&input.document, reason)),
            (None, Codes::Plover) => self.records(input, &coded),
            (None, Codes::Cameo) => self.dyads(input, &coded),
        };
        (coded, bytes)
    }

    fn dyads(&self, input: &Ingested, coded: &Coded) -> anyhow::Result<Vec<u8>> {
        let dyads = self.tidings.dyads(&input.document, coded, self.detail);
        if dyads.is_empty() {
            return self.nothing(&NoRecord::new(&input.document, &NoEvents::NoActors));
        }
        Ok(match self.format {
            grid::Format::Table => table::dyads(&(&input.document).into(), &dyads, self.screen).into_bytes(),
            grid::Format::Jsonl => dyads.iter().map(jsonl::line).collect::<Result<String, _>>()?.into_bytes(),
            grid::Format::Csv => cameo::rows(&dyads)?,
        })
    }

    fn records(&self, input: &Ingested, coded: &Coded) -> anyhow::Result<Vec<u8>> {
        let records = self.tidings.records(&input.document, coded, self.detail);
        Ok(match self.format {
            grid::Format::Table => table::document(&(&input.document).into(), &records, self.screen).into_bytes(),
            grid::Format::Jsonl => records.iter().map(jsonl::line).collect::<Result<String, _>>()?.into_bytes(),
            grid::Format::Csv => csv::rows(&records)?,
        })
    }

    fn nothing(&self, line: &NoRecord) -> anyhow::Result<Vec<u8>> {
        Ok(match self.format {
            grid::Format::Table => table::nothing(&line.document, &line.reason, self.screen).into_bytes(),
            grid::Format::Jsonl => jsonl::line(line)?.into_bytes(),
            grid::Format::Csv => Vec::new(),
        })
    }
}
