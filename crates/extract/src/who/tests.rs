//! Stories with their parses, and whom the phrases in them name. The tables are those that ship.

use super::Cast;
use crate::attribution::Quotations;
use lexicon::{DataFile, Lexicon};
use std::path::{Path, PathBuf};
use types::{Block, BlockKind, Document, Parse};

#[test]
fn a_description_teaches_the_name_and_the_name_the_rest() {
    let union = include_str!("../../tests/who/union.conllu");
    check(
        union,
        &[
            ("head", "ESP LAB"),
            ("Delgado said", "ESP LAB"),
            ("her members", "ESP LAB"),
            ("ministry cut", "ESP GOV"),
            ("minister, Marcos", "ESP GOV"),
            ("We", "ESP GOV"),
            ("he told", "ESP GOV"),
            ("union accused", "ESP LAB"),
            ("its lawyer", "ESP LAB"),
            ("Zubeldia later", "ESP GOV"),
            ("three are", "ESP GOV + ESP LAB"),
        ],
    );
}

#[test]
fn locals_belong_where_the_story_plays_and_unknown_attackers_nowhere() {
    let raid = include_str!("../../tests/who/raid.conllu");
    check(
        raid,
        &[
            ("Gunmen", "- UAF"),
            ("officers", "KEN COP"),
            ("Residents", "KEN CVL"),
            ("army", "KEN MIL"),
            ("president condemned", "KEN GOV"),
            ("his government", "KEN GOV"),
            ("CDL later", "KEN SOC"),
            ("hostages", "DEU CVL"),
            ("Dozens", "KEN CVL"),
            ("suspects", "KEN CRM"),
        ],
    );
}

#[test]
fn several_are_told_apart_and_found_again() {
    let talks = include_str!("../../tests/who/talks.conllu");
    check(
        talks,
        &[
            ("ministers of", "ARM GOV + AZE GOV"),
            ("sides", "ARM GOV + AZE GOV"),
            ("counterparts", "GEO GOV + TUR GOV"),
            ("ministers.", "ARM GOV + AZE GOV"),
            ("Baku", "AZE GOV"),
            ("Geneva", "CHE"),
            ("activists", "ARM SOC"),
            ("Armenians", "GEO CVL"),
            ("Iran", "IRN GOV"),
            ("talks with", "ARM REB"),
            ("crossings", "IRQ GOV"),
            ("Friday", ""),
        ],
    );
}

/// Each phrase is given by its head and, where that is needed to tell it from others, what follows.
#[track_caller]
fn check(conllu: &str, expected: &[(&str, &str)]) {
    let joined = parse::conllu::join(&parse::conllu::read(conllu).unwrap());
    let document = document(joined.text, &joined.paragraphs);
    let lexicon = lexicon();
    let quotations = Quotations::new(&lexicon, &document, &joined.parses);
    let cast = Cast::new(&lexicon, &document, &joined.parses, &quotations);
    let found: Vec<(&str, String)> =
        expected.iter().map(|(phrase, _)| (*phrase, named(&cast, &document.text, &joined.parses, phrase))).collect();
    let expected: Vec<(&str, String)> = expected.iter().map(|(phrase, who)| (*phrase, (*who).to_owned())).collect();
    assert_eq!(found, expected);
}

fn named(cast: &Cast<'_>, text: &str, parses: &[Parse], phrase: &str) -> String {
    let at = text.find(phrase).unwrap_or_else(|| panic!("{phrase:?} is not in the story"));
    let sentence = parses.iter().position(|p| p.span.start <= at && at < p.span.end).unwrap();
    let head = parses[sentence].tokens().iter().position(|t| t.span.start == at).unwrap();
    let actors = cast.actors(sentence, head);
    let codes = actors.iter().map(|actor| {
        let country = actor.affiliation.country.map_or_else(|| "-".to_owned(), |c| c.to_string());
        let sectors = actor.affiliation.sectors.first().map_or("", |s| s.as_str());
        format!("{country} {sectors}").trim_end().to_owned()
    });
    codes.collect::<Vec<_>>().join(" + ")
}

fn document(text: String, paragraphs: &[types::Span]) -> Document {
    let blocks = paragraphs.iter().map(|&span| Block { kind: BlockKind::Paragraph, span }).collect();
    Document::bare("story", &text, blocks)
}

pub(crate) fn lexicon() -> Lexicon {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data");
    let mut paths = Vec::new();
    list(&root, &mut paths);
    let files: Vec<(String, String)> = paths.iter().map(|path| read(&root, path)).collect();
    let files: Vec<DataFile<'_>> = files.iter().map(|(path, text)| DataFile { path, text }).collect();
    Lexicon::load(&files).unwrap()
}

/// The tables that the lexicon reads.
#[expect(clippy::disallowed_methods, reason = "tests may read the tables that ship")]
fn list(folder: &Path, found: &mut Vec<PathBuf>) {
    let mut entries: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            list(&path, found);
        } else if path.extension().is_some_and(|e| e == "tsv" || e == "toml" || e == "txt") {
            found.push(path);
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "tests may read the tables that ship")]
fn read(root: &Path, path: &Path) -> (String, String) {
    let below = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
    (below, std::fs::read_to_string(path).unwrap())
}
