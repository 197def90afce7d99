//! Whole articles: every record of the example articles, as a snapshot that a person can read.
//!
//! The articles were written for the project and cover every status and every kind of source; a change shows as a diff.
//! Look at it, then accept it with `UPDATE_EXPECT=1 cargo test -p tidings --test articles`.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use tidings::wire::{Detail, Participant, Record};
use tidings::{Tidings, ingest};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn articles() -> Vec<PathBuf> {
    let entries = std::fs::read_dir(root().join("examples")).expect("examples/ can be listed");
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    files.sort();
    files
}

fn records(tidings: &Tidings, file: &Path) -> Vec<Record> {
    let name = file.file_name().expect("a file name").to_string_lossy();
    let bytes = std::fs::read(file).expect("an example can be read");
    let inputs = ingest::read(&name, bytes, None, &ingest::Defaults::default());
    let documents = inputs.map(|input| input.expect("examples are sound"));
    documents.flat_map(|input| tidings.records(&input.document, &tidings.code_input(&input), Detail::Plain)).collect()
}

fn who(participants: &[Participant]) -> String {
    let each = participants
        .iter()
        .map(|p| format!("{} [{}]", p.text.as_deref().unwrap_or("-"), p.entity.as_deref().unwrap_or("-")));
    let list: Vec<String> = each.collect();
    if list.is_empty() { "someone".to_owned() } else { list.join(", ") }
}

fn show(record: &Record) -> String {
    let mut line = format!("{} {}", record.status, record.kind);
    if let Some(mode) = record.mode {
        _ = write!(line, "/{mode}");
    }
    _ = write!(line, ": {} -> {}", who(&record.actors), who(&record.recipients));
    if let Some(place) = &record.place {
        _ = write!(line, "; in {}", place.name);
    }
    if let Some(date) = record.time.start_date {
        _ = write!(line, "; on {date}");
    }
    for source in &record.attribution {
        _ = write!(line, "; says {} ({})", source.text.as_deref().unwrap_or("-"), source.kind);
    }
    if let Some(hedge) = &record.hedge {
        _ = write!(line, "; {hedge}");
    }
    _ = write!(line, "\n    {} [{}]", record.evidence.text.replace('\n', " "), record.evidence.trigger.text);
    for mention in &record.mentions {
        _ = write!(line, "\n    {} [{}]", mention.text.replace('\n', " "), mention.trigger.text);
    }
    line
}

#[test]
fn the_example_articles_give_the_records_they_gave() {
    let tidings = Tidings::new().expect("model and lexicon are built in");
    let update = std::env::var_os("UPDATE_EXPECT").is_some();
    let folder = root().join("crates/tidings/tests/snapshots/articles");
    let mut changed = Vec::new();
    for file in articles() {
        let name = file.file_name().expect("a file name").to_string_lossy().into_owned();
        let lines: Vec<String> = records(&tidings, &file).iter().map(show).collect();
        let now = lines.join("\n") + "\n";
        let snapshot = folder.join(format!("{name}.snap"));
        if update {
            std::fs::create_dir_all(&folder).expect("the folder can be made");
            std::fs::write(&snapshot, &now).expect("a snapshot can be written");
        }
        let kept = std::fs::read_to_string(&snapshot).unwrap_or_default();
        if kept != now {
            let fresh: Vec<&str> = now.lines().filter(|line| !kept.contains(line)).take(6).collect();
            changed.push(format!("{name}:\n{}", fresh.join("\n")));
        }
    }
    assert!(changed.is_empty(), "records differ; look, then run with UPDATE_EXPECT=1:\n{}", changed.join("\n"));
}

#[test]
fn the_example_articles_cover_every_status_and_kind_of_source() {
    let tidings = Tidings::new().expect("model and lexicon are built in");
    let all: Vec<Record> = articles().iter().flat_map(|file| records(&tidings, file)).collect();
    let statuses: BTreeSet<&str> = all.iter().map(|r| r.status.as_str()).collect();
    let kinds: BTreeSet<&str> = all.iter().flat_map(|r| &r.attribution).map(|a| a.kind.as_str()).collect();
    let types: BTreeSet<&str> = all.iter().map(|r| r.kind.as_str()).collect();
    assert_eq!((statuses.len(), kinds.len(), types.len()), (6, 6, 16), "{statuses:?} {kinds:?} {types:?}");
}
