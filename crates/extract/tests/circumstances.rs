//! When, where and how many: sentences with their parses, and what their events must state.
//!
//! Each sentence of `circumstances.conllu` is a document of 11 March 2026, a Wednesday. `# expect` tells trigger, days
//! with precision, place and counts, `-` for none; `# contexts` those of the first event.

#![allow(clippy::disallowed_methods, clippy::unwrap_used, reason = "tests may read files and fail on faulty ones")]

use lexicon::{DataFile, Lexicon};
use parse::conllu::{self, Sentence};
use std::fs;
use std::path::{Path, PathBuf};
use types::{Date, Document, Event};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

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
    let data = root().join("data");
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
    Document { published: Date::new(2026, 3, 11), ..Document::paragraph("test", text) }
}

fn told(text: &str, event: &Event) -> String {
    let days = event.time.map(|time| time.days);
    let time = days.map(|d| format!("{}..{} {}", d.start, d.end, d.precision.as_str()));
    let country = |place: &types::Place| place.country.map_or("-".to_owned(), |c| c.to_string());
    let place = event.place.as_ref().map(|p| format!("{} {} {}", p.name, country(p), p.precision));
    let m = event.magnitude;
    let counts =
        [("killed", m.killed), ("injured", m.injured), ("arrested", m.arrested), ("participants", m.participants)];
    let counts: Vec<String> = counts.iter().filter_map(|(name, n)| n.map(|n| format!("{name} {n}"))).collect();
    let counts = (!counts.is_empty()).then(|| counts.join(", "));
    let cell = |cell: Option<String>| cell.unwrap_or("-".to_owned());
    format!("{} | {} | {} | {}", event.evidence.trigger.of(text), cell(time), cell(place), cell(counts))
}

/// Whether two lines tell the same, be the trigger cut longer or shorter.
fn is_same(expected: &str, found: &str) -> bool {
    let (Some((a, rest)), Some((b, others))) = (expected.split_once(" | "), found.split_once(" | ")) else {
        return false;
    };
    rest == others && (a.contains(b) || b.contains(a))
}

/// What a sentence states otherwise than expected.
fn check(lexicon: &Lexicon, sentence: &Sentence) -> Vec<String> {
    let document = document(&sentence.text);
    let events = extract::events(lexicon, &document, std::slice::from_ref(&sentence.parse)).value;
    let told: Vec<String> = events.iter().map(|event| told(&sentence.text, event)).collect();
    let expected = sentence.comments.iter().filter(|comment| comment.key == "expect").filter_map(|c| c.value.as_ref());
    let contexts = events.first().map(|event| event.contexts.iter().map(|c| c.as_str()).collect::<Vec<_>>().join(","));
    let other = sentence.comment("contexts").filter(|expected| contexts.as_deref() != Some(*expected));
    let other = other.map(|expected| format!("{}\n  expected {expected}\n  found    {contexts:?}", sentence.text));
    let missing = expected.filter(|line| !told.iter().any(|found| is_same(line, found)));
    missing.map(|line| format!("{}\n  expected {line}\n  found    {told:?}", sentence.text)).chain(other).collect()
}

#[test]
fn events_state_when_where_and_how_many() {
    let lexicon = lexicon();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/circumstances.conllu");
    let sentences = conllu::read(&fs::read_to_string(path).unwrap()).unwrap();
    assert!(sentences.iter().all(|sentence| sentence.comment("expect").is_some()));
    let faults: Vec<String> = sentences.iter().flat_map(|sentence| check(&lexicon, sentence)).collect();
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}
