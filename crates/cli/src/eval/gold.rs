//! Scores against annotated articles.

use super::{Args, Format, report};
use crate::fallible::{BadUse, Outcome, text_of};
use crate::output;
use crate::screen::Screen;
use rayon::prelude::*;
use std::io::Write;
use std::path::{Path, PathBuf};
use tidings::Tidings;
use tidings::eval::gold::{self, Article};
use tidings::eval::predict;
use tidings::eval::scores::{Case, Scores, score};
use tidings::export::jsonl;
use tidings::ingest::{self, Defaults, Ingested};

/// Scores every article of a gold file.
pub fn run(args: &Args, path: &Path) -> anyhow::Result<Outcome> {
    let articles = gold::read(&text_of(path)?).map_err(|e| BadUse(format!("{}:{e}", path.display())))?;
    let docs = args.docs.clone().unwrap_or_else(|| beside(path));
    let tidings = Tidings::new()?;
    let cases = args.threads.pool()?.install(|| {
        articles.into_par_iter().map(|article| case(&tidings, article, &docs)).collect::<anyhow::Result<Vec<Case>>>()
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

fn case(tidings: &Tidings, article: Article, docs: &Path) -> anyhow::Result<Case> {
    let input = input(&docs.join(format!("{}.txt", article.doc)))?;
    Ok(predict::case(tidings, article, input).map_err(|e| BadUse(e.to_string()))?)
}

fn input(path: &Path) -> anyhow::Result<Ingested> {
    let name = path.display().to_string();
    let bytes = std::fs::read(path).map_err(|error| BadUse(format!("{name}: {error}")))?;
    let mut results = ingest::read(&name, bytes, Some(ingest::Format::Text), &Defaults::default());
    let first = results.next().ok_or_else(|| BadUse(format!("{name}: holds no article")))?;
    Ok(first.map_err(|error| BadUse(error.to_string()))?)
}

fn write_predictions(cases: &[Case], path: &Path) -> anyhow::Result<()> {
    let mut out = output::open(Some(path))?;
    for case in cases {
        let article = Article { events: case.predicted.clone(), ..case.gold.clone() };
        out.write_all(jsonl::line(&article)?.as_bytes())?;
    }
    Ok(out.flush()?)
}
