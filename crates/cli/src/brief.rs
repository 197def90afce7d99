//! `tidings brief`: what is told of a matter, as one page.

mod matter;
mod picked;

use crate::database::open;
use crate::fallible::{BadUse, Outcome};
use crate::filters::Filters;
use crate::output;
use matter::Told;
use std::io::Write;
use std::path::PathBuf;
use tidings::brief::{Brief, page};
use tidings::store::Access;
use tidings::types::Date;

/// Write a page on a matter: what is known, planned, denied, contested and unknown
#[derive(clap::Args)]
#[command(after_help = EXAMPLES, override_usage = USAGE)]
pub struct Args {
    /// Files or folders of articles, if no database is named; `-` is standard input
    #[arg(conflicts_with = "db", value_name = "INPUT")]
    inputs: Vec<PathBuf>,
    /// Take events and stories from this database: an SQLite file, or postgres://USER@HOST/DATABASE
    #[arg(long, value_name = "DB")]
    db: Option<String>,
    /// Words of the sentence, or names of participants or place; the same as --text
    #[arg(long, value_name = "WORDS", conflicts_with = "text", allow_hyphen_values = true)]
    query: Option<String>,
    #[command(flatten)]
    filters: Filters,
    /// Headline of the page; else that of the story, the words of --query, or the headline of the only article
    #[arg(long, value_name = "TEXT")]
    title: Option<String>,
    /// Day of publication, for articles that state none
    #[arg(long, value_name = "YYYY-MM-DD")]
    published: Option<Date>,
    /// Write to a file instead of standard output
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

const USAGE: &str = "tidings brief [OPTIONS] <INPUT>...\n       tidings brief [OPTIONS] --db <DB>";

const EXAMPLES: &str = "\
Examples:
  tidings brief --db news.db --story st_5e5b5ad866def97f -o brief.html
  tidings brief --db news.db --query 'ceasefire Gaza' --since 2025-01-01 -o brief.html
  tidings brief --db news.db --dyad USA,IRN --title 'Tehran and Washington' -o brief.html
  tidings brief article.txt more.jsonl --confidence 0.5 -o brief.html

The page needs nothing else: no network, no other file. It reads well on a phone and prints on A4.";

/// Runs the command.
pub fn run(args: &Args) -> anyhow::Result<Outcome> {
    let mut filter = args.filters.filter();
    filter.words = args.query.clone().or(filter.words);
    let (told, outcome) = match &args.db {
        Some(db) => (Told::read(&mut *open(db, Access::Read)?, &filter)?, Outcome::Done),
        None if args.inputs.is_empty() => {
            return Err(BadUse("brief on what? Name articles, or a database with --db".to_owned()).into());
        }
        None => Told::of_articles(&args.inputs, args.published, &filter)?,
    };
    if told.records.is_empty() {
        return Err(BadUse("no event fits, so there is nothing to brief on".to_owned()).into());
    }
    let title = args.title.clone().or_else(|| told.title(&filter)).unwrap_or_else(|| "Brief".to_owned());
    let brief = Brief { title: &title, picked: &picked::list(&filter), records: &told.records, stories: &told.stories };
    let mut out = output::open(args.output.as_deref())?;
    out.write_all(page(&brief).as_bytes())?;
    out.flush()?;
    Ok(outcome)
}
