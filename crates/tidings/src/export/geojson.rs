//! GeoJSON: a point per event whose place has coordinates; how finely they are meant is a property.

use super::Counted;
use crate::wire::Record;
use serde_json::{Value, json};

/// What comes before the first feature.
pub const OPENING: &str = "{\"type\":\"FeatureCollection\",\"features\":[\n";
/// What comes after the last.
pub const CLOSING: &str = "\n]}\n";

/// The feature of an event that has a place with coordinates.
pub fn feature(counted: &Counted) -> Option<Value> {
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
    let Counted { record, counts } = counted;
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
        "confidence": record.confidence,
        "mentions": counts.mentions,
        "outlets": counts.sources,
        "articles": counts.articles,
        "document": document.id,
        "title": document.title,
        "url": document.url,
    })
}
