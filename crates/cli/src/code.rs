//! `tidings code`: articles to records.
//!
//! Articles are read one after the other, coded in batches by all threads and written in their order, so
//! that memory stays bounded and the bytes do not depend on the number of threads.

use crate::dictionaries::Dictionaries;
use crate::fallible::{Outcome, complain};
use crate::ink::{Ink, Inked};
use crate::inputs::{Inputs, Progress};
use crate::screen::Screen;
use crate::tally::Tally;
use crate::threads::Threads;
use crate::{output, table};
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
    /// Keep these statuses (`all`, or a list); formats without a status keep what occurred
    #[arg(long, value_name = "STATUS,…|all")]
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
  tidings code news/ --lexicon my-actors.txt --codes cameo --format csv
  tidings code news/ --lexicon learnt.tsv               with actors you have reviewed

A .txt file is one article; its first line is the headline. A .jsonl file has an
article a line: an object with `text` and, if known, `id`, `title`, `url`, `outlet`
and `published`. In JSON Lines output, an article without events is one line that
says why.";

/// A format of output.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
enum Format {
    /// For people
    #[default]
    Table,
    /// JSON Lines, the full record
    Jsonl,
    /// Comma-separated, one flat row per record
    Csv,
    /// PLOVER's JSON Lines, its rules of collapse applied
    Plover,
    /// POLECAT's 40 columns
    Polecat,
    /// GDELT 2.0's 61 columns
    Gdelt,
    /// ICEWS's 20 columns
    Icews,
    /// Parquet, for data frames
    Parquet,
    /// GeoJSON: the events whose place has coordinates
    Geojson,
    /// An Atom feed
    Atom,
}

impl Format {
    /// The format of another tool.
    const fn foreign(self) -> Option<export::Format> {
        Some(match self {
            Format::Table | Format::Jsonl | Format::Csv => return None,
            Format::Plover => export::Format::Plover,
            Format::Polecat => export::Format::Polecat,
            Format::Gdelt => export::Format::Gdelt,
            Format::Icews => export::Format::Icews,
            Format::Parquet => export::Format::Parquet,
            Format::Geojson => export::Format::Geojson,
            Format::Atom => export::Format::Atom,
        })
    }
}

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
    let coder = Coder::new(args)?;
    if let Some(format) = args.format.foreign() {
        return export(args, &coder, format);
    }
    let pool = args.threads.pool()?;
    let mut out = output::open(args.output.as_deref())?;
    let mut inputs = Inputs::new(&args.inputs, Defaults { published: args.published }, args.progress());
    let mut tally = Tally::default();
    out.write_all(coder.opening().as_bytes())?;
    loop {
        let batch: Vec<Ingested> = inputs.by_ref().take(PER_THREAD * pool.current_num_threads()).collect();
        if batch.is_empty() {
            break;
        }
        let coded: Vec<_> = pool.install(|| batch.par_iter().map(|input| coder.code(input)).collect());
        write_batch(&batch, coded, &mut out, &mut tally)?;
    }
    out.write_all(coder.closing(&tally).as_bytes())?;
    out.flush()?;
    Ok(inputs.outcome())
}

/// Writes a format of another tool and tells what it leaves out.
fn export(args: &Args, coder: &Coder, format: export::Format) -> anyhow::Result<Outcome> {
    let pool = args.threads.pool()?;
    let mut out = output::open(args.output.as_deref())?;
    let mut inputs = Inputs::new(&args.inputs, Defaults { published: args.published }, args.progress());
    let mut exporter = Exporter::new(format, args.only.clone(), coder.tidings.lexicon());
    loop {
        let batch: Vec<Ingested> = inputs.by_ref().take(PER_THREAD * pool.current_num_threads()).collect();
        if batch.is_empty() {
            break;
        }
        let coded: Vec<_> = pool.install(|| batch.par_iter().map(|input| coder.tidings.code_input(input)).collect());
        for (input, coded) in batch.iter().zip(&coded) {
            let records = coder.tidings.records(&input.document, coded, coder.detail);
            records.into_iter().try_for_each(|record| exporter.add(&Counted::from(record)))?;
        }
    }
    let (bytes, left_out) = exporter.finish()?;
    out.write_all(&bytes)?;
    out.flush()?;
    tell(left_out);
    Ok(inputs.outcome())
}

fn tell(left_out: export::LeftOut) {
    if left_out.status > 0 {
        let count = left_out.status;
        complain(format_args!("{count} events left out for their status; --only all keeps them"));
    }
    if left_out.lacking > 0 {
        let count = left_out.lacking;
        complain(format_args!("{count} events left out: they lack the actor, date or place that the format demands"));
    }
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
        let file = input.document.origin.file.as_deref().unwrap_or("-");
        coded.warnings.iter().for_each(|warning| complain(format_args!("{file}: warning: {warning}")));
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
    format: Format,
    only: Only,
    detail: Detail,
    screen: Screen,
}

impl Coder {
    fn new(args: &Args) -> anyhow::Result<Self> {
        Ok(Self {
            tidings: args.dictionaries.beside(Tidings::new()?)?,
            codes: args.codes,
            format: args.format,
            only: args.only.clone().unwrap_or_else(Only::all),
            detail: if args.explain { Detail::Explained } else { Detail::Plain },
            screen: if args.output.is_some() { Screen::of_file() } else { Screen::of_stdout() },
        })
    }

    fn opening(&self) -> &'static str {
        match (self.format, self.codes) {
            (Format::Csv, Codes::Plover) => csv::HEADER,
            (Format::Csv, Codes::Cameo) => cameo::HEADER,
            _ => "",
        }
    }

    fn closing(&self, tally: &Tally) -> String {
        match self.format {
            Format::Table => Inked::new(Ink::Strong, &tally.line()).painted(self.screen.paint) + "\n",
            _ => String::new(),
        }
    }

    fn code(&self, input: &Ingested) -> (Coded, anyhow::Result<Vec<u8>>) {
        let coded = self.tidings.code_input(input);
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
            Format::Table => table::dyads(&(&input.document).into(), &dyads, self.screen).into_bytes(),
            Format::Jsonl => dyads.iter().map(jsonl::line).collect::<Result<String, _>>()?.into_bytes(),
            _ => cameo::rows(&dyads)?,
        })
    }

    fn records(&self, input: &Ingested, coded: &Coded) -> anyhow::Result<Vec<u8>> {
        let mut records = self.tidings.records(&input.document, coded, self.detail);
        records.retain(|record| self.only.keeps(record.status));
        Ok(match self.format {
            Format::Table => table::document(&(&input.document).into(), &records, self.screen).into_bytes(),
            Format::Jsonl => records.iter().map(jsonl::line).collect::<Result<String, _>>()?.into_bytes(),
            _ => csv::rows(&records)?,
        })
    }

    fn nothing(&self, line: &NoRecord) -> anyhow::Result<Vec<u8>> {
        Ok(match self.format {
            Format::Table => table::nothing(&line.document, &line.reason, self.screen).into_bytes(),
            Format::Jsonl => jsonl::line(line)?.into_bytes(),
            _ => Vec::new(),
        })
    }
}
