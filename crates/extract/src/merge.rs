//! Mentions of one event to one record with all its evidence.
//!
//! Two mentions are one event if type, status and the participants' affiliations agree and neither states a day,
//! mode or place that contradicts the other's. The first stays the leading one.

use types::{Actor, Affiliation, Document, Event, EventType};

/// The records of a document, in text order of their leading mentions.
pub(crate) fn events(document: &Document, mentions: impl IntoIterator<Item = Event>) -> Vec<Event> {
    let mut merged: Vec<Event> = Vec::new();
    for mention in mentions {
        match merged.iter_mut().find(|event| is_same(&document.text, event, &mention)) {
            Some(event) => take_in(event, mention),
            None => merged.push(mention),
        }
    }
    merged
}

fn is_same(text: &str, a: &Event, b: &Event) -> bool {
    a.kind == b.kind
        && (is_deed(a.kind) || is_same_saying(text, a, b))
        && a.status == b.status
        && agree(a.mode, b.mode)
        && affiliations(&a.actors) == affiliations(&b.actors)
        && affiliations(&a.recipients) == affiliations(&b.recipients)
        && (!a.actors.is_empty() || !a.recipients.is_empty())
        && agree(a.time.map(|t| t.days), b.time.map(|t| t.days))
        && agree(a.place.as_ref().map(|p| p.country), b.place.as_ref().map(|p| p.country))
        && kinds(a) == kinds(b)
}

/// What is done may be told in many words; two sayings are one only where the words agree.
fn is_deed(kind: EventType) -> bool {
    use EventType::*;
    matches!(kind, Aid | Assault | Coerce | Cooperate | Mobilize | Protest | Retreat | Sanction)
}

fn is_same_saying(text: &str, a: &Event, b: &Event) -> bool {
    let stem = |event: &Event| event.evidence.trigger.of(text).chars().take(STEM).collect::<String>().to_lowercase();
    a.evidence.rule == b.evidence.rule && stem(a) == stem(b)
}

/// So many letters tell two inflections of a word from two words.
const STEM: usize = 4;

fn agree<T: PartialEq>(a: Option<T>, b: Option<T>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => a == b,
        _ => true,
    }
}

fn affiliations(actors: &[Actor]) -> Vec<&Affiliation> {
    let mut found: Vec<&Affiliation> = actors.iter().map(|a| &a.affiliation).collect();
    found.sort();
    found
}

fn kinds(event: &Event) -> Vec<types::SourceKind> {
    event.attribution.iter().map(|a| a.kind).collect()
}

fn take_in(event: &mut Event, other: Event) {
    event.mode = event.mode.or(other.mode);
    event.time = event.time.or(other.time);
    if event.place.is_none() {
        event.place = other.place;
    }
    event.magnitude.killed = event.magnitude.killed.or(other.magnitude.killed);
    event.magnitude.injured = event.magnitude.injured.or(other.magnitude.injured);
    event.magnitude.arrested = event.magnitude.arrested.or(other.magnitude.arrested);
    event.magnitude.participants = event.magnitude.participants.or(other.magnitude.participants);
    event.mentions.push(other.evidence);
    event.mentions.extend(other.mentions);
}
