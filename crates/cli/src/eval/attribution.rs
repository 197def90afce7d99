//! Scores against a corpus of attributions: who said what, by which words.
//!
//! The folder holds `text/NAME.txt` and `attributions/NAME_ANNOTATOR.ann`, or both kinds of file side by side. An
//! annotation belongs to the text of its own name, with or without what follows the last underscore.

use super::{Args, Format};
use crate::fallible::{BadUse, Outcome, text_of};
use crate::ink::{Ink, Inked};
use crate::output;
use crate::screen::Screen;
use rayon::prelude::*;
use std::path::{Path, PathBuf};
use tidings::Tidings;
use tidings::eval::attributions::scores::{Error, Fault, OfRole, Overlap, Scores, Told, score};
use tidings::eval::attributions::{Case, brat, case};
use tidings::eval::counts::Found;
use tidings::ingest::{self, Defaults};

/// Scores every annotation of a folder.
pub fn run(args: &Args, folder: &Path) -> anyhow::Result<Outcome> {
    let annotations = annotations(folder)?;
    let tidings = Tidings::new()?;
    let cases = args.threads.pool()?.install(|| {
        let cases = annotations.par_iter().map(|path| read(&tidings, folder, path));
        cases.collect::<anyhow::Result<Vec<Case>>>()
    })?;
    let scores = score(&cases);
    let screen = Screen::of_stdout();
    output::print(&match args.format {
        Format::Json => serde_json::to_string_pretty(&scores)? + "\n",
        Format::Table => args.show.map_or_else(String::new, |n| errors(&scores, n, screen)) + &table(&scores, screen),
    })?;
    Ok(Outcome::Done)
}

/// A folder's own or, where it lacks one of this name, the folder itself.
fn part(folder: &Path, name: &str) -> PathBuf {
    let inner = folder.join(name);
    if inner.is_dir() { inner } else { folder.to_owned() }
}

fn annotations(folder: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let place = part(folder, "attributions");
    let entries = std::fs::read_dir(&place).map_err(|error| BadUse(format!("{}: {error}", place.display())))?;
    let paths = entries.map(|entry| Ok(entry?.path())).collect::<std::io::Result<Vec<PathBuf>>>()?;
    let mut found: Vec<PathBuf> = paths.into_iter().filter(|p| p.extension().is_some_and(|e| e == "ann")).collect();
    found.sort();
    let none = || BadUse(format!("{}: holds no annotation (*.ann)", place.display()));
    if found.is_empty() { Err(none().into()) } else { Ok(found) }
}

fn read(tidings: &Tidings, folder: &Path, annotation: &Path) -> anyhow::Result<Case> {
    let fault = |error: &dyn std::fmt::Display| BadUse(format!("{}:{error}", annotation.display()));
    let marked = brat::read(&text_of(annotation)?).map_err(|e| fault(&e))?;
    let name = annotation.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let path = text_path(folder, &name).ok_or_else(|| fault(&format!(" no text {name}.txt lies beside it")))?;
    let bytes = text_of(&path)?.into_bytes();
    let mut inputs = ingest::read(&path.display().to_string(), bytes, Some(ingest::Format::Text), &Defaults::default());
    let input = inputs.next().ok_or_else(|| fault(&format!(" {} is empty", path.display())))?;
    let input = input.map_err(|e| BadUse(e.to_string()))?;
    let sayings = tidings.sayings(&input.document);
    Ok(case(&name, &marked, &input.document.text, sayings).map_err(|e| fault(&format!(" {e}")))?)
}

fn text_path(folder: &Path, name: &str) -> Option<PathBuf> {
    let shorter = name.rsplit_once('_').map(|(before, _)| before);
    let paths = std::iter::once(name).chain(shorter).map(|name| part(folder, "text").join(format!("{name}.txt")));
    paths.into_iter().find(|path| path.is_file())
}

fn table(scores: &Scores, screen: Screen) -> String {
    let head = |text: &str| Inked::new(Ink::Strong, text).painted(screen.paint);
    let Scores { annotations, gold, predicted, .. } = scores;
    let mut text = format!("{annotations} annotations, {gold} gold attributions, {predicted} predicted\n");
    let columns = |name: &str| head(&format!("{name:<18}{:>9}{:>9}{:>9}", "precision", "recall", "F1"));
    let roles: [(&str, &OfRole); 3] = [("source", &scores.source), ("cue", &scores.cue), ("content", &scores.content)];
    text += &format!("\n{}\n", columns("overlap in words"));
    text.extend(roles.iter().map(|(name, of)| found(name, of.words)));
    text += &found("all three", scores.words);
    text += &format!("\n{}\n", columns("overlapping spans"));
    text.extend(roles.iter().map(|(name, of)| overlap(name, of.spans)));
    text + &found("linked triple", scores.triple)
}

fn found(name: &str, found: Found) -> String {
    line(name, [found.precision(), found.recall(), found.f1()])
}

fn overlap(name: &str, overlap: Overlap) -> String {
    line(name, [overlap.precision(), overlap.recall(), overlap.f1()])
}

fn line(name: &str, [precision, recall, f1]: [f64; 3]) -> String {
    format!("{name:<18}{precision:>9.3}{recall:>9.3}{f1:>9.3}\n")
}

/// At most `n` of each kind of error.
fn errors(scores: &Scores, n: usize, screen: Screen) -> String {
    let of = |wanted: fn(Fault) -> bool| scores.errors.iter().filter(move |e| wanted(e.fault)).take(n);
    let missed = of(|fault| fault == Fault::Missed);
    let spurious = of(|fault| fault == Fault::Spurious);
    let differing = of(|fault| matches!(fault, Fault::Role(_)));
    let all = missed.chain(spurious).chain(differing);
    all.map(|error| shown(error, screen)).chain(std::iter::once("\n".to_owned())).collect()
}

fn shown(error: &Error, screen: Screen) -> String {
    let (ink, what) = match error.fault {
        Fault::Missed => (Ink::Red, "missed"),
        Fault::Spurious => (Ink::Yellow, "spurious"),
        Fault::Role(role) => (Ink::Magenta, role.name()),
    };
    let head = Inked::new(ink, what).and(Ink::Faint, &format!("  {}", error.name)).painted(screen.paint);
    let sides = [("annotated", &error.gold), ("predicted", &error.predicted)];
    let lines = sides.into_iter().filter_map(|(side, told)| Some(indented(&words(side, told.as_ref()?), screen)));
    std::iter::once(head + "\n").chain(lines).collect()
}

fn words(side: &str, told: &Told) -> Inked {
    let source = if told.source.is_empty() { "nobody" } else { &told.source };
    Inked::new(Ink::Faint, side)
        .and(Ink::Plain, &format!(" {source} ["))
        .and(Ink::Marked, &told.cue)
        .and(Ink::Plain, &format!("] {}", told.content))
}

fn indented(text: &Inked, screen: Screen) -> String {
    text.wrapped(screen.width - 4).iter().map(|line| format!("    {}\n", line.painted(screen.paint))).collect()
}
