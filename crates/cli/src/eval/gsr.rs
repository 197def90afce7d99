//! Scores against the PLOVER gold standard records of 2016.

use super::{Args, Format};
use crate::fallible::{BadUse, Outcome, text_of};
use crate::output;
use rayon::prelude::*;
use std::path::Path;
use tidings::Tidings;
use tidings::eval::counts::Share;
use tidings::eval::gsr::{self, Finding, GsrScores};

/// Scores every sentence of the file.
pub fn run(args: &Args, path: &Path) -> anyhow::Result<Outcome> {
    let sentences = gsr::read(&text_of(path)?).map_err(|e| BadUse(format!("{}: {e}", path.display())))?;
    let tidings = Tidings::new()?;
    let findings: Vec<Finding> =
        args.threads.pool()?.install(|| sentences.par_iter().map(|sentence| gsr::find(&tidings, sentence)).collect());
    let scores: GsrScores = findings.into_iter().collect();
    output::print(&match args.format {
        Format::Json => serde_json::to_string_pretty(&scores)? + "\n",
        Format::Table => table(&scores),
    })?;
    Ok(Outcome::Done)
}

fn table(scores: &GsrScores) -> String {
    let mut text = format!("{:<12}{:>10}{:>18}{:>18}\n", "", "sentences", "type found", "type and countries");
    text += &line("all", scores.typed, scores.triple);
    for (kind, typed) in &scores.by_type {
        text += &line(kind, *typed, scores.triple_by_type.get(kind).copied().unwrap_or_default());
    }
    text
}

fn line(name: &str, typed: Share, triple: Share) -> String {
    let percent = |share: Share| format!("{:.1} % ({})", 100.0 * share.value(), share.right);
    format!("{name:<12}{:>10}{:>18}{:>18}\n", typed.of, percent(typed), percent(triple))
}
