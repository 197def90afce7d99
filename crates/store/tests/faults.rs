//! What is wrong with a database is told as what it is, and nothing is made worse.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use rusqlite::Connection;
use std::fs;
use store::{Access, CopyRow, Fault, FaultKind, Findings, LinkRow, StoreError, StoryRow, open};
use support::rows::{claim, filing, named, record};
use support::{Folder, server};
use types::SourceKind;

/// A file, made by `make`, that cannot be opened; it must stay as it was.
#[track_caller]
fn refused(make: impl Fn(&str), is: impl Fn(&StoreError) -> bool) {
    let folder = Folder::new();
    let file = folder.file("x.db");
    make(&file);
    let before = fs::read(&file).ok();
    for access in [Access::Read, Access::Write, Access::Create] {
        let error = open(&file, access).map(|_| ()).unwrap_err();
        assert!(is(&error), "{access:?}: {error:?}");
        assert!(error.to_string().contains("x.db"), "{error}");
        assert!(fs::read(&file).ok() == before, "{access:?} changed the file");
    }
}

fn sqlite(file: &str, sql: &str) {
    Connection::open(file).unwrap().execute_batch(sql).unwrap();
}

/// A sound database with two documents.
fn sound(address: &str) {
    let mut told = record("ev_1");
    told.claims = vec![claim(SourceKind::Named)];
    let page = |text: &str, records| filing("https://example.org/a", text, records);
    let other = |id: &str, event: &str| named(id, filing("", id, vec![record(event)]));
    let batch = [page("one", vec![told]), page("two", vec![record("ev_2")]), other("c", "ev_3"), other("d", "ev_4")];
    let mut store = open(address, Access::Create).unwrap();
    store.add(&batch).unwrap();
    store.group(&findings()).unwrap();
    assert_eq!(store.check().unwrap(), []);
}

/// The last two documents are copies that tell one event in one story.
fn findings() -> Findings {
    let copy = |document: &str| CopyRow {
        document: document.into(),
        head: "c".into(),
        similarity: 0.9,
        reason: "wording".into(),
    };
    let story = StoryRow {
        id: "st_1".into(),
        title: "Ferries".into(),
        start: None,
        end: None,
        participants: "[]".into(),
        contradictions: 0,
        json: "{}".into(),
        records: ["ev_3", "ev_4"].map(|id| (id.to_owned(), "words".to_owned())).into(),
    };
    let link = LinkRow { earlier: "ev_3".into(), later: "ev_4".into(), weight: 0.5, reason: "words".into() };
    Findings { copies: vec![copy("c"), copy("d")], links: vec![link], stories: vec![story], ..Findings::default() }
}

#[test]
fn files_that_are_no_database_of_ours_are_refused() {
    refused(
        |file| fs::write(file, "Not a database, but a text. ".repeat(99)).unwrap(),
        |error| matches!(error, StoreError::NotADatabase { .. }),
    );
    refused(
        |file| sqlite(file, "CREATE TABLE wine (year INTEGER)"),
        |error| matches!(error, StoreError::Foreign { .. }),
    );
    refused(
        |file| sqlite(file, "CREATE TABLE schema (name TEXT)"),
        |error| matches!(error, StoreError::Foreign { .. }),
    );
    refused(|file| fs::create_dir(file).unwrap(), |error| matches!(error, StoreError::Unreachable { .. }));
}

#[test]
fn a_database_of_the_future_is_refused_and_left_alone() {
    let future = "CREATE TABLE schema (version BIGINT, tidings TEXT); INSERT INTO schema VALUES (999, '9.0.0');
                  PRAGMA journal_mode = WAL;";
    refused(|file| sqlite(file, future), |error| matches!(error, StoreError::Newer { found: 999, .. }));
}

/// A file format that SQLite may read but not write.
#[test]
fn a_file_that_may_only_be_read_is_read_and_not_written() {
    let folder = Folder::new();
    let file = folder.file("x.db");
    sound(&file);
    sqlite(&file, "PRAGMA journal_mode = DELETE");
    let mut bytes = fs::read(&file).unwrap();
    bytes[18] = 3;
    fs::write(&file, &bytes).unwrap();
    assert_eq!(open(&file, Access::Read).unwrap().size().unwrap().documents, 4);
    let written = open(&file, Access::Create).and_then(|mut store| store.add(&[filing("", "three", vec![])]));
    assert!(matches!(written, Err(StoreError::ReadOnly { .. })), "{written:?}");
    assert!(fs::read(&file).unwrap() == bytes);
}

#[test]
fn damaged_pages_are_found() {
    let folder = Folder::new();
    let file = folder.file("x.db");
    sound(&file);
    sqlite(&file, "PRAGMA journal_mode = DELETE");
    let mut bytes = fs::read(&file).unwrap();
    let from = bytes.len() / 3;
    bytes[from..from + 20_000].fill(0x5a);
    fs::write(&file, &bytes).unwrap();
    let found = open(&file, Access::Read).and_then(|mut store| store.check());
    let told = match &found {
        Ok(faults) => faults.iter().any(|fault| fault.kind == FaultKind::Damage),
        Err(error) => matches!(error, StoreError::Corrupt { .. }),
    };
    assert!(told, "{found:?}");
}

