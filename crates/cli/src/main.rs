//! The command `tidings`: a table of contents. Each command is a file.

mod add;
mod bench;
mod brief;
mod check_db;
mod code;
mod database;
mod dictionaries;
mod eval;
mod events;
mod fallible;
mod filters;
mod format;
mod grid;
mod grouping;
mod ink;
mod inputs;
mod layout;
mod left_out;
mod lexicon;
mod output;
mod recode;
mod remove;
mod screen;
mod sql;
mod stories;
mod table;
mod tally;
mod threads;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// Turns news into event records: who did, plans, considers, threatens or denies what to whom,
/// where and when, on whose word, and which words say so
#[derive(Parser)]
#[command(name = "tidings", version, after_help = EXAMPLES, max_term_width = 100)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

const EXAMPLES: &str = "\
Examples:
  tidings code article.txt                              records as a table
  tidings code news/ --format jsonl -o events.jsonl     full records, one a line
  tidings code - --published 2025-04-08 < article.txt
  tidings add news/ --db news.db                        the same into a database
  tidings events --db news.db --dyad USA,IRN --status planned
  tidings stories --db news.db --since 2025-04-01       storylines that go on
  tidings lexicon show sanction                         what is known of a word

Exit status: 0 done; 2 wrong use, or an input that cannot be read; 1 other failure.";

#[derive(Subcommand)]
enum Command {
    Code(code::Args),
    Add(add::Args),
    Brief(brief::Args),
    Events(events::Args),
    Stories(stories::Args),
    Sql(sql::Args),
    Recode(recode::Args),
    Remove(remove::Args),
    CheckDb(check_db::Args),
    Eval(eval::Args),
    Bench(bench::Args),
    Lexicon(lexicon::Args),
}

fn main() -> ExitCode {
    let result = match Arguments::parse().command {
        Command::Code(args) => code::run(&args),
        Command::Add(args) => add::run(&args),
        Command::Brief(args) => brief::run(&args),
        Command::Events(args) => events::run(&args),
        Command::Stories(args) => stories::run(&args),
        Command::Sql(args) => sql::run(&args),
        Command::Recode(args) => recode::run(&args),
        Command::Remove(args) => remove::run(&args),
        Command::CheckDb(args) => check_db::run(&args),
        Command::Eval(args) => eval::run(&args),
        Command::Bench(args) => bench::run(&args),
        Command::Lexicon(args) => lexicon::run(&args),
    };
    fallible::exit_code(result)
}
