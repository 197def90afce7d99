//! Scores storylines against the threads of a collection of news.

use super::{Args, Format};
use crate::fallible::{BadUse, Outcome, text_of};
use crate::output;
use rayon::prelude::*;
use std::path::Path;
use tidings::Tidings;
use tidings::eval::stories::{self, Agreement, HalfScores, StoryScores};

/// Scores both halves of the file.
pub fn run(args: &Args, path: &Path) -> anyhow::Result<Outcome> {
    let texts = stories::read(&text_of(path)?).map_err(|e| BadUse(format!("{}: {e}", path.display())))?;
    let tidings = Tidings::new()?;
    let code = |(number, text)| stories::article(&tidings, number, text);
    let articles: Vec<_> = args.threads.pool()?.install(|| texts.par_iter().enumerate().map(code).collect());
    let scores = stories::score(&texts, &articles)?;
    output::print(&match args.format {
        Format::Json => serde_json::to_string_pretty(&scores)? + "\n",
        Format::Table => table(&scores),
    })?;
    Ok(Outcome::Done)
}

fn table(scores: &StoryScores) -> String {
    let first = half("half that thresholds were tuned on", &scores.tuned);
    first + "\n" + &half("other half", &scores.measured) + &format!("\nwords alike from {:.2}\n", scores.threshold)
}

fn half(name: &str, half: &HalfScores) -> String {
    let head = format!("{name}: {} texts, {} threads, {} of one text\n", half.texts, half.threads, half.alone);
    let columns = "                       B-cubed  precision  recall  pairs  groups\n".to_owned();
    let rows = [
        ("each by itself", &half.apart),
        ("same day, same pair", &half.dyads),
        ("words alike", &half.words),
        ("stories", &half.stories),
    ];
    head + &columns + &rows.map(|(name, agreement)| row(name, agreement)).concat()
}

fn row(name: &str, found: &Agreement) -> String {
    let Agreement { pairs, bcubed, precision, recall, groups } = found;
    format!("  {name:<20} {bcubed:>7.3}  {precision:>9.3}  {recall:>6.3}  {pairs:>5.3}  {groups:>6}\n")
}
