//! `tidings stories`: stored storylines, picked and put in order, or one in full.

mod ledger;
mod list;
mod participants;
#[cfg(test)]
mod tests;

use crate::database::{Database, told};
use crate::fallible::{BadUse, Outcome};
use crate::filters::Filters;
use crate::grid::{self, Grid};
use crate::output;
use crate::screen::Screen;
use clap::ValueEnum;
use std::io::Write;
use std::ops::ControlFlow;
use std::path::PathBuf;
use tidings::export::jsonl;
use tidings::export::parquet::{Holds, Table};
use tidings::filing;
use tidings::store::{Access, Answer, Dispute, FoundStory, Order, Store, StoryFilter, StoryKey, Value};
use tidings::wire::StoryRecord;

/// Show the stories of a database that fit a question, or one in full
#[derive(clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    #[command(flatten)]
    database: Database,
    #[command(flatten)]
    filters: Filters,
    /// Told by N articles or more
    #[arg(long, value_name = "N", default_value_t = 1, hide_default_value = true)]
    least_articles: usize,
    /// In which one record denies what another says
    #[arg(long)]
    contested: bool,
    /// Put in order by last, first (day), articles, outlets or events; `-` before it puts the greatest first
    #[arg(long, value_name = "KEY", default_value = "-last", allow_hyphen_values = true)]
    sort: Order<StoryKey>,
    /// No more than N stories
    #[arg(long, value_name = "N")]
    limit: Option<usize>,
    /// How to write them
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// Write to a file instead of standard output
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

/// A format of stories.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
enum Format {
    /// For people
    #[default]
    Table,
    /// JSON Lines, the whole story
    Jsonl,
    /// Comma-separated, a row per story, or with --story per record
    Csv,
    /// Parquet, the same rows
    Parquet,
}

const EXAMPLES: &str = "\
Examples:
  tidings stories --db news.db --limit 20                           those that went on last
  tidings stories --db news.db --dyad USA,IRN --since 2025-01-01    in which something happened between them
  tidings stories --db news.db --least-articles 3 --sort -outlets
  tidings stories --db news.db --contested --status denied --type ASSAULT
  tidings stories --db news.db --story st_0123456789abcdef          what became of each of its events

A story is shown if one of its events fits all that is asked of events. A party is a country (USA), a
sector (MIL), both (USA.MIL), or words of its name.";

/// Runs the command.
pub fn run(args: &Args) -> anyhow::Result<Outcome> {
    let mut store = args.database.open(Access::Read)?;
    let found = find(&mut *store, args)?;
    if let (Some(id), []) = (&args.filters.story, found.as_slice()) {
        return Err(BadUse(format!("{}: holds no story {id} that fits", store.name())).into());
    }
    let mut out = output::open(args.output.as_deref())?;
    let screen = if args.output.is_some() { Screen::of_file() } else { Screen::of_stdout() };
    write(args, &found, &mut *out, screen)?;
    out.flush()?;
    Ok(Outcome::Done)
}

/// A story with its counts as of now.
type Found = (FoundStory, StoryRecord);

fn find(store: &mut dyn Store, args: &Args) -> anyhow::Result<Vec<Found>> {
    let order = Order { limit: args.limit, ..args.sort };
    let mut found = Vec::new();
    let shown = store.stories(&args.filter(), &order, &mut |story| {
        found.push(story);
        ControlFlow::Continue(())
    });
    shown.map_err(told)?;
    found.into_iter().map(|story| Ok((story.clone(), filing::story(story)?))).collect()
}

impl Args {
    fn filter(&self) -> StoryFilter {
        StoryFilter {
            events: self.filters.filter(),
            // A story whose articles tell no events any more is still one.
            articles: if self.least_articles > 1 { self.least_articles } else { 0 },
            dispute: if self.contested { Dispute::Contested } else { Dispute::Any },
        }
    }
}

fn write(args: &Args, found: &[Found], out: &mut (dyn Write + Send), screen: Screen) -> anyhow::Result<()> {
    match args.format {
        Format::Table => Ok(write!(out, "{}", table(args, found, screen))?),
        Format::Jsonl => found.iter().try_for_each(|(_, record)| Ok(out.write_all(jsonl::line(record)?.as_bytes())?)),
        Format::Csv => csv(rows(args, found), out),
        Format::Parquet => parquet(rows(args, found), out),
    }
}

fn table(args: &Args, found: &[Found], screen: Screen) -> String {
    match args.filters.story {
        None => list::table(found, screen),
        Some(_) => found.iter().map(|(story, record)| ledger::table(story, record, screen)).collect(),
    }
}

/// Columns and rows.
type Flat<'a> = (&'static [(&'static str, Holds)], Vec<Vec<Value<'a>>>);

fn rows<'a>(args: &Args, found: &'a [Found]) -> Flat<'a> {
    match args.filters.story {
        None => (&list::COLUMNS, found.iter().map(list::row).collect()),
        Some(_) => (&ledger::COLUMNS, found.iter().flat_map(|(_, record)| ledger::rows(record)).collect()),
    }
}

fn csv((columns, rows): Flat<'_>, out: &mut dyn Write) -> anyhow::Result<()> {
    let heads: Vec<String> = columns.iter().map(|(name, _)| (*name).to_owned()).collect();
    let mut grid = Grid::new(out, grid::Format::Csv, Screen::of_file());
    _ = grid.heads(&heads);
    _ = rows.iter().try_for_each(|row| grid.row(row));
    Ok(grid.finish()?)
}

fn parquet((columns, rows): Flat<'_>, out: &mut (dyn Write + Send)) -> anyhow::Result<()> {
    let mut table = Table::new(out, "stories", columns)?;
    for row in rows {
        table.row(row.iter().map(grid::text).collect())?;
    }
    table.finish()?;
    Ok(())
}
