//! What a page states in JSON-LD, the notation of schema.org, about its article.

use dom_query::Document;
use serde_json::Value;

/// The article object of a page; empty where the page has none.
#[derive(Debug, Clone, Default)]
pub struct Linked(Value);

/// Types of schema.org that are articles end in one of these.
const ARTICLES: [&str; 4] = ["Article", "BlogPosting", "Report", "AnalysisNewsArticle"];

/// The first article that the page describes, else the first thing with a day of publication.
pub fn article(page: &Document) -> Linked {
    let scripts = page.select("script[type='application/ld+json']");
    let values: Vec<Value> = scripts.iter().filter_map(|script| parse(&script.text())).collect();
    let first = |wanted: fn(&Value) -> bool| values.iter().find_map(|value| find(value, wanted));
    Linked(first(is_article).or_else(|| first(is_dated)).cloned().unwrap_or(Value::Null))
}

/// Parses a script; raw line ends inside strings, which are common, are mended.
fn parse(script: &str) -> Option<Value> {
    let json = script.trim().trim_start_matches("<!--").trim_end_matches("-->").trim_end_matches(';');
    let json: String = json.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    serde_json::from_str(&json).ok()
}

/// The wanted object in a value, a list or a graph, looked for breadth first.
fn find(value: &Value, wanted: fn(&Value) -> bool) -> Option<&Value> {
    let mut level = vec![value];
    while !level.is_empty() {
        if let Some(found) = level.iter().find(|value| wanted(value)) {
            return Some(found);
        }
        level = level.into_iter().flat_map(inside).collect();
    }
    None
}

fn inside(value: &Value) -> Vec<&Value> {
    match value {
        Value::Array(items) => items.iter().collect(),
        Value::Object(fields) => {
            ["@graph", "mainEntity", "itemListElement"].iter().filter_map(|key| fields.get(*key)).collect()
        }
        _ => Vec::new(),
    }
}

fn is_article(value: &Value) -> bool {
    let is = |name: &Value| name.as_str().is_some_and(|name| ARTICLES.iter().any(|end| name.ends_with(end)));
    match value.get("@type") {
        Some(Value::Array(names)) => names.iter().any(is),
        Some(name) => is(name),
        None => false,
    }
}

fn is_dated(value: &Value) -> bool {
    value.get("datePublished").is_some()
}

impl Linked {
    /// A field that is a string, or an object with a name or address.
    pub fn string(&self, field: &str) -> Option<String> {
        self.0.get(field).and_then(name).map(plain).filter(|text| !text.is_empty())
    }

    /// A field that is running text, line ends kept.
    pub fn text(&self, field: &str) -> Option<String> {
        let text = self.0.get(field)?.as_str()?;
        Some(if text.contains(['<', '&']) { Document::fragment(text).text().to_string() } else { text.to_owned() })
    }

    /// The names in a field that is one value or a list.
    pub fn names(&self, field: &str) -> Vec<String> {
        match self.0.get(field) {
            Some(Value::Array(items)) => items.iter().filter_map(name).map(plain).collect(),
            Some(value) => name(value).map(plain).into_iter().collect(),
            None => Vec::new(),
        }
    }
}

fn name(value: &Value) -> Option<&str> {
    match value {
        Value::String(text) => Some(text),
        Value::Object(fields) => ["name", "@id", "url"].iter().find_map(|key| fields.get(*key)).and_then(name),
        Value::Array(items) => items.first().and_then(name),
        _ => None,
    }
}

/// Text without the markup and character references that JSON-LD often carries.
pub fn plain(text: &str) -> String {
    let text = if text.contains(['<', '&']) { Document::fragment(text).text().to_string() } else { text.to_owned() };
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
