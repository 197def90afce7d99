//! Writes who may be meant as recipients of acts whose words name none, to fit the weights of `data/likely.tsv`:
//! `cargo run --release -p tidings --example unsaid_inputs -- TEXTS.jsonl OUT.jsonl`.
//!
//! A line per act: document, sentence and trigger `[start, end]` in code points, type, and of each candidate the
//! countries and the clues.

use serde_json::{Value, json};
use std::fs::File;
use std::io::{BufWriter, Write};
use tidings::extract::{self, Unsaid};
use tidings::lexicon::Clue;
use tidings::types::{Country, Span};
use tidings::{Tidings, ingest};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let (texts, out) = arguments.next().zip(arguments.next()).ok_or("name the texts and where to write")?;
    let tidings = Tidings::new()?;
    let mut lines = BufWriter::new(File::create(out)?);
    for input in ingest::read(&texts, std::fs::read(&texts)?, None, &ingest::Defaults::default()) {
        let Ok(input) = input else { continue };
        let (document, parses) = (&input.document, tidings.parser().parse(&input.document));
        for unsaid in extract::unsaid(tidings.lexicon(), document, &parses) {
            writeln!(lines, "{}", line(&document.id.0, &document.text, &unsaid))?;
        }
    }
    Ok(())
}

fn line(id: &str, text: &str, unsaid: &Unsaid) -> Value {
    let candidate = |(countries, clues): &(Vec<Country>, Vec<Clue>)| {
        let countries: Vec<String> = countries.iter().map(ToString::to_string).collect();
        json!({"countries": countries, "clues": clues.iter().map(ToString::to_string).collect::<Vec<_>>()})
    };
    let candidates: Vec<Value> = unsaid.candidates.iter().map(candidate).collect();
    json!({"document": id, "sentence": points(text, unsaid.sentence), "trigger": points(text, unsaid.trigger),
        "type": unsaid.kind.as_str(), "candidates": candidates})
}

fn points(text: &str, span: Span) -> [usize; 2] {
    let before = |byte: usize| text.get(..byte).map_or(0, |before| before.chars().count());
    [before(span.start), before(span.end)]
}
