//! The articles that a page rests on, numbered, and how they are referred to.

use super::calendar::time;
use super::matter::{Matter, link};
use super::phrases::several;
use super::summary::heading;
use crate::html::escaped;
use crate::wire::{Document, Record};
use std::collections::BTreeMap;
use types::Date;

/// Articles by id, with their numbers, which count from 1 in the order of publication.
pub(super) struct Articles<'a>(BTreeMap<&'a str, (usize, &'a Document)>);

impl<'a> Articles<'a> {
    pub(super) fn of(records: &'a [Record]) -> Self {
        let by_id: BTreeMap<&str, &Document> =
            records.iter().map(|record| (record.document.id.as_str(), &record.document)).collect();
        let mut documents: Vec<&Document> = by_id.into_values().collect();
        documents.sort_by_key(|document| (document.published.is_none(), document.published, &document.id));
        Self((1..).zip(documents).map(|(number, document)| (document.id.as_str(), (number, document))).collect())
    }

    pub(super) fn count(&self) -> usize {
        self.0.len()
    }

    /// Days of the first and last article.
    pub(super) fn span(&self) -> Option<(Date, Date)> {
        let days = || self.0.values().filter_map(|(_, document)| document.published);
        days().min().zip(days().max())
    }

    /// The outlets, each once.
    pub(super) fn outlets(&self) -> Vec<&'a str> {
        let mut outlets: Vec<&str> = self.0.values().filter_map(|(_, document)| outlet(document)).collect();
        outlets.sort_unstable();
        outlets.dedup();
        outlets
    }

    /// The outlet of an article and its number, as a link to where the article is listed.
    pub(super) fn reference(&self, document: &Document) -> String {
        let number = self.0.get(document.id.as_str()).map_or(0, |(number, _)| *number);
        let name = outlet(document).map_or_else(|| "article".to_owned(), escaped);
        format!("<a class=\"ref\" href=\"#a{number}\"><bdi>{name}</bdi> [{number}]</a>")
    }
}

/// The outlet as the article names itself, else the host of its address.
pub(super) fn outlet(document: &Document) -> Option<&str> {
    document.outlet.as_deref().filter(|outlet| !outlet.trim().is_empty()).or_else(|| host(document.url.as_deref()?))
}

fn host(url: &str) -> Option<&str> {
    let (_, rest) = url.split_once("://")?;
    let host = rest.split(['/', '?', '#', ':']).next()?;
    Some(host.strip_prefix("www.").unwrap_or(host)).filter(|host| !host.is_empty())
}

/// All of them.
pub(super) fn section(matter: &Matter) -> String {
    let mut documents: Vec<&(usize, &Document)> = matter.articles.0.values().collect();
    documents.sort_by_key(|(number, _)| *number);
    let items: String = documents.into_iter().map(|(number, document)| item(*number, document, matter)).collect();
    format!(
        "<section aria-labelledby=\"articles\">\n{}<ol class=\"articles\">\n{items}</ol>\n</section>\n",
        heading("articles", "Articles", Some(matter.articles.count()))
    )
}

fn item(number: usize, document: &Document, matter: &Matter) -> String {
    let outlet = outlet(document).map_or_else(|| "outlet not stated".to_owned(), escaped);
    let published = document.published.map_or_else(|| "no date".to_owned(), time);
    format!(
        "<li id=\"a{number}\">{}<br><small><bdi>{outlet}</bdi> · {published} · {}</small></li>\n",
        title(document),
        statements(document, matter)
    )
}

/// The headline, else where the article is from. An address of the web can be followed, and is printed.
fn title(document: &Document) -> String {
    let headline = |title: &String| format!("<span class=\"words\" dir=\"auto\">{}</span>", escaped(title));
    let url = document.url.as_deref().filter(|url| is_web(url)).map(escaped);
    match (document.title.as_ref().map(headline), url) {
        (Some(title), Some(url)) => {
            format!("<a href=\"{url}\" rel=\"noreferrer\">{title}<span class=\"address\"> {url}</span></a>")
        }
        (Some(title), None) => title,
        (None, Some(url)) => format!("<a href=\"{url}\" rel=\"noreferrer\">{url}</a>"),
        (None, None) => escaped(document.file.as_deref().unwrap_or(&document.id)),
    }
}

/// Addresses of other kinds could run scripts.
fn is_web(url: &str) -> bool {
    url.starts_with("https://") || url.starts_with("http://")
}

fn statements(document: &Document, matter: &Matter) -> String {
    let own = matter.numbered().filter(|(_, told)| told.records.iter().any(|record| record.document.id == document.id));
    let links: Vec<String> = own.map(|(number, _)| link(number)).collect();
    format!("{}: {}", if links.len() == 1 { "statement" } else { "statements" }, links.join(" "))
}

/// `3 articles of 2 outlets`, or less where outlets are not known.
pub(super) fn counted(articles: &Articles) -> String {
    let count = several(articles.count(), "article");
    match articles.outlets().len() {
        0 => count,
        outlets => format!("{count} of {}", several(outlets, "outlet")),
    }
}
