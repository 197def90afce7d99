//! Scores against annotated articles or labelled texts.

use super::texts::Texts;
use super::{Args, Format, report};
use crate::fallible::{BadUse, Outcome, text_of};
use crate::output;
use crate::screen::Screen;
use rayon::prelude::*;
use std::io::Write;
use std::path::{Path, PathBuf};
use tidings::Tidings;
use tidings::eval::annotation::{self, Annotation};
use tidings::eval::gold::Article;
use tidings::eval::predict;
use tidings::eval::scores::{Case, Scores, score};
use tidings::export::jsonl;

/// Scores every article of a gold file.
pub fn run(args: &Args, path: &Path) -> anyhow::Result<Outcome> {
    let annotations = annotation::read(&text_of(path)?).map_err(|e| BadUse(format!("{}:{e}", path.display())))?;
    let texts = Texts::new(&args.docs.clone().unwrap_or_else(|| beside(path)), &annotations)?;
    let tidings = Tidings::new()?;
    let cases = args.threads.pool()?.install(|| {
        let cases = annotations.into_par_iter().map(|annotation| case(&tidings, annotation, &texts));
        cases.collect::<anyhow::Result<Vec<Case>>>()
    })?;
    if let Some(path) = &args.predictions {
        write_predictions(&cases, path)?;
    }
    output::print(&shown(&score(&cases), args)?)?;
    Ok(Outcome::Done)
}

fn shown(scores: &Scores, args: &Args) -> anyhow::Result<String> {
    Ok(match args.format {
        Format::Json => serde_json::to_string_pretty(scores)? + "\n",
        Format::Table => {
            let screen = Screen::of_stdout();
            args.show.map_or_else(String::new, |n| report::errors(scores, n, screen)) + &report::scores(scores, screen)
        }
    })
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
