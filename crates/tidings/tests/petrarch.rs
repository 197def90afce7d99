//! The dictionaries that are in use and the validation records of PETRARCH, where they are at hand.
#![allow(clippy::unwrap_used, clippy::print_stdout)]

use std::fs;
use std::path::{Path, PathBuf};
use tidings::Tidings;
use tidings::eval::petrarch::records::read;
use tidings::eval::petrarch::{Finding, PetrarchScores, find, left_out};
use tidings::lexicon::{DataFile, Extension, Format, Problem};

fn shared(folder: &str) -> Option<PathBuf> {
    let found = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data").join(folder);
    if !found.exists() {
        println!("skipped: ../shared/data/{folder} is not here");
        return None;
    }
    Some(found)
}

fn dictionaries(folder: &Path) -> (Extension, Vec<Problem>) {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let texts: Vec<String> =
        paths.iter().map(|path| fs::read(path).unwrap().into_iter().map(char::from).collect()).collect();
    let known = texts.iter().filter_map(|text| Some((Format::of(text)?, DataFile { path: "d", text })));
    Extension::read(&known.collect::<Vec<_>>())
}

#[test]
fn large_dictionaries_are_read_but_for_a_few_lines() {
    let Some(folder) = shared("dictionaries/phoenix") else { return };
    let (Extension { codebook: book, .. }, problems) = dictionaries(&folder);
    assert_eq!((book.actors.all().len(), book.actors.names()), (27_211, 35_544));
    assert_eq!((book.agents.len(), book.verbs.counts(), book.discards.len()), (2_243, (1_817, 4_663, 40), 506));
    assert_eq!((problems.len(), book.verbs.transformations().len()), (55, 8));
}

#[test]
fn the_validation_records_are_coded_as_they_say() {
    let Some(folder) = shared("events/petrarch") else { return };
    let records = read(&fs::read_to_string(folder.join("PETR.UnitTest.records.xml")).unwrap());
    let unknown: Vec<&str> =
        left_out().map(|row| row.id).filter(|id| records.iter().all(|record| record.id != *id)).collect();
    assert!(unknown.is_empty(), "left out, but not there: {unknown:?}");
    let (extension, problems) = dictionaries(&folder);
    assert_eq!(problems, []);
    let tidings = Tidings::new().unwrap();
    let findings: Vec<Finding> =
        records.into_iter().map(|record| find(&tidings, &extension.codebook, record)).collect();
    let scores: PetrarchScores = findings.iter().collect();
    assert_eq!((scores.all.of, scores.counted.of), (284, 211));
    assert!(scores.counted.right >= 200 && scores.all.right >= 240, "{scores:?}");
}
