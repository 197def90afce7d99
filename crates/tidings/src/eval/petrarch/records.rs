//! The validation records of PETRARCH: sentences with the events they are to be coded as.
//!
//! The files are nearly XML; what is read of them is the attributes of `<Sentence>` and `<EventCoding>` and the
//! text between `<Text>` tags.

use std::collections::{BTreeSet, HashMap};
use types::Date;

/// Source, target and event.
pub type Triple = (String, String, String);

/// What a sentence is to come to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Expected {
    /// These events, or none.
    Events(BTreeSet<Triple>),
    /// The sentence is left out.
    SentenceDiscarded,
    /// The story is left out.
    StoryDiscarded,
    /// The program tells another error.
    Error(String),
}

/// A sentence with its events.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// Its id; the second of a name is `NAME#2`.
    pub id: String,
    /// What it tests.
    pub category: String,
    /// Day of publication.
    pub published: Option<Date>,
    /// The words.
    pub text: String,
    /// What is expected.
    pub expected: Expected,
}

/// All records of a file.
pub fn read(file: &str) -> Vec<Record> {
    let mut seen: HashMap<String, usize> = HashMap::new();
    let parts = file.split("<Sentence ").skip(1);
    let found = parts.filter_map(|part| record(part.split("</Sentence>").next()?));
    found
        .map(|mut record| {
            let nth = seen.entry(record.id.clone()).and_modify(|n| *n += 1).or_insert(1);
            if *nth > 1 {
                record.id = format!("{}#{nth}", record.id);
            }
            record
        })
        .collect()
}

fn record(part: &str) -> Option<Record> {
    let (head, body) = part.split_once('>')?;
    let body = without_comments(body);
    let attributes = attributes(head);
    let (_, text) = body.split_once("<Text>")?;
    let text = text.split("</Text>").next()?.split_whitespace().collect::<Vec<_>>().join(" ");
    Some(Record {
        id: attributes.get("id")?.clone(),
        category: attributes.get("category").cloned().unwrap_or_default(),
        published: attributes.get("date").and_then(|date| day(date)),
        text: text.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"),
        expected: expected(&body),
    })
}

fn without_comments(body: &str) -> String {
    let mut parts = body.split("<!--");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.filter_map(|part| part.split_once("-->")).fold(first, |text, (_, rest)| text + rest)
}

fn day(text: &str) -> Option<Date> {
    format!("{}-{}-{}", text.get(..4)?, text.get(4..6)?, text.get(6..8)?).parse().ok()
}

fn expected(body: &str) -> Expected {
    let codings: Vec<HashMap<String, String>> =
        body.split("<EventCoding ").skip(1).filter_map(|part| part.split('>').next()).map(attributes).collect();
    match codings.iter().find_map(|coding| coding.get("error")).map(String::as_str) {
        Some("sentencediscard") => return Expected::SentenceDiscarded,
        Some("storydiscard") => return Expected::StoryDiscarded,
        Some(error) => return Expected::Error(error.to_owned()),
        None => {}
    }
    let part = |coding: &HashMap<String, String>, name: &str| coding.get(name).cloned();
    let triple = |coding: &HashMap<String, String>| {
        Some((part(coding, "sourcecode")?, part(coding, "targetcode")?, part(coding, "eventcode")?))
    };
    Expected::Events(codings.iter().filter_map(triple).collect())
}

/// `name="value"`, with blanks round the sign and either kind of quotation mark.
fn attributes(text: &str) -> HashMap<String, String> {
    let mut found = HashMap::new();
    let mut rest = text;
    while let Some((name, after)) = rest.split_once('=') {
        let after = after.trim_start();
        let Some(mark) = after.chars().next().filter(|c| matches!(c, '"' | '\'')) else { break };
        let Some((value, next)) = after.get(1..).and_then(|after| after.split_once(mark)) else { break };
        found.insert(name.trim().to_owned(), value.to_owned());
        rest = next;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = r#"
<Sentence date="20100203" id ="A-1" category = "DEMO" sentence="true">
<!-- <EventCoding sourcecode="X" targetcode="Y" eventcode="010"></EventCoding> -->
<EventCoding sourcecode="NOR" targetcode='"A NAME"' eventcode="064"></EventCoding>
<Text>
Nordland &amp; its
neighbours met.
</Text></Sentence>
<Sentence id="A-1" category="ERROR"><EventCoding error="storydiscard"></EventCoding><Text>x</Text></Sentence>
<Sentence id="A-2"><EventCoding noevents = "True"></EventCoding><Text>y</Text></Sentence>"#;

    #[test]
    fn records_are_read() {
        let records = read(FILE);
        let ids: Vec<&str> = records.iter().map(|record| record.id.as_str()).collect();
        assert_eq!(ids, ["A-1", "A-1#2", "A-2"]);
        assert_eq!(records[0].text, "Nordland & its neighbours met.");
        assert_eq!(records[0].published, Date::new(2010, 2, 3));
        let triple = ("NOR".to_owned(), "\"A NAME\"".to_owned(), "064".to_owned());
        assert_eq!(records[0].expected, Expected::Events(BTreeSet::from([triple])));
        assert_eq!(records[1].expected, Expected::StoryDiscarded);
        assert_eq!(records[2].expected, Expected::Events(BTreeSet::new()));
    }
}
