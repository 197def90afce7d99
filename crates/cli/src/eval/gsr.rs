//! Scores against the PLOVER gold standard records of 2016.

use super::{Args, Format};
use crate::fallible::{BadUse, Outcome, text_of};
use crate::ink::{Ink, Inked};
use crate::output;
use crate::screen::Screen;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::path::Path;
use tidings::Tidings;
use tidings::eval::counts::Share;
use tidings::eval::gsr::{self, Finding, GsrScores};
use tidings::types::Actor;

/// Scores every sentence of the file.
pub fn run(args: &Args, path: &Path) -> anyhow::Result<Outcome> {
    let sentences = gsr::read(&text_of(path)?).map_err(|e| BadUse(format!("{}: {e}", path.display())))?;
    let tidings = Tidings::new()?;
    let find = |sentence| gsr::find(&tidings, sentence);
    let findings: Vec<Finding> = args.threads.pool()?.install(|| sentences.into_par_iter().map(find).collect());
    let scores: GsrScores = findings.iter().collect();
    let shown = args.show.map_or_else(String::new, |n| errors(&findings, n, Screen::of_stdout()));
    output::print(&match args.format {
        Format::Json => serde_json::to_string_pretty(&scores)? + "\n",
        Format::Table => shown + &table(&scores),
    })?;
    Ok(Outcome::Done)
}

/// At most `n` sentences without a record of the gold type, and with one but not with the gold countries.
fn errors(findings: &[Finding], n: usize, screen: Screen) -> String {
    let missed = findings.iter().filter(|f| !f.typed).take(n).map(|f| error("missed", f, screen));
    let wrong = findings.iter().filter(|f| f.typed && !f.triple).take(n).map(|f| error("countries", f, screen));
    missed.chain(wrong).chain(std::iter::once("\n".to_owned())).collect()
}

fn error(what: &str, finding: &Finding, screen: Screen) -> String {
    let sentence = &finding.sentence;
    let codes = |codes: &BTreeSet<String>| codes.iter().cloned().collect::<Vec<_>>().join(" ");
    let wanted = format!("  {} {} → {}", sentence.kind, codes(&sentence.sources), codes(&sentence.targets));
    let head = Inked::new(Ink::Red, what).and(Ink::Plain, &wanted).and(Ink::Faint, &format!("  {}", sentence.id));
    let mut text = head.painted(screen.paint) + "\n" + &indented(&Inked::new(Ink::Plain, &sentence.text), screen);
    for event in &finding.found {
        let trigger = event.evidence.trigger.of(&sentence.text);
        let sides = [&event.actors, &event.recipients].map(|side| countries(side));
        let found = format!("{} {} → {} [{trigger}]", event.kind, sides[0], sides[1]);
        text += &indented(&Inked::new(Ink::Faint, &found), screen);
    }
    text
}

fn countries(side: &[Actor]) -> String {
    let codes = side.iter().map(|actor| actor.affiliation.country.map_or_else(|| "?".to_owned(), |c| c.to_string()));
    codes.collect::<Vec<_>>().join(" ")
}

fn indented(text: &Inked, screen: Screen) -> String {
    text.wrapped(screen.width - 4).iter().map(|line| format!("    {}\n", line.painted(screen.paint))).collect()
}

fn table(scores: &GsrScores) -> String {
    let mut text = format!("{:<12}{:>10}{:>18}{:>22}\n", "", "sentences", "type found", "type and countries");
    text += &line("all", scores.typed, scores.triple);
    for (kind, typed) in &scores.by_type {
        text += &line(kind, *typed, scores.triple_by_type.get(kind).copied().unwrap_or_default());
    }
    text
}

fn line(name: &str, typed: Share, triple: Share) -> String {
    let percent = |share: Share| format!("{:.1} % ({})", 100.0 * share.value(), share.right);
    format!("{name:<12}{:>10}{:>18}{:>22}\n", typed.of, percent(typed), percent(triple))
}
