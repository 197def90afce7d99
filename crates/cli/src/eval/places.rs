//! Scores of place names against a corpus with coordinates.

use super::{Args, Format};
use crate::fallible::{BadUse, Outcome, text_of};
use crate::ink::{Ink, Inked};
use crate::output;
use crate::screen::Screen;
use rayon::prelude::*;
use std::path::Path;
use tidings::Tidings;
use tidings::eval::counts::{Found, Share};
use tidings::eval::places::find::{Finding, Pair, Predicted, find};
use tidings::eval::places::read;
use tidings::eval::places::score::{PlaceScores, is_near, is_right_country};

/// Scores every article of the file.
pub fn run(args: &Args, path: &Path) -> anyhow::Result<Outcome> {
    let articles = read::read(&text_of(path)?).map_err(|e| BadUse(format!("{}: {e}", path.display())))?;
    let tidings = Tidings::new()?;
    let find = |article| find(&tidings, article);
    let findings: Vec<Finding> = args.threads.pool()?.install(|| articles.par_iter().map(find).collect());
    let scores: PlaceScores = findings.iter().collect();
    let shown = args.show.map_or_else(String::new, |n| errors(&findings, n, Screen::of_stdout()));
    output::print(&match args.format {
        Format::Json => serde_json::to_string_pretty(&scores)? + "\n",
        Format::Table => shown + &table(&scores, Screen::of_stdout()),
    })?;
    Ok(Outcome::Done)
}

fn table(scores: &PlaceScores, screen: Screen) -> String {
    let head = |text: String| Inked::new(Ink::Strong, &text).painted(screen.paint);
    let Found { gold, predicted, .. } = scores.overlap;
    let mut text = format!("{} articles, {gold} gold toponyms, {predicted} found\n", scores.articles);
    text += &format!("\n{}\n", head(format!("{:<18}{:>9}{:>9}{:>9}", "recognition", "precision", "recall", "F1")));
    text += &(found("exact span", scores.exact) + &found("overlapping span", scores.overlap));
    text += &format!("\n{}\n", head(format!("{:<18}{:>9}{:>9}{:>9}", "of recognised", "accuracy", "right", "of")));
    text + &accuracy("country", scores.country) + &accuracy("within 161 km", scores.within_161_km)
}

fn found(name: &str, counts: Found) -> String {
    format!("{name:<18}{:>9.3}{:>9.3}{:>9.3}\n", counts.precision(), counts.recall(), counts.f1())
}

fn accuracy(name: &str, share: Share) -> String {
    format!("{name:<18}{:>9.3}{:>9}{:>9}\n", share.value(), share.right, share.of)
}

/// At most `n` of each kind of error.
fn errors(findings: &[Finding], n: usize, screen: Screen) -> String {
    let missed = |f: &Finding| lines(f, |pair| pair.predicted.is_none(), "missed", screen);
    let spurious = |f: &Finding| f.spurious.iter().map(|p| line("spurious", f, p, p, screen)).collect::<Vec<_>>();
    let country = |f: &Finding| lines(f, |pair| is_right_country(pair) == Some(false), "country", screen);
    let wrong = |pair: &Pair| is_near(pair) == Some(false) && is_right_country(pair) != Some(false);
    let far = |f: &Finding| lines(f, wrong, "far", screen);
    let first = |list: &dyn Fn(&Finding) -> Vec<String>| findings.iter().flat_map(list).take(n).collect::<String>();
    first(&missed) + &first(&spurious) + &first(&country) + &first(&far) + "\n"
}

fn lines(finding: &Finding, wanted: impl Fn(&Pair) -> bool, what: &str, screen: Screen) -> Vec<String> {
    let line = |pair: &Pair| {
        let gold = Predicted {
            start: pair.gold.start,
            end: pair.gold.end,
            country: pair.country,
            point: pair.gold.point,
            geonames: pair.gold.geonames,
            name: String::new(),
        };
        line(what, finding, &gold, pair.predicted.as_ref().unwrap_or(&gold), screen)
    };
    finding.pairs.iter().filter(|pair| wanted(pair)).map(line).collect()
}

/// One error: the words in their surroundings, the place of the corpus and the place found.
fn line(what: &str, finding: &Finding, gold: &Predicted, found: &Predicted, screen: Screen) -> String {
    const ROUND: usize = 40;
    let slice = |from: usize, to: usize| finding.text.chars().skip(from).take(to - from).collect::<String>();
    let (before, after) = (gold.start.saturating_sub(ROUND), gold.end + ROUND);
    let shown = Inked::new(Ink::Red, &format!("{what:<9}"))
        .and(Ink::Faint, &format!("{:>5}  ", finding.number))
        .and(Ink::Plain, &slice(before, gold.start))
        .and(Ink::Plain, "[")
        .and(Ink::Marked, &slice(gold.start, gold.end))
        .and(Ink::Plain, "]")
        .and(Ink::Plain, &slice(gold.end, after))
        .and(Ink::Faint, &format!("  {} → {}", told(gold), told(found)));
    shown.painted(screen.paint) + "\n"
}

fn told(place: &Predicted) -> String {
    let country = place.country.map_or_else(|| "?".to_owned(), |c| c.to_string());
    let point = place.point.map_or_else(String::new, |(lat, lon)| format!(" {lat:.1} {lon:.1}"));
    let name = if place.name.is_empty() { String::new() } else { format!("{}, ", place.name) };
    format!("{name}{country}{point}")
}
