//! The inner crates touch neither files nor clock, network or environment.

use crate::repository::{none, read, texts};

const PURE: [&str; 4] = ["types", "lexicon", "parse", "extract"];
/// What the `clippy.toml` of a pure crate must name at least.
const BANNED: [&str; 6] = [
    "std::fs::read",
    "std::fs::File",
    "std::time::SystemTime::now",
    "std::time::Instant::now",
    "std::env::var",
    "std::net::TcpStream",
];

#[test]
fn pure_crates_ban_the_outside_world() {
    for name in PURE {
        let bans = read(&format!("crates/{name}/clippy.toml"));
        let missing = BANNED.iter().filter(|path| !bans.contains(&format!("\"{path}\"")));
        none(&format!("crates/{name}/clippy.toml lacks"), missing.map(|path| (*path).to_owned()));
    }
}

#[test]
fn bans_are_lifted_in_tests_only() {
    let sources = texts().into_iter().filter(|text| is_library(&text.path) && lifts_ban(&text.content));
    none("files that allow what clippy.toml bans", sources.map(|text| text.path));
}

fn is_library(path: &str) -> bool {
    PURE.iter().any(|name| path.starts_with(&format!("crates/{name}/src"))) && !path.ends_with("/tests.rs")
}

/// Tests inside a file follow its library part.
fn lifts_ban(source: &str) -> bool {
    let library = source.split("#[cfg(test)]").next().unwrap_or(source);
    library.lines().any(|line| line.contains("clippy::disallowed_") && !line.contains("cfg_attr(test"))
}
