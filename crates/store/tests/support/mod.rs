//! What the tests of both databases share: filings made by hand, and a store of each kind to put them in.

#![allow(dead_code, reason = "each test uses a part of it")]
#![allow(clippy::print_stdout, reason = "what is skipped is told")]

pub mod rows;
pub mod server;

use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use store::{Access, Answer, Store, open};

static FOLDERS: AtomicUsize = AtomicUsize::new(0);

/// A new folder, removed when the test is over.
pub struct Folder(pub PathBuf);

impl Folder {
    pub fn new() -> Self {
        let number = FOLDERS.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("tidings-store-{}-{number}", std::process::id()));
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    pub fn file(&self, name: &str) -> String {
        self.0.join(name).display().to_string()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// Runs a test on a new store of each kind; `address` opens it once more.
#[track_caller]
pub fn on_both(test: impl Fn(&mut dyn Store, &str)) {
    let folder = Folder::new();
    run(&folder.file("test.db"), &test);
    match server::database() {
        Some(address) => run(&address, &test),
        None => println!("skipped on PostgreSQL, which is not installed"),
    }
}

#[track_caller]
fn run(address: &str, test: &impl Fn(&mut dyn Store, &str)) {
    println!("on {address}");
    let mut store = open(address, Access::Create).unwrap();
    test(&mut *store, address);
    let faults = store.check().unwrap();
    assert_eq!(faults, [], "after a test on {address}");
}

/// All rows of a user's query, cells joined by `|`.
pub fn table(store: &mut dyn Store, sql: &str) -> Vec<String> {
    let mut answer = Answered::default();
    store.read(sql, &mut answer).unwrap_or_else(|error| panic!("{sql}: {error}"));
    answer.rows
}

/// An answer as text.
#[derive(Debug, Default)]
pub struct Answered {
    pub heads: Vec<String>,
    pub rows: Vec<String>,
}

impl Answer for Answered {
    fn heads(&mut self, names: &[String]) -> ControlFlow<()> {
        self.heads = names.to_vec();
        ControlFlow::Continue(())
    }

    fn row(&mut self, row: &[store::Value<'_>]) -> ControlFlow<()> {
        self.rows.push(row.iter().map(cell).collect::<Vec<_>>().join("|"));
        ControlFlow::Continue(())
    }
}

fn cell(value: &store::Value<'_>) -> String {
    match value {
        store::Value::Null => "-".to_owned(),
        store::Value::Integer(number) => number.to_string(),
        store::Value::Real(number) => number.to_string(),
        store::Value::Text(text) => text.to_string(),
    }
}
