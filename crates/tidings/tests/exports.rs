//! Every format of other tools, written from the records of some example articles, as snapshots that a person can read.
//!
//! The records are kept beside the snapshots, so that what is read out of a text does not change how it is written. Look at
//! the diff, then accept it with `UPDATE_EXPECT=1 cargo test -p tidings --test exports`, which reads the articles afresh.

use parquet::file::reader::{FileReader, SerializedFileReader};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use tidings::export::{Counted, Exporter, Format, Only, Tally, jsonl};
use tidings::wire::{Detail, ProducedBy, Record};
use tidings::{Tidings, builtin, ingest};

const ARTICLES: [&str; 3] = ["ceasefire-talks.txt", "drone-raid.txt", "flood-aid.txt"];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots/exports")
}

fn updates() -> bool {
    std::env::var_os("UPDATE_EXPECT").is_some()
}

fn records() -> &'static [Record] {
    static RECORDS: OnceLock<Vec<Record>> = OnceLock::new();
    RECORDS.get_or_init(|| {
        let file = folder().join("records.jsonl");
        if updates() {
            fs::create_dir_all(folder()).expect("the folder can be made");
            fs::write(&file, fresh()).expect("records can be written");
        }
        let text = fs::read_to_string(file).expect("records are kept");
        text.lines().map(|line| serde_json::from_str(line).expect("a record of this version")).collect()
    })
}

/// The records of the articles as they are read now.
fn fresh() -> String {
    let tidings = Tidings::new().expect("model and lexicon are built in");
    let read = |name: &&str| {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples").join(name);
        let bytes = fs::read(path).expect("an example can be read");
        let inputs: Vec<_> = ingest::read(name, bytes, None, &ingest::Defaults::default()).collect();
        let inputs = inputs.into_iter().map(|input| input.expect("examples are sound"));
        let coded = inputs.map(|input| tidings.records(&input.document, &tidings.code_input(&input), Detail::Plain));
        coded.flatten().collect::<Vec<_>>()
    };
    let records = ARTICLES.iter().flat_map(read).map(|record| Record { produced_by: nobody(), ..record });
    records.map(|record| jsonl::line(&record).expect("a record can be written")).collect()
}

/// What does not change with every change of a model or table.
fn nobody() -> ProducedBy {
    let [tidings, model, lexicon] = ["0", "sha256:model", "sha256:lexicon"].map(str::to_owned);
    ProducedBy { tidings, model, lexicon }
}

fn written(format: Format, only: Option<Only>) -> (Vec<u8>, Tally) {
    let (lexicon, mut bytes) = (builtin::lexicon().expect("the data is sound"), Vec::new());
    let mut exporter = Exporter::new(format, only, &lexicon, &mut bytes).expect("an export can begin");
    for record in records() {
        exporter.add(&Counted::from(record.clone())).expect("a record can be written");
    }
    let tally = exporter.finish().expect("an export can end");
    (bytes, tally)
}

#[track_caller]
fn check(name: &str, now: &str) {
    let snapshot = folder().join(name);
    if updates() {
        fs::write(&snapshot, now).expect("a snapshot can be written");
    }
    let kept = fs::read_to_string(&snapshot).unwrap_or_default();
    let differing = now.lines().zip(kept.lines().chain(std::iter::repeat(""))).find(|(now, kept)| now != kept);
    assert!(kept == now, "{name} differs; look, then run with UPDATE_EXPECT=1: {differing:#?}");
}

#[track_caller]
fn check_text(name: &str, format: Format, only: Option<Only>) {
    let (bytes, tally) = written(format, only);
    check(name, &String::from_utf8(bytes).expect("UTF-8"));
    assert_eq!(tally.written + tally.of_other_status + tally.lacking, records().len(), "every record is accounted for");
}

#[test]
fn formats_are_written_as_they_were() {
    check_text("plover.jsonl", Format::Plover, None);
    check_text("plover-all.jsonl", Format::Plover, Some(Only::all()));
    check_text("polecat.tsv", Format::Polecat, None);
    check_text("gdelt.tsv", Format::Gdelt, None);
    check_text("icews.tsv", Format::Icews, None);
    check_text("icews-all.tsv", Format::Icews, Some(Only::all()));
    check_text("map.geojson", Format::Geojson, None);
    check_text("feed.atom", Format::Atom, None);
}

/// As the library that wrote it reads it again.
#[test]
fn parquet_is_written_as_it_was() {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("exports.parquet");
    fs::write(&path, written(Format::Parquet, None).0).expect("a file can be written");
    let reader = SerializedFileReader::new(fs::File::open(path).expect("it is there")).expect("it is Parquet");
    let rows = reader.get_row_iter(None).expect("it has rows");
    let lines: Vec<String> = rows.map(|row| row.expect("a sound row").to_string() + "\n").collect();
    check("parquet.txt", &lines.concat());
}
