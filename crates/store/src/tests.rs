//! What only a test can bring about: a full disk, a writer that does not end, a step that fails.

use crate::database::Database;
use crate::engine::Engine;
use crate::open::Access;
use crate::postgres::Postgres;
use crate::schema::{STEPS, State, Step, latest, migrate, state};
use crate::sqlite::Sqlite;
use crate::{Store, StoreError, open};
use support::rows::{filing, record};
use support::{Folder, server};

#[path = "../tests/support/mod.rs"]
mod support;

fn sqlite(folder: &Folder) -> Database<Sqlite> {
    let file = folder.file("x.db");
    open(&file, Access::Create).unwrap();
    Database::new(Sqlite::open(file.as_ref(), Access::Write).unwrap())
}

#[test]
fn a_full_disk_is_told_and_nothing_of_the_batch_is_stored() {
    let folder = Folder::new();
    let mut store = sqlite(&folder);
    store.add(&[filing("", "before", vec![record("ev_0")])]).unwrap();
    store.engine.script("PRAGMA max_page_count = 80").unwrap();
    let batch: Vec<_> = (0..200).map(|at| filing("", &format!("{at} ").repeat(999), vec![])).collect();
    assert!(matches!(store.add(&batch), Err(StoreError::Full { .. })));
    assert_eq!(store.size().unwrap().documents, 1);
    assert_eq!(store.check().unwrap(), []);
    store.engine.script("PRAGMA max_page_count = 1000000").unwrap();
    assert_eq!(store.add(&batch).unwrap().len(), 200);
}

/// Adds with one store while another is in the midst of writing.
#[track_caller]
fn locked<E: Engine + Send>(writer: &mut Database<E>, other: &mut Database<E>) {
    writer.engine.begin().unwrap();
    let added = other.add(&[filing("", "one", vec![])]);
    assert!(matches!(added, Err(StoreError::Locked { .. })), "{added:?}");
    assert_eq!(other.size().unwrap().documents, 0, "who reads does not wait");
    writer.engine.script("COMMIT").unwrap();
    other.add(&[filing("", "one", vec![])]).unwrap();
}

#[test]
fn two_writers_do_not_write_at_once() {
    let folder = Folder::new();
    let (mut one, mut other) = (sqlite(&folder), sqlite(&folder));
    other.engine.script("PRAGMA busy_timeout = 1").unwrap();
    locked(&mut one, &mut other);
    let Some(address) = server::database() else { return println!("skipped on PostgreSQL, which is not installed") };
    open(&address, Access::Create).unwrap();
    let connect = || Database::new(Postgres::open(&address, Access::Write).unwrap());
    let (mut one, mut other) = (connect(), connect());
    other.engine.script("SET lock_timeout = '1ms'").unwrap();
    locked(&mut one, &mut other);
}

/// Migrations are all or nothing, and each step is taken once.
#[track_caller]
fn migrates<E: Engine>(engine: &mut E) {
    let next = Step { common: "CREATE TABLE next (key {key})", sqlite: "", postgres: "" };
    let torn =
        Step { common: "CREATE TABLE torn (key {key}); CREATE TABLE record (key {key})", sqlite: "", postgres: "" };
    let steps = |more: &[Step]| [STEPS, more].concat();
    assert!(migrate(engine, &steps(&[next, torn])).is_err());
    assert_eq!(state(engine).unwrap(), State::At(latest()));
    migrate(engine, &steps(&[next])).unwrap();
    migrate(engine, &steps(&[next])).unwrap();
    assert_eq!(state(engine).unwrap(), State::At(latest() + 1));
    engine.script("SELECT count(*) FROM next; SELECT count(*) FROM events").unwrap();
}

#[test]
fn steps_are_taken_once_and_whole() {
    let folder = Folder::new();
    migrates(&mut sqlite(&folder).engine);
    let Some(address) = server::database() else { return println!("skipped on PostgreSQL, which is not installed") };
    open(&address, Access::Create).unwrap();
    migrates(&mut Postgres::open(&address, Access::Write).unwrap());
}
