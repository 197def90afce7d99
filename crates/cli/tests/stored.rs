//! The commands that work on a database, as a shell sees them.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "../../store/tests/support/server.rs"]
mod server;

use std::collections::BTreeSet;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use tidings::store::{Access, CopyRow, Findings, LinkRow, StoryRow, open};

/// A folder of its own for one test.
fn scratch(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn tidings(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tidings"));
    command.current_dir(folder).args(arguments).env("COLUMNS", "100").env_remove("NO_COLOR");
    command
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    tidings(folder, arguments).output().unwrap()
}

/// Runs the command, which must end well, and gives what it wrote.
#[track_caller]
fn done(folder: &Path, arguments: &[&str]) -> String {
    let output = run(folder, arguments);
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// Runs the command, which must end with 2 and say why.
#[track_caller]
fn refused(folder: &Path, arguments: &[&str], why: &str) {
    let output = run(folder, arguments);
    let told = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{arguments:?}: {told}");
    assert!(told.contains(why), "{told:?} should say {why:?}");
}

const TALKS: &str = r#"{"id": "talks", "url": "https://example.org/talks", "published": "2025-04-08", "outlet": "Harbour Gazette", "text": "Norway and Iran meet\n\nOSLO — Officials of Norway and Iran met in Oslo on Monday. Norway may impose sanctions on Iran, the ministry said."}"#;
const RAID: &str = r#"{"id": "raid", "published": "2025-05-02", "text": "Drones hit depot\n\nRussian forces attacked a depot in Odesa on Thursday with drones, Ukrainian officials said."}"#;
const CHANGED: &str = r#"{"id": "talks2", "url": "https://example.org/talks", "published": "2025-04-09", "text": "Norway and Iran meet\n\nOSLO — Officials of Norway and Iran met in Oslo on Monday and signed an agreement."}"#;

/// All commands on one database.
#[track_caller]
fn check(folder: &Path, db: &str) {
    fs::write(folder.join("news.jsonl"), [TALKS, RAID].join("\n")).unwrap();
    fs::write(folder.join("changed.jsonl"), CHANGED).unwrap();
    let told = done(folder, &["add", "news.jsonl", "--db", db, "--acknowledge"]);
    let ids: Vec<&str> = told.lines().map(|line| line.split('\t').next().unwrap()).collect();
    assert_eq!(ids, ["talks", "raid"]);
    assert!(told.lines().all(|line| line.contains("\tadded\t")), "{told}");
    assert_eq!(done(folder, &["add", "news.jsonl", "--db", db, "--acknowledge"]), "");

    let events = done(folder, &["events", "--db", db, "--dyad", "IRN,NOR", "--format", "csv"]);
    assert!(events.starts_with("id,type,mode,status") && events.contains("talks"), "{events}");
    let table = done(folder, &["events", "--db", db, "--text", "depot"]);
    assert!(table.contains("Drones hit depot") && table.contains("ASSAULT"), "{table}");
    let lines = done(folder, &["events", "--db", db, "--sort", "-day", "--limit", "1", "--format", "jsonl"]);
    let record: serde_json::Value = serde_json::from_str(lines.trim()).unwrap();
    assert_eq!(record["document"]["id"], "raid");
    let months = done(folder, &["events", "--db", db, "--by", "month", "--status", "occurred", "--format", "csv"]);
    assert!(months.lines().any(|line| line.starts_with("2025-05,")), "{months}");

    check_stories(folder, db);
    let told = done(folder, &["add", "changed.jsonl", "--db", db, "--acknowledge"]);
    assert!(told.starts_with("talks2\trevised\t"), "{told}");
    let count = |sql: &str| done(folder, &["sql", sql, "--db", db, "--format", "csv"]);
    assert_eq!(
        count("SELECT id, superseded_by FROM documents ORDER BY id"),
        "id,superseded_by\nraid,\ntalks,talks2\ntalks2,\n"
    );
    assert_eq!(count("SELECT count(*) AS n FROM events WHERE document = 'talks'"), "n\n0\n");
    let json = done(folder, &["sql", "SELECT 'x' AS b, 1 AS a", "--db", db, "--format", "jsonl"]);
    assert_eq!(json, "{\"b\":\"x\",\"a\":1}\n");
    refused(folder, &["sql", "DELETE FROM record", "--db", db], "only one statement that reads");
    refused(folder, &["sql", "SELECT x FROM events", "--db", db], "x");
    refused(folder, &["events", "--db", db, "--text", "-"], "no word");

    done(folder, &["remove", "--db", db, "--url", "https://example.org/talks"]);
    refused(folder, &["remove", "--db", db, "--document", "talks"], "holds no talks");
    assert_eq!(count("SELECT id FROM documents"), "id\nraid\n");
    assert_eq!(done(folder, &["check-db", "--db", db]), "");
}

/// Stories of two articles, as `stories` shows them.
#[track_caller]
fn check_stories(folder: &Path, db: &str) {
    let events = done(folder, &["events", "--db", db, "--format", "jsonl"]);
    let records: Vec<serde_json::Value> = events.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let of = |document: &str| -> Vec<(String, String)> {
        let ids = records.iter().filter(|record| record["document"]["id"] == document);
        ids.map(|record| (record["id"].as_str().unwrap().to_owned(), "words".to_owned())).collect()
    };
    let stories = vec![story("st_1", of("talks")), story("st_2", of("raid"))];
    let address = if db.contains("://") { db.to_owned() } else { folder.join(db).display().to_string() };
    open(&address, Access::Write).unwrap().group(&Findings { stories, ..Findings::default() }).unwrap();
    let shown = |more: &[&str]| done(folder, &[&["stories", "--db", db], more].concat());
    assert!(shown(&[]).contains("Story st_1") && shown(&[]).contains("Story st_2"), "{}", shown(&[]));
    let csv = shown(&["--dyad", "IRN,NOR", "--format", "csv"]);
    let heads = "id,title,first,last,articles,outlets,events,contradictions,participants\n";
    assert!(csv.starts_with(&format!("{heads}st_1,Story st_1,2025-04-08,,1,1,")), "{csv}");
    assert_eq!(csv.lines().count(), 2);
    assert_eq!(shown(&["--contested", "--least-articles", "2", "--format", "csv"]), heads);
    let full = shown(&["--story", "st_2"]);
    assert!(full.contains("ASSAULT") && full.contains("contradiction: A says, B denies"), "{full}");
    let ledger = shown(&["--story", "st_2", "--format", "csv"]);
    assert!(ledger.contains("st_2,1,ASSAULT,2025-05-02,occurred,A,raid,ev_a,Drones hit a depot.,ev_b\n"), "{ledger}");
    let json: serde_json::Value = serde_json::from_str(&shown(&["--story", "st_2", "--format", "jsonl"])).unwrap();
    assert_eq!(json["ledger"][0]["entries"][1]["status"], "denied");
    done(folder, &["stories", "--db", db, "--format", "parquet", "-o", "stories.parquet"]);
    let parquet = fs::read(folder.join("stories.parquet")).unwrap();
    assert!(parquet.starts_with(b"PAR1") && parquet.ends_with(b"PAR1"), "{} bytes", parquet.len());
    refused(folder, &["stories", "--db", db, "--story", "st_9"], "holds no story st_9");
    refused(folder, &["stories", "--db", db, "--sort", "size"], "order");
}

fn story(id: &str, records: Vec<(String, String)>) -> StoryRow {
    let entry = |record: &str, status: &str, source: &str| {
        serde_json::json!({"date": "2025-05-02", "status": status, "source": source, "document": "raid", "record": record,
                           "sentence": "Drones hit a depot."})
    };
    let denial = serde_json::json!({"says": "ev_a", "denies": "ev_b", "reason": "A says, B denies"});
    let json = serde_json::json!({
        "id": id, "title": id, "titled": "raid", "start": "2025-04-08", "end": null, "documents": ["raid"], "outlets": 1,
        "participants": [],
        "ledger": [{"type": "ASSAULT", "contradictions": [denial],
                    "entries": [entry("ev_a", "occurred", "A"), entry("ev_b", "denied", "B")]}]
    });
    StoryRow {
        id: id.into(),
        title: format!("Story {id}"),
        start: "2025-04-08".parse().ok(),
        end: None,
        participants: "[]".into(),
        contradictions: 1,
        json: json.to_string(),
        records,
    }
}

#[test]
fn commands_work_on_sqlite() {
    check(&scratch("commands-sqlite"), "news.db");
}

#[test]
fn commands_work_on_postgres() {
    match server::database() {
        Some(address) => check(&scratch("commands-postgres"), &address),
        None => println!("skipped on PostgreSQL, which is not installed"),
    }
}

#[test]
fn wrong_use_is_told() {
    let folder = scratch("stored-wrong-use");
    fs::write(folder.join("text.db"), "Not a database, but a text. ".repeat(99)).unwrap();
    refused(&folder, &["events", "--db", "nowhere.db"], "nowhere.db: no such database");
    refused(&folder, &["check-db", "--db", "text.db"], "text.db: is not a database");
    refused(&folder, &["add", "nothing.txt", "--db", "text.db"], "text.db: is not a database");
    refused(&folder, &["events", "--db", "x.db", "--dyad", "USA"], "two parties");
    refused(&folder, &["events", "--db", "x.db", "--sort", "size"], "order");
    refused(&folder, &["stories", "--db", "x.db", "--confidence", "80"], "from 0 to 1");
    refused(&folder, &["recode", "--db", "nowhere.db"], "nowhere.db: no such database");
    refused(&folder, &["events", "--db", "x.db", "--status", "maybe"], "maybe");
    refused(&folder, &["events", "--db", "x.db", "--only", "all", "--status", "planned"], "--status");
    fs::write(folder.join("news.jsonl"), TALKS).unwrap();
    done(&folder, &["add", "news.jsonl", "--db", "news.db"]);
    refused(&folder, &["events", "--db", "news.db", "--by", "day", "--format", "gdelt"], "--by goes with");
    refused(&folder, &["remove", "--db", "x.db"], "--document");
    assert!(!folder.join("nowhere.db").exists(), "asking made a database");
}

/// A raid that two papers tell in the same words and a third in its own.
const TOLD: [(&str, &str, &str); 3] = [
    (
        "gazette",
        "Harbour Gazette",
        "A night in Odesa\n\nRussian forces attacked a depot in Odesa on Thursday with drones.",
    ),
    (
        "courier",
        "Evening Courier",
        "A night in Odesa\n\nRussian forces attacked a depot in Odesa on Thursday with drones.",
    ),
    ("herald", "Herald", "Smoke over the harbour\n\nOn Thursday the Russian army attacked a fuel depot in Odesa."),
];

fn told() -> String {
    let line = |(id, outlet, text): (&str, &str, &str)| {
        serde_json::json!({"id": id, "outlet": outlet, "text": text, "published": "2025-05-02"}).to_string()
    };
    TOLD.map(line).join("\n")
}

/// Says that all three tell one event, and that one copied.
fn group(address: &str, records: &[String]) {
    let copy = |document: &str| CopyRow {
        document: document.into(),
        head: "gazette".into(),
        similarity: 1.0,
        reason: "same words".into(),
    };
    let link = |pair: &[String]| LinkRow {
        earlier: pair[0].clone(),
        later: pair[1].clone(),
        weight: 0.9,
        reason: "who, whom and when".into(),
    };
    let findings = Findings {
        copies: vec![copy("gazette"), copy("courier")],
        links: records.windows(2).map(link).collect(),
        ..Findings::default()
    };
    open(address, Access::Write).unwrap().group(&findings).unwrap();
}

#[test]
fn an_event_told_thrice_is_exported_once_with_its_counts() {
    let folder = scratch("exported-once");
    fs::write(folder.join("news.jsonl"), told()).unwrap();
    done(&folder, &["add", "news.jsonl", "--db", "news.db"]);
    let export = |format: &str| done(&folder, &["events", "--db", "news.db", "--type", "ASSAULT", "--format", format]);
    let of = |line: &str| serde_json::from_str::<serde_json::Value>(line).unwrap();
    let records: Vec<String> =
        export("jsonl").lines().map(|line| of(line)["id"].as_str().unwrap().to_owned()).collect();
    assert_eq!(records.len(), 3);
    group(folder.join("news.db").to_str().unwrap(), &records);
    for format in ["gdelt", "plover"] {
        assert_eq!(export(format).lines().count(), 1, "{format}");
    }
    for format in ["icews", "polecat"] {
        assert_eq!(export(format).lines().count(), 2, "{format}, its header included");
    }
    let row = export("gdelt");
    let counts: Vec<&str> = row.split('\t').skip(31).take(3).collect();
    assert_eq!(counts, ["3", "2", "3"], "mentions, sources, articles");
    assert_eq!(export("csv").lines().count(), 4, "records, and a header");
    let map = of(&export("geojson"));
    assert_eq!(
        (map["features"].as_array().unwrap().len(), &map["features"][0]["properties"]["articles"]),
        (1, &3.into())
    );
    assert_eq!(export("atom").matches("<entry>").count(), 1);
}

/// Short articles, made of the examples, each with words of its own.
fn articles() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples");
    let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|ending| ending == "txt"));
    files.sort();
    let texts: Vec<String> = files.iter().map(|file| fs::read_to_string(file).unwrap()).collect();
    let opening = |text: &str| text.split_whitespace().take(20).collect::<Vec<_>>().join(" ");
    let article = |number: usize| format!("{}, as paper {number} has it.", opening(&texts[number % texts.len()]));
    (0..160).map(article).collect()
}

