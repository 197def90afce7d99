//! The public record of a hand-built event, as a snapshot: a change here is a change of the contract.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use tidings::export::{csv, jsonl};
use tidings::lexicon::Lexicon;
use tidings::types::*;
use tidings::wire::{self, Detail, NoRecord, ProducedBy, Record};
use tidings::{NoEvents, builtin};

const TEXT: &str = "Norway weighs strikes 🚁\n\nOSLO — Officials in the café said Norway’s navy is reportedly \
contemplating drone strikes on smugglers off Bergen in May. A strike is an option.";

fn span(words: &str) -> Span {
    let start = TEXT.find(words).unwrap_or_else(|| panic!("{words:?} is not in the text"));
    Span::new(start, start + words.len())
}

fn document() -> Document {
    Document {
        id: DocumentId("a1".into()),
        origin: Origin { file: Some("a.txt".into()), url: None },
        text: TEXT.into(),
        blocks: vec![],
        title: Some("Norway weighs strikes 🚁".into()),
        dateline: None,
        outlet: None,
        authors: vec![],
        published: Date::new(2025, 4, 8),
        modified: None,
        sha256: "00".repeat(32),
    }
}

fn actor(words: &str, country: Option<&str>, sectors: &[Sector]) -> Actor {
    let country = country.map(|c| c.parse().unwrap());
    Actor {
        span: Some(span(words)),
        affiliation: Affiliation { name: None, country, sectors: sectors.to_vec() },
        implicit: false,
    }
}

fn event() -> Event {
    Event {
        kind: EventType::Assault,
        mode: Some(Mode::Drone),
        contexts: vec![Context::Military, Context::IllegalDrugs],
        status: Status::Considered,
        actors: vec![actor("Norway’s navy", Some("NOR"), &[Sector::Mil])],
        recipients: vec![actor("smugglers", None, &[Sector::Crm])],
        place: Some(Place {
            span: span("Bergen"),
            name: "Bergen".into(),
            country: "NOR".parse().ok(),
            admin1: None,
            geonames: Some(3_161_732),
            point: Some((60.39299, 5.32415)),
            precision: PlacePrecision::City,
        }),
        time: Some(Time {
            span: span("in May"),
            days: TimeSpan {
                start: Date::new(2025, 5, 1).unwrap(),
                end: Date::new(2025, 5, 31).unwrap(),
                precision: Precision::Month,
            },
        }),
        magnitude: Magnitude { killed: Some(3), ..Magnitude::default() },
        attribution: vec![Attribution {
            kind: SourceKind::Anonymous,
            source: Some(span("Officials in the café")),
            cue: Some(span("said")),
            quote: QuoteKind::Indirect,
            affiliation: None,
        }],
        hedge: Some(span("reportedly")),
        evidence: evidence(
            "Officials in the café said Norway’s navy is reportedly contemplating drone strikes on \
                            smugglers off Bergen in May.",
            "drone strikes",
            Some("contemplating"),
        ),
        mentions: vec![evidence("A strike is an option.", "strike", None)],
        confidence: Confidence::new(0.831_499),
    }
}

fn evidence(sentence: &str, trigger: &str, cue: Option<&str>) -> Evidence {
    let sentence = span(sentence);
    let inside = |words: &str| {
        let start = sentence.start + sentence.of(TEXT).find(words).unwrap();
        Span::new(start, start + words.len())
    };
    Evidence {
        sentence,
        trigger: inside(trigger),
        status_cue: cue.map(inside),
        rule: "strike-noun".into(),
        path: vec!["“drone strikes” fires strike-noun".into()],
    }
}

/// The record needs the ontology only.
fn lexicon() -> Lexicon {
    let needed = |path: &str| ["ontology.toml", "rules/classes.toml"].contains(&path);
    let files: Vec<_> = builtin::DATA.iter().copied().filter(|file| needed(file.path)).collect();
    Lexicon::load(&files).unwrap()
}

fn records(detail: Detail) -> Vec<Record> {
    let produced_by = ProducedBy { tidings: "0.1.0".into(), model: "sha256:m".into(), lexicon: "sha256:l".into() };
    wire::records(&lexicon(), &document(), &[event()], &produced_by, detail)
}

#[test]
fn the_record_is_the_contract() {
    insta::assert_snapshot!(serde_json::to_string_pretty(&records(Detail::Explained)[0]).unwrap());
}

#[test]
fn records_come_back_from_their_json() {
    for detail in [Detail::Plain, Detail::Explained] {
        let record = records(detail).remove(0);
        let line = jsonl::line(&record).unwrap();
        assert_eq!(line.contains("\"path\""), detail == Detail::Explained);
        assert_eq!(serde_json::from_str::<Record>(&line).unwrap(), record);
    }
}

#[test]
fn every_text_is_the_slice_its_offsets_name() {
    fn check(value: &serde_json::Value, seen: &mut usize) {
        if let (Some(text), Some(start), Some(end)) =
            (value["text"].as_str(), value["start"].as_u64(), value["end"].as_u64())
        {
            let slice: String = TEXT.chars().skip(start as usize).take((end - start) as usize).collect();
            assert_eq!(text, slice);
            *seen += 1;
        }
        value.as_object().into_iter().flat_map(|o| o.values()).for_each(|v| check(v, seen));
        value.as_array().into_iter().flatten().for_each(|v| check(v, seen));
    }
    let mut seen = 0;
    check(&serde_json::to_value(records(Detail::Plain)).unwrap(), &mut seen);
    assert_eq!(seen, 9, "participants, place, source and the parts of two pieces of evidence");
}

#[test]
fn a_document_without_events_says_why() {
    let line = jsonl::line(&NoRecord::new(&document(), &NoEvents::NoTrigger)).unwrap();
    assert!(line.starts_with("{\"document\":{\"id\":\"a1\",\"file\":\"a.txt\""), "{line}");
    assert!(line.ends_with("},\"events\":0,\"reason\":\"no-trigger\"}\n"), "{line}");
}

#[test]
fn csv_has_as_many_cells_as_columns() {
    let rows = String::from_utf8(csv::rows(&records(Detail::Plain)).unwrap()).unwrap();
    insta::assert_snapshot!(format!("{}{rows}", csv::HEADER));
}

#[test]
fn what_names_an_event_makes_its_identity() {
    let id = |change: fn(&mut Document, &mut Event)| {
        let (mut document, mut event) = (document(), event());
        change(&mut document, &mut event);
        wire::records(&lexicon(), &document, &[event], &builtin::produced_by(), Detail::Plain).remove(0).id
    };
    let same = id(|_, _| ());
    assert_eq!(same, id(|_, event| event.status = Status::Planned), "a status may be corrected");
    assert_ne!(same, id(|document, _| document.sha256 = "11".repeat(32)));
    assert_ne!(same, id(|_, event| event.kind = EventType::Threaten));
    assert_ne!(same, id(|_, event| event.recipients.clear()));
    assert_ne!(same, id(|_, event| event.evidence = event.mentions[0].clone()));
}
