//! Any bytes through the whole pipeline: no panic, and every text of a record is the slice it claims to be.
//!
//! Documents that would be skipped (not English, no running text) are analysed all the same.

#![no_main]

mod slices;

use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;
use tidings::Tidings;
use tidings::ingest::{Defaults, read};
use tidings::types::Document;
use tidings::wire::Detail;

static TIDINGS: LazyLock<Tidings> =
    LazyLock::new(|| Tidings::new().expect("the model and data of this repository load"));

fuzz_target!(|bytes: &[u8]| {
    let results = read("fuzz", bytes.to_vec(), None, &Defaults::default());
    results.flatten().for_each(|ingested| code(&ingested.document));
});

fn code(document: &Document) {
    let coded = TIDINGS.code(document);
    slices::check_all(document, &TIDINGS.records(document, &coded, Detail::Explained));
}
