//! `tidings lexicon`: what Tidings knows of words and the world, checked and shown.

mod check;
mod files;
mod learn;
mod show;

use crate::dictionaries::Dictionaries;
use crate::fallible::Outcome;
use clap::Subcommand;
use std::path::PathBuf;

/// Check and show dictionaries and rules, or learn actors from articles
#[derive(clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    #[command(subcommand)]
    command: Command,
    /// Use the data files of this folder instead of those built in
    #[arg(long, value_name = "DIR", global = true)]
    lexicon_dir: Option<PathBuf>,
}

const EXAMPLES: &str = "\
Examples:
  tidings lexicon check                          count what is built in
  tidings lexicon check --lexicon-dir data       check a changed copy; faults come with file and line
  tidings lexicon check --lexicon phoenix/       check dictionaries of PETRARCH or TABARI
  tidings lexicon learn news/ -o learnt.tsv      collect actors from articles, to review
  tidings lexicon show sanction                  rules, cues, roles and names with this word
  tidings lexicon show \"Foreign Office\"";

#[derive(Subcommand)]
enum Command {
    /// Check all data files, or your own dictionaries, and count what they hold
    Check {
        #[command(flatten)]
        dictionaries: Dictionaries,
    },
    /// Show what is known of a word or phrase, or without one all rules
    Show {
        /// A word in its dictionary form, or a name
        #[arg(value_name = "TERM")]
        term: Option<String>,
    },
    /// Collect office holders and organisations from articles into a table to review
    Learn(learn::Args),
}

/// Runs the command.
pub fn run(args: &Args) -> anyhow::Result<Outcome> {
    if let Command::Check { dictionaries } = &args.command
        && dictionaries.are_named()
    {
        return check::dictionaries(&dictionaries.read()?);
    }
    match (files::load(args.lexicon_dir.as_deref())?, &args.command) {
        (None, _) => Ok(Outcome::BadInput),
        (Some(lexicon), Command::Check { .. }) => check::run(&lexicon),
        (Some(lexicon), Command::Show { term: None }) => show::all_rules(&lexicon),
        (Some(lexicon), Command::Show { term: Some(term) }) => show::term(&lexicon, term),
        (Some(lexicon), Command::Learn(args)) => learn::run(lexicon, args),
    }
}
