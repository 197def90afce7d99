//! Whole inputs in every format against what is read from them.
//!
//! `tests/fixtures/NAME` holds an input, `NAME.expected` the documents; `UPDATE_EXPECT=1 cargo test -p
//! ingest` writes the latter anew.

use ingest::{Defaults, IngestError, Ingested, read};
use std::fmt::Write;
use std::path::{Path, PathBuf};

fn shown(result: &Result<Ingested, IngestError>) -> String {
    match result {
        Err(error) => format!("error: {error}\n"),
        Ok(ingested) => shown_document(ingested),
    }
}

fn shown_document(ingested: &Ingested) -> String {
    let document = &ingested.document;
    let mut out = String::new();
    let mut field = |name: &str, value: Option<String>| {
        if let Some(value) = value {
            writeln!(out, "{name}: {value}").expect("strings take all writes");
        }
    };
    field("id", Some(document.id.0.clone()));
    field("skip", ingested.skip.as_ref().map(ToString::to_string));
    field("url", document.origin.url.clone());
    field("title", document.title.clone());
    field("outlet", document.outlet.clone());
    field("authors", Some(document.authors.join("; ")).filter(|names| !names.is_empty()));
    field("published", document.published.map(|date| date.to_string()));
    field("modified", document.modified.map(|date| date.to_string()));
    field("dateline", document.dateline.map(|span| span.of(&document.text).to_owned()));
    for warning in &ingested.warnings {
        field("warning", Some(warning.to_string()));
    }
    for block in &document.blocks {
        field(&format!("  {:?}", block.kind), Some(format!("{:?}", block.span.of(&document.text))));
    }
    out
}

fn check(path: &Path) {
    let name = path.file_name().expect("a file").to_string_lossy().into_owned();
    let bytes = std::fs::read(path).expect("the fixture");
    let found: Vec<String> = read(&name, bytes, None, &Defaults::default()).map(|result| shown(&result)).collect();
    let found = found.join("\n");
    let expected = PathBuf::from(format!("{}.expected", path.display()));
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        std::fs::write(&expected, &found).expect("a writable folder");
    }
    let expected = std::fs::read_to_string(&expected).unwrap_or_default();
    assert_eq!(found, expected, "{name}");
}

#[test]
fn fixtures() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let entries = std::fs::read_dir(folder).expect("the folder of fixtures");
    let mut inputs: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    inputs.retain(|path| path.extension().is_some_and(|ending| ending != "expected"));
    inputs.sort();
    assert!(inputs.len() >= 12, "{inputs:?}");
    for input in inputs {
        check(&input);
    }
}
