//! What a page states of itself: headline, outlet, authors, address and dates.
//!
//! Asked in this order: JSON-LD, then `<meta>` (OpenGraph and its elders), then what the reader sees
//! (`<h1>`, `<time>`, `<title>`). Nothing is inferred from the address or the running text.

use super::jsonld::{Linked, plain};
use crate::dates;
use crate::finish::Stated;
use crate::layout::same_words;
use dom_query::{Document, Selection};
use types::Date;

const PUBLISHED: [&str; 19] = [
    "article:published_time",
    "article:published",
    "pdate",
    "sn-post-date",
    "og:article:published_time",
    "article.published",
    "datepublished",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "publication_date",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.created",
    "dc.date",
    "dcterms.date",
    "date",
];
const MODIFIED: [&str; 8] = [
    "article:modified_time",
    "article:modified",
    "og:article:modified_time",
    "og:updated_time",
    "datemodified",
    "dcterms.modified",
    "lastmod",
    "last-modified",
];
const PUBLISHED_TIMES: &str =
    "time[itemprop='datePublished'], time[pubdate], time[class*='publish'], time[class*='Publish']";

/// Everything the page states.
pub fn read(page: &Document, linked: &Linked) -> Stated {
    let metas = Metas::of(page);
    let outlet = metas.first(&["og:site_name", "application-name"]).or_else(|| linked.string("publisher"));
    let outlet = outlet.filter(|outlet| !outlet.starts_with("http"));
    Stated {
        id: None,
        url: address(page, &metas),
        title: title(page, linked, &metas, outlet.as_deref()),
        authors: authors(linked, &metas),
        published: published(page, linked, &metas),
        modified: linked.string("dateModified").and_then(|text| dates::stated(&text)).or_else(|| metas.date(&MODIFIED)),
        outlet,
    }
}

/// The `<meta>` elements: name in lower case, content.
struct Metas(Vec<(String, String)>);

impl Metas {
    fn of(page: &Document) -> Self {
        let metas = page.select("meta[content]");
        Self(metas.iter().flat_map(|meta| pairs(&meta)).collect())
    }

    fn all<'a>(&'a self, names: &'a [&str]) -> impl Iterator<Item = &'a str> {
        let of_name = |name: &'a &str| self.0.iter().filter(move |(key, _)| key == name);
        names.iter().flat_map(of_name).map(|(_, content)| content.as_str()).filter(|content| !content.is_empty())
    }

    fn first(&self, names: &[&str]) -> Option<String> {
        self.all(names).next().map(str::to_owned)
    }

    fn date(&self, names: &[&str]) -> Option<Date> {
        self.all(names).find_map(dates::stated)
    }
}

/// Each name of a `<meta>` with its content.
fn pairs(meta: &Selection) -> Vec<(String, String)> {
    let content = plain(&meta.attr_or("content", ""));
    let names = ["property", "name", "itemprop"].iter().filter_map(|key| meta.attr(key));
    names
        .flat_map(|names| names.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>())
        .map(|name| (name, content.clone()))
        .collect()
}

fn address(page: &Document, metas: &Metas) -> Option<String> {
    let canonical = page.select_single("link[rel='canonical']").attr("href").map(|href| href.to_string());
    canonical.or_else(|| metas.first(&["og:url"])).filter(|url| url.starts_with("http"))
}

fn authors(linked: &Linked, metas: &Metas) -> Vec<String> {
    let mut names = linked.names("author");
    if names.is_empty() {
        names = metas
            .all(&["author", "article:author", "parsely-author", "dc.creator", "sailthru.author"])
            .map(str::to_owned)
            .collect();
    }
    names.iter_mut().for_each(|name| *name = without_by(name));
    names.retain(|name| !name.is_empty() && !name.starts_with("http"));
    let mut seen = Vec::new();
    names.retain(|name| {
        !seen.contains(name) && {
            seen.push(name.clone());
            true
        }
    });
    names
}

fn without_by(name: &str) -> String {
    ["By ", "by ", "BY "].iter().find_map(|by| name.strip_prefix(by)).unwrap_or(name).trim().to_owned()
}

fn published(page: &Document, linked: &Linked, metas: &Metas) -> Option<Date> {
    let linked = linked.string("datePublished").and_then(|text| dates::stated(&text));
    linked
        .or_else(|| metas.date(&PUBLISHED))
        .or_else(|| times(page, PUBLISHED_TIMES).next())
        .or_else(|| only_time(page))
}

fn times<'a>(page: &'a Document, selector: &str) -> impl Iterator<Item = Date> + 'a {
    let times: Vec<Date> = page
        .select(selector)
        .iter()
        .filter_map(|time| dates::stated(&time.attr("datetime").unwrap_or_else(|| time.text())))
        .collect();
    times.into_iter()
}

/// The day of `<time datetime>` in the article, or the only one on the page.
fn only_time(page: &Document) -> Option<Date> {
    let in_article = times(page, "article header time, article time, main time").next();
    let mut all = times(page, "time");
    let first = all.next();
    in_article.or(first.filter(|first| all.all(|other| other == *first)))
}

/// The headline: the page's `<h1>` if a stated title confirms it, else the stated title.
fn title(page: &Document, linked: &Linked, metas: &Metas, outlet: Option<&str>) -> Option<String> {
    let headings: Vec<String> =
        page.select("h1").iter().map(|h1| plain(&h1.text())).filter(|h1| !h1.is_empty()).collect();
    let document = plain(&page.select_single("head > title").text());
    let stated = linked.string("headline").or_else(|| metas.first(&["og:title", "twitter:title", "dc.title"]));
    let confirmed = headings.iter().find(|h1| stated.iter().chain([&document]).any(|title| confirms(title, h1)));
    let named = stated.as_deref().map(|title| without(title, |tail| is_named(tail, outlet)));
    let tagged = without(&document, |tail| is_named(tail, outlet) || is_name(tail));
    let tagged = Some(tagged).filter(|title| !title.is_empty());
    confirmed.cloned().or(named.or(tagged).map(str::to_owned)).or_else(|| headings.first().cloned())
}

fn confirms(title: &str, heading: &str) -> bool {
    same_words(title, heading) || (heading.split_whitespace().count() > 2 && title.starts_with(heading))
}

/// `Ministers meet | The Accra Post` without what is the outlet.
fn without(title: &str, is_outlet: impl Fn(&str) -> bool) -> &str {
    [" | ", " - ", " – ", " — ", " :: "]
        .iter()
        .find_map(|separator| title.rsplit_once(separator))
        .filter(|(head, tail)| head.split_whitespace().count() > 2 && is_outlet(tail))
        .map_or(title, |(head, _)| head)
}

fn is_named(tail: &str, outlet: Option<&str>) -> bool {
    outlet.is_some_and(|outlet| same_words(outlet, tail))
}

/// A few words with capitals, as outlets are named.
fn is_name(tail: &str) -> bool {
    let mut words = tail.split_whitespace();
    tail.split_whitespace().count() <= 4 && words.all(|word| word.starts_with(char::is_uppercase))
}
