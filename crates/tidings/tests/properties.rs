//! What holds of every input: offsets are slices, order and company do not matter, nothing panics.

use proptest::prelude::*;
use std::sync::OnceLock;
use tidings::wire::{Detail, Record};
use tidings::{Tidings, ingest};

fn tidings() -> &'static Tidings {
    static TIDINGS: OnceLock<Tidings> = OnceLock::new();
    TIDINGS.get_or_init(|| Tidings::new().expect("model and lexicon are built in"))
}

/// Documents that come of the bytes, each with its canonical text and records.
fn coded(name: &str, bytes: Vec<u8>) -> Vec<(String, Vec<Record>)> {
    let inputs = ingest::read(name, bytes, None, &ingest::Defaults::default()).flatten();
    inputs
        .map(|input| {
            let records = tidings().records(&input.document, &tidings().code_input(&input), Detail::Explained);
            (input.document.text.clone(), records)
        })
        .collect()
}

fn slice(text: &str, start: usize, end: usize) -> String {
    text.chars().skip(start).take(end - start).collect()
}

fn check_slices(text: &str, record: &Record) {
    for evidence in std::iter::once(&record.evidence).chain(&record.mentions) {
        assert_eq!(slice(text, evidence.start, evidence.end), evidence.text);
        assert_eq!(slice(text, evidence.trigger.start, evidence.trigger.end), evidence.trigger.text);
    }
    for actor in record.actors.iter().chain(&record.recipients) {
        if let (Some(words), Some(start), Some(end)) = (&actor.text, actor.start, actor.end) {
            assert_eq!(slice(text, start, end), *words);
        }
    }
    if let Some(place) = &record.place {
        assert_eq!(slice(text, place.start, place.end), place.text);
    }
}

/// Sentences that hold every kind of construction, to be shuffled and joined.
const SENTENCES: &[&str] = &[
    "Rebels attacked an army post near Goma on Monday, two officials said.",
    "“We will not négotiate,” the Tajik defence minister told reporters. 🙂",
    "Poland is considering closing its border with Belarus.",
    "According to a leaked report, police arrested four men in Lagos last month.",
    "The ministry denied that its troops had killed civilians.",
    "Thousands of farmers marched through Paris to protest against the new tax.",
    "If Norway closes the port, Iceland will recall its ambassador.",
    "The president, who visited Hanoi in 2021, has yet to sign the treaty.",
];

fn article() -> impl Strategy<Value = String> {
    proptest::collection::vec(0..SENTENCES.len(), 1..7)
        .prop_map(|picks| picks.into_iter().map(|p| SENTENCES[p]).collect::<Vec<_>>().join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn texts_are_slices_of_the_document(text in article()) {
        for (text, records) in coded("a.txt", text.into_bytes()) {
            records.iter().for_each(|record| check_slices(&text, record));
        }
    }

    #[test]
    fn company_and_order_do_not_matter(texts in proptest::collection::vec(article(), 1..4)) {
        let line = |text: &String| serde_json::json!({ "text": text, "published": "2026-03-10" }).to_string();
        let lines: Vec<String> = texts.iter().map(line).collect();
        let alone: Vec<_> = lines.iter().flat_map(|line| coded("a.jsonl", line.clone().into_bytes())).collect();
        let together = coded("a.jsonl", lines.join("\n").into_bytes());
        let mut reversed = coded("a.jsonl", lines.iter().rev().cloned().collect::<Vec<_>>().join("\n").into_bytes());
        reversed.reverse();
        prop_assert!(alone == together && together == reversed);
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400), format in 0..4usize) {
        coded(["a.txt", "a.html", "a.jsonl", "a.xml"][format], bytes);
    }

    #[test]
    fn no_text_makes_it_panic(text in "\\PC{0,200}") {
        coded("a.txt", text.into_bytes());
    }
}
