//! What speaks against a finding: another of the same name in another country or, at the same time, in another sector; or
//! the tables.

use super::ledger::Finding;
use lexicon::{Case, Lexicon};
use std::fmt::Write;
use types::{Affiliation, Country, Date, Sector};

/// Notes on each finding those of the same name that contradict it.
pub(super) fn note_among(findings: &mut [Finding]) {
    let conflicts: Vec<Vec<String>> = findings.iter().map(|one| against(one, findings)).collect();
    findings.iter_mut().zip(conflicts).for_each(|(finding, conflicts)| finding.conflicts.extend(conflicts));
}

fn against(one: &Finding, all: &[Finding]) -> Vec<String> {
    let other = |other: &&Finding| {
        other.name.to_lowercase() == one.name.to_lowercase()
            && !agree(one, other.country, &other.sectors)
            && (one.country != other.country || overlap(one.days, other.days))
    };
    all.iter().filter(other).map(told).collect()
}

fn told(finding: &Finding) -> String {
    let mut told = code(finding.country, &finding.sectors);
    if let Some(role) = finding.roles.first() {
        _ = write!(told, " {}", role.words);
    }
    if let Some((first, last)) = finding.days {
        _ = write!(told, " {first} to {last}");
    }
    format!("{told} ×{}", finding.sentences)
}

/// Undated evidence may be of any time.
fn overlap(a: Option<(Date, Date)>, b: Option<(Date, Date)>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => a.0 <= b.1 && b.0 <= a.1,
        _ => true,
    }
}

/// Whether a place is that of the finding: its country, and one of its sectors where both have any.
fn agree(finding: &Finding, country: Option<Country>, sectors: &[Sector]) -> bool {
    let shared = finding.sectors.iter().any(|sector| sectors.contains(sector));
    finding.country == country && (shared || finding.sectors.is_empty() || sectors.is_empty())
}

/// Whether the tables hold a finding as it is; where they say otherwise, that is noted on it.
pub(super) fn is_listed(lexicon: &Lexicon, finding: &mut Finding) -> bool {
    let on = |day| listed(lexicon, &finding.name, day);
    let listed = on(finding.days.map(|(_, last)| last));
    let earlier = on(finding.days.map(|(first, _)| first));
    if listed.iter().chain(&earlier).any(|known| agree(finding, known.country, &known.sectors)) {
        return true;
    }
    let note = |known: Affiliation| {
        format!("tables: {} {}", code(known.country, &known.sectors), known.name.unwrap_or_default())
    };
    finding.conflicts.extend(listed.into_iter().map(note));
    false
}

/// Who bears this name on a day by the tables.
fn listed(lexicon: &Lexicon, name: &str, day: Option<Date>) -> Vec<Affiliation> {
    let words: Vec<&str> = name.split(' ').collect();
    let found = lexicon.world.names.longest(&words, Case::Sentence).filter(|found| found.words == words.len());
    found.map(|found| found.affiliations(day)).unwrap_or_default()
}

fn code(country: Option<Country>, sectors: &[Sector]) -> String {
    let sectors: Vec<String> = sectors.iter().map(Sector::to_string).collect();
    let country = country.map_or_else(|| "-".to_owned(), |country| country.to_string());
    format!("{country} {}", if sectors.is_empty() { "-".to_owned() } else { sectors.join(",") })
}