/// Does harm by some SQL, and expects that it is found.
#[track_caller]
fn harm(address: &str, sql: &str, want: FaultKind) {
    if address.starts_with("postgres") {
        let mut client = postgres::Client::connect(address, postgres::NoTls).unwrap();
        client.batch_execute(&format!("SET search_path = tidings; {sql}")).unwrap();
    } else {
        sqlite(address, &format!("PRAGMA foreign_keys = OFF; {sql}"));
    }
    let faults: Vec<Fault> = open(address, Access::Read).unwrap().check().unwrap();
    assert!(faults.iter().any(|fault| fault.kind == want), "{sql} on {address}: {faults:?}");
}

const HARMS: &[(&str, FaultKind)] = &[
    ("DELETE FROM record WHERE id = 'ev_2'", FaultKind::Half),
    ("DELETE FROM actor WHERE role = 'recipient'", FaultKind::Half),
    ("DELETE FROM claim", FaultKind::Half),
    ("UPDATE document SET superseded_by = NULL", FaultKind::Revision),
    ("UPDATE record SET superseded = 0", FaultKind::Revision),
    ("UPDATE daily_dyad SET events = events + 1", FaultKind::Counts),
    ("UPDATE daily_dyad SET hundredths = 0", FaultKind::Counts),
    ("DELETE FROM daily_dyad", FaultKind::Counts),
    ("INSERT INTO daily_dyad VALUES ('2020-01-01', 'USA', '', 'AID', 'denied', 1, 1)", FaultKind::Counts),
    ("DELETE FROM story_event", FaultKind::Groups),
    (
        "UPDATE story_event SET record = (SELECT key FROM record WHERE id = 'ev_1')
         WHERE record = (SELECT key FROM record WHERE id = 'ev_3')",
        FaultKind::Groups,
    ),
    ("UPDATE link SET later = earlier", FaultKind::Groups),
    ("UPDATE link SET later = (SELECT key FROM record WHERE id = 'ev_1')", FaultKind::Groups),
    (
        "UPDATE duplicate SET document = (SELECT key FROM document WHERE text = 'one')
         WHERE document = (SELECT key FROM document WHERE id = 'd')",
        FaultKind::Groups,
    ),
    ("DELETE FROM duplicate WHERE document = cluster", FaultKind::Groups),
    ("DELETE FROM duplicate WHERE document <> cluster", FaultKind::Groups),
    ("UPDATE document SET grouped = 1 WHERE id = 'c'", FaultKind::Groups),
    ("UPDATE document SET founder = key WHERE id = 'c'", FaultKind::Groups),
    ("INSERT INTO shelf (place, document) SELECT 1, key FROM document WHERE id = 'c'", FaultKind::Groups),
    ("UPDATE document SET grouped = 1, founder = key WHERE text = 'one'", FaultKind::Groups),
    (
        "UPDATE document SET grouped = 1, founder = (SELECT max(key) FROM document o WHERE o.key <> document.key)
         WHERE id IN ('c', 'd')",
        FaultKind::Groups,
    ),
    ("UPDATE document SET grouped = 1, founder = key WHERE id IN ('c', 'd')", FaultKind::Groups),
];

const HARMS_OF_SQLITE: &[(&str, FaultKind)] = &[
    ("DELETE FROM document WHERE revision = 2", FaultKind::Orphan),
    ("INSERT INTO claim VALUES (99, 0, 'named', NULL, NULL, 'direct', NULL)", FaultKind::Orphan),
    ("INSERT INTO story_event VALUES (99, 99, '')", FaultKind::Orphan),
    (
        "INSERT INTO record_words (record_words, rowid, evidence, names) SELECT 'delete', key, evidence, names FROM record",
        FaultKind::Words,
    ),
    ("INSERT INTO document_words (rowid, title, text) VALUES (99, 'a', 'b')", FaultKind::Words),
];

#[test]
fn check_finds_what_should_not_be() {
    for (sql, want) in HARMS.iter().chain(HARMS_OF_SQLITE) {
        let folder = Folder::new();
        let file = folder.file("x.db");
        sound(&file);
        harm(&file, sql, *want);
    }
    let Some(address) = server::database() else { return println!("skipped on PostgreSQL, which is not installed") };
    for (sql, want) in HARMS {
        sound(&address);
        harm(&address, sql, *want);
        let mut client = postgres::Client::connect(&address, postgres::NoTls).unwrap();
        client.batch_execute("SET client_min_messages = error; DROP SCHEMA tidings CASCADE").unwrap();
    }
}

#[test]
fn servers_that_do_not_answer_are_told() {
    for address in ["postgres://nobody@127.0.0.1:1/none", "postgres://x y", "postgres://me:secret@127.0.0.1:1/none"] {
        let error = open(address, Access::Read).map(|_| ()).unwrap_err();
        assert!(matches!(error, StoreError::Unreachable { .. }), "{error:?}");
        assert!(!error.to_string().contains("secret"), "{error}");
    }
}
