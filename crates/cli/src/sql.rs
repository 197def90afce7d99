//! `tidings sql`: a query over the public views of a database, which changes nothing.

use crate::database::{Database, told};
use crate::fallible::Outcome;
use crate::grid::{Format, Grid};
use crate::output;
use crate::screen::Screen;
use std::path::PathBuf;
use tidings::store::Access;

/// Query a database by SQL, without changing it
#[derive(clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// One statement that reads
    #[arg(value_name = "STATEMENT")]
    statement: String,
    #[command(flatten)]
    database: Database,
    /// How to write the rows
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// Write to a file instead of standard output
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

const EXAMPLES: &str = "\
Examples:
  tidings sql \"SELECT status, count(*) FROM events GROUP BY status\" --db news.db
  tidings sql \"SELECT day, sum(events) AS events FROM daily_dyads
               WHERE actor_country = 'USA' AND recipient_country = 'IRN' GROUP BY day ORDER BY day\" --db news.db --format csv

Views: events, actors, claims, stories, documents, daily_dyads, and all_events with the events of
superseded revisions.";

/// Runs the command.
pub fn run(args: &Args) -> anyhow::Result<Outcome> {
    let mut store = args.database.open(Access::Read)?;
    let mut out = output::open(args.output.as_deref())?;
    let screen = if args.output.is_some() { Screen::of_file() } else { Screen::of_stdout() };
    let mut grid = Grid::new(&mut *out, args.format, screen);
    store.read(&args.statement, &mut grid).map_err(told)?;
    grid.finish()?;
    Ok(Outcome::Done)
}
