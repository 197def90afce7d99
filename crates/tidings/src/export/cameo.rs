//! CSV of events as pairs of actors in CAMEO's codes, a row per pair.
//!
//! | column | holds |
//! |---|---|
//! | `date`, `source`, `target`, `code`, `status` | when, who, whom, what, and whether it happened |
//! | `source_text`, `target_text` | their words |
//! | `place`, `place_country` | where |
//! | `source_kinds`, `sources` | the chain of sources, outermost first, joined by `\|` |
//! | `hedge`, `trigger`, `sentence`, `start`, `end` | the words, and the sentence's place in code points |
//! | `rule` | a rule of ours, or file and line of a dictionary |
//! | `document`, `file`, `url`, `title`, `outlet`, `published` | the article |

use super::csv::joined;
use crate::wire::dyad::Dyad;
use serde::Serialize;

#[derive(Serialize)]
struct Row<'a> {
    date: Option<String>,
    source: Option<&'a str>,
    target: Option<&'a str>,
    code: &'a str,
    status: &'a str,
    source_text: Option<&'a str>,
    target_text: Option<&'a str>,
    place: Option<&'a str>,
    place_country: Option<String>,
    source_kinds: String,
    sources: String,
    hedge: Option<&'a str>,
    trigger: &'a str,
    sentence: &'a str,
    start: usize,
    end: usize,
    rule: &'a str,
    document: &'a str,
    file: Option<&'a str>,
    url: Option<&'a str>,
    title: Option<&'a str>,
    outlet: Option<&'a str>,
    published: Option<String>,
}

/// The header line.
pub const HEADER: &str = "date,source,target,code,status,source_text,target_text,place,place_country,source_kinds,\
sources,hedge,trigger,sentence,start,end,rule,document,file,url,title,outlet,published\n";

/// The rows of some pairs, without header.
pub fn rows(dyads: &[Dyad]) -> Result<Vec<u8>, csv::Error> {
    let mut writer = csv::WriterBuilder::new().has_headers(false).from_writer(Vec::new());
    dyads.iter().try_for_each(|dyad| writer.serialize(row(dyad)))?;
    writer.into_inner().map_err(|error| error.into_error().into())
}

fn row(dyad: &Dyad) -> Row<'_> {
    let Dyad { document, evidence, place, .. } = dyad;
    let [source, target] = [&dyad.source, &dyad.target].map(Option::as_ref);
    Row {
        date: dyad.date.map(|date| date.to_string()),
        source: source.map(|party| party.code.as_str()),
        target: target.map(|party| party.code.as_str()),
        code: &dyad.code,
        status: dyad.status.as_str(),
        source_text: source.and_then(|party| party.text.as_deref()),
        target_text: target.and_then(|party| party.text.as_deref()),
        place: place.as_ref().map(|place| place.name.as_str()),
        place_country: place.as_ref().and_then(|place| place.country).map(|country| country.to_string()),
        source_kinds: joined(dyad.attribution.iter().map(|source| Some(source.kind))),
        sources: joined(dyad.attribution.iter().map(|source| source.text.as_ref())),
        hedge: dyad.hedge.as_deref(),
        trigger: &evidence.trigger.text,
        sentence: &evidence.text,
        start: evidence.start,
        end: evidence.end,
        rule: &evidence.rule,
        document: &document.id,
        file: document.file.as_deref(),
        url: document.url.as_deref(),
        title: document.title.as_deref(),
        outlet: document.outlet.as_deref(),
        published: document.published.map(|date| date.to_string()),
    }
}
