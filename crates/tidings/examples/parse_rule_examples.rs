//! Parses the examples of all rules with the built-in model and writes them beside the rules as `examples.conllu`.
//!
//! Rule tests read these parses, so they hold whatever the weights. Run from the workspace's root after adding
//! examples: `cargo run --release -p tidings --example parse_rule_examples`. Parses of examples that have not changed
//! are kept as they are; `-- --all` makes all anew.

use parse::conllu::{self, Comment, Sentence};
use std::collections::{BTreeMap, HashMap};
use std::path::Path;
use tidings::Tidings;
use types::{Document, Parse, Span, Token};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let all = std::env::args().any(|argument| argument == "--all");
    let tidings = Tidings::new()?;
    let mut folders: BTreeMap<String, Vec<Sentence>> = BTreeMap::new();
    let mut kept: HashMap<String, HashMap<String, Vec<Sentence>>> = HashMap::new();
    for rule in tidings.lexicon().rules.all() {
        let folder = rule.file.rsplit_once('/').map_or("", |(folder, _)| folder).to_owned();
        let known = kept.entry(folder.clone()).or_insert_with(|| if all { HashMap::new() } else { read(&folder) });
        let sentences = folders.entry(folder).or_default();
        for example in &rule.examples {
            let parsed = known.get(&example.text).cloned().unwrap_or_else(|| parse_example(&tidings, &example.text));
            sentences.extend(parsed);
        }
    }
    for (folder, sentences) in folders {
        std::fs::write(path(&folder), conllu::write(&sentences))?;
    }
    Ok(())
}

fn path(folder: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data").join(folder).join("examples.conllu")
}

fn read(folder: &str) -> HashMap<String, Vec<Sentence>> {
    let text = std::fs::read_to_string(path(folder)).unwrap_or_default();
    let mut found: HashMap<String, Vec<Sentence>> = HashMap::new();
    for sentence in conllu::read(&text).unwrap_or_default() {
        if let Some(example) = sentence.comment("example").map(str::to_owned) {
            found.entry(example).or_default().push(sentence);
        }
    }
    found
}

fn parse_example(tidings: &Tidings, text: &str) -> Vec<Sentence> {
    let document = Document::paragraph("example", text);
    tidings.parser().parse(&document).iter().filter_map(|parse| sentence(text, parse)).collect()
}

fn sentence(text: &str, parse: &Parse) -> Option<Sentence> {
    let comments = vec![Comment { key: "example".to_owned(), value: Some(text.to_owned()) }];
    let shift = |span: Span| Span::new(span.start - parse.span.start, span.end - parse.span.start);
    let tokens: Vec<Token> = parse.tokens().iter().map(|t| Token { span: shift(t.span), ..t.clone() }).collect();
    let parse_alone = Parse::new(shift(parse.span), 0, tokens, parse.named().to_vec()).ok()?;
    Some(Sentence { comments, text: parse.span.of(text).to_owned(), space_after: true, parse: parse_alone })
}
