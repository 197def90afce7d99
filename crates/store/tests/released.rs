//! Databases of every schema that was released can be opened, read and written.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use store::{Access, Outcome, Size, open};
use support::rows::{filing, record};
use support::{Folder, server, table};

#[track_caller]
fn check(address: &str) {
    let mut reader = open(address, Access::Read).unwrap();
    assert_eq!(reader.check().unwrap(), [], "{address}");
    assert_eq!(table(&mut *reader, "SELECT id, document, actor_country FROM events"), ["ev_b|doc_b|CHE"]);
    drop(reader);
    let mut writer = open(address, Access::Write).unwrap();
    let page = filing("https://example.org/b", "Ferries sail at last.", vec![record("ev_c")]);
    assert_eq!(writer.add(&[page]).unwrap()[0].outcome, Outcome::Revised);
    assert_eq!(writer.size().unwrap(), Size { documents: 4, records: 3 });
    assert_eq!(table(&mut *writer, "SELECT max(revision) FROM documents"), ["3"]);
    assert_eq!(writer.check().unwrap(), [], "{address}");
}

#[test]
fn sqlite() {
    let released = [
        (1, include_str!("fixtures/sqlite-1.sql")),
        (2, include_str!("fixtures/sqlite-2.sql")),
        (4, include_str!("fixtures/sqlite-4.sql")),
    ];
    for (version, sql) in released {
        let folder = Folder::new();
        let file = folder.file(&format!("schema-{version}.db"));
        rusqlite::Connection::open(&file).unwrap().execute_batch(sql).unwrap();
        check(&file);
    }
}

#[test]
fn postgres() {
    let released = [
        include_str!("fixtures/postgres-1.sql"),
        include_str!("fixtures/postgres-2.sql"),
        include_str!("fixtures/postgres-4.sql"),
    ];
    for sql in released {
        let Some(address) = server::database() else {
            return println!("skipped on PostgreSQL, which is not installed");
        };
        postgres::Client::connect(&address, postgres::NoTls).unwrap().batch_execute(sql).unwrap();
        check(&address);
    }
}