/// Runs `add` until it has acknowledged so many articles, and kills it a little later. Tells whether it came to its end.
fn killed(folder: &Path, enough: usize, later: u64, known: &mut BTreeSet<String>) -> bool {
    let mut command = tidings(folder, &["add", "news.jsonl", "--db", "news.db", "--acknowledge", "--threads", "1"]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok);
    let told = lines.by_ref().take(enough).filter_map(|line| line.split('\t').next().map(str::to_owned));
    known.extend(told);
    (0..later).for_each(|_| std::hint::spin_loop());
    child.kill().unwrap();
    child.wait().unwrap().success()
}

#[test]
fn killed_fifty_times_it_loses_nothing() {
    let folder = scratch("killed");
    let lines = articles().into_iter().map(|text| serde_json::json!({ "text": text }).to_string());
    let lines: Vec<String> = lines.collect();
    fs::write(folder.join("first.jsonl"), &lines[0]).unwrap();
    fs::write(folder.join("news.jsonl"), lines.join("\n")).unwrap();
    done(&folder, &["add", "first.jsonl", "--db", "news.db"]);
    let (mut seed, mut known) = (0x2545_f491_4f6c_dd1d_u64, BTreeSet::new());
    let mut random = |below: u64| {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        seed % below
    };
    for _ in 0..50 {
        // Articles come in batches of 16: one line is a batch, and none is the time before it.
        killed(&folder, usize::try_from(random(2)).unwrap(), random(20_000_000), &mut known);
    }
    assert_eq!(done(&folder, &["check-db", "--db", "news.db"]), "");
    let ids = |sql: &str| -> BTreeSet<String> {
        done(&folder, &["sql", sql, "--db", "news.db", "--format", "csv"]).lines().skip(1).map(str::to_owned).collect()
    };
    let lost: Vec<_> = known.difference(&ids("SELECT id FROM documents")).cloned().collect();
    assert!(lost.is_empty() && !known.is_empty(), "acknowledged, but lost: {lost:?}");
    done(&folder, &["add", "news.jsonl", "--db", "news.db"]);
    assert_eq!(ids("SELECT id FROM documents").len(), lines.len());
    assert_eq!(done(&folder, &["check-db", "--db", "news.db"]), "");
    done(&folder, &["add", "news.jsonl", "--db", "whole.db"]);
    for sql in ["SELECT * FROM stories", "SELECT * FROM happenings", "SELECT id, copy_of, reason FROM documents"] {
        let groups = |db: &str| done(&folder, &["sql", &format!("{sql} ORDER BY id"), "--db", db, "--format", "csv"]);
        assert!(groups("whole.db").lines().count() > 1 && groups("news.db") == groups("whole.db"), "{sql}");
    }
}

