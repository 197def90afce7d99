//! Odd inputs: the reason for skipping, the error, the list of sources.

use flate2::{Compression, write::GzEncoder};
use ingest::{Defaults, Format, inputs, read};
use std::io::Write;

/// Per document or error of an input: its reason to skip, `ok`, or the start of the error.
#[track_caller]
fn check(name: &str, bytes: impl Into<Vec<u8>>, expected: &[&str]) {
    let found: Vec<String> = read(name, bytes.into(), None, &Defaults::default())
        .map(|result| match result {
            Ok(ingested) => ingested.skip.map_or("ok".to_owned(), |skip| skip.to_string()),
            Err(error) => error.to_string(),
        })
        .collect();
    let fits =
        found.len() == expected.len() && found.iter().zip(expected).all(|(found, start)| found.starts_with(start));
    assert!(fits, "{name}: {found:?} instead of {expected:?}");
}

fn gzipped(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes).expect("memory takes all writes");
    encoder.finish().expect("memory takes all writes")
}

const SENTENCE: &str = "Troops left the border town on Friday, the governor said.";

#[test]
fn reasons_to_skip() {
    check("a.txt", "", &["no-text"]);
    check("a.txt", " \n\u{feff}\0\n", &["no-text"]);
    check("a.txt", "***\n\n---\n", &["no-text"]);
    check("a.html", "<html><head><title>Loading</title></head><body></body></html>", &["no-text"]);
    check("a.txt", "Subscribe to read this story.", &["paywall-stub"]);
    check("a.txt", "Ministr zahraničí přijel v pondělí do Bratislavy na jednání o přehradě a vodě.", &["not-english"]);
    check("a.txt", "word ".repeat(5_000_000), &["too-large"]);
    check("a.txt", SENTENCE, &["ok"]);
    check("a.txt", "Troops left", &["ok"]);
    check("a.txt", format!("{SENTENCE}\0 Shops \u{ad}opened."), &["ok"]);
}

#[test]
fn formats_that_are_not_supported_say_what_to_do() {
    check("a.warc", "WARC/1.0\r\n", &["a.warc: WARC is not supported yet; extract"]);
    check("a.parquet", "PAR1", &["a.parquet: Parquet is not supported yet; convert it to .jsonl"]);
    check(
        "a.json",
        "[\n{\"text\": \"a\"}\n]",
        &["a.json: JSON is not supported yet; convert it to one object per line"],
    );
    check("a.xml", "<catalogue><book/></catalogue>", &["a.xml: not a readable RSS or Atom feed: no element <rss>"]);
}

#[test]
fn a_bad_line_does_not_end_the_batch() {
    let long = format!("{{\"text\": \"{}\"}}", "word ".repeat(5_000_000));
    let lines = format!("{{\"text\": \"{SENTENCE}\"}}\r\n\nnonsense\n{long}\n{{\"text\": \"{SENTENCE}\"}}");
    check("a.jsonl", lines, &["ok", "a.jsonl:3: not a JSON object", "a.jsonl:4: record of more than", "ok"]);
}

#[test]
fn gzip_is_unpacked_and_a_broken_one_is_an_error() {
    let lines = format!("{{\"text\": \"{SENTENCE}\"}}\n{{\"text\": \"{SENTENCE}\"}}\n");
    check("a.jsonl.gz", gzipped(lines.as_bytes()), &["ok", "ok"]);
    check("a.txt", gzipped(SENTENCE.as_bytes()), &["ok"]);
    let mut cut = gzipped(lines.as_bytes());
    cut.truncate(cut.len() - 12);
    check("a.jsonl.gz", cut, &["a.jsonl.gz: "]);
}

#[test]
fn deep_nesting_does_no_harm() {
    for tag in ["div", "b", "p", "table", "blockquote", "span", "li", "a"] {
        let deep = format!("<html><body>{}<p>{SENTENCE}</p>", format!("<{tag}>").repeat(5_000));
        let documents = read("a.html", deep.into_bytes(), Some(Format::Html), &Defaults::default()).count();
        assert_eq!(documents, 1, "{tag}");
    }
}

#[test]
fn the_default_day_fills_in_for_a_missing_one_only() {
    let defaults = Defaults { published: "2025-01-01".parse().ok() };
    let day = |text: &str| {
        let first = read("a.txt", text.as_bytes().to_vec(), None, &defaults).next();
        first.and_then(Result::ok).and_then(|ingested| ingested.document.published).map(|day| day.to_string())
    };
    assert_eq!(day(SENTENCE).as_deref(), Some("2025-01-01"));
    assert_eq!(day(&format!("Troops leave\n8 April 2025\n{SENTENCE}")).as_deref(), Some("2025-04-08"));
}

#[test]
fn folders_are_walked_in_order_and_missing_files_named() {
    let root = std::env::temp_dir().join(format!("ingest-inputs-{}", std::process::id()));
    for path in ["b.txt", "a/z.html", "a/y.jsonl.gz", "a/skip.png", ".hidden.txt", "empty/x.png"] {
        let path = root.join(path);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a writable folder");
        std::fs::write(path, "x").expect("a writable folder");
    }
    let paths = [root.clone(), root.join("empty"), root.join("none.txt"), "-".into()];
    let found: Vec<String> = inputs(&paths)
        .into_iter()
        .map(|source| source.map_or_else(|error| error.to_string(), |source| source.name()))
        .map(|name| name.replace(&root.display().to_string(), ""))
        .collect();
    std::fs::remove_dir_all(&root).expect("a writable folder");
    assert_eq!(found.len(), 6, "{found:?}");
    assert_eq!(found.get(..3), Some(&["/a/y.jsonl.gz", "/a/z.html", "/b.txt"].map(str::to_owned)[..]));
    assert!(found[3].starts_with("/empty: no articles in this folder"), "{found:?}");
    assert!(found[4].starts_with("/none.txt: "), "{found:?}");
    assert_eq!(found[5], "-");
}
