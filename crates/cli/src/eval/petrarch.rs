//! Codings by dictionaries, held against validation records of PETRARCH.

use super::{Args, Format};
use crate::fallible::{BadUse, Outcome, text_of};
use crate::ink::{Ink, Inked};
use crate::output;
use crate::screen::Screen;
use rayon::prelude::*;
use std::path::Path;
use tidings::Tidings;
use tidings::eval::counts::Share;
use tidings::eval::petrarch::records::{self, Expected, Triple};
use tidings::eval::petrarch::{self, Finding, PetrarchScores};

/// Codes and scores every record of the file.
pub fn run(args: &Args, path: &Path) -> anyhow::Result<Outcome> {
    let records = records::read(&text_of(path)?);
    if records.is_empty() {
        return Err(BadUse(format!("{}: no <Sentence> with an id and a <Text>", path.display())).into());
    }
    let book = args.dictionaries.extension()?.codebook;
    let tidings = Tidings::new()?;
    let find = |record| petrarch::find(&tidings, &book, record);
    let findings: Vec<Finding> = args.threads.pool()?.install(|| records.into_par_iter().map(find).collect());
    let scores: PetrarchScores = findings.iter().collect();
    let shown = args.show.map_or_else(String::new, |n| wrong(&findings, n, Screen::of_stdout()));
    output::print(&match args.format {
        Format::Json => serde_json::to_string_pretty(&scores)? + "\n",
        Format::Table => shown + &table(&scores),
    })?;
    Ok(Outcome::Done)
}

/// At most `n` records that are coded otherwise.
fn wrong(findings: &[Finding], n: usize, screen: Screen) -> String {
    findings.iter().filter(|finding| !finding.right).take(n).map(|finding| one(finding, screen) + "\n").collect()
}

fn one(finding: &Finding, screen: Screen) -> String {
    let record = &finding.record;
    let why = finding.left_out.map(|why| format!("  left out: {why}")).unwrap_or_default();
    let head = Inked::new(Ink::Red, &record.id).and(Ink::Faint, &why).painted(screen.paint);
    let mut text = head + "\n" + &indented(&Inked::new(Ink::Plain, &record.text), screen);
    text += &indented(&Inked::new(Ink::Faint, &format!("expected  {}", expected(&record.expected))), screen);
    for coding in &finding.found.codings {
        let trigger = coding.evidence.trigger.of(&record.text);
        let [source, target] = [&coding.source, &coding.target].map(|side| &side.code);
        let found = format!("found     {source} {target} {} [{trigger}] {}", coding.code, coding.evidence.rule);
        text += &indented(&Inked::new(Ink::Faint, &found), screen);
    }
    text
}

fn expected(expected: &Expected) -> String {
    let one = |(source, target, code): &Triple| format!("{source} {target} {code}");
    match expected {
        Expected::Events(events) if events.is_empty() => "nothing".to_owned(),
        Expected::Events(events) => events.iter().map(one).collect::<Vec<_>>().join(", "),
        Expected::SentenceDiscarded => "the sentence is left out".to_owned(),
        Expected::StoryDiscarded => "the story is left out".to_owned(),
        Expected::Error(error) => format!("the error {error}"),
    }
}

fn indented(text: &Inked, screen: Screen) -> String {
    text.wrapped(screen.width - 4).iter().map(|line| format!("    {}\n", line.painted(screen.paint))).collect()
}

fn table(scores: &PetrarchScores) -> String {
    let mut text = format!("{:<20}{:>8}{:>8}{:>9}\n", "category", "records", "exact", "share");
    text.extend(scores.by_category.iter().map(|(category, share)| line(category, *share)));
    text.push('\n');
    text + &line("counted", scores.counted) + &line("left out", scores.left_out) + &line("all", scores.all)
}

fn line(name: &str, share: Share) -> String {
    format!("{name:<20}{:>8}{:>8}{:>7.1} %\n", share.of, share.right, 100.0 * share.value())
}
