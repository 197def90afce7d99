//! A disk that runs full while articles are added: it is told, nothing acknowledged is lost, and with more room the same
//! command completes.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
#![allow(clippy::print_stdout, reason = "what is skipped is told")]
#![cfg(target_os = "linux")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// How room runs out, and how there is room again. Both are run by a shell in the folder of the test.
struct Shortage {
    name: &'static str,
    /// What runs the shell.
    shell: &'static [&'static str],
    prepare: &'static str,
    begin: &'static str,
    end: &'static str,
}

/// A file system of its own, in a namespace of mounts of its own, with little room left.
const DISK: Shortage = Shortage {
    name: "disk",
    shell: &["unshare", "--map-root-user", "--mount", "sh"],
    prepare: "mount -t tmpfs -o size=16m tmpfs room",
    begin: "head -c $(( ($(stat -f -c %a room) * $(stat -f -c %S room)) - 1200000 )) /dev/zero >room/filler",
    end: "rm room/filler",
};

/// A limit on the size of files, as a quota is: writing beyond it fails.
const LIMIT: Shortage = Shortage {
    name: "limit",
    shell: &["sh"],
    prepare: "trap '' XFSZ",
    begin: "ulimit -S -f $(( ($(stat -c %s room/news.db) + 600000) / 512 ))",
    end: "ulimit -S -f unlimited",
};

impl Shortage {
    /// What becomes of 300 articles, of which the first is stored before room runs out; the shell writes it to files.
    fn script(&self) -> String {
        let Shortage { prepare, begin, end, .. } = self;
        format!(
            r#"set -e
            {prepare}
            "$1" add first.jsonl --db room/news.db
            {begin}
            "$1" add news.jsonl --db room/news.db --acknowledge --threads 1 >told 2>fault || echo $? >status
            "$1" sql "SELECT id FROM documents" --db room/news.db --format csv >held
            "$1" check-db --db room/news.db >faults
            {end}
            "$1" add news.jsonl --db room/news.db
            "$1" sql "SELECT id FROM documents" --db room/news.db --format csv >after
            "$1" check-db --db room/news.db >>faults"#
        )
    }

    /// Nothing where there is no such shell.
    fn run(&self, folder: &Path, script: &str) -> Option<Output> {
        let mut command = Command::new(self.shell[0]);
        let program = env!("CARGO_BIN_EXE_tidings");
        command.args(&self.shell[1..]).args(["-c", script, "sh", program]).current_dir(folder).output().ok()
    }
}

fn scratch(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("room")).unwrap();
    folder
}

fn articles(count: usize) -> String {
    let text = |number: usize| format!("Officials of Norway and Iran met in Oslo on Monday, wrote paper {number}.");
    (0..count).map(|at| serde_json::json!({"id": format!("a{at}"), "text": text(at)}).to_string() + "\n").collect()
}

#[track_caller]
fn check(shortage: &Shortage) {
    let folder = scratch(&format!("full-{}", shortage.name));
    fs::write(folder.join("first.jsonl"), articles(1)).unwrap();
    fs::write(folder.join("news.jsonl"), articles(300)).unwrap();
    let output = shortage.run(&folder, &shortage.script()).unwrap();
    let read = |name: &str| fs::read_to_string(folder.join(name)).unwrap_or_default();
    let (told, fault) = (read("told"), read("fault"));
    assert!(output.status.success(), "{}\n{fault}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(read("status"), "1\n", "{fault}");
    assert!(fault.contains("room/news.db: ") && fault.contains("all before it is safe"), "{fault}");
    let ids = |text: &str| text.lines().filter_map(|line| line.split('\t').next()).map(str::to_owned).collect();
    let (acknowledged, held): (BTreeSet<String>, BTreeSet<String>) = (ids(&told), ids(&read("held")));
    assert!(!acknowledged.is_empty() && acknowledged.len() < 299, "{} acknowledged", acknowledged.len());
    assert_eq!(acknowledged.difference(&held).count(), 0, "acknowledged, but lost");
    assert_eq!(read("after").lines().count(), 301);
    assert_eq!(read("faults"), "");
}

#[test]
fn a_full_disk_loses_nothing() {
    let folder = scratch("full-possible");
    match DISK.run(&folder, DISK.prepare) {
        Some(output) if output.status.success() => check(&DISK),
        _ => println!("skipped, since no disk can be mounted here"),
    }
}

#[test]
fn a_limit_on_files_loses_nothing() {
    check(&LIMIT);
}