/// A database of the example articles, and its events.
fn examples(folder: &Path, db: &str, more: &[&str]) -> Vec<String> {
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples").display().to_string();
    fs::write(folder.join("mine.actors"), "BUREAU_OF_MARITIME_ODDITIES [NORGOV]\n").unwrap();
    done(folder, &[&["add", &examples, "--db", db], more].concat());
    stored(folder, db)
}

fn stored(folder: &Path, db: &str) -> Vec<String> {
    done(folder, &["events", "--db", db, "--format", "jsonl"]).lines().map(str::to_owned).collect()
}

const LEXICON: [&str; 2] = ["--lexicon", "mine.actors"];

/// No output of both where they differ: it would be long.
#[track_caller]
fn same(found: &[String], want: &[String]) {
    let other = found.iter().zip(want).find(|(found, want)| found != want);
    assert!(other.is_none() && found.len() == want.len(), "{} and {}: {other:#?}", found.len(), want.len());
}

#[test]
fn what_is_coded_anew_is_as_if_it_were_added_so() {
    let folder = scratch("recoded");
    let told = |arguments: &[&str]| String::from_utf8(run(&folder, arguments).stderr).unwrap();
    let plain = examples(&folder, "news.db", &[]);
    let extended = examples(&folder, "other.db", &LEXICON);
    assert_ne!(plain, extended, "the lexicon is another");
    assert!(told(&["recode", "--db", "news.db"]).starts_with("0 articles coded anew, "));
    done(&folder, &[&["recode", "--db", "news.db"][..], &LEXICON].concat());
    same(&stored(&folder, "news.db"), &extended);
    fs::write(folder.join("none.jsonl"), "").unwrap();
    let hint = "coded by another version or other dictionaries";
    assert!(told(&["add", "none.jsonl", "--db", "news.db"]).contains(hint));
    done(&folder, &["recode", "--db", "news.db"]);
    same(&stored(&folder, "news.db"), &plain);
    assert!(!told(&["add", "none.jsonl", "--db", "news.db"]).contains(hint));
    assert_eq!(done(&folder, &["check-db", "--db", "news.db"]), "");
}

#[test]
fn killed_while_it_codes_anew_it_is_completed_by_another_run() {
    let folder = scratch("recoding-killed");
    let before = examples(&folder, "news.db", &[]);
    for later in 1..5 {
        let arguments = [&["recode", "--db", "news.db", "--threads", "1"][..], &LEXICON].concat();
        let mut child = tidings(&folder, &arguments).stderr(Stdio::null()).spawn().unwrap();
        (0..later * 10_000_000).for_each(|_| std::hint::spin_loop());
        child.kill().unwrap();
        child.wait().unwrap();
        assert_eq!(done(&folder, &["check-db", "--db", "news.db"]), "");
    }
    done(&folder, &["recode", "--db", "news.db"]);
    same(&stored(&folder, "news.db"), &before);
}
