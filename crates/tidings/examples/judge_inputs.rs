//! Writes what the judge reads of the candidate words of texts, to train it on:
//! `cargo run --release -p tidings --example judge_inputs -- TEXTS.jsonl OUT`.
//!
//! `OUT.jsonl` has a line per document: its id, the candidates `[start, end]` in code points with the words that hang on
//! each left out, and the triggers the rules found. `OUT.f32` has the inputs, one row after the other.

use serde_json::{Value, json};
use std::fs::File;
use std::io::{BufWriter, Write};
use tidings::lexicon::Lexicon;
use tidings::parse::Parser;
use tidings::types::{Event, Parse, Span};
use tidings::{Tidings, builtin, ingest};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let (texts, out) = arguments.next().zip(arguments.next()).ok_or("name the texts and where to write")?;
    // Without the judge, so that it does not learn from itself.
    let parser = Parser::from_bytes(builtin::WEIGHTS, builtin::VOCABULARY)?;
    let tidings = Tidings::with(parser, Lexicon::load(builtin::DATA)?, builtin::produced_by());
    let mut lines = BufWriter::new(File::create(format!("{out}.jsonl"))?);
    let mut rows = BufWriter::new(File::create(format!("{out}.f32"))?);
    for input in ingest::read(&texts, std::fs::read(&texts)?, None, &ingest::Defaults::default()) {
        let Ok(input) = input else { continue };
        let text = input.document.text.as_str();
        let sentences = tidings.parser().judge_inputs(&input.document);
        for value in sentences.iter().flat_map(|(_, words)| words).flat_map(|input| &input.states) {
            rows.write_all(&value.to_le_bytes())?;
        }
        let candidates: Vec<Value> = sentences
            .iter()
            .flat_map(|(parse, words)| words.iter().map(|input| candidate(text, parse, input.word)))
            .collect();
        let triggers: Vec<Value> = tidings.code_input(&input).events.iter().flat_map(|e| triggers(text, e)).collect();
        writeln!(lines, "{}", json!({"id": input.document.id.0, "candidates": candidates, "triggers": triggers}))?;
    }
    Ok(())
}

/// Place of a word, of its head and of its sentence.
fn candidate(text: &str, parse: &Parse, word: usize) -> Value {
    let token = parse.token(word);
    let head = token.head.map(|head| points(text, parse.token(head).span));
    json!({"at": points(text, token.span), "head": head, "sentence": points(text, parse.span)})
}

fn triggers(text: &str, event: &Event) -> Vec<Value> {
    let evidence = std::iter::once(&event.evidence).chain(&event.mentions);
    let line = |at: Span| {
        json!({"at": points(text, at), "kind": event.kind.as_str(), "mode": event.mode.map(|m| m.as_str()),
            "status": event.status.as_str()})
    };
    evidence.map(|evidence| line(evidence.trigger)).collect()
}

fn points(text: &str, span: Span) -> [usize; 2] {
    let before = |byte: usize| text[..byte].chars().count();
    [before(span.start), before(span.end)]
}
