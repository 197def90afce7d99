//! The elements of RSS and Atom that matter, as they are written.

use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::{Reader, escape};

/// One entry; what is missing is empty.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Entry {
    pub id: String,
    pub link: String,
    pub title: String,
    pub published: String,
    pub updated: String,
    pub content: String,
    pub summary: String,
    pub authors: Vec<String>,
}

/// A feed as far as it could be read.
#[derive(Debug, Default)]
pub struct Feed {
    pub title: String,
    pub entries: Vec<Entry>,
    pub error: Option<String>,
}

/// Reads a feed; the entries before an error are kept.
pub fn read(xml: &str) -> Feed {
    let mut state = State::default();
    let mut reader = Reader::from_str(xml.trim_start_matches('\u{feff}').trim_start());
    reader.config_mut().check_end_names = false;
    reader.config_mut().allow_unmatched_ends = true;
    loop {
        match reader.read_event() {
            Ok(Event::Eof) => break,
            Ok(event) => state.event(&event),
            Err(error) => {
                state.feed.error = Some(error.to_string());
                break;
            }
        }
    }
    state.finish()
}

#[derive(Default)]
struct State {
    feed: Feed,
    seen: bool,
    entry: Option<Entry>,
    /// Names of the open elements below the entry, or below the channel.
    path: Vec<String>,
    text: String,
}

impl State {
    fn event(&mut self, event: &Event) {
        match event {
            Event::Start(tag) => self.open(tag),
            Event::Empty(tag) => {
                self.open(tag);
                self.close(&name(tag));
            }
            Event::End(tag) => self.close(tag.name().as_ref()),
            Event::Text(text) => self.text.push_str(text),
            Event::CData(text) => self.text.push_str(text),
            Event::GeneralRef(reference) => self.text.push_str(&resolve(reference)),
            _ => {}
        }
    }

    fn open(&mut self, tag: &BytesStart) {
        let name = name(tag);
        match name.as_str() {
            "rss" | "feed" | "rdf:RDF" => self.seen = true,
            "channel" => {}
            "item" | "entry" => self.entry = Some(Entry::default()),
            _ => {
                self.link(tag, &name);
                if self.path.is_empty() {
                    self.text.clear();
                } else if self.path.first().is_some_and(|field| field == "content") {
                    self.text.push_str(&format!("<{}>", local(&name)));
                }
                self.path.push(name);
            }
        }
    }

    /// The address of an Atom entry is an attribute.
    fn link(&mut self, tag: &BytesStart, name: &str) {
        let attribute = |key: &str| tag.try_get_attribute(key).ok().flatten().map(|a| a.value.into_owned());
        let alternate = attribute("rel").is_none_or(|rel| rel == "alternate");
        if let (Some(entry), "link", true, Some(href)) = (&mut self.entry, name, alternate, attribute("href")) {
            entry.link = escape::unescape(&href).map_or(href.clone(), |href| href.into_owned());
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "item" | "entry" => {
                self.feed.entries.extend(self.entry.take());
                self.path.clear();
            }
            _ => self.close_field(name),
        }
    }

    fn close_field(&mut self, name: &str) {
        if self.path.pop_if(|open| open == name).is_none() {
            return;
        }
        match (self.path.first().map(String::as_str), &mut self.entry) {
            (None, Some(entry)) => entry.set(name, std::mem::take(&mut self.text)),
            (None, None) if name == "title" && self.feed.title.is_empty() => {
                self.feed.title = std::mem::take(&mut self.text)
            }
            (Some("content"), _) => self.text.push_str(&format!("</{}>", local(name))),
            (Some("author"), Some(entry)) if name == "name" => entry.authors.push(self.text.trim().to_owned()),
            _ => {}
        }
    }

    fn finish(mut self) -> Feed {
        self.feed.entries.extend(self.entry.take());
        if !self.seen && self.feed.entries.is_empty() && self.feed.error.is_none() {
            self.feed.error = Some("no element <rss>, <feed> or <rdf:RDF>".to_owned());
        }
        self.feed
    }
}

impl Entry {
    fn set(&mut self, name: &str, text: String) {
        let field = match name {
            "title" => &mut self.title,
            "id" | "guid" => &mut self.id,
            "link" if !text.trim().is_empty() => &mut self.link,
            "published" | "pubDate" | "issued" | "dc:date" => &mut self.published,
            "updated" | "modified" | "dcterms:modified" => &mut self.updated,
            "content:encoded" | "content" => &mut self.content,
            "description" | "summary" => &mut self.summary,
            "dc:creator" => return self.authors.push(text),
            "author" if self.authors.is_empty() && !text.trim().is_empty() => return self.authors.push(text),
            _ => return,
        };
        *field = text.trim().to_owned();
    }
}

fn name(tag: &BytesStart) -> String {
    tag.name().as_ref().to_owned()
}

fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or(name)
}

/// A character or entity reference; those only HTML knows stay as they are.
fn resolve(reference: &BytesRef) -> String {
    let written = format!("&{};", &**reference);
    escape::unescape(&written).map_or(written.clone(), |text| text.into_owned())
}
