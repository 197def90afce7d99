//! Between records and the store: what a coded document is to it, and what comes back.

mod layout;

use crate::digest::hex;
use crate::export::{Counted, Counts, thousandths};
use crate::wire::{Attribution, Detail, Participant, Place, ProducedBy, Record, StoryRecord};
use crate::{Coded, Tidings};
use ingest::Kept;
use sha2::{Digest, Sha256};
use store::{
    ClaimRow, DocumentRow, EventRow, Filing, FoundStory, Identity, PartyRow, PlaceRow, RecordRow, Telling, TimeRow,
};
use types::{Document, DocumentId, Event, Origin};

/// Longer ids are none that somebody gave on purpose, and more than an index takes.
const LONGEST_ID: usize = 500;

/// What tells a document from all others: its page, or where it has none its id, and its text.
pub fn identity(document: &Document) -> Identity {
    let origin = document.origin.url.as_ref().unwrap_or(&document.id.0);
    Identity(hex(&Sha256::digest(format!("{}\n{origin}", document.sha256))))
}

/// Whether there is anything of a document to keep: of one that could not be read at all there is not.
pub fn is_worth_keeping(document: &Document) -> bool {
    !document.text.trim().is_empty()
}

/// A stored record that is not of the form of this version.
#[derive(Debug, thiserror::Error)]
#[error("record {id} cannot be read: {cause}")]
pub struct UnreadableRecord {
    /// Its id.
    pub id: String,
    /// What is wrong with it.
    pub cause: serde_json::Error,
}

/// The record of a stored event, with its ids and story in the store.
pub fn record(row: EventRow) -> Result<Record, UnreadableRecord> {
    let read = serde_json::from_str(&row.json);
    let mut record: Record = read.map_err(|cause| UnreadableRecord { id: row.id.clone(), cause })?;
    record.id = row.id;
    record.document.id = row.document;
    record.story = row.story;
    Ok(record)
}

/// The record of a stored event, and how often the event is told.
pub fn counted(telling: Telling) -> Result<Counted, UnreadableRecord> {
    let counts = Counts { mentions: telling.sentences, sources: telling.outlets, articles: telling.articles };
    Ok(Counted { record: record(telling.event)?, same_as: telling.same_as, counts })
}

/// A stored story that is not of the form of this version.
#[derive(Debug, thiserror::Error)]
#[error("story {id} cannot be read: {cause}")]
pub struct UnreadableStory {
    /// Its id.
    pub id: String,
    /// What is wrong with it.
    pub cause: serde_json::Error,
}

/// A stored story.
pub fn story(row: FoundStory) -> Result<StoryRecord, UnreadableStory> {
    serde_json::from_str(&row.json).map_err(|cause| UnreadableStory { id: row.id, cause })
}

impl Tidings {
    /// A coded document as the store takes it.
    pub fn filing(&self, document: &Document, coded: &Coded) -> Result<Filing, serde_json::Error> {
        let records = self.records(document, coded, Detail::Plain);
        let rows = coded.events.iter().zip(&records).map(|(event, record)| record_row(event, record));
        let document = DocumentRow { coder: Some(self.coder()), ..document_row(document, coded) };
        Ok(Filing { document, records: rows.collect::<Result<_, _>>()? })
    }

    /// What codes, as the store keeps it: documents that something else coded may come out otherwise now.
    pub fn coder(&self) -> String {
        let ProducedBy { tidings, model, lexicon } = self.produced_by();
        format!("{tidings} {model} {lexicon}")
    }

    /// A stored document coded anew.
    pub fn recoded(&self, row: DocumentRow) -> Result<Filing, serde_json::Error> {
        let (identity, id) = (row.identity.clone(), row.id.clone());
        let input = kept(row).read();
        let filing = self.filing(&input.document, &self.code_input(&input))?;
        Ok(Filing { document: DocumentRow { identity, id, ..filing.document }, ..filing })
    }
}

fn kept(row: DocumentRow) -> Kept {
    Kept {
        layout: row.layout.and_then(|layout| layout::read(&layout, &row.text)),
        id: DocumentId(row.id),
        origin: Origin { file: row.file, url: row.url },
        title: row.title,
        outlet: row.outlet,
        published: row.published,
        text: row.text,
    }
}

fn document_row(document: &Document, coded: &Coded) -> DocumentRow {
    let identity = identity(document);
    let id = Some(&document.id.0).filter(|id| id.len() <= LONGEST_ID).cloned();
    DocumentRow {
        id: id.unwrap_or_else(|| format!("doc_{}", identity.0.get(..16).unwrap_or_default())),
        identity,
        sha256: document.sha256.clone(),
        file: document.origin.file.clone(),
        url: document.origin.url.clone(),
        outlet: document.outlet.clone(),
        published: document.published,
        title: document.title.clone(),
        text: document.text.clone(),
        layout: Some(layout::write(document)),
        coder: None,
        reason: coded.reason.as_ref().map(|reason| reason.code().to_owned()),
    }
}

fn record_row(event: &Event, record: &Record) -> Result<RecordRow, serde_json::Error> {
    Ok(RecordRow {
        id: record.id.clone(),
        kind: record.kind,
        mode: record.mode,
        quad: record.quad,
        score: record.score.into(),
        cameo: record.cameo.clone(),
        status: record.status,
        actors: record.actors.iter().map(party).collect(),
        recipients: record.recipients.iter().map(party).collect(),
        place: record.place.as_ref().map(place),
        time: event.time.map(|time| TimeRow {
            start: time.days.start,
            end: time.days.end,
            precision: time.days.precision,
        }),
        magnitude: event.magnitude,
        claims: record.attribution.iter().map(claim).collect(),
        hedge: record.hedge.clone(),
        trigger: record.evidence.trigger.text.clone(),
        evidence: record.evidence.text.clone(),
        start: record.evidence.start,
        end: record.evidence.end,
        confidence: thousandths(record.confidence),
        json: serde_json::to_string(record)?,
    })
}

fn party(participant: &Participant) -> PartyRow {
    PartyRow {
        text: participant.text.clone(),
        name: participant.name.clone(),
        country: participant.country,
        sector: participant.sector,
        entity: participant.entity.clone(),
        implicit: participant.implicit,
    }
}

fn place(place: &Place) -> PlaceRow {
    PlaceRow {
        name: place.name.clone(),
        country: place.country,
        admin1: place.admin1.clone(),
        point: place.lat.zip(place.lon),
        precision: place.precision,
    }
}

fn claim(source: &Attribution) -> ClaimRow {
    ClaimRow {
        kind: source.kind,
        text: source.text.clone(),
        cue: source.cue.clone(),
        quote: source.quote,
        entity: source.entity.clone(),
    }
}
