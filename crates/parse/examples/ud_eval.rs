//! Scores the model on a treebank: `ud_eval FILE.conllu [--raw] [--model FOLDER]`.
//!
//! With gold tokens, or with `--raw` from the text alone. Prints the figures and the speed.
#![allow(clippy::print_stdout, clippy::disallowed_methods, reason = "a command line tool")]

use parse::score::{Ratio, Scores, score};
use parse::{Parser, conllu};
use std::error::Error;
use std::fs;
use std::path::PathBuf;
use std::time::Instant;
use types::{Block, BlockKind, Document, Parse, Span};

/// What the parser is given.
#[derive(Clone, Copy)]
enum Input {
    GoldTokens,
    RawText,
}

struct Options {
    treebank: PathBuf,
    input: Input,
    model: PathBuf,
}

fn main() -> Result<(), Box<dyn Error>> {
    let options = options().ok_or("usage: ud_eval FILE.conllu [--raw] [--model FOLDER]")?;
    let parser = load(&options)?;
    let sentences = conllu::read(&fs::read_to_string(&options.treebank)?)?;
    let joined = conllu::join(&sentences);
    let start = Instant::now();
    let parses = run(&parser, &joined, options.input);
    let seconds = start.elapsed().as_secs_f64();
    print(&score(&joined.parses, &parses));
    println!("words/s    {:8.0}", parses.iter().map(|p| p.tokens().len()).sum::<usize>() as f64 / seconds);
    Ok(())
}

fn options() -> Option<Options> {
    let mut model = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../model"));
    let (mut treebank, mut input) = (None, Input::GoldTokens);
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--raw" => input = Input::RawText,
            "--model" => model = arguments.next()?.into(),
            _ => treebank = Some(PathBuf::from(argument)),
        }
    }
    Some(Options { treebank: treebank?, input, model })
}

fn load(options: &Options) -> Result<Parser, Box<dyn Error>> {
    let weights = fs::read(options.model.join("tidings.safetensors"))?;
    Ok(Parser::from_bytes(&weights, &fs::read_to_string(options.model.join("vocab.txt"))?)?)
}

fn run(parser: &Parser, joined: &conllu::Joined, input: Input) -> Vec<Parse> {
    let words = |parse: &Parse| parse.tokens().iter().map(|t| t.span).collect();
    match input {
        Input::GoldTokens => {
            let sentences: Vec<Vec<Span>> = joined.parses.iter().map(words).collect();
            parser.parse_words(&joined.text, &sentences)
        }
        Input::RawText => parser.parse(&document(joined)),
    }
}

fn document(joined: &conllu::Joined) -> Document {
    let block = |&span| Block { kind: BlockKind::Paragraph, span };
    Document::bare("", &joined.text, joined.paragraphs.iter().map(block).collect())
}

fn print(scores: &Scores) {
    let rows: [(&str, Ratio); 8] = [
        ("sentences", scores.sentences),
        ("words", scores.words),
        ("UPOS", scores.upos),
        ("XPOS", scores.xpos),
        ("lemmas", scores.lemmas),
        ("UAS", scores.uas),
        ("LAS", scores.las),
        ("LAS full", scores.las_subtypes),
    ];
    for (name, ratio) in rows {
        println!("{name:10} {:8.2}", 100.0 * ratio.f1());
    }
}
