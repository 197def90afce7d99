//! `tidings lexicon check`: are the files sound, and what do they hold?

use crate::dictionaries::{Dictionary, Read};
use crate::fallible::{Outcome, complain};
use crate::output;
use tidings::lexicon::{Expect, Lexicon, Rule};
use tidings::types::EventType;

/// Counts what a sound lexicon holds.
pub fn run(lexicon: &Lexicon) -> anyhow::Result<Outcome> {
    let rules = lexicon.rules.all();
    let world = &lexicon.world;
    let examples = || rules.iter().flat_map(|rule| &rule.examples);
    let yes = examples().filter(|e| matches!(e.expect, Expect::Yes { .. })).count();
    let rows = [
        ("rules", rules.len()),
        ("  ways to say it", rules.iter().flat_map(|r| &r.triggers).map(|t| t.forms.len()).sum()),
        ("  examples", yes),
        ("  counter-examples", examples().count() - yes),
        ("states and territories", world.states.all().len()),
        ("named actors", world.names.len()),
        ("roles", world.roles.all().len()),
        ("places", world.places.len()),
        ("hedges", lexicon.cues.hedges().len()),
        ("words of saying", lexicon.cues.sayings().len()),
    ];
    let counts: String = rows.iter().map(|(name, n)| format!("{name:<24}{n:>8}\n")).collect();
    output::print(&format!("The lexicon is sound.\n\n{counts}\n{}", by_type(rules)))?;
    Ok(Outcome::Done)
}

fn by_type(rules: &[Rule]) -> String {
    let line = |kind: &EventType| {
        let of_type = || rules.iter().filter(|rule| rule.kind == *kind);
        let forms: usize = of_type().flat_map(|r| &r.triggers).map(|t| t.forms.len()).sum();
        format!("{kind:<12}{:>6}{forms:>8}\n", of_type().count())
    };
    format!("{:<12}{:>6}{:>8}\n", "type", "rules", "forms") + &EventType::ALL.iter().map(line).collect::<String>()
}

/// Counts what a user's dictionaries hold, and tells every line that cannot be read.
pub fn dictionaries(read: &Read) -> anyhow::Result<Outcome> {
    read.problems.iter().for_each(complain);
    let faults = |file: &str| read.problems.iter().filter(|problem| problem.file == file).count();
    let width = read.dictionaries.iter().map(|file| file.path.chars().count()).max().unwrap_or(0);
    let mut text = format!("{:<width$}  {:<10}{:>20}\n", "file", "holds", "unreadable lines");
    for Dictionary { path, format, .. } in &read.dictionaries {
        text += &format!("{path:<width$}  {:<10}{:>20}\n", format.as_str(), faults(path));
    }
    let book = &read.extension.codebook;
    let (verbs, patterns, synsets) = book.verbs.counts();
    let rows = [
        ("actors", book.actors.all().len()),
        ("  names", book.actors.names()),
        ("agents", book.agents.len()),
        ("  words and plurals", book.agents.names()),
        ("verbs", verbs),
        ("  patterns", patterns),
        ("  synsets", synsets),
        ("discards", book.discards.len()),
        ("learnt and accepted", read.extension.learnt.len()),
        ("learnt, still open", read.extension.learnt.open),
    ];
    let counts: String = rows.iter().filter(|(_, n)| *n > 0).map(|(name, n)| format!("{name:<24}{n:>8}\n")).collect();
    output::print(&format!("{text}\n{counts}"))?;
    Ok(if read.problems.is_empty() { Outcome::Done } else { Outcome::BadInput })
}
