//! Events to records.

use super::{Attribution, Document, Evidence, Magnitude, Offsets, Participant, Place, ProducedBy, Record, Time, Words};
use crate::digest::hex;
use lexicon::Lexicon;
use sha2::{Digest, Sha256};
use types::{Affiliation, Country, Sector, Span};

/// How much a record tells of its making.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Detail {
    /// The result.
    #[default]
    Plain,
    /// The result and each step that led to it.
    Explained,
}

/// Digits of a record's identity.
const ID_DIGITS: usize = 16;

/// The records of a document's events, in their order.
pub fn records(
    lexicon: &Lexicon,
    document: &types::Document,
    events: &[types::Event],
    produced_by: &ProducedBy,
    detail: Detail,
) -> Vec<Record> {
    let maker = Maker::new(lexicon, document, produced_by, detail);
    events.iter().map(|event| maker.record(event)).collect()
}

/// Makes what a document comes to.
pub(super) struct Maker<'a> {
    pub(super) lexicon: &'a Lexicon,
    pub(super) document: &'a types::Document,
    offsets: Offsets<'a>,
    pub(super) produced_by: &'a ProducedBy,
    detail: Detail,
}

impl<'a> Maker<'a> {
    pub(super) fn new(
        lexicon: &'a Lexicon,
        document: &'a types::Document,
        produced_by: &'a ProducedBy,
        detail: Detail,
    ) -> Self {
        Self { lexicon, document, offsets: Offsets::new(&document.text), produced_by, detail }
    }
}

impl Maker<'_> {
    fn record(&self, event: &types::Event) -> Record {
        let facts = self.lexicon.ontology.facts(event.kind, event.mode);
        let actors: Vec<_> = event.actors.iter().map(|a| self.participant(a)).collect();
        let recipients: Vec<_> = event.recipients.iter().map(|a| self.participant(a)).collect();
        Record {
            id: self.id(event, &actors, &recipients),
            document: self.document.into(),
            kind: event.kind,
            mode: event.mode,
            contexts: event.contexts.clone(),
            quad: self.lexicon.ontology.quad(event.kind).number(),
            score: facts.map_or(0.0, |f| f.score),
            cameo: facts.map_or_else(String::new, |f| f.cameo.clone()),
            status: event.status,
            actors,
            recipients,
            place: event.place.as_ref().map(|p| self.place(p)),
            time: event.time.map(|t| self.time(t)).unwrap_or_default(),
            magnitude: event.magnitude.into(),
            attribution: event.attribution.iter().map(|a| self.attribution(a)).collect(),
            hedge: event.hedge.map(|span| self.text(span)),
            evidence: self.evidence(&event.evidence),
            mentions: event.mentions.iter().map(|e| self.evidence(e)).collect(),
            confidence: thousandths(event.confidence.get()),
            story: None,
            produced_by: self.produced_by.clone(),
        }
    }

    /// A hash of what the event is: which words of which document say that who did what to whom.
    fn id(&self, event: &types::Event, actors: &[Participant], recipients: &[Participant]) -> String {
        let mut hash = Sha256::new();
        let mut add = |part: &str| hash.update([part.as_bytes(), b"\n"].concat());
        add(&self.document.id.0);
        add(&self.document.sha256);
        for span in [event.evidence.sentence, event.evidence.trigger] {
            let at = self.offsets.slice(span);
            add(&format!("{} {}", at.start, at.end));
        }
        add(event.kind.as_str());
        for (role, side) in [("actor", actors), ("recipient", recipients)] {
            side.iter()
                .for_each(|p| add(&format!("{role} {}", p.entity.as_ref().or(p.text.as_ref()).map_or("", |s| s))));
        }
        format!("ev_{}", &hex(&hash.finalize())[..ID_DIGITS])
    }

    fn participant(&self, actor: &types::Actor) -> Participant {
        let words = actor.span.map(|span| self.words(span));
        let Affiliation { name, country, sectors } = &actor.affiliation;
        Participant {
            start: words.as_ref().map(|w| w.start),
            end: words.as_ref().map(|w| w.end),
            text: words.map(|w| w.text),
            name: name.clone(),
            country: *country,
            sector: sectors.first().copied(),
            sectors: sectors.clone(),
            entity: entity(*country, sectors.first().copied()),
            implicit: actor.implicit,
        }
    }

    pub(super) fn place(&self, place: &types::Place) -> Place {
        let Words { start, end, text } = self.words(place.span);
        Place {
            text,
            start,
            end,
            name: place.name.clone(),
            country: place.country,
            admin1: place.admin1.clone(),
            geonames: place.geonames,
            lat: place.point.map(|(lat, _)| lat),
            lon: place.point.map(|(_, lon)| lon),
            precision: place.precision,
        }
    }

    pub(super) fn time(&self, time: types::Time) -> Time {
        Time {
            text: Some(self.text(time.span)),
            start_date: Some(time.days.start),
            end_date: Some(time.days.end),
            precision: Some(time.days.precision.as_str().to_owned()),
        }
    }

    pub(super) fn attribution(&self, source: &types::Attribution) -> Attribution {
        let words = source.source.map(|span| self.words(span));
        let affiliation = source.affiliation.as_ref();
        Attribution {
            kind: source.kind,
            start: words.as_ref().map(|w| w.start),
            end: words.as_ref().map(|w| w.end),
            text: words.map(|w| w.text),
            cue: source.cue.map(|span| self.text(span)),
            quote: source.quote,
            entity: affiliation.and_then(|a| entity(a.country, a.sectors.first().copied())),
        }
    }

    pub(super) fn evidence(&self, evidence: &types::Evidence) -> Evidence {
        let Words { start, end, text } = self.words(evidence.sentence);
        Evidence {
            start,
            end,
            text,
            trigger: self.words(evidence.trigger),
            status_cue: evidence.status_cue.map(|span| self.words(span)),
            rule: evidence.rule.clone(),
            path: (self.detail == Detail::Explained).then(|| evidence.path.clone()),
        }
    }

    pub(super) fn words(&self, span: Span) -> Words {
        let slice = self.offsets.slice(span);
        Words { start: slice.start, end: slice.end, text: slice.text.to_owned() }
    }

    pub(super) fn text(&self, span: Span) -> String {
        self.offsets.slice(span).text.to_owned()
    }
}

impl From<&types::Document> for Document {
    fn from(document: &types::Document) -> Self {
        Document {
            id: document.id.0.clone(),
            file: document.origin.file.clone(),
            url: document.origin.url.clone(),
            title: document.title.clone(),
            outlet: document.outlet.clone(),
            published: document.published,
            sha256: document.sha256.clone(),
        }
    }
}

impl From<types::Magnitude> for Magnitude {
    fn from(m: types::Magnitude) -> Self {
        Magnitude { killed: m.killed, injured: m.injured, arrested: m.arrested, participants: m.participants }
    }
}

/// Country and sector as one code, or the one of them that is known.
fn entity(country: Option<Country>, sector: Option<Sector>) -> Option<String> {
    match (country, sector) {
        (Some(country), Some(sector)) => Some(format!("{country}.{sector}")),
        (Some(country), None) => Some(country.to_string()),
        (None, sector) => sector.map(|s| s.to_string()),
    }
}

/// Three digits are more than any confidence deserves, and hide rounding noise of sums.
fn thousandths(value: f32) -> f32 {
    (value * 1000.0).round() / 1000.0
}
