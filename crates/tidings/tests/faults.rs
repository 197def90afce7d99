//! What is told of candidates that give no record, and that telling changes nothing.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::path::{Path, PathBuf};
use tidings::Tidings;
use tidings::eval::annotation::{self, Annotation};
use tidings::eval::faults::{Spoiled, by_cause, faults};
use tidings::eval::predict;
use tidings::eval::scores::score;
use tidings::extract::Fate;
use tidings::ingest::{self, Defaults, Format, Ingested};

fn input(text: &str) -> Ingested {
    let mut results = ingest::read("a.txt", text.as_bytes().to_vec(), Some(Format::Text), &Defaults::default());
    results.next().unwrap().unwrap()
}

#[test]
fn a_candidate_tells_where_it_ended() {
    let tidings = Tidings::new().unwrap();
    for (text, word, rule, fate) in [
        ("The guards kept watch and will release no film of it.", "release", "release", Fate::Form),
        ("The workers wanted to strike a balance between pay and hours.", "strike", "strike", Fate::Condition),
        ("France demanded that Niger release the soldiers.", "release", "release", Fate::Content),
        ("An airstrike killed six people in Yemen on Monday.", "airstrike", "airstrike", Fate::Joined),
    ] {
        let text = format!("A day in brief\n\n{text}\n");
        let examined = tidings.examine(&input(&text));
        let told: Vec<_> = examined.dropped.iter().filter(|d| d.trigger.of(&text).contains(word)).collect();
        assert!(told.iter().any(|d| d.rule == rule && d.fate == fate), "{word} in {text:?}: {told:#?}");
    }
}

#[test]
fn looking_on_changes_no_record() {
    let tidings = Tidings::new().unwrap();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples");
    let mut texts: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    texts.retain(|path| path.extension().is_some_and(|ending| ending == "txt"));
    assert!(!texts.is_empty());
    for path in texts {
        let input = input(&std::fs::read_to_string(&path).unwrap());
        assert_eq!(tidings.examine(&input).coded.events, tidings.code(&input.document).events, "{}", path.display());
    }
}

#[test]
fn every_error_has_exactly_one_cause() {
    let tidings = Tidings::new().unwrap();
    let text = "Chad warns\n\nChad’s army shelled a market near Faya on Monday. The United Nations condemned the attack and \
        asked both sides to stop.\n";
    let mention = |trigger: &str, kind: &str, status: &str| {
        format!(
            "{{\"quote\": \"Chad’s army shelled a market near Faya on Monday.\", \"trigger\": {trigger:?}, \"type\": {kind:?}, \
             \"actors\": [], \"recipients\": [], \"status\": {status:?}}}"
        )
    };
    let mentions = [mention("shelled", "ASSAULT", "planned"), mention("near", "RETREAT", "occurred")].join(", ");
    let line = format!("{{\"doc\": \"a\", \"date\": \"2025-03-04\", \"events\": [{mentions}]}}");
    let annotation: Annotation = annotation::read(&line).unwrap().remove(0);
    let cases = [predict::case(&tidings, annotation, input(text)).unwrap()];
    let (scores, faults) = (score(&cases), faults(&cases));
    let all = by_cause(&faults).into_values().fold(Spoiled::default(), Spoiled::and);
    let counted = [scores.missed.len(), scores.spurious.len(), scores.differences.len()];
    assert_eq!([all.missed, all.spurious, all.fields], counted);
    assert!(counted.iter().all(|&n| n > 0), "each kind of error is here: {counted:?}");
}
