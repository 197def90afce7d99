//! `tidings brief` as a shell sees it: from articles and from a database, with filters and without.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use tidings::store::{Access, Findings, StoryRow, open};

const TALKS: &str = r#"{"id": "talks", "published": "2025-04-08", "outlet": "Harbour Gazette", "text": "Norway and Iran meet\n\nOSLO — Officials of Norway and Iran met in Oslo on Monday. Norway may impose sanctions on Iran, the ministry said."}"#;
const RAID: &str = r#"{"id": "raid", "published": "2025-05-02", "url": "https://www.shore.example/raid", "text": "Drones hit depot\n\nRussian forces attacked a depot in Odesa on Thursday with drones, Ukrainian officials said."}"#;

fn scratch(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("news.jsonl"), [TALKS, RAID].join("\n")).unwrap();
    folder
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_tidings")).current_dir(folder).args(arguments).output().unwrap()
}

/// The page that a command writes, which must show some texts and must not show others.
#[track_caller]
fn check(folder: &Path, arguments: &[&str], shows: &[&str], hides: &[&str]) -> String {
    let output = run(folder, &[&["brief"], arguments].concat());
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    let page = String::from_utf8(output.stdout).unwrap();
    shows.iter().for_each(|text| assert!(page.contains(text), "{arguments:?} should show {text:?}"));
    hides.iter().for_each(|text| assert!(!page.contains(text), "{arguments:?} should not show {text:?}"));
    page
}

#[test]
fn articles_are_briefed_on() {
    let folder = scratch("brief-articles");
    let all = ["<h1 dir=\"auto\">Brief</h1>", "Odesa", "Oslo", "Harbour Gazette", "<bdi>shore.example</bdi>"];
    check(&folder, &["news.jsonl"], &all, &[]);
    check(&folder, &["news.jsonl", "--title", "<Two>"], &["<h1 dir=\"auto\">&lt;Two&gt;</h1>"], &[]);
    let talks = ["<h1 dir=\"auto\">Norway and Iran meet</h1>", "<dt>Between</dt><dd dir=\"auto\">NOR, IRN</dd>"];
    check(&folder, &["news.jsonl", "--dyad", "NOR,IRN"], &talks, &["Odesa"]);
    check(&folder, &["news.jsonl", "--query", "depot"], &["<h1 dir=\"auto\">depot</h1>", "Odesa"], &["Oslo"]);
}

#[test]
fn a_page_is_the_same_from_a_file_and_a_database() {
    let folder = scratch("brief-database");
    assert!(run(&folder, &["add", "news.jsonl", "--db", "news.db"]).status.success());
    let page = check(&folder, &["--db", "news.db"], &["Odesa", "Oslo"], &[]);
    assert!(page == check(&folder, &["news.jsonl"], &[], &[]));
    let written = run(&folder, &["brief", "--db", "news.db", "-o", "brief.html"]);
    assert!(written.status.success() && written.stdout.is_empty());
    assert!(fs::read_to_string(folder.join("brief.html")).unwrap() == page);
}

#[test]
fn a_story_gives_its_title_and_its_records() {
    let folder = scratch("brief-story");
    assert!(run(&folder, &["add", "news.jsonl", "--db", "news.db"]).status.success());
    let ids =
        run(&folder, &["sql", "SELECT id FROM events WHERE document = 'raid'", "--db", "news.db", "--format", "csv"]);
    let ids = String::from_utf8(ids.stdout).unwrap();
    let records = ids.lines().skip(1).map(|id| (id.to_owned(), "first".to_owned())).collect();
    let json = r#"{"id": "st_raid", "title": "Raid on a depot", "titled": "raid", "start": "2025-05-02", "end": "2025-05-02",
        "documents": ["raid"], "outlets": 1, "participants": [], "ledger": []}"#;
    let story = StoryRow {
        id: "st_raid".to_owned(),
        title: "Raid on a depot".to_owned(),
        json: json.to_owned(),
        records,
        start: None,
        end: None,
        participants: "[]".to_owned(),
        contradictions: 0,
    };
    let mut store = open(folder.join("news.db").to_str().unwrap(), Access::Write).unwrap();
    store.group(&Findings { stories: vec![story], ..Findings::default() }).unwrap();
    check(
        &folder,
        &["--db", "news.db", "--story", "st_raid"],
        &["<h1 dir=\"auto\">Raid on a depot</h1>", "Odesa"],
        &["Oslo"],
    );
}

#[test]
fn wrong_use_is_told() {
    let folder = scratch("brief-wrong-use");
    for (arguments, why) in [
        (&["brief"][..], "Name articles"),
        (&["brief", "news.jsonl", "--db", "news.db"], "cannot be used with"),
        (&["brief", "news.jsonl", "--query", "a", "--text", "b"], "cannot be used with"),
        (&["brief", "news.jsonl", "--query", "no such words"], "no event fits"),
        (&["brief", "--db", "no-such.db"], "no-such.db"),
        (&["brief", "no-such.txt"], "no-such.txt"),
    ] {
        let output = run(&folder, arguments);
        let told = String::from_utf8(output.stderr).unwrap();
        assert_eq!((output.status.code(), told.contains(why)), (Some(2), true), "{arguments:?}: {told}");
    }
}
