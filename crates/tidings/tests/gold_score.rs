//! Our scores are those of the gold set's own `score.py`, to the last digit.
//!
//! Gold annotations are bent in every way a prediction can go wrong; both programs score the result.

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a test fails by panicking and says what it skips")]

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use tidings::eval::annotation::{self, Annotation};
use tidings::eval::gold::{Article, Mention};
use tidings::eval::scores::{Case, Scores, score};
use tidings::eval::trace::Trace;
use tidings::types::{EventType, Mode, SourceKind, Status};

fn shared() -> Option<PathBuf> {
    let gold = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/gold");
    if !gold.join("score.py").exists() || Command::new("python3").arg("--version").output().is_err() {
        println!("skipped: ../shared/gold/score.py or python3 is not here");
        return None;
    }
    Some(gold)
}

/// Bends a mention in a way that depends on its number; `None` drops it.
fn bent(number: usize, mention: &Mention) -> Option<Mention> {
    let mut bent = mention.clone();
    match number % 13 {
        0 => return None,
        1 => bent.kind = EventType::Consult,
        2 => bent.status = Status::ALL[number % Status::ALL.len()],
        3 => bent.actors.clear(),
        4 => std::mem::swap(&mut bent.actors, &mut bent.recipients),
        5 => bent.mode = Some(Mode::Drone),
        6 => bent.attribution.clear(),
        7 => bent.attribution.iter_mut().for_each(|source| source.kind = SourceKind::Media),
        8 => bent.place = None,
        9 => bent.date = Some("2020-02".into()),
        10 => bent.actors.iter_mut().for_each(|party| party.sector = None),
        11 => bent.kind = mention.alt.first().copied().unwrap_or(mention.kind),
        _ => {}
    }
    Some(bent)
}

/// Every third mention is said twice, and every other one is given by its place instead of its words.
fn predicted(article: &Article) -> Vec<Mention> {
    let bent = article.events.iter().enumerate().flat_map(|(at, mention)| {
        let number = at + article.doc.bytes().map(usize::from).sum::<usize>();
        let first = bent(number, mention);
        let second = first.clone().filter(|_| number % 3 == 0);
        first.into_iter().chain(second)
    });
    bent.collect()
}

/// The layout of `score.py`.
fn layout(scores: &Scores) -> String {
    let mut names: Vec<_> = scores.fields.iter().map(|(field, share)| (field.name(), share)).collect();
    names.sort_unstable_by_key(|(name, _)| *name);
    let mut text = format!(
        "documents {}  gold {}  predicted {}\n",
        scores.documents, scores.mention.gold, scores.mention.predicted
    );
    for (name, found) in [("mention", scores.mention), ("strict ", scores.strict)] {
        let (p, r, f) = (found.precision(), found.recall(), found.f1());
        _ = writeln!(text, "{name}  P {p:.3}  R {r:.3}  F1 {f:.3}");
    }
    for (name, share) in names {
        _ = writeln!(text, "{name:17} {:.3}  ({}/{})", share.value(), share.right, share.of);
    }
    let types: Vec<String> =
        scores.by_type.iter().map(|(kind, found)| format!("{kind} {:.2}({})", found.f1(), found.gold)).collect();
    text + &format!("by type  {}\n", types.join("  "))
}

#[test]
fn scores_agree_with_the_gold_sets_own() {
    let Some(shared) = shared() else { return };
    let path = shared.join("dev.jsonl");
    let articles = annotation::read(&std::fs::read_to_string(&path).unwrap()).unwrap();
    let mut lines = String::new();
    let cases = articles.into_iter().map(|annotation| {
        let Annotation::Quoted(article) = annotation else { panic!("the gold set quotes its sentences") };
        let text = std::fs::read_to_string(shared.join("docs").join(format!("{}.txt", article.doc))).unwrap();
        let gold = article.located(&text).unwrap();
        let predicted = predicted(&gold);
        let said = Article { events: predicted.clone(), ..gold.clone() };
        _ = writeln!(lines, "{}", serde_json::to_string(&said).unwrap());
        Case { gold, predicted, trace: Trace::default() }
    });
    let ours = layout(&score(&cases.collect::<Vec<_>>()));
    let predictions = Path::new(env!("CARGO_TARGET_TMPDIR")).join("bent.jsonl");
    std::fs::write(&predictions, lines).unwrap();
    let run = Command::new("python3").arg(shared.join("score.py")).arg(&path).arg(&predictions).output().unwrap();
    let theirs = String::from_utf8(run.stdout).unwrap();
    let theirs: String = theirs.lines().filter(|l| !l.starts_with("status gold")).map(|l| format!("{l}\n")).collect();
    assert_eq!(ours, theirs, "{}", String::from_utf8_lossy(&run.stderr));
}
