//! Every command, option, field and code is documented, and every link leads somewhere.

use crate::repository::{Text, none, read, root, texts};
use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

/// The words in backticks.
pub fn quoted(text: &str) -> Vec<String> {
    text.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

/// The sections under headings of one depth, by heading without backticks.
pub fn sections(text: &str, depth: &str) -> BTreeMap<String, String> {
    let heading = format!("\n{depth} ");
    let parts = text.split(&heading).skip(1).filter_map(|part| part.split_once('\n'));
    parts.map(|(head, body)| (head.replace('`', "").trim().to_owned(), body.to_owned())).collect()
}

/// The first word in backticks of each table row.
fn rows(section: &str) -> BTreeSet<String> {
    section.lines().filter(|line| line.starts_with("| `")).filter_map(|line| quoted(line).into_iter().next()).collect()
}

/// Structs of the public record with the names of their JSON fields.
fn record() -> BTreeMap<String, BTreeSet<String>> {
    let source = read("crates/tidings/src/wire.rs");
    let structs = source.split("\npub struct ").skip(1).filter_map(|part| part.split_once(" {"));
    structs.map(|(name, body)| (name.to_owned(), fields(body.split("\n}").next().unwrap_or("")))).collect()
}

/// Field names as JSON has them: the Rust name, unless an attribute before it gives another.
fn fields(body: &str) -> BTreeSet<String> {
    let parts: Vec<&str> = body.split("\n    pub ").collect();
    parts.windows(2).filter_map(|pair| between(pair[0], "rename = \"", "\"").or(between(pair[1], "", ":"))).collect()
}

fn between(text: &str, before: &str, after: &str) -> Option<String> {
    text.split_once(before)?.1.split_once(after).map(|(inside, _)| inside.to_owned())
}

#[test]
fn every_field_of_the_record_is_documented_and_no_other() {
    let documented = sections(&read("docs/record.md"), "##");
    for (name, fields) in record() {
        let section = documented.get(&name).unwrap_or_else(|| panic!("docs/record.md has no section `{name}`"));
        assert_eq!(rows(section), fields, "rows of `{name}` in docs/record.md (left) and fields in wire.rs (right)");
    }
}

#[test]
fn every_code_is_documented() {
    let documented: BTreeSet<String> = quoted(&read("docs/codes.md")).into_iter().collect();
    let codes = ["ontology.rs", "event.rs"].map(|file| codes(&read(&format!("crates/types/src/{file}")))).concat();
    none("codes that docs/codes.md lacks", codes.into_iter().filter(|code| !documented.contains(code)));
}

/// The written forms in `codes!` tables.
fn codes(source: &str) -> Vec<String> {
    let rows = source.lines().filter(|line| line.starts_with("        ") && line.contains(" = \""));
    rows.flat_map(|row| row.split(" = \"").skip(1))
        .filter_map(|rest| rest.split('"').next())
        .map(str::to_owned)
        .collect()
}

pub fn tidings(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_tidings")).args(arguments).current_dir(root()).output().unwrap();
    String::from_utf8(output.stdout).unwrap()
}

fn commands() -> Vec<String> {
    let help = tidings(&["--help"]);
    let list =
        help.split("Commands:\n").nth(1).expect("a list of commands").lines().take_while(|line| line.starts_with(' '));
    list.filter_map(|line| line.split_whitespace().next()).filter(|name| *name != "help").map(str::to_owned).collect()
}

#[test]
fn every_command_and_option_is_documented_and_no_other() {
    let documented = sections(&read("docs/commands.md"), "##");
    let commands = commands();
    for name in &commands {
        let section = documented
            .get(&format!("tidings {name}"))
            .unwrap_or_else(|| panic!("docs/commands.md lacks `tidings {name}`"));
        none(
            &format!("options of `{name}` that docs/commands.md lacks"),
            options(&tidings(&[name, "--help"])).into_iter().filter(|option| !section.contains(option)),
        );
    }
    let sections = documented.into_keys().filter_map(|head| head.strip_prefix("tidings ").map(str::to_owned));
    none(
        "sections of docs/commands.md on commands that are not there",
        sections.filter(|name| !commands.contains(name)),
    );
}

#[test]
fn every_column_of_csv_is_documented() {
    let documented: BTreeSet<String> = quoted(&read("docs/commands.md")).into_iter().collect();
    let table = tidings(&["code", "--format", "csv", "examples/orchard-show.txt"]);
    let header = table.lines().next().expect("a header");
    none(
        "columns that docs/commands.md lacks",
        header.split(',').filter(|name| !documented.contains(*name)).map(str::to_owned),
    );
}

/// The words in backticks at the beginning of table rows of a section of docs/exports.md.
fn columns(section: &str) -> BTreeSet<String> {
    let sections = sections(&read("docs/exports.md"), "##");
    let rows = sections[section].lines().filter(|line| line.starts_with("| `"));
    rows.flat_map(|row| quoted(row.split(" |").next().unwrap_or(row))).collect()
}

/// What a format of the examples has, against what is documented of it.
#[track_caller]
fn exported(section: &str, format: &str, names: impl Fn(&str) -> BTreeSet<String>) {
    let text = tidings(&["code", "--format", format, "--only", "all", "examples/flood-aid.txt", "examples/border.txt"]);
    assert_eq!(columns(section), names(&text), "docs/exports.md (left) and what is written (right)");
}

#[test]
fn every_column_of_exports_is_documented_and_no_other() {
    let header = |text: &str| text.lines().next().unwrap_or("").split('\t').map(str::to_owned).collect();
    exported("POLECAT", "polecat", header);
    exported("ICEWS", "icews", header);
    let object = |line: &str| serde_json::from_str::<serde_json::Map<String, serde_json::Value>>(line).unwrap();
    exported("PLOVER", "plover", |text| {
        text.lines().flat_map(|line| object(line).into_iter()).map(|(k, _)| k).collect()
    });
    exported("GeoJSON", "geojson", |text| {
        let features = object(text)["features"].as_array().unwrap().clone();
        let properties = features.iter().flat_map(|feature| feature["properties"].as_object().unwrap().keys());
        properties.cloned().collect()
    });
    let gdelt = tidings(&["code", "--format", "gdelt", "examples/flood-aid.txt"]);
    assert_eq!(columns("GDELT").len(), gdelt.lines().next().unwrap().split('\t').count());
}

/// Long options in a help text.
fn options(help: &str) -> Vec<String> {
    let lines = help.lines().map(str::trim_start).filter(|line| line.starts_with('-'));
    let words = lines.flat_map(|line| line.split([' ', ',', '[', '=']).find(|word| word.starts_with("--")));
    words.filter(|word| *word != "--help").map(str::to_owned).collect()
}

#[test]
fn links_lead_somewhere() {
    let pages = texts().into_iter().filter(|text| text.path.ends_with(".md"));
    none("dead links", pages.flat_map(|page| dead_links(&page)));
}

fn dead_links(page: &Text) -> Vec<String> {
    let targets = page.content.split("](").skip(1).filter_map(|rest| rest.split([')', '#', ' ']).next());
    let local = targets.filter(|target| !target.is_empty() && !target.contains(':'));
    let folder = root().join(&page.path).with_file_name("");
    local.filter(|target| !folder.join(target).exists()).map(|target| format!("{}: {target}", page.path)).collect()
}
