//! Scores storylines against the threads of a collection of news.

use super::{Args, Format};
use crate::fallible::{BadUse, Outcome, text_of};
use crate::output;
use rayon::prelude::*;
use std::path::Path;
use tidings::Tidings;
use tidings::eval::stories::{self, Agreement, HalfScores, Losses, StoryScores, Without};

/// Scores both halves of the file.
pub fn run(args: &Args, path: &Path) -> anyhow::Result<Outcome> {
    let without = without(args, path)?;
    let texts = stories::read(&text_of(path)?, &without).map_err(|e| BadUse(format!("{}: {e}", path.display())))?;
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

fn without(args: &Args, threads: &Path) -> anyhow::Result<Without> {
    let Some(path) = &args.without else { return Ok(Without::default()) };
    let collection = threads.file_stem().unwrap_or_default().to_string_lossy();
    Ok(Without::read(&text_of(path)?, &collection).map_err(|e| BadUse(format!("{}: {e}", path.display())))?)
}

fn table(scores: &StoryScores) -> String {
    let first = half("half that thresholds were tuned on", &scores.tuned);
    first + "\n" + &half("other half", &scores.measured) + &format!("\nwords alike from {:.2}\n", scores.threshold)
}

fn half(name: &str, half: &HalfScores) -> String {
    let head = format!("{name}: {} texts, {} threads, {} of one text\n", half.texts, half.threads, half.alone);
    let columns = "                       B-cubed  precision  recall  of several  pairs  groups\n".to_owned();
    let rows = [
        ("each by itself", &half.apart),
        ("same day, same pair", &half.dyads),
        ("words alike", &half.words),
        ("stories", &half.stories),
        ("the widest threads", &half.widest),
    ];
    head + &columns + &rows.map(|(name, agreement)| row(name, agreement)).concat() + &why(half)
}

fn row(name: &str, found: &Agreement) -> String {
    let Agreement { pairs, bcubed, precision, recall, several, groups } = found;
    format!("  {name:<20} {bcubed:>7.3}  {precision:>9.3}  {recall:>6.3}  {several:>10.3}  {pairs:>5.3}  {groups:>6}\n")
}

fn why(half: &HalfScores) -> String {
    let (Losses { kin, strangers, unlike, faint, alike }, nearest) = (half.losses, half.nearest);
    format!(
        "  stories lose precision to texts of another thread of the same wider one {kin:.3}, to others {strangers:.3};\n  \
         recall to texts of the thread with a cosine of words below .1 {unlike:.3}, below .2 {faint:.3}, above {alike:.3}\n  \
         the text most alike is of the same thread for {:.3} of those that have company there, of the same wider one for {:.3}\n  \
         median cosine with the most alike: of the same thread {:.3}; of texts alone in theirs, of all {:.3}\n",
        nearest.same, nearest.kin, nearest.within, nearest.alone
    )
}
