//! The repository's files as the tests see them.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Folders that hold what tools make or bring.
const MADE: [&str; 10] = [
    "target",
    ".git",
    "node_modules",
    ".venv",
    "__pycache__",
    ".pytest_cache",
    "corpus",
    "artifacts",
    "dist",
    "shared",
];

/// A text file: its path from the root, and what it holds.
pub struct Text {
    pub path: String,
    pub content: String,
}

pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap()
}

pub fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|e| panic!("{path}: {e}"))
}

/// All text files, in the order of their paths.
pub fn texts() -> Vec<Text> {
    let mut found = vec![];
    collect(&root(), &mut found);
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

fn collect(folder: &Path, found: &mut Vec<Text>) {
    for path in children(folder) {
        if path.is_dir() {
            if !MADE.contains(&name(&path).as_str()) {
                collect(&path, found);
            }
        } else if let Ok(content) = fs::read_to_string(&path) {
            found.push(Text { path: path.strip_prefix(root()).unwrap().to_string_lossy().into_owned(), content });
        }
    }
}

fn children(folder: &Path) -> Vec<PathBuf> {
    fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect()
}

fn name(path: &Path) -> String {
    path.file_name().unwrap().to_string_lossy().into_owned()
}

/// Names of the folders under `crates/` that hold a crate.
pub fn crates() -> BTreeSet<String> {
    let crates = children(&root().join("crates")).into_iter().filter(|path| path.join("Cargo.toml").exists());
    crates.map(|path| name(&path)).collect()
}

/// Fails with the list of what should not be there.
#[track_caller]
pub fn none(what: &str, found: impl IntoIterator<Item = String>) {
    let found: Vec<String> = found.into_iter().collect();
    assert!(found.is_empty(), "{what}:\n  {}", found.join("\n  "));
}
