//! Paragraphs that the extraction lost in the middle of an article.
//!
//! Cleaning by link density now and then takes out a paragraph with a link in it. Such a paragraph
//! stands between two that were kept and has the same markup as they, or its words are in the
//! article body that the page states.

use super::walk::Part;
use crate::furniture;
use crate::layout::Shape;
use dom_query::{Document, NodeRef};
use std::collections::{HashMap, HashSet};

/// A paragraph of the whole page.
pub struct Paragraph {
    text: String,
    /// Names and classes of the element and those round it.
    markup: String,
}

/// Elements round a paragraph that its markup counts.
const ROUND: usize = 2;
/// Share of its paragraphs, in percent, that must have been kept for a markup to be the article's.
const TRUSTED: usize = 60;
/// Words in the shortest paragraph that is put back.
const SHORTEST: usize = 6;

/// All `<p>` of a page, in order.
pub fn paragraphs(page: &Document) -> Vec<Paragraph> {
    page.select("p").iter().map(|p| Paragraph { text: single_spaced(&p.text()), markup: markup(&p) }).collect()
}

fn markup(p: &dom_query::Selection) -> String {
    p.nodes()
        .first()
        .map(|node| std::iter::once(*node).chain(node.ancestors_it(Some(ROUND))).map(|n| name(&n)).collect())
        .unwrap_or_default()
}

fn name(node: &NodeRef) -> String {
    format!("{}.{} ", node.node_name().unwrap_or_default(), node.class().unwrap_or_default())
}

fn single_spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The parts with the lost paragraphs put back.
pub fn mend(parts: Vec<Part>, page: &[Paragraph]) -> Vec<Part> {
    let kept: HashSet<&str> = parts.iter().map(|part| part.text.as_str()).collect();
    let kept = |p: &&Paragraph| kept.contains(p.text.as_str());
    let markups = trusted_markups(page, kept);
    let Some(last) = page.iter().rposition(|p| kept(&p)) else { return parts };
    let mut mended = Vec::new();
    for part in &parts {
        mended.push(part.clone());
        let after = page.iter().position(|p| p.text == part.text).map_or(last, |at| at + 1);
        let gap = page.iter().take(last).skip(after).take_while(|p| !kept(p));
        let lost = gap.filter(|p| markups.contains(p.markup.as_str()) && is_running(&p.text));
        mended.extend(lost.map(|p| Part { text: p.text.clone(), shape: Shape::Prose, linked: false }));
    }
    mended
}

/// Markup of which most paragraphs were kept.
fn trusted_markups(page: &[Paragraph], kept: impl Fn(&&Paragraph) -> bool) -> HashSet<&str> {
    let mut counts: HashMap<&str, (usize, usize)> = HashMap::new();
    for paragraph in page.iter().filter(|p| is_running(&p.text)) {
        let (of_kept, all) = counts.entry(&paragraph.markup).or_default();
        *of_kept += usize::from(kept(&paragraph));
        *all += 1;
    }
    counts.into_iter().filter(|(_, (of_kept, all))| of_kept * 100 >= all * TRUSTED).map(|(markup, _)| markup).collect()
}

fn is_running(text: &str) -> bool {
    furniture::is_sentence(text) && text.split_whitespace().count() >= SHORTEST
}
