//! An Atom feed: an entry per event, with status and source in its words, for feed readers.
//!
//! No clock is read: a feed is as new as its newest article, an entry as its own.

use super::sheet::{Out, Sheet};
use super::{Counted, ExportError, Fate, csv::joined};
use crate::wire::{Participant, Record};
use quick_xml::escape::escape;
use std::fmt::Write;
use types::Date;

/// A feed, whose entries wait until it is known which is the newest.
pub(super) struct Feed<'a> {
    out: Out<'a>,
    entries: String,
    newest: Option<Date>,
}

impl<'a> Feed<'a> {
    pub(super) fn new(out: Out<'a>) -> Self {
        Self { out, entries: String::new(), newest: None }
    }
}

impl Sheet for Feed<'_> {
    fn add(&mut self, counted: &Counted) -> Result<Fate, ExportError> {
        self.entries.push_str(&entry(counted));
        self.newest = self.newest.max(day(&counted.record));
        Ok(Fate::Written)
    }

    fn finish(self: Box<Self>) -> Result<(), ExportError> {
        self.out.write_all(opening(self.newest).as_bytes())?;
        self.out.write_all(self.entries.as_bytes())?;
        self.out.write_all(b"</feed>\n")?;
        Ok(self.out.flush()?)
    }
}

/// What a feed says of itself.
fn opening(updated: Option<Date>) -> String {
    let updated = stamp(updated);
    format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n\
         <title>Tidings: events</title>\n<id>urn:tidings:events</id>\n<updated>{updated}</updated>\n\
         <author><name>Tidings</name></author>\n"
    )
}

/// The day of an entry.
fn day(record: &Record) -> Option<Date> {
    record.document.published.or(record.time.start_date)
}

/// Midnight of a day; Atom must have one, so the unknown day is the first of Unix.
fn stamp(day: Option<Date>) -> String {
    day.map_or_else(|| "1970-01-01".to_owned(), |day| day.to_string()) + "T00:00:00Z"
}

/// The entry of an event.
fn entry(counted: &Counted) -> String {
    let record = &counted.record;
    let mut xml = String::from("<entry>\n");
    _ = writeln!(xml, "<title>{}</title>", text(&title(record)));
    _ = writeln!(xml, "<id>urn:tidings:{}</id>", text(&record.id));
    _ = writeln!(xml, "<updated>{}</updated>", stamp(day(record)));
    if let Some(url) = &record.document.url {
        _ = writeln!(xml, "<link href=\"{}\"/>", text(url));
    }
    for term in [record.kind.as_str(), record.status.as_str()] {
        _ = writeln!(xml, "<category term=\"{term}\"/>");
    }
    _ = writeln!(xml, "<summary>{}</summary>\n</entry>", text(&summary(record)));
    xml
}

/// Escaped, and without what XML cannot hold.
fn text(text: &str) -> String {
    let allowed = |c: &char| !c.is_control() && !matches!(c, '\u{fffe}' | '\u{ffff}');
    escape(text.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).filter(allowed).collect::<String>())
        .into_owned()
}

fn title(record: &Record) -> String {
    let mode = record.mode.map_or_else(String::new, |mode| format!("/{mode}"));
    let parties = match [&record.actors, &record.recipients].map(|side| names(side)) {
        [actors, recipients] if actors.is_empty() && recipients.is_empty() => String::new(),
        [actors, recipients] if actors.is_empty() => format!(": → {recipients}"),
        [actors, recipients] if recipients.is_empty() => format!(": {actors}"),
        [actors, recipients] => format!(": {actors} → {recipients}"),
    };
    format!("{} {}{mode}{parties}", record.status, record.kind)
}

fn names(side: &[Participant]) -> String {
    let names: Vec<&str> = side.iter().filter_map(|party| party.name.as_deref().or(party.text.as_deref())).collect();
    names.join(", ")
}

/// The sentence, and on whose word.
fn summary(record: &Record) -> String {
    let sources = joined(record.attribution.iter().filter(|s| s.text.is_some()).map(|s| s.text.as_ref()));
    let sources = if sources.is_empty() { sources } else { format!(" [{}]", sources.replace('|', " < ")) };
    format!("{}{sources}", record.evidence.text)
}
