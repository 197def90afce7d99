//! Findings as a table to review, in the form that [`lexicon::learnt`] reads.

use super::ledger::{Finding, Role};
use lexicon::learnt;
use std::fmt::Display;

/// The table with its head.
pub fn text(documents: usize, findings: &[Finding], listed: usize) -> String {
    let against = findings.iter().filter(|finding| !finding.conflicts.is_empty()).count();
    let rows: String = findings.iter().enumerate().map(|(at, finding)| row(finding, next(findings, at))).collect();
    format!(
        "{}# {} rows from {documents} documents, {against} of them with conflicts; {listed} more are built in.\n{}\n{rows}",
        learnt::OPENING,
        findings.len(),
        learnt::HEADER,
    )
}

/// A later office of the same name, which ends this one.
fn next(findings: &[Finding], at: usize) -> Option<&Finding> {
    let (this, next) = (findings.get(at)?, findings.get(at + 1)?);
    let later = this.days.zip(next.days).is_some_and(|(this, next)| this.1 < next.0);
    (later && this.name == next.name && this.country == next.country).then_some(next)
}

fn row(finding: &Finding, next: Option<&Finding>) -> String {
    let ends = finding.days.filter(|_| next.is_some());
    let cells = [
        cell(&finding.name),
        list(&finding.short, "|"),
        or_none(finding.country),
        list(&finding.sectors, ","),
        finding.kind.as_str().to_owned(),
        or_none(finding.days.map(|(first, _)| first)),
        or_none(ends.map(|(_, last)| last)),
        learnt::Verdict::Open.as_str().to_owned(),
        list(&finding.roles.iter().map(counted).collect::<Vec<_>>(), "; "),
        finding.documents.to_string(),
        finding.sentences.to_string(),
        or_none(finding.days.map(|(_, last)| last)),
        list(&finding.conflicts, "; "),
        list(&finding.examples, " / "),
    ];
    cells.join("\t") + "\n"
}

fn counted(role: &Role) -> String {
    format!("{} {}", role.words, role.count)
}

fn list<T: Display>(values: &[T], separator: &str) -> String {
    let texts: Vec<String> = values.iter().map(|value| cell(&value.to_string())).collect();
    if texts.is_empty() { "-".to_owned() } else { texts.join(separator) }
}

fn or_none<T: Display>(value: Option<T>) -> String {
    value.map_or_else(|| "-".to_owned(), |value| value.to_string())
}

/// Cells hold neither tabs nor the straight quotes that spreadsheets take for their own.
fn cell(text: &str) -> String {
    text.replace('"', "'").split_whitespace().collect::<Vec<_>>().join(" ")
}
