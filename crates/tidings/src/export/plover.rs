//! PLOVER JSON Lines: a line per event in the fields of PLOVER's manual, its rules of collapse applied.

use super::Counted;
use super::collapse::{collapsed, collapses};
use crate::wire::{Participant, Place, Record};
use lexicon::Lexicon;
use serde_json::{Map, Value, json};
use types::{PlacePrecision, Status};

/// The line of an event. What is not known is left out, as the manual has it.
pub(super) fn line(lexicon: &Lexicon, counted: &Counted) -> String {
    let mut value = event(lexicon, &counted.record);
    prune(&mut value);
    value.to_string() + "\n"
}

/// PLOVER's auxiliary mode of a status that its type does not already say.
pub(super) fn auxiliary(lexicon: &Lexicon, record: &Record) -> Option<&'static str> {
    match record.status {
        _ if collapses(lexicon, record) => None,
        Status::Occurred => None,
        Status::Historical => Some("historical"),
        Status::Planned => Some("future"),
        Status::Considered | Status::Hypothetical => Some("hypothetical"),
        Status::Denied => Some("negation"),
    }
}

fn event(lexicon: &Lexicon, record: &Record) -> Value {
    let act = collapsed(lexicon, record);
    let Record { document, time, magnitude, evidence, .. } = record;
    let modes: Vec<&str> = act.mode.map(|mode| mode.as_str()).into_iter().chain(auxiliary(lexicon, record)).collect();
    json!({
        "id": record.id,
        "date": time.start_date.or(document.published).map(|date| date.to_string()),
        "enddate": time.end_date.filter(|_| time.end_date != time.start_date).map(|date| date.to_string()),
        "actor": side(&record.actors),
        "recipient": side(&record.recipients),
        "event": act.kind.as_str(),
        "mode": modes,
        "context": record.contexts.iter().map(|context| context.as_str()).collect::<Vec<_>>(),
        "quad_code": act.quad,
        "event_scale": act.score,
        "event_text": evidence.trigger.text,
        "event_loc": record.place.as_ref().map(|place| location(lexicon, place)),
        "size": {"dead": magnitude.killed, "injured": magnitude.injured, "arrested": magnitude.arrested},
        "text": evidence.text,
        "text_info": {"start": evidence.start, "end": evidence.end, "text_story": document.id},
        "cite_info": {"url": document.url, "title": document.title, "publication": document.outlet, "language": "eng"},
        "coder": format!("tidings {}", record.produced_by.tidings),
    })
}

fn side(parties: &[Participant]) -> Vec<Value> {
    let entity = |party: &Participant| {
        json!({
            "code": party.country.map(|country| country.to_string()),
            "sector": party.sectors.iter().map(|sector| sector.as_str()).collect::<Vec<_>>(),
            "entity_text": party.text,
            "identifier_text": party.name,
        })
    };
    parties.iter().map(entity).collect()
}

fn location(lexicon: &Lexicon, place: &Place) -> Value {
    json!({
        "extracted_place": place.text,
        "resolved_place": place.name,
        "geonameid": place.geonames,
        "lat": place.lat,
        "lon": place.lon,
        "city": (place.precision == PlacePrecision::City).then_some(&place.name),
        "province": place.admin1,
        "country": place.country.and_then(|code| lexicon.world.states.name_of(code)),
        "country_code": place.country.map(|code| code.to_string()),
        "resolution": place.precision.as_str(),
    })
}

/// The fields that stand even where they are empty.
const REQUIRED: [&str; 4] = ["id", "date", "actor", "event"];

fn prune(value: &mut Value) {
    let Value::Object(fields) = value else { return };
    fields.iter_mut().for_each(|(_, field)| prune_within(field));
    fields.retain(|name, field| REQUIRED.contains(&name.as_str()) || !is_empty(field));
}

fn prune_within(value: &mut Value) {
    match value {
        Value::Object(_) => prune(value),
        Value::Array(items) => items.iter_mut().for_each(prune),
        _ => {}
    }
}

fn is_empty(value: &Value) -> bool {
    value.is_null() || value.as_array().is_some_and(Vec::is_empty) || value.as_object().is_some_and(Map::is_empty)
}
