//! Events to mentions of the gold format: every evidence of an event, each with the event's fields.

use super::annotation::Annotation;
use super::gold::{Explanation, GoldError, Mention, Party, Source, Spot};
use super::scores::Case;
use super::trace::Trace;
use crate::Tidings;
use crate::wire::Offsets;
use ingest::Ingested;
use types::{Actor, Document, Event, Evidence, Precision, Span, Time};

/// An annotated text with what is predicted for it, read as of the day the annotation states.
///
/// # Errors
/// Where the annotation does not fit the text.
pub fn case(tidings: &Tidings, annotation: Annotation, mut input: Ingested) -> Result<Case, GoldError> {
    input.document.published = Some(annotation.published());
    let examined = tidings.examine(&input);
    let text = &input.document.text;
    Ok(Case {
        gold: annotation.on(text)?,
        predicted: mentions(&input.document, &examined.coded.events),
        trace: Trace::new(text, &examined),
    })
}

/// The mentions of a document's events.
pub fn mentions(document: &Document, events: &[Event]) -> Vec<Mention> {
    let offsets = Offsets::new(&document.text);
    let all = events.iter().enumerate().flat_map(|(at, event)| {
        let evidence = std::iter::once(&event.evidence).chain(&event.mentions);
        evidence.map(move |evidence| (format!("e{}", at + 1), event, evidence))
    });
    all.map(|(id, event, evidence)| mention(&offsets, id, event, evidence)).collect()
}

fn mention(offsets: &Offsets<'_>, id: String, event: &Event, evidence: &Evidence) -> Mention {
    let sentence = offsets.slice(evidence.sentence);
    let trigger = offsets.slice(evidence.trigger);
    let text = |span: Span| offsets.slice(span).text.to_owned();
    let party = |actor: &Actor| party(offsets, actor);
    Mention {
        event_id: Some(id),
        quote: sentence.text.to_owned(),
        span: Some(sentence.stretch()),
        trigger: Some(trigger.text.to_owned()),
        trigger_span: Some(trigger.stretch()),
        kind: event.kind,
        mode: event.mode,
        alt: Vec::new(),
        actors: event.actors.iter().map(party).collect(),
        recipients: event.recipients.iter().map(party).collect(),
        status: event.status,
        place: event.place.as_ref().map(|p| Spot { text: Some(text(p.span)), country: p.country }),
        date: event.time.map(date),
        attribution: event
            .attribution
            .iter()
            .map(|a| Source { kind: a.kind, text: a.source.map(text), cue: a.cue.map(text) })
            .collect(),
        hedge: event.hedge.map(text),
        explanation: Some(Explanation { rule: evidence.rule.clone(), path: evidence.path.clone() }),
    }
}

fn party(offsets: &Offsets<'_>, actor: &Actor) -> Party {
    Party {
        text: actor.span.map(|span| offsets.slice(span).text.to_owned()),
        country: actor.affiliation.country,
        sector: actor.affiliation.sectors.first().copied(),
        implicit: actor.implicit,
    }
}

/// As finely as the text states it; a longer period counts by its first day.
fn date(time: Time) -> String {
    let first = time.days.start.to_string();
    let digits = match time.days.precision {
        Precision::Day | Precision::Range => first.len(),
        Precision::Month => "YYYY-MM".len(),
        Precision::Year => "YYYY".len(),
    };
    first[..digits].to_owned()
}
