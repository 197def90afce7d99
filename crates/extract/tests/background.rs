//! News and history: the sentences of one article with their parses, and how the events of each stand.
//!
//! The article is of 11 March 2026, a Wednesday. Each `# status` line of a sentence of `background.conllu` tells trigger,
//! status and, for what is background, why.

#![allow(clippy::disallowed_methods, clippy::unwrap_used, reason = "tests may read files and fail on faulty ones")]

use lexicon::{DataFile, Lexicon};
use parse::conllu::{self, Sentence};
use std::fs;
use std::path::{Path, PathBuf};
use types::{Date, Document, Event, Evidence, Parse, Span, Token};

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

/// The article of all sentences, and their parses in it.
fn article(sentences: &[Sentence]) -> (Document, Vec<Parse>) {
    let texts: Vec<&str> = sentences.iter().map(|sentence| sentence.text.as_str()).collect();
    let starts = texts.iter().scan(0, |next, text| {
        let start = *next;
        *next += text.len() + 1;
        Some(start)
    });
    let parses = sentences.iter().zip(starts).map(|(sentence, start)| moved(&sentence.parse, start)).collect();
    let document = Document { published: Date::new(2026, 3, 11), ..Document::paragraph("test", &texts.join(" ")) };
    (document, parses)
}

fn moved(parse: &Parse, by: usize) -> Parse {
    let shift = |span: Span| Span::new(span.start + by, span.end + by);
    let tokens: Vec<Token> = parse.tokens().iter().map(|t| Token { span: shift(t.span), ..t.clone() }).collect();
    Parse::new(shift(parse.span), parse.block, tokens, parse.named().to_vec()).unwrap()
}

/// All mentions of an event.
fn told(text: &str, event: &Event) -> Vec<String> {
    let line = |evidence: &Evidence| {
        let why = evidence.path.iter().find_map(|step| step.strip_prefix("status: historical because of "));
        format!("{} | {} | {}", evidence.trigger.of(text), event.status, why.unwrap_or("-"))
    };
    std::iter::once(&event.evidence).chain(&event.mentions).map(line).collect()
}

#[test]
fn history_is_told_from_news() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/background.conllu");
    let sentences = conllu::read(&fs::read_to_string(path).unwrap()).unwrap();
    let (document, parses) = article(&sentences);
    let events = extract::events(&lexicon(), &document, &parses).value;
    let told: Vec<String> = events.iter().flat_map(|event| told(&document.text, event)).collect();
    let lines = sentences.iter().flat_map(|sentence| &sentence.comments).filter(|comment| comment.key == "status");
    let expected: Vec<String> = lines.filter_map(|comment| comment.value.clone()).collect();
    assert!(!expected.is_empty());
    assert_eq!(told, expected);
}
