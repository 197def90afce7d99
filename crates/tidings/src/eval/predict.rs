//! Events to mentions of the gold format: every evidence of an event, each with the event's fields. Place and time are
//! those of the mention that states them: a headline does not say where and when because the article does.

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
    let states = |span: Span| evidence.sentence.overlaps(span);
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
        place: event
            .place
            .as_ref()
            .filter(|p| states(p.span))
            .map(|p| Spot { text: Some(text(p.span)), country: p.country }),
        date: event.time.filter(|time| states(time.span)).map(date),
        attribution: event
            .attribution
            .iter()
            .map(|a| Source { kind: a.kind, text: a.source.map(text), cue: a.cue.map(text) })
            .collect(),
        hedge: event.hedge.map(text),
        confidence: Some(event.confidence.get()),
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

/// As finely as gold writes it: the day, month or year that holds all of the time.
fn date(time: Time) -> String {
    let (start, end) = (time.days.start, time.days.end);
    let first = start.to_string();
    let within = |length: usize| end.to_string().get(..length) == first.get(..length);
    let weeks = (start.year, start.month + 1) == (end.year, end.month) && start.day > end.day;
    let length = match time.days.precision {
        Precision::Day => first.len(),
        Precision::Month => MONTH,
        Precision::Range if weeks || within(MONTH) => MONTH,
        Precision::Range | Precision::Year => YEAR,
    };
    first.get(..length).unwrap_or(&first).to_owned()
}

const YEAR: usize = "YYYY".len();
const MONTH: usize = "YYYY-MM".len();
