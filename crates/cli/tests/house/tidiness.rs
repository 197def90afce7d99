//! No unfinished work, no path of one machine, no module without a word on what it is for.

use crate::repository::{none, texts};

// Written in halves, so that this file does not find itself.
const UNFINISHED: [&str; 5] = [
    concat!("TO", "DO"),
    concat!("FIX", "ME"),
    concat!("todo", "!("),
    concat!("dbg", "!("),
    concat!("unimplemented", "!("),
];
const HOMES: [&str; 4] = [concat!("/ho", "me/"), concat!("/ro", "ot/"), concat!("/wo", "rk/"), concat!("/Us", "ers/")];

#[test]
fn nothing_is_left_unfinished() {
    let found = lines(|line| UNFINISHED.iter().any(|mark| line.contains(mark)));
    none("marks of unfinished work", found);
}

#[test]
fn no_path_of_one_machine_is_written_down() {
    none("absolute paths", lines(|line| HOMES.iter().any(|home| begins_path(line, home))));
}

/// Whether a path begins here, other than as part of an address or of a longer path.
fn begins_path(line: &str, home: &str) -> bool {
    line.match_indices(home).any(|(at, _)| !line[..at].ends_with(|c: char| c.is_alphanumeric() || "._-}".contains(c)))
}

/// Every line that is wrong, with its place.
fn lines(is_wrong: impl Fn(&str) -> bool) -> Vec<String> {
    let texts = texts();
    let lines = texts
        .iter()
        .flat_map(|text| text.content.lines().enumerate().map(move |(at, line)| (&text.path, at + 1, line)));
    lines
        .filter(|(_, _, line)| is_wrong(line))
        .map(|(path, at, line)| format!("{path}:{at}: {:.100}", line.trim()))
        .collect()
}

#[test]
fn every_module_says_what_it_is_for() {
    let modules = texts().into_iter().filter(|text| text.path.starts_with("crates/") && is_module(&text.path));
    let silent = modules.filter(|text| !text.content.starts_with("//!"));
    none("modules that do not open with //!", silent.map(|text| text.path));
}

/// A `tests.rs` is for what the module beside it is for.
fn is_module(path: &str) -> bool {
    path.ends_with(".rs") && !path.ends_with("/tests.rs")
}
