//! CSV: a flat row per record, for spreadsheets and data frames.
//!
//! Several values in one cell are joined by `|`, in the order of the record. Documents without events
//! have no row. The columns:
//!
//! | column | holds |
//! |---|---|
//! | `id`, `type`, `mode`, `status`, `quad`, `score`, `cameo` | as in the record |
//! | `contexts` | all contexts |
//! | `actors`, `recipients` | their words |
//! | `actor_countries`, `actor_sectors` | one value per actor, empty where unknown |
//! | `recipient_countries`, `recipient_sectors` | the same of recipients |
//! | `place`, `place_country`, `lat`, `lon` | canonical name, country, coordinates |
//! | `date_start`, `date_end`, `date_precision` | when |
//! | `killed`, `injured`, `arrested`, `participants` | how many |
//! | `source_kinds`, `sources` | the chain of sources, outermost first |
//! | `hedge`, `trigger`, `sentence`, `start`, `end` | the words, and the sentence's place in code points |
//! | `mentions` | how many sentences tell it, the leading one included |
//! | `confidence`, `rule` | as in the record |
//! | `document`, `file`, `url`, `title`, `outlet`, `published` | the article |

use crate::wire::{Participant, Record};
use serde::Serialize;
use std::fmt::Display;

#[derive(Serialize)]
struct Row<'a> {
    id: &'a str,
    r#type: &'a str,
    mode: Option<&'a str>,
    status: &'a str,
    quad: u8,
    score: f32,
    cameo: &'a str,
    contexts: String,
    actors: String,
    actor_countries: String,
    actor_sectors: String,
    recipients: String,
    recipient_countries: String,
    recipient_sectors: String,
    place: Option<&'a str>,
    place_country: Option<String>,
    lat: Option<f64>,
    lon: Option<f64>,
    date_start: Option<String>,
    date_end: Option<String>,
    date_precision: Option<&'a str>,
    killed: Option<u32>,
    injured: Option<u32>,
    arrested: Option<u32>,
    participants: Option<u32>,
    source_kinds: String,
    sources: String,
    hedge: Option<&'a str>,
    trigger: &'a str,
    sentence: &'a str,
    start: usize,
    end: usize,
    mentions: usize,
    confidence: f32,
    rule: &'a str,
    document: &'a str,
    file: Option<&'a str>,
    url: Option<&'a str>,
    title: Option<&'a str>,
    outlet: Option<&'a str>,
    published: Option<String>,
}

/// The header line.
pub const HEADER: &str = "id,type,mode,status,quad,score,cameo,contexts,actors,actor_countries,actor_sectors,\
recipients,recipient_countries,recipient_sectors,place,place_country,lat,lon,date_start,date_end,date_precision,\
killed,injured,arrested,participants,source_kinds,sources,hedge,trigger,sentence,start,end,mentions,confidence,\
rule,document,file,url,title,outlet,published\n";

/// The rows of some records, without header.
pub fn rows(records: &[Record]) -> Result<Vec<u8>, csv::Error> {
    let mut writer = csv::WriterBuilder::new().has_headers(false).from_writer(Vec::new());
    records.iter().try_for_each(|record| writer.serialize(row(record)))?;
    writer.into_inner().map_err(|error| error.into_error().into())
}

/// A line of any cells, its end included.
pub fn line<T: AsRef<[u8]>>(cells: impl IntoIterator<Item = T>) -> std::io::Result<Vec<u8>> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(cells)?;
    writer.into_inner().map_err(|error| error.into_error())
}

fn row(record: &Record) -> Row<'_> {
    let Record { document, place, time, magnitude, evidence, .. } = record;
    let place = place.as_ref();
    Row {
        id: &record.id,
        r#type: record.kind.as_str(),
        mode: record.mode.map(|mode| mode.as_str()),
        status: record.status.as_str(),
        quad: record.quad,
        score: record.score,
        cameo: &record.cameo,
        contexts: joined(record.contexts.iter().map(Some)),
        actors: words(&record.actors),
        actor_countries: countries(&record.actors),
        actor_sectors: sectors(&record.actors),
        recipients: words(&record.recipients),
        recipient_countries: countries(&record.recipients),
        recipient_sectors: sectors(&record.recipients),
        place: place.map(|p| p.name.as_str()),
        place_country: place.and_then(|p| p.country).map(|c| c.to_string()),
        lat: place.and_then(|p| p.lat),
        lon: place.and_then(|p| p.lon),
        date_start: time.start_date.map(|d| d.to_string()),
        date_end: time.end_date.map(|d| d.to_string()),
        date_precision: time.precision.as_deref(),
        killed: magnitude.killed,
        injured: magnitude.injured,
        arrested: magnitude.arrested,
        participants: magnitude.participants,
        source_kinds: joined(record.attribution.iter().map(|a| Some(a.kind))),
        sources: joined(record.attribution.iter().map(|a| a.text.as_ref())),
        hedge: record.hedge.as_deref(),
        trigger: &evidence.trigger.text,
        sentence: &evidence.text,
        start: evidence.start,
        end: evidence.end,
        mentions: record.mentions.len() + 1,
        confidence: record.confidence,
        rule: &evidence.rule,
        document: &document.id,
        file: document.file.as_deref(),
        url: document.url.as_deref(),
        title: document.title.as_deref(),
        outlet: document.outlet.as_deref(),
        published: document.published.map(|d| d.to_string()),
    }
}

fn words(side: &[Participant]) -> String {
    joined(side.iter().map(|p| p.text.as_ref()))
}

fn countries(side: &[Participant]) -> String {
    joined(side.iter().map(|p| p.country))
}

fn sectors(side: &[Participant]) -> String {
    joined(side.iter().map(|p| p.sector))
}

pub(super) fn joined<T: Display>(values: impl Iterator<Item = Option<T>>) -> String {
    let cells: Vec<String> = values.map(|value| value.map_or_else(String::new, |v| v.to_string())).collect();
    cells.join("|")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_header_names_the_columns_of_a_row() {
        let documented = include_str!("csv.rs").lines().filter(|l| l.starts_with("//! | `"));
        let documented: Vec<&str> = documented.flat_map(|l| l.split('`').skip(1).step_by(2)).collect();
        let mut header: Vec<&str> = HEADER.trim_end().split(',').collect();
        for column in &header {
            assert!(documented.contains(column), "{column} is not documented");
        }
        header.dedup();
        assert_eq!(header.len(), documented.len());
    }
}
