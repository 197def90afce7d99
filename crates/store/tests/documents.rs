//! Every view and column is documented, and no other.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use store::{Access, Store, open};
use support::{Answered, Folder, table};

/// Columns in backticks at the start of table rows, by view.
fn documented() -> BTreeMap<String, BTreeSet<String>> {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/store.md");
    let page = std::fs::read_to_string(page).unwrap();
    let sections = page.split("\n### `").skip(1).filter_map(|part| part.split_once("`\n"));
    sections.map(|(view, rest)| (view.to_owned(), columns(rest.split("\n## ").next().unwrap()))).collect()
}

fn columns(section: &str) -> BTreeSet<String> {
    let cells = section.lines().filter(|line| line.starts_with("| `")).filter_map(|line| line.split('|').nth(1));
    cells.flat_map(|cell| cell.split('`').skip(1).step_by(2)).map(str::to_owned).collect()
}

fn heads(store: &mut dyn Store, view: &str) -> BTreeSet<String> {
    let mut answer = Answered::default();
    store.read(&format!("SELECT * FROM {view}"), &mut answer).unwrap();
    answer.heads.into_iter().collect()
}

#[test]
fn every_view_and_column_is_documented() {
    let folder = Folder::new();
    let mut store = open(&folder.file("x.db"), Access::Create).unwrap();
    let mut documented = documented();
    let all = documented["events"].union(&documented["all_events"]).cloned().collect();
    documented.insert("all_events".into(), all);
    let views: Vec<String> = documented.keys().cloned().collect();
    assert_eq!(table(&mut *store, "SELECT name FROM sqlite_master WHERE type = 'view' ORDER BY name"), views);
    for (view, columns) in &documented {
        assert_eq!(&heads(&mut *store, view), columns, "columns of {view} (left) and rows of docs/store.md (right)");
    }
}
