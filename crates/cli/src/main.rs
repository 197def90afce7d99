//! The command `tidings`: a table of contents. Each command is a file.

mod bench;
mod code;
mod dictionaries;
mod eval;
mod fallible;
mod html;
mod ink;
mod inputs;
mod lexicon;
mod output;
mod screen;
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
  tidings lexicon show sanction                         what is known of a word

Exit status: 0 done; 2 wrong use, or an input that cannot be read; 1 other failure.";

#[derive(Subcommand)]
enum Command {
    Code(code::Args),
    Eval(eval::Args),
    Bench(bench::Args),
    Lexicon(lexicon::Args),
}

fn main() -> ExitCode {
    let result = match Arguments::parse().command {
        Command::Code(args) => code::run(&args),
        Command::Eval(args) => eval::run(&args),
        Command::Bench(args) => bench::run(&args),
        Command::Lexicon(args) => lexicon::run(&args),
    };
    fallible::exit_code(result)
}
