//! Writes what speaks for and against labelled pairs of records telling one event, to fit `[link.weights]` of
//! `data/stories.toml`: `cargo run --release -p tidings --example link_inputs -- LABELS.tsv TEXTS.jsonl OUT.jsonl`.
//!
//! A line per label: an object of clues, or `null` where records are not found or hard conditions part them.

use serde_json::{Value, json};
use std::collections::HashMap;
use std::fs::File;
use std::io::{BufWriter, Write};
use tidings::stories::{Article, Case, Stories};
use tidings::types::Document;
use tidings::{Tidings, ingest, told};

type Coded = HashMap<String, (Document, Article)>;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let [labels, texts, out] = <[String; 3]>::try_from(std::env::args().skip(1).collect::<Vec<_>>())
        .map_err(|_| "name the labels, the texts and where to write")?;
    let (coded, stories) = (coded(&texts)?, told::stories()?);
    let mut lines = BufWriter::new(File::create(out)?);
    for label in std::fs::read_to_string(labels)?.lines().filter(|line| !line.starts_with('#')) {
        let fields: Vec<&str> = label.split('\t').collect();
        let clues = case(&fields, &coded, &stories).map(|case| clues(&case));
        writeln!(lines, "{}", clues.unwrap_or(Value::Null))?;
    }
    Ok(())
}

fn coded(texts: &str) -> Result<Coded, Box<dyn std::error::Error>> {
    let tidings = Tidings::new()?;
    let inputs = ingest::read(texts, std::fs::read(texts)?, None, &ingest::Defaults::default());
    let documents = inputs.filter_map(|input| Some(input.ok()?.document));
    let article = |document: Document| {
        let article = tidings.article(&document, &tidings.code(&document));
        (document.id.0.clone(), (document, article))
    };
    Ok(documents.map(article).collect())
}

/// The pair of a label: of each side the text, the sentence `[start, end]` in code points, and the type.
fn case(fields: &[&str], coded: &Coded, stories: &Stories) -> Option<Case> {
    let [one, two] = [coded.get(*fields.first()?)?, coded.get(*fields.get(4)?)?];
    let [ours, theirs] = [reports(one, fields.get(1..4)?)?, reports(two, fields.get(5..8)?)?];
    let is_of = |case: &Case, ids: &[&str]| ids.contains(&case.earlier.as_str()) || ids.contains(&case.later.as_str());
    stories.cases(&one.1, &two.1).into_iter().find(|case| is_of(case, &ours) && is_of(case, &theirs))
}

fn reports<'a>((document, article): &'a (Document, Article), place: &[&str]) -> Option<Vec<&'a str>> {
    let [start, end] = [place.first()?.parse().ok()?, place.get(1)?.parse::<usize>().ok()?];
    let sentence: String = document.text.chars().skip(start).take(end.checked_sub(start)?).collect();
    let of_it = article.reports.iter().filter(|report| report.sentence == sentence);
    Some(of_it.filter(|report| Some(&report.kind.as_str()) == place.get(2)).map(|report| report.id.as_str()).collect())
}

fn clues(case: &Case) -> Value {
    case.clues.iter().map(|(clue, value)| (clue.to_string(), json!(value))).collect()
}
