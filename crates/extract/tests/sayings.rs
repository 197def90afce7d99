//! Who says what: sentences with their parses, and all that they tell on somebody's word.
//!
//! Each `# says` line of a text of `sayings.conllu` is one saying in text order of the cues: kind of source, its words,
//! cue, stretches of content, kind of quotation. A text without such a line tells nothing on anybody's word. A sentence is a
//! text, with those behind it that are marked `# goes on` (in its paragraph) or `# newpar` (in a new one).

#![allow(clippy::disallowed_methods, clippy::unwrap_used, reason = "tests may read files and fail on faulty ones")]

use lexicon::{DataFile, Lexicon};
use parse::conllu::{self, Sentence};
use std::fs;
use std::path::{Path, PathBuf};
use types::{Block, BlockKind, Document, Saying, Span};

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

fn told(text: &str, saying: &Saying) -> String {
    let words = |span: Option<Span>| span.map_or("-", |span| span.of(text)).to_owned();
    let content: Vec<&str> = saying.content.iter().map(|span| span.of(text)).collect();
    let (attribution, content) = (&saying.attribution, content.join(" .. "));
    let (source, cue) = (words(attribution.source), words(attribution.cue));
    format!("{} | {source} | {cue} | {content} | {}", attribution.kind, attribution.quote)
}

/// What a text tells otherwise than expected.
fn check(lexicon: &Lexicon, sentences: &[Sentence]) -> Option<String> {
    let joined = conllu::join(sentences);
    let text = &joined.text;
    let blocks = joined.paragraphs.iter().map(|&span| Block { kind: BlockKind::Paragraph, span }).collect();
    let document = Document { blocks, ..Document::paragraph("test", text) };
    let sayings = extract::sayings(lexicon, &document, &joined.parses);
    let told: Vec<String> = sayings.iter().map(|saying| told(text, saying)).collect();
    let comments = sentences.iter().flat_map(|sentence| &sentence.comments);
    let expected: Vec<String> = comments.filter(|c| c.key == "says").filter_map(|c| c.value.clone()).collect();
    let lines = |lines: &[String]| lines.iter().map(|line| format!("# says = {line}\n")).collect::<String>();
    (told != expected).then(|| format!("# text = {text}\nexpected\n{}found\n{}", lines(&expected), lines(&told)))
}

/// Whether a sentence belongs to the text of the one before.
fn goes_on(sentence: &Sentence) -> bool {
    sentence.comments.iter().any(|comment| matches!(comment.key.as_str(), "goes on" | "newpar"))
}

#[test]
fn all_that_is_told_on_a_word_is_found() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sayings.conllu");
    let sentences = conllu::read(&fs::read_to_string(path).unwrap()).unwrap();
    let lexicon = lexicon();
    let texts = sentences.chunk_by(|_, next| goes_on(next));
    let faults: Vec<String> = texts.filter_map(|text| check(&lexicon, text)).collect();
    assert!(!sentences.is_empty() && faults.is_empty(), "\n{}", faults.join("\n"));
}
