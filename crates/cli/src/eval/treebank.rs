//! Scores of the parser against a treebank.

use super::{Args, Format};
use crate::fallible::{BadUse, Outcome, text_of};
use crate::output;
use serde_json::json;
use std::path::Path;
use tidings::builtin;
use tidings::eval::treebank::{self, Cutting};
use tidings::parse::Parser;
use tidings::parse::score::{Ratio, Scores};

/// Scores the built-in model on a treebank.
pub fn run(args: &Args, path: &Path) -> anyhow::Result<Outcome> {
    let text = text_of(path)?;
    let parser = Parser::from_bytes(builtin::WEIGHTS, builtin::VOCABULARY)?;
    let cutting = if args.raw { Cutting::Own } else { Cutting::Given };
    let scores = treebank::scores(&parser, &text, cutting).map_err(|e| BadUse(format!("{}: {e}", path.display())))?;
    output::print(&match args.format {
        Format::Json => serde_json::to_string_pretty(&json(&scores))? + "\n",
        Format::Table => table(&scores),
    })?;
    Ok(Outcome::Done)
}

fn layers(scores: &Scores) -> [(&'static str, Ratio); 8] {
    [
        ("sentences", scores.sentences),
        ("words", scores.words),
        ("upos", scores.upos),
        ("xpos", scores.xpos),
        ("lemmas", scores.lemmas),
        ("uas", scores.uas),
        ("las", scores.las),
        ("las_subtypes", scores.las_subtypes),
    ]
}

fn table(scores: &Scores) -> String {
    let line = |(name, ratio): (&str, Ratio)| {
        format!("{name:<14}{:>8.2}{:>10}{:>10}{:>10}\n", 100.0 * ratio.f1(), ratio.correct, ratio.gold, ratio.system)
    };
    let head = format!("{:<14}{:>8}{:>10}{:>10}{:>10}\n", "", "F1", "right", "gold", "found");
    head + &layers(scores).into_iter().map(line).collect::<String>()
}

fn json(scores: &Scores) -> serde_json::Value {
    let layer = |(name, r): (&str, Ratio)| {
        (name.to_owned(), json!({"f1": r.f1(), "right": r.correct, "gold": r.gold, "found": r.system}))
    };
    serde_json::Value::Object(layers(scores).into_iter().map(layer).collect())
}
