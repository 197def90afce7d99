//! What every record must hold: each text is the slice of the document that it claims to be.

use tidings::types::Document;
use tidings::wire::{Evidence, Record};

/// Panics where a record claims words that do not stand where it says.
pub fn check_all(document: &Document, records: &[Record]) {
    let text: Vec<char> = document.text.chars().collect();
    records.iter().for_each(|record| check(&text, record));
}

fn check(text: &[char], record: &Record) {
    [&record.evidence].into_iter().chain(&record.mentions).for_each(|evidence| check_evidence(text, evidence));
    for participant in record.actors.iter().chain(&record.recipients) {
        check_optional(text, participant.start, participant.end, participant.text.as_deref());
    }
    for source in &record.attribution {
        check_optional(text, source.start, source.end, source.text.as_deref());
    }
    if let Some(place) = &record.place {
        check_slice(text, place.start, place.end, &place.text);
    }
}

fn check_evidence(text: &[char], evidence: &Evidence) {
    check_slice(text, evidence.start, evidence.end, &evidence.text);
    for words in [Some(&evidence.trigger), evidence.status_cue.as_ref()].into_iter().flatten() {
        check_slice(text, words.start, words.end, &words.text);
    }
}

fn check_optional(text: &[char], start: Option<usize>, end: Option<usize>, words: Option<&str>) {
    match (start, end, words) {
        (Some(start), Some(end), Some(words)) => check_slice(text, start, end, words),
        absent => assert_eq!(absent, (None, None, None)),
    }
}

fn check_slice(text: &[char], start: usize, end: usize, words: &str) {
    assert_eq!(text[start..end].iter().collect::<String>(), words);
    assert!(!words.is_empty());
}
