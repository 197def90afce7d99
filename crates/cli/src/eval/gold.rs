//! Scores against annotated articles or labelled texts.

use super::texts::Texts;
use super::{Args, Format, errors, page, report};
use crate::fallible::{BadUse, Outcome, text_of};
use crate::output;
use crate::screen::Screen;
use rayon::prelude::*;
use serde::Serialize;
use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};
use tidings::Tidings;
use tidings::eval::annotation::{self, Annotation};
use tidings::eval::faults::{Cause, Fault, Spoiled, by_cause, faults};
use tidings::eval::gold::Article;
use tidings::eval::predict;
use tidings::eval::scores::{Case, Scores, score};
use tidings::export::jsonl;

/// Scores every article of a gold file.
pub fn run(args: &Args, path: &Path) -> anyhow::Result<Outcome> {
    let annotations = annotation::read(&text_of(path)?).map_err(|e| BadUse(format!("{}:{e}", path.display())))?;
    let texts = Texts::new(&args.docs.clone().unwrap_or_else(|| beside(path)), &annotations)?;
    let tidings = args.dictionaries.beside(Tidings::new()?)?;
    let cases = args.threads.pool()?.install(|| {
        let cases = annotations.into_par_iter().map(|annotation| case(&tidings, annotation, &texts));
        cases.collect::<anyhow::Result<Vec<Case>>>()
    })?;
    if let Some(path) = &args.predictions {
        write_predictions(&cases, path)?;
    }
    let (scores, faults) = (score(&cases), faults(&cases));
    if let Some(page) = &args.errors_html {
        output::open(Some(page))?.write_all(page::errors(&name(path), &scores, &faults).as_bytes())?;
    }
    output::print(&shown(&scores, &faults, args)?)?;
    Ok(Outcome::Done)
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).display().to_string()
}

/// The scores as programs read them.
#[derive(Serialize)]
struct Told<'a> {
    #[serde(flatten)]
    scores: &'a Scores,
    causes: BTreeMap<Cause, Spoiled>,
}

fn shown(scores: &Scores, faults: &[Fault], args: &Args) -> anyhow::Result<String> {
    Ok(match args.format {
        Format::Json => serde_json::to_string_pretty(&Told { scores, causes: by_cause(faults) })? + "\n",
        Format::Table => table(scores, faults, args),
    })
}

fn table(scores: &Scores, faults: &[Fault], args: &Args) -> String {
    let screen = Screen::of_stdout();
    let listed = args.show.map_or_else(String::new, |n| report::errors(scores, n, screen));
    let explained = args.errors.map_or_else(String::new, |n| errors::report(faults, n, screen));
    listed + &report::scores(scores, screen) + &explained
}

fn beside(gold: &Path) -> PathBuf {
    gold.with_file_name("docs")
}

fn case(tidings: &Tidings, annotation: Annotation, texts: &Texts) -> anyhow::Result<Case> {
    let input = texts.of(&annotation)?;
    Ok(predict::case(tidings, annotation, input).map_err(|e| BadUse(e.to_string()))?)
}

fn write_predictions(cases: &[Case], path: &Path) -> anyhow::Result<()> {
    let mut out = output::open(Some(path))?;
    for case in cases {
        let article = Article { events: case.predicted.clone(), ..case.gold.clone() };
        out.write_all(jsonl::line(&article)?.as_bytes())?;
    }
    Ok(out.flush()?)
}
