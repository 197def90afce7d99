//! The head of the page: how much there is, of which standing, and how it was picked. And its foot: what made it.

use super::articles::counted;
use super::calendar::span;
use super::matter::Matter;
use super::phrases::several;
use super::standing::Standing;
use crate::html::escaped;
use crate::wire::{ProducedBy, Record};

/// What stands below the title.
pub(super) fn head(matter: &Matter, picked: &[(String, String)]) -> String {
    let days = matter.articles.span().map(|(first, last)| format!(" · published {}", span(first, last)));
    format!(
        "<p class=\"sum\">{} in {}{}</p>\n{}{}",
        several(matter.statements.len(), "statement"),
        escaped(&counted(&matter.articles)),
        days.unwrap_or_default(),
        choice(picked),
        contents(matter),
    )
}

fn choice(picked: &[(String, String)]) -> String {
    let pair = |(label, value): &(String, String)| {
        format!("<div><dt>{}</dt><dd dir=\"auto\">{}</dd></div>", escaped(label), escaped(value))
    };
    let pairs: String = picked.iter().map(pair).collect();
    if pairs.is_empty() { pairs } else { format!("<dl class=\"picked\">{pairs}</dl>\n") }
}

/// There is none where no statement has a day.
const TIMELINE: &str = "timeline";
/// Sections besides those of the statements.
const SECTIONS: [(&str, &str); 6] = [
    (TIMELINE, "Timeline"),
    ("contested", "Contested"),
    ("participants", "Participants"),
    ("numbers", "Numbers"),
    ("unknown", "Unknown"),
    ("articles", "Articles"),
];

/// Where to find what. Statements are counted by standing.
fn contents(matter: &Matter) -> String {
    let tiles: String = Standing::ALL.iter().map(|standing| tile(*standing, matter)).collect();
    let there = SECTIONS.iter().filter(|(id, _)| *id != TIMELINE || matter.axis.is_some());
    let links: String = there.map(|(id, name)| format!("<li><a href=\"#{id}\">{name}</a></li>")).collect();
    format!(
        "<nav aria-label=\"Contents\">\n<ul class=\"tiles\">\n{tiles}</ul>\n<ul class=\"links\">{links}</ul>\n</nav>\n"
    )
}

fn tile(standing: Standing, matter: &Matter) -> String {
    let numbers: Vec<usize> = matter.standing(standing).map(|(number, _)| number).collect();
    let Some(first) = numbers.first() else { return String::new() };
    let (class, label) = (standing.class(), standing.label());
    format!("<li class=\"{class}\"><a href=\"#s{first}\"><b>{}</b> {label}</a></li>\n", numbers.len())
}

/// The heading of a section, with how much stands below it.
pub(super) fn heading(id: &str, text: &str, count: Option<usize>) -> String {
    let count = count.map(|count| format!(" <small>{count}</small>")).unwrap_or_default();
    format!("<h2 id=\"{id}\">{text}{count}</h2>\n")
}

/// What made the records.
pub(super) fn foot(records: &[Record]) -> String {
    let mut makers: Vec<&ProducedBy> = records.iter().map(|record| &record.produced_by).collect();
    makers.sort_unstable_by_key(|maker| (&maker.tidings, &maker.model, &maker.lexicon));
    makers.dedup();
    let lines: String = makers.into_iter().map(maker).collect();
    format!("<footer>\n{lines}</footer>\n")
}

fn maker(maker: &ProducedBy) -> String {
    let ProducedBy { tidings, model, lexicon } = maker;
    format!(
        "<p>Read by Tidings {}. Model <code>{}</code>, lexicon <code>{}</code></p>\n",
        escaped(tidings),
        escaped(model),
        escaped(lexicon)
    )
}
