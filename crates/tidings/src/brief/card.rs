//! One statement: who, what, whom; the sentence that says so; who tells it and on whose word.

use super::articles::Articles;
use super::calendar::{period, short, time};
use super::marked::sentence;
use super::people::names;
use super::phrases::{act, figure, several, shortened};
use super::standing::Standing;
use super::statement::Statement;
use crate::html::escaped;
use crate::wire::{Attribution, Record};
use std::collections::BTreeSet;

/// The statement of a number.
pub(super) fn card(number: usize, statement: &Statement, articles: &Articles) -> String {
    let record = statement.record;
    format!(
        "<article id=\"s{number}\" class=\"card {}\" aria-labelledby=\"h{number}\">\n<p class=\"when\">{}</p>\n\
         <div class=\"said\">\n<h4 id=\"h{number}\"><a class=\"no\" href=\"#s{number}\">{number}</a> {}</h4>\n\
         <blockquote dir=\"auto\">{}</blockquote>\n{}{}</div>\n</article>\n",
        statement.standing().class(),
        when(statement),
        clause(record),
        sentence(record, &record.evidence),
        mentions(record),
        facts(statement, articles),
    )
}

/// Who does what to whom.
pub(super) fn clause(record: &Record) -> String {
    let act = format!("<span class=\"act\">{}</span>", escaped(&act(record)));
    match (names(&record.actors), names(&record.recipients)) {
        (Some(actors), Some(recipients)) => format!("{actors} — {act} → {recipients}"),
        (Some(actors), None) => format!("{actors} — {act}"),
        (None, Some(recipients)) => format!("{act} → {recipients}"),
        (None, None) => act,
    }
}

/// The day of the act, or that of publication, marked as such.
fn when(statement: &Statement) -> String {
    match (period(&statement.record.time), statement.record.document.published) {
        (Some(period), _) => period,
        (None, Some(day)) => format!("{} <small>published</small>", time(day)),
        (None, None) => "no date".to_owned(),
    }
}

/// Further sentences of the article that tell it.
fn mentions(record: &Record) -> String {
    let quotes: String = record
        .mentions
        .iter()
        .map(|evidence| format!("<blockquote dir=\"auto\">{}</blockquote>\n", sentence(record, evidence)))
        .collect();
    match record.mentions.len() {
        0 => quotes,
        count => format!(
            "<details>\n<summary>{} of the article</summary>\n{quotes}</details>\n",
            several(count, "more sentence")
        ),
    }
}

/// All else that is known of it.
fn facts(statement: &Statement, articles: &Articles) -> String {
    let record = statement.record;
    let status = Some(statement.standing()).filter(|standing| IN_COMPANY.contains(standing));
    let pairs = [
        ("Status", status.map(|standing| format!("<span class=\"standing\">{}</span>", standing.label()))),
        ("Told by", Some(outlets(statement, articles))),
        ("On the word of", Some(chain(&record.attribution))),
        ("Hedged", record.hedge.as_deref().map(quoted)),
        ("Where", record.place.as_ref().map(|place| format!("<bdi>{}</bdi>", escaped(&place.name)))),
        ("When", record.time.text.as_deref().map(quoted)),
        ("Stated", counts(record)),
        ("Confidence", Some(format!("{:.0} %", record.confidence * 100.0))),
    ];
    let pairs = pairs.into_iter().filter_map(|(label, value)| Some((label, value?)));
    let pairs: String = pairs.map(|(label, value)| format!("<div><dt>{label}</dt><dd>{value}</dd></div>\n")).collect();
    format!("<dl class=\"facts\">\n{pairs}</dl>\n")
}

/// Standings that share a section of the page.
const IN_COMPANY: [Standing; 3] = [Standing::Considered, Standing::Threatened, Standing::Hypothetical];

/// Each article once, with the day of publication.
fn outlets(statement: &Statement, articles: &Articles) -> String {
    let mut seen = BTreeSet::new();
    let own = statement.records.iter().map(|record| &record.document).filter(|document| seen.insert(&document.id));
    let each = own.map(|document| {
        let day = document.published.map(|day| format!(", {}", short(day))).unwrap_or_default();
        articles.reference(document) + &day
    });
    each.collect::<Vec<_>>().join("; ")
}

/// The sources, the outermost first.
pub(super) fn chain(sources: &[Attribution]) -> String {
    let links: Vec<String> = sources.iter().map(source).collect();
    if links.is_empty() { "the author".to_owned() } else { links.join(" › ") }
}

fn source(source: &Attribution) -> String {
    match &source.text {
        Some(text) => format!("{} <small>{}</small>", quoted(text), source.kind),
        None => format!("{} <small>not named</small>", source.kind),
    }
}

/// The longest words that are quoted beside the sentence.
const LONGEST: usize = 80;

/// Words of the article.
pub(super) fn quoted(text: &str) -> String {
    format!("<q dir=\"auto\">{}</q>", escaped(&shortened(text, LONGEST)))
}

fn counts(record: &Record) -> Option<String> {
    let all: Vec<String> = super::counts::stated(record)
        .into_iter()
        .map(|(of, count)| format!("{} {}", figure(count), of.label()))
        .collect();
    (!all.is_empty()).then(|| all.join(", "))
}
