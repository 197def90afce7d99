//! On whose word: sentences with their parses, and the sources that their events must name.
//!
//! `# expect` of each sentence of `attribution.conllu` tells a trigger and the chain of its sources, outermost first, each
//! by kind and words (`-` where none are named), or `none` for the author's own word.

#![allow(clippy::disallowed_methods, clippy::unwrap_used, reason = "tests may read files and fail on faulty ones")]

use lexicon::{DataFile, Lexicon};
use parse::conllu::{self, Sentence};
use std::fs;
use std::path::{Path, PathBuf};
use types::{Attribution, Document, Event};

fn collect(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        match path.extension().and_then(|extension| extension.to_str()) {
            _ if path.is_dir() => collect(&path, found),
            Some("toml" | "tsv") => found.push(path),
            _ => {}
        }
    }
}

fn lexicon() -> Lexicon {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data");
    let mut paths = Vec::new();
    collect(&data, &mut paths);
    paths.sort();
    let name = |path: &PathBuf| path.strip_prefix(&data).unwrap().to_string_lossy().replace('\\', "/");
    let texts: Vec<(String, String)> =
        paths.iter().map(|path| (name(path), fs::read_to_string(path).unwrap())).collect();
    let files: Vec<DataFile<'_>> = texts.iter().map(|(path, text)| DataFile { path, text }).collect();
    Lexicon::load(&files).unwrap()
}

fn document(text: &str) -> Document {
    Document::paragraph("test", text)
}

fn told(text: &str, event: &Event) -> String {
    let source = |a: &Attribution| format!("{} {}", a.kind, a.source.map_or("-", |span| span.of(text)));
    let chain: Vec<String> = event.attribution.iter().map(source).collect();
    let chain = if chain.is_empty() { "none".to_owned() } else { chain.join(" > ") };
    format!("{} | {chain}", event.evidence.trigger.of(text))
}

/// What a sentence states otherwise than expected.
fn check(lexicon: &Lexicon, sentence: &Sentence) -> Vec<String> {
    let document = document(&sentence.text);
    let events = extract::events(lexicon, &document, std::slice::from_ref(&sentence.parse)).value;
    let told: Vec<String> = events.iter().map(|event| told(&sentence.text, event)).collect();
    let expected = sentence.comments.iter().filter(|comment| comment.key == "expect").filter_map(|c| c.value.as_ref());
    let missing = expected.filter(|line| !told.contains(line));
    missing.map(|line| format!("{}\n  expected {line}\n  found    {told:?}", sentence.text)).collect()
}

#[test]
fn sources_are_named_outermost_first() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/attribution.conllu");
    let sentences = conllu::read(&fs::read_to_string(path).unwrap()).unwrap();
    let lexicon = lexicon();
    let faults: Vec<String> = sentences.iter().flat_map(|sentence| check(&lexicon, sentence)).collect();
    assert!(!sentences.is_empty() && faults.is_empty(), "\n{}", faults.join("\n"));
}
