//! GeoJSON: a point per event whose place has coordinates; how finely they are meant is a property.

use super::sheet::{Out, Sheet};
use super::{Counted, ExportError, Fate, thousandths};
use crate::wire::Record;
use serde_json::{Value, json};

/// A collection of features, one a line.
pub(super) struct Features<'a> {
    out: Out<'a>,
    separator: &'static str,
}

impl<'a> Features<'a> {
    pub(super) fn new(out: Out<'a>) -> Result<Self, ExportError> {
        out.write_all(b"{\"type\":\"FeatureCollection\",\"features\":[\n")?;
        Ok(Self { out, separator: "" })
    }
}

impl Sheet for Features<'_> {
    fn add(&mut self, counted: &Counted) -> Result<Fate, ExportError> {
        let Some(feature) = feature(counted) else { return Ok(Fate::Lacking) };
        write!(self.out, "{}{feature}", self.separator)?;
        self.separator = ",\n";
        Ok(Fate::Written)
    }

    fn finish(self: Box<Self>) -> Result<(), ExportError> {
        self.out.write_all(b"\n]}\n")?;
        Ok(self.out.flush()?)
    }
}

/// The feature of an event that has a place with coordinates.
fn feature(counted: &Counted) -> Option<Value> {
    let place = counted.record.place.as_ref()?;
    let point = [place.lon?, place.lat?];
    Some(json!({
        "type": "Feature",
        "id": counted.record.id,
        "geometry": {"type": "Point", "coordinates": point},
        "properties": properties(counted),
    }))
}

fn properties(counted: &Counted) -> Value {
    let Counted { record, counts, .. } = counted;
    let Record { document, place, .. } = record;
    let names = |side: &[crate::wire::Participant]| -> Vec<String> {
        side.iter().filter_map(|party| party.name.clone().or_else(|| party.text.clone())).collect()
    };
    json!({
        "type": record.kind.as_str(),
        "mode": record.mode.map(|mode| mode.as_str()),
        "status": record.status.as_str(),
        "quad": record.quad,
        "score": record.score,
        "actors": names(&record.actors),
        "recipients": names(&record.recipients),
        "place": place.as_ref().map(|place| &place.name),
        "precision": place.as_ref().map(|place| place.precision.as_str()),
        "date": record.time.start_date.map(|date| date.to_string()),
        "published": document.published.map(|date| date.to_string()),
        "sources": record.attribution.iter().map(|source| &source.text).collect::<Vec<_>>(),
        "sentence": record.evidence.text,
        "confidence": thousandths(record.confidence),
        "mentions": counts.mentions,
        "outlets": counts.sources,
        "articles": counts.articles,
        "document": document.id,
        "title": document.title,
        "url": document.url,
    })
}
