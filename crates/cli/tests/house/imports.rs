//! Crates import only what the table in ARCHITECTURE.md allows.

use crate::documents::{quoted, sections};
use crate::repository::{crates, none, read};
use std::collections::{BTreeMap, BTreeSet};

/// Crate and what it may import.
fn table() -> BTreeMap<String, BTreeSet<String>> {
    let text = read("ARCHITECTURE.md");
    let (_, table) = text.split_once("| crate | is | may import |\n").expect("the import table");
    let rows = table.lines().skip(1).take_while(|line| line.starts_with('|'));
    rows.map(|row| row.split('|').collect())
        .map(|cells: Vec<&str>| (quoted(cells[1]).concat(), quoted(cells[3]).into_iter().collect()))
        .collect()
}

/// Sibling crates that a library or binary imports; its tests may import more.
fn imports(manifest: &str) -> BTreeSet<String> {
    let tables = manifest
        .split("\n[")
        .filter(|table| table.starts_with("dependencies") || table.starts_with("build-dependencies"));
    let paths = tables.flat_map(|table| table.split("path = \"../").skip(1));
    paths.filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect()
}

#[test]
fn crates_import_only_what_the_architecture_allows() {
    let table = table();
    for name in crates() {
        let allowed = table.get(&name).unwrap_or_else(|| panic!("crates/{name} has no row in ARCHITECTURE.md"));
        let imports = imports(&read(&format!("crates/{name}/Cargo.toml")));
        none(&format!("crates/{name} imports"), imports.difference(allowed).cloned());
    }
}

#[test]
fn every_crate_has_its_paragraph() {
    let paragraphs = sections(&read("ARCHITECTURE.md"), "###");
    none(
        "crates without a paragraph in ARCHITECTURE.md",
        crates().into_iter().filter(|name| !paragraphs.contains_key(name)),
    );
}

#[test]
fn imports_of_tests_do_not_count() {
    let manifest = "[package]\n\n[dependencies]\na = { path = \"../a\" }\nb = \"1\"\n\n[dev-dependencies]\nc = { path = \"../c\" }\n";
    assert_eq!(imports(manifest), BTreeSet::from(["a".to_owned()]));
}
