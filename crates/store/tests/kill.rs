//! Killed at any moment, a store loses nothing that it acknowledged and holds no document by half.
//!
//! The test starts itself as a child that adds documents and says so; it kills the child after a number of
//! acknowledgements that a seed decides, and a little later still. When exactly the kill falls does not matter to what is
//! held against the store.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use store::{Access, Filing, Identity, Size, Store, open};
use support::rows::{claim, filing, record};
use support::{Folder, server};
use types::SourceKind;

const VARIABLE: &str = "TIDINGS_KILLED_STORE";
const DOCUMENTS: usize = 450;
const BATCH: usize = 3;
const KILLS: usize = 50;

fn document(at: usize) -> Filing {
    let mut told = record(&format!("ev_{at}_b"));
    told.claims = vec![claim(SourceKind::Named)];
    filing("", &format!("Ferry {at} stays in port. ").repeat(40), vec![record(&format!("ev_{at}_a")), told])
}

/// What the child does: adds all documents, and tells each batch once it is stored.
#[test]
#[ignore = "the child of the other tests"]
fn child() {
    let address = std::env::var(VARIABLE).expect("the address of a store");
    let mut store = open(&address, Access::Create).unwrap();
    for batch in (0..DOCUMENTS).collect::<Vec<_>>().chunks(BATCH) {
        let filings: Vec<Filing> = batch.iter().map(|at| document(*at)).collect();
        store.add(&filings).unwrap();
        println!("stored {}", batch[0]);
    }
    println!("complete");
}

/// Runs the child until it has told so many batches that were not known before; tells what was acknowledged.
fn run(address: &str, enough: usize, later: u64, known: &mut BTreeSet<usize>) -> bool {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "child", "--ignored", "--nocapture"])
        .env(VARIABLE, address)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok);
    let start = known.len();
    let mut complete = false;
    while known.len() < start + enough && !complete {
        let Some(line) = lines.next() else { break };
        complete = line == "complete";
        known.extend(line.strip_prefix("stored ").map(|at| at.parse::<usize>().unwrap()));
    }
    (0..later).for_each(|_| std::hint::spin_loop());
    child.kill().unwrap();
    child.wait().unwrap();
    complete
}

/// Every batch that was acknowledged is there.
#[track_caller]
fn holds(store: &mut dyn Store, known: &BTreeSet<usize>) {
    let identities = known.iter().flat_map(|at| (*at..*at + BATCH).map(|at| document(at).document.identity));
    let identities: Vec<Identity> = identities.collect();
    assert_eq!(store.known(&identities).unwrap().len(), identities.len(), "acknowledged documents are lost");
}

#[track_caller]
fn check(address: &str) {
    drop(open(address, Access::Create).unwrap());
    let mut seed = 0x2545_f491_4f6c_dd1d_u64;
    let mut random = |below: u64| {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        seed % below
    };
    let mut known = BTreeSet::new();
    for _ in 0..KILLS {
        run(address, usize::try_from(random(4)).unwrap(), random(2_000_000), &mut known);
        holds(&mut *open(address, Access::Read).unwrap(), &known);
    }
    assert_eq!(open(address, Access::Read).unwrap().check().unwrap(), []);
    assert!(run(address, usize::MAX / 2, 0, &mut known), "the last run does not complete");
    let mut store = open(address, Access::Read).unwrap();
    assert_eq!(store.size().unwrap(), Size { documents: DOCUMENTS, records: 2 * DOCUMENTS });
    assert_eq!(store.check().unwrap(), []);
}

#[test]
fn sqlite() {
    let folder = Folder::new();
    check(&folder.file("killed.db"));
}

#[test]
fn postgres() {
    match server::database() {
        Some(address) => check(&address),
        None => println!("skipped on PostgreSQL, which is not installed"),
    }
}
