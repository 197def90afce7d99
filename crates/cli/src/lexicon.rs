//! `tidings lexicon`: what Tidings knows of words and the world, checked and shown.

mod check;
mod files;
mod show;

use crate::fallible::Outcome;
use clap::Subcommand;
use std::path::PathBuf;

/// Check the dictionaries and rules, or show what they know of a word
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
  tidings lexicon show sanction                  rules, cues, roles and names with this word
  tidings lexicon show \"Foreign Office\"";

#[derive(Subcommand)]
enum Command {
    /// Check all data files and count what they hold
    Check,
    /// Show what is known of a word or phrase, or without one all rules
    Show {
        /// A word in its dictionary form, or a name
        #[arg(value_name = "TERM")]
        term: Option<String>,
    },
}

/// Runs the command.
pub fn run(args: &Args) -> anyhow::Result<Outcome> {
    match (files::load(args.lexicon_dir.as_deref())?, &args.command) {
        (None, _) => Ok(Outcome::BadInput),
        (Some(lexicon), Command::Check) => check::run(&lexicon),
        (Some(lexicon), Command::Show { term: None }) => show::all_rules(&lexicon),
        (Some(lexicon), Command::Show { term: Some(term) }) => show::term(&lexicon, term),
    }
}
