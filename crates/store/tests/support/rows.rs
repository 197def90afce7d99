//! Documents and records made by hand.

use std::hash::{DefaultHasher, Hash, Hasher};
use store::{ClaimRow, DocumentRow, Filing, Identity, PartyRow, PlaceRow, RecordRow, TimeRow};
use types::{EventType, Magnitude, PlacePrecision, Precision, QuoteKind, SourceKind, Status};

/// A document of some text, on a page if `url` is not empty, with some records.
pub fn filing(url: &str, text: &str, records: Vec<RecordRow>) -> Filing {
    let mut hasher = DefaultHasher::new();
    (url, text).hash(&mut hasher);
    let digits = format!("{:016x}", hasher.finish());
    Filing {
        document: DocumentRow {
            identity: Identity(digits.clone()),
            id: format!("doc_{digits}"),
            sha256: "00".repeat(32),
            file: Some("made.txt".into()),
            url: Some(url.to_owned()).filter(|url| !url.is_empty()),
            outlet: Some("Harbour Gazette".into()),
            published: "2025-04-08".parse().ok(),
            title: Some("Ferries stay in port".into()),
            text: text.into(),
            layout: Some("p0-9".into()),
            coder: Some("first".into()),
            reason: records.is_empty().then(|| "no-trigger".into()),
        },
        records,
    }
}

/// The same under another id.
pub fn named(id: &str, filing: Filing) -> Filing {
    Filing { document: DocumentRow { id: id.into(), ..filing.document }, ..filing }
}

/// A record told by its author: `USA criticises IRN`, in a place, on a day.
pub fn record(id: &str) -> RecordRow {
    RecordRow {
        id: id.into(),
        kind: EventType::Accuse,
        mode: None,
        quad: 3,
        score: -2.5,
        cameo: "110".into(),
        status: Status::Occurred,
        actors: vec![party("The White House", "USA")],
        recipients: vec![party("Tehran", "IRN")],
        place: Some(PlaceRow {
            name: "Geneva".into(),
            country: "CHE".parse().ok(),
            admin1: Some("Geneva Canton".into()),
            point: Some((46.2, 6.15)),
            precision: PlacePrecision::City,
        }),
        time: time("2025-04-07"),
        magnitude: Magnitude::default(),
        claims: vec![],
        hedge: None,
        trigger: "criticised".into(),
        evidence: "The White House criticised Tehran in Geneva.".into(),
        start: 0,
        end: 44,
        confidence: 0.75,
        json: format!("{{\"id\":\"{id}\"}}"),
    }
}

pub fn time(day: &str) -> Option<TimeRow> {
    let day = day.parse().ok()?;
    Some(TimeRow { start: day, end: day, precision: Precision::Day })
}

pub fn party(text: &str, country: &str) -> PartyRow {
    let country = country.parse().ok();
    PartyRow { text: Some(text.into()), country, ..PartyRow::default() }
}

pub fn claim(kind: SourceKind) -> ClaimRow {
    ClaimRow {
        kind,
        text: Some("officials".into()),
        cue: Some("said".into()),
        quote: QuoteKind::Indirect,
        entity: None,
    }
}
