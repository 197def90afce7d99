//! The README shows what its first command prints. `UPDATE_EXPECT=1` brings it up to date.

use crate::documents::tidings;
use crate::repository::{read, root};
use std::collections::BTreeSet;

const OPENING: &str = "<!-- begin of output -->\n";
const CLOSING: &str = "<!-- end of output -->";

#[test]
fn the_readme_shows_what_its_first_command_prints() {
    let readme = read("README.md");
    let (before, rest) = readme.split_once(OPENING).expect("the opening mark");
    let (shown, after) = rest.split_once(CLOSING).expect("the closing mark");
    let printed = excerpt(&tidings(&["code", "examples/border.txt"]));
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        std::fs::write(root().join("README.md"), [before, OPENING, &printed, CLOSING, after].concat()).unwrap();
    } else {
        assert_eq!(shown, printed, "README.md (left) is behind the program (right); run with UPDATE_EXPECT=1");
    }
}

/// The head of the table, its first event of each status, and its last line, as a block of code.
fn excerpt(table: &str) -> String {
    let mut blocks: Vec<&str> = table.trim_end().split("\n\n").collect();
    let tally = blocks.pop().unwrap_or_default();
    let mut seen = BTreeSet::new();
    blocks.retain(|block| seen.insert(status(block)));
    format!("```text\n{}\n\n{tally}\n```\n", blocks.join("\n\n"))
}

/// The first word of an event; before the first one stand two lines of headings.
fn status(block: &str) -> Option<&str> {
    let headings = if block.starts_with(' ') { 0 } else { 2 };
    block.lines().nth(headings)?.split_whitespace().next()
}
