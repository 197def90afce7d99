//! The command as a shell sees it: output, faults, exit status.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

const ARTICLE: &str = "Kenya and Somalia sign border pact\n\nNAIROBI — The presidents of Kenya and Somalia met in Nairobi on \
Monday and signed an agreement on their border. Somalia’s government will withdraw its troops from the disputed \
area, officials said. Kenya did not attack the town, its army said.\n";
const RECIPE: &str = "A cake for Sunday\n\nTake three eggs and a cup of flour. Stir well and bake the dough for one \
hour. The cake is best when it is still warm.\n";
const GERMAN: &str = "Regen im Norden\n\nDer Regen hat am Montag im Norden des Landes viele Straßen überflutet, und die \
Feuerwehr musste zu mehr als zweihundert Einsätzen ausrücken, sagte ein Sprecher der Stadt.\n";

/// A folder of its own for one test.
fn scratch(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn scratch_with(name: &str, files: &[(&str, &str)]) -> PathBuf {
    let folder = scratch(name);
    files.iter().for_each(|(file, text)| fs::write(folder.join(file), text).unwrap());
    folder
}

fn tidings(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tidings"));
    command.current_dir(folder).env_remove("COLUMNS").env_remove("NO_COLOR");
    command
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    tidings(folder).args(arguments).output().unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// Runs the command on a folder of files and holds exit status and faults against what is wanted.
#[track_caller]
fn check(name: &str, files: &[(&str, &str)], arguments: &[&str], status: i32, faults: &[&str]) -> String {
    let output = run(&scratch_with(name, files), arguments);
    assert_eq!(output.status.code(), Some(status), "{}", err(&output));
    let told: Vec<String> = err(&output).lines().map(str::to_owned).collect();
    assert_eq!(told.len(), faults.len(), "{told:#?}");
    for (told, fault) in told.iter().zip(faults) {
        assert!(told.starts_with(&format!("tidings: {fault}")), "{told:?} should start with {fault:?}");
    }
    out(&output)
}

#[test]
fn wrong_use_ends_with_2() {
    let folder = scratch("wrong-use");
    for arguments in [
        &["code"][..],
        &["code", "a.txt", "--published", "yesterday"],
        &["code", "a.txt", "--format", "xls"],
        &["code", "a.txt", "--threads", "0"],
        &["eval"],
        &["eval", "no-such-gold.jsonl"],
        &["eval", "--attribution", "no-such-folder"],
        &["eval", "gold.jsonl", "--attribution", "."],
        &["bench", "no-such-file.txt"],
        &["lexicon", "check", "--lexicon-dir", "no-such-folder"],
        &["lexicon", "check", "--lexicon", "no-such-file"],
        &["code", "a.txt", "--lexicon", "."],
        &["code", "a.txt", "--codes", "weis"],
        &["code", "a.txt", "--codes", "cameo", "--format", "gdelt"],
        &["code", "a.txt", "--only", "occured"],
        &["eval", "--petrarch", "records.xml"],
        &["fly"],
    ] {
        assert_eq!(run(&folder, arguments).status.code(), Some(2), "{arguments:?}");
    }
}

#[test]
fn a_bad_input_is_told_and_the_rest_is_coded() {
    let jsonl =
        format!("{{\"id\": \"one\", \"text\": {ARTICLE:?}}}\nnot json\n{{\"id\": \"three\", \"text\": {RECIPE:?}}}\n");
    let files = [("a.txt", ARTICLE), ("b.jsonl", jsonl.as_str())];
    let arguments = ["code", "--format", "jsonl", "missing.txt", "b.jsonl", "a.txt"];
    let text = check("bad-input", &files, &arguments, 2, &["missing.txt: ", "b.jsonl:2: "]);
    let mut documents: Vec<String> = text.lines().map(|line| value(line)["document"]["file"].to_string()).collect();
    documents.dedup();
    assert_eq!(documents, ["\"b.jsonl\"", "\"a.txt\""], "in the order of the inputs");
}

fn value(line: &str) -> serde_json::Value {
    serde_json::from_str(line).unwrap()
}

#[test]
fn an_article_without_events_says_why() {
    let files = [("a.txt", RECIPE), ("b.txt", GERMAN), ("c.txt", "")];
    let text = check("no-events", &files, &["code", "--format", "jsonl", "."], 0, &[]);
    let reasons: Vec<String> = text.lines().map(|line| value(line)["reason"].to_string()).collect();
    assert_eq!(reasons, ["\"no-trigger\"", "\"not-english\"", "\"no-text\""]);
    let table = check("no-events", &files, &["code", "."], 0, &[]);
    assert!(table.contains("A cake for Sunday · ./a.txt\n  no events: no-trigger\n"), "{table}");
    assert!(
        table.ends_with("0 events in 3 documents; 3 without (1 no-text, 1 no-trigger, 1 not-english)\n"),
        "{table}"
    );
}

#[test]
fn only_what_is_wanted_is_written_and_the_rest_is_told() {
    let files = [("a.txt", ARTICLE)];
    let statuses = |text: String| text.lines().map(|line| value(line)["status"].to_string()).collect::<Vec<_>>();
    let denied = check("only", &files, &["code", "a.txt", "--format", "jsonl", "--only", "denied"], 0, &[]);
    assert_eq!(statuses(denied), ["\"denied\""]);
    let none = &["nothing is left: the events of 1 document have other statuses"];
    let text = check("only", &files, &["code", "a.txt", "--format", "jsonl", "--only", "historical"], 0, none);
    assert_eq!(value(&text)["reason"], "other-status");
    check("only", &files, &["code", "a.txt", "--only", "historical"], 0, none);
    let exported = run(&scratch_with("only", &files), &["code", "a.txt", "--format", "icews"]);
    assert!(err(&exported).contains("left out for their status; --only all keeps them"), "{}", err(&exported));
    assert!(out(&exported).lines().count() > 2 && out(&exported).lines().all(|row| row.split('\t').count() == 20));
    let exported = run(&scratch_with("only", &files), &["code", "a.txt", "--format", "gdelt", "--only", "historical"]);
    assert!(
        out(&exported).is_empty() && err(&exported).ends_with("tidings: nothing is written\n"),
        "{}",
        err(&exported)
    );
}

#[test]
fn the_bytes_do_not_depend_on_threads() {
    let folder = scratch("threads");
    for at in 0..40 {
        let text = if at % 3 == 0 { RECIPE } else { ARTICLE };
        fs::write(folder.join(format!("{at:02}.txt")), format!("{text}\nParagraph {at} ends it.\n")).unwrap();
    }
    for format in ["table", "jsonl", "csv", "icews"] {
        let outputs = ["1", "2", "5"].map(|n| out(&run(&folder, &["code", ".", "--format", format, "--threads", n])));
        assert!(outputs.iter().all(|output| *output == outputs[0] && !output.is_empty()), "{format}");
    }
}

#[test]
fn standard_input_and_output_file() {
    let folder = scratch("streams");
    let arguments = ["code", "-", "--format", "csv", "-o", "out.csv", "--published", "2025-04-08"];
    let mut child = tidings(&folder).args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(ARTICLE.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), out(&output)), (Some(0), String::new()));
    let csv = fs::read_to_string(folder.join("out.csv")).unwrap();
    let mut lines = csv.lines();
    assert!(lines.next().unwrap().starts_with("id,type,mode,status,"), "{csv}");
    assert!(lines.all(|line| line.starts_with("ev_") && line.ends_with("2025-04-08")), "{csv}");
}

