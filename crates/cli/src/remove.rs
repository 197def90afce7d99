//! `tidings remove`: takes articles out of a database, with all that came from them.

use crate::database::{Database, told};
use crate::fallible::{BadUse, Outcome};
use crate::grouping;
use crate::tally::counted;
use tidings::grouping::Grouper;
use tidings::store::{Access, Removed, Store, Which};

/// Remove articles from a database, with all that came from them
#[derive(clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    #[command(flatten)]
    database: Database,
    #[command(flatten)]
    which: Named,
}

/// What names articles.
#[derive(clap::Args)]
#[group(required = true, multiple = true)]
struct Named {
    /// The article of this id; may be given several times
    #[arg(long = "document", value_name = "ID")]
    documents: Vec<String>,
    /// All revisions of this page; may be given several times
    #[arg(long = "url", value_name = "URL")]
    urls: Vec<String>,
}

const EXAMPLES: &str = "\
Examples:
  tidings remove --db news.db --document doc_5e5b5ad866def97f
  tidings remove --db news.db --url https://example.org/a

If the latest revision of a page is removed by its id, the one before it counts again.";

/// Runs the command.
pub fn run(args: &Args) -> anyhow::Result<Outcome> {
    let mut store = args.database.open(Access::Write)?;
    let Named { documents, urls } = &args.which;
    let documents = documents.iter().cloned().map(Which::Document);
    for which in documents.chain(urls.iter().cloned().map(Which::Url)) {
        remove(&mut *store, &which)?;
    }
    let mut grouper = Grouper::new()?;
    grouping::compare(&mut grouper, &mut *store)?;
    grouping::describe(&grouper, &mut *store)?;
    Ok(Outcome::Done)
}

fn remove(store: &mut dyn Store, which: &Which) -> anyhow::Result<()> {
    let Removed { documents, records } = store.remove(which).map_err(told)?;
    let (Which::Document(name) | Which::Url(name)) = which;
    if documents == 0 {
        return Err(BadUse(format!("{}: holds no {name}", store.name())).into());
    }
    eprintln!("{name}: {} and {} removed", counted(documents, "article"), counted(records, "event"));
    Ok(())
}
