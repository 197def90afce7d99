//! `tidings check-db`: whether a database is sound.

use crate::database::{Database, told};
use crate::fallible::Outcome;
use crate::output;
use crate::tally::counted;
use tidings::store::{Access, Fault};

/// Check that a database is sound
#[derive(clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    #[command(flatten)]
    database: Database,
}

const EXAMPLES: &str = "\
Examples:
  tidings check-db --db news.db

Each fault is a line: its kind, and what is wrong. A sound database has none. Nothing is changed.
Exit status: 0 sound; 2 there are faults, or it cannot be opened.";

/// Runs the command.
pub fn run(args: &Args) -> anyhow::Result<Outcome> {
    let mut store = args.database.open(Access::Read)?;
    let faults = store.check().map_err(told)?;
    output::print(&faults.iter().map(line).collect::<String>())?;
    let size = store.size().map_err(told)?;
    let holds = format!("{} and {}", counted(size.documents, "article"), counted(size.records, "event"));
    eprintln!("{}: {} in {holds}", store.name(), counted(faults.len(), "fault"));
    Ok(if faults.is_empty() { Outcome::Done } else { Outcome::BadInput })
}

fn line(fault: &Fault) -> String {
    format!("{}\t{}\n", fault.kind, fault.detail)
}