#[test]
fn an_output_that_cannot_be_written_ends_with_1() {
    let files = [("a.txt", ARTICLE)];
    check("no-output", &files, &["code", "a.txt", "-o", "no-such-folder/x"], 1, &["no-such-folder/x: "]);
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let folder = scratch("broken-pipe");
    let line = format!("{{\"text\": {ARTICLE:?}}}\n");
    fs::write(folder.join("many.jsonl"), line.repeat(2000)).unwrap();
    let mut child = tidings(&folder)
        .args(["code", "many.jsonl", "--format", "jsonl"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut first = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut first).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), err(&output).as_str()), (Some(0), ""), "{first}");
}

#[test]
fn a_faulty_lexicon_is_told_with_file_and_line() {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data");
    let folder = scratch("lexicon");
    copy(&data, &folder.join("data"));
    fs::write(folder.join("data/cues/hedges.tsv"), "allegedly\nso\tsaid\n").unwrap();
    let output = run(&folder, &["lexicon", "check", "--lexicon-dir", "data"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(err(&output).starts_with("tidings: data/cues/hedges.tsv:2: "), "{}", err(&output));
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() { copy(&path, &target) } else { _ = fs::copy(&path, &target).unwrap() }
    }
}

#[test]
fn the_lexicon_is_sound_and_knows_its_words() {
    let counts = check("lexicon-check", &[], &["lexicon", "check"], 0, &[]);
    assert!(counts.starts_with("The lexicon is sound.\n"), "{counts}");
    let known = check("lexicon-show", &[], &["lexicon", "show", "France"], 0, &[]);
    assert!(known.contains("France FRA.GOV"), "{known}");
    let unknown = check("lexicon-show", &[], &["lexicon", "show", "xyzzy"], 0, &[]);
    assert!(unknown.starts_with("Nothing is known of \"xyzzy\"."), "{unknown}");
}

#[test]
fn scores_of_an_annotated_article() {
    let mention = "{\"event_id\": \"e1\", \"quote\": \"Kenya did not attack the town, its army said.\", \"trigger\": \"attack\", \
        \"type\": \"ASSAULT\", \"mode\": null, \"alt\": [], \"actors\": [{\"text\": \"Kenya\", \"country\": \"KEN\", \
        \"sector\": \"GOV\"}], \"recipients\": [], \"status\": \"denied\", \"place\": null, \"date\": null, \
        \"attribution\": [], \"hedge\": null}";
    let gold = format!("{{\"doc\": \"a\", \"date\": \"2025-04-08\", \"title\": \"t\", \"events\": [{mention}]}}\n");
    let folder = scratch("eval");
    fs::create_dir(folder.join("docs")).unwrap();
    fs::write(folder.join("docs/a.txt"), ARTICLE).unwrap();
    fs::write(folder.join("gold.jsonl"), &gold).unwrap();
    let output = run(&folder, &["eval", "gold.jsonl", "--format", "json", "--predictions", "p.jsonl"]);
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    let scores = value(&out(&output));
    assert_eq!((scores["documents"].as_u64(), scores["mention"]["gold"].as_u64()), (Some(1), Some(1)));
    let predicted = value(&fs::read_to_string(folder.join("p.jsonl")).unwrap());
    assert_eq!(
        predicted["events"].as_array().map(Vec::len),
        scores["mention"]["predicted"].as_u64().map(|n| n as usize)
    );
    assert!(scores["causes"].is_object(), "{scores}");
    fs::write(folder.join("gold.jsonl"), gold.replace("did not attack", "never attacked")).unwrap();
    let output = run(&folder, &["eval", "gold.jsonl"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(err(&output).starts_with("tidings: a: quote not in text: "), "{}", err(&output));
}

#[test]
fn errors_are_told_with_their_causes() {
    let text = ARTICLE.replace("border pact", "<b>pact</b> & more");
    let gold = "{\"doc\": \"a\", \"date\": \"2025-04-08\", \"events\": [{\"quote\": \"Kenya and Somalia sign <b>pact</b> & more\", \
        \"trigger\": \"more\", \"type\": \"RETREAT\", \"actors\": [], \"recipients\": [], \"status\": \"occurred\"}]}\n";
    let folder = scratch("errors");
    fs::create_dir(folder.join("docs")).unwrap();
    fs::write(folder.join("docs/a.txt"), text).unwrap();
    fs::write(folder.join("gold.jsonl"), gold).unwrap();
    let output = run(&folder, &["eval", "gold.jsonl", "--errors", "1", "--errors-html", "errors.html"]);
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    let told = out(&output);
    for line in [
        "by cause  ",
        "unknown-trigger           1        1        0        0",
        "& [more] (a)",
        "    gold RETREAT · occurred",
    ] {
        assert!(told.contains(line), "{line:?} in {told}");
    }
    let page = fs::read_to_string(folder.join("errors.html")).unwrap();
    let sentence = "<blockquote>Kenya and Somalia sign &lt;b&gt;pact&lt;/b&gt; &amp; <mark>more</mark></blockquote>";
    assert!(page.contains(sentence) && !page.contains("<b>"), "{page}");
    assert!(!page.contains("src=") && !page.contains("http"), "the page needs nothing else");
}

#[test]
fn scores_of_labels_beside_their_texts() {
    let at = ARTICLE.split_once("Kenya did").unwrap().0.chars().count();
    let sentence = [at, ARTICLE.chars().count() - 1];
    let label = |text: &str| {
        format!(
            "{{\"text\": {text:?}, \"published\": \"2025-04-08\", \"events\": [{{\"event\": \"e1\", \"sentence\": {sentence:?}, \
             \"trigger\": [{}, {}], \"type\": \"ASSAULT\", \"status\": \"denied\"}}]}}\n",
            at + 14,
            at + 20,
        )
    };
    let folder = scratch("labels");
    fs::create_dir(folder.join("texts")).unwrap();
    fs::write(folder.join("texts/wire.jsonl"), format!("{{\"id\": \"k\", \"text\": {ARTICLE:?}}}\n")).unwrap();
    fs::write(folder.join("texts/feed.jsonl"), format!("\n{{\"text\": {ARTICLE:?}}}\n")).unwrap();
    let eval = |lines: String, arguments: &[&str]| {
        fs::write(folder.join("labels.jsonl"), lines).unwrap();
        run(&folder, &[&["eval", "labels.jsonl", "--format", "json"], arguments].concat())
    };
    let scores = value(&out(&eval(label("wire:k") + &label("feed:1"), &["--docs", "texts"])));
    assert_eq!((scores["documents"].as_u64(), scores["mention"]["gold"].as_u64()), (Some(2), Some(2)));
    for (text, arguments, fault) in [
        ("wire:k", &[][..], "docs/wire.jsonl: "),
        ("wire:missing", &["--docs", "texts"], "texts/wire.jsonl: holds no text \"missing\""),
        ("other:1", &["--docs", "texts"], "texts/other.jsonl: "),
        ("wire", &["--docs", "texts"], "labels of the text \"wire\": write it as COLLECTION:KEY"),
    ] {
        let output = eval(label(text), arguments);
        assert_eq!(output.status.code(), Some(2), "{text}");
        assert!(err(&output).starts_with(&format!("tidings: {fault}")), "{}", err(&output));
    }
}

#[test]
fn actors_are_learnt_reviewed_and_used() {
    let teaches =
        "Kenyan Defence Minister Amina Otieno visited the port of Mombasa on Monday, officials of the port said.\n";
    let asks = "Amina Otieno criticised Uganda on Tuesday, and the talks on the border were called off for the day.\n";
    let folder = scratch("learn");
    fs::write(folder.join("a.txt"), format!("Minister at the port\n\n{teaches}")).unwrap();
    fs::write(folder.join("b.txt"), format!("Words from Mombasa\n\n{asks}")).unwrap();
    let learn = |threads| {
        run(&folder, &["lexicon", "learn", "a.txt", "b.txt", "--published", "2025-03-04", "--threads", threads])
    };
    let (table, again) = (out(&learn("1")), out(&learn("3")));
    assert_eq!(table, again, "whatever the number of threads");
    assert!(table.contains("\nAmina Otieno\t-\tKEN\tGOV\tperson\t2025-03-04\t-\t?\tdefence minister 1\t"), "{table}");
    fs::write(folder.join("open.tsv"), &table).unwrap();
    fs::write(folder.join("reviewed.tsv"), table.replace("\t?\t", "\tyes\t")).unwrap();
    let code =
        |table| run(&folder, &["code", "b.txt", "--format", "csv", "--published", "2025-03-05", "--lexicon", table]);
    assert!(out(&code("reviewed.tsv")).contains("Amina Otieno,KEN,GOV,Uganda,"), "{}", out(&code("reviewed.tsv")));
    let open = code("open.tsv");
    assert!(!out(&open).contains("KEN,GOV"), "{}", out(&open));
    assert!(err(&open).starts_with("tidings: 1 rows of learnt actors are open"), "{}", err(&open));
    let counts = out(&run(&folder, &["lexicon", "check", "--lexicon", "reviewed.tsv"]));
    assert!(counts.contains("learnt and accepted            1\n"), "{counts}");
}

#[test]
fn attributions_are_scored_by_overlap() {
    let folder = scratch("attribution");
    let text = "Talks have failed, two officials said.\n\nThe mayor praised the plan.\n";
    let marks = "T1\tContent 0 17\tTalks have failed\nT2\tSource 19 32\ttwo officials\nT3\tCue 33 37\tsaid\n";
    let annotation = format!("{marks}E1\tAttribution:T3 Content:T1 Cue:T3 Source:T2\n");
    fs::create_dir(folder.join("text")).unwrap();
    fs::create_dir(folder.join("attributions")).unwrap();
    fs::write(folder.join("text/talks.txt"), text).unwrap();
    fs::write(folder.join("attributions/talks_ab.ann"), &annotation).unwrap();
    let scores = value(&out(&run(&folder, &["eval", "--attribution", ".", "--format", "json"])));
    let count = |side: &str| scores["triple"][side].as_u64();
    assert_eq!([count("right"), count("gold"), count("predicted")], [Some(1), Some(1), Some(2)], "{scores}");
    let shown = out(&run(&folder, &["eval", "--attribution", ".", "--show"]));
    assert!(shown.contains("spurious  talks_ab\n    predicted The mayor [praised] the plan\n"), "{shown}");
    fs::write(folder.join("attributions/talks_ab.ann"), annotation.replace("33 37", "33 370")).unwrap();
    let output = run(&folder, &["eval", "--attribution", "."]);
    assert_eq!(output.status.code(), Some(2));
    assert!(err(&output).contains("talks_ab.ann: 33–370 is no stretch of this text"), "{}", err(&output));
}

#[test]
fn speed_is_measured() {
    let text = check("bench", &[("a.txt", ARTICLE)], &["bench", "a.txt", "--json", "--threads", "1"], 0, &[]);
    let figures = value(&text);
    assert_eq!((figures["articles"].as_u64(), figures["threads"].as_u64()), (Some(1), Some(1)));
    assert!(figures["words_per_second"].as_f64() > Some(0.0), "{text}");
}

const NAMES: &str = "LAKE_LEAGUE [KENREB]\n+LEAGUE_OF_LAKES\n+NAMELESS\nODD [KEN 2010]\n";
const VERBS: &str = "--- MEET [040:041] ---\nMEET {MEETS MET MEETING}\n- * BADLY\n";
const LAKES: &str = "Talks on the lake\n\nThe Lake League met the president of Kenya on Monday. Somalia has accused the \
league of piracy. Uganda will not attack the League of Lakes, its army said.\n";

#[test]
fn own_dictionaries_are_checked() {
    let files = [("names.txt", NAMES), ("verbs.txt", VERBS)];
    let arguments = ["lexicon", "check", "--lexicon", "."];
    let counts = check("own-check", &files, &arguments, 2, &["./names.txt:4: ", "./verbs.txt:3: "]);
    assert!(counts.contains("./verbs.txt  verbs "), "{counts}");
    assert!(counts.contains("\n  names                        3\n"), "{counts}");
}

#[test]
fn own_dictionaries_code_beside_the_rules() {
    let files = [("a.txt", LAKES), ("names.txt", NAMES), ("verbs.txt", VERBS)];
    let own = ["--lexicon", "names.txt", "--lexicon", "verbs.txt", "--published", "2025-04-08"];
    let told = ["names.txt:4: ", "verbs.txt:3: "];
    let pairs = ["code", "a.txt", "--codes", "cameo", "--format", "csv"];
    let text = check("own-code", &files, &[&pairs[..], &own].concat(), 0, &told);
    let found: Vec<String> =
        text.lines().skip(1).map(|row| row.split(',').take(5).collect::<Vec<_>>().join(" ")).collect();
    assert_eq!(
        found,
        [
            "2025-04-07 KENREB KENGOV 040 occurred",
            "2025-04-07 KENGOV KENREB 041 occurred",
            "2025-04-08 SOMGOV KENREB 112 occurred",
            "2025-04-08 UGAGOV KENREB 180 denied",
        ],
        "{text}"
    );
    let records = ["code", "a.txt", "--format", "jsonl"];
    let text = check("own-code", &files, &[&records[..], &own].concat(), 0, &told);
    let first = value(text.lines().next().unwrap());
    assert_eq!((first["type"].as_str(), first["evidence"]["rule"].as_str()), (Some("CONSULT"), Some("verbs.txt:2")));
    assert_eq!(first["actors"][0]["entity"].as_str(), Some("KEN.REB"), "{first}");
}
