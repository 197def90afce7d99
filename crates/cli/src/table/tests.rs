//! What a table looks like.

use super::document;
use crate::ink::Paint;
use crate::screen::Screen;
use serde_json::{Value, json};
use tidings::wire::Record;

fn words(text: &str, start: usize) -> Value {
    json!({"text": text, "start": start, "end": start + text.chars().count()})
}

fn participant(text: &str, country: Option<&str>, sector: &str) -> Value {
    let entity = country.map_or(sector.to_owned(), |country| format!("{country}.{sector}"));
    json!({"text": text, "start": 0, "end": 1, "name": null, "country": country, "sector": sector,
           "sectors": [sector], "entity": entity, "implicit": false})
}

fn evidence(sentence: &str, trigger: &str) -> Value {
    let before = sentence.split(trigger).next().unwrap();
    json!({"start": 100, "end": 100 + sentence.chars().count(), "text": sentence,
           "trigger": words(trigger, 100 + before.chars().count()), "status_cue": null, "rule": "drone-strike",
           "path": ["“drone strikes” is a noun of drone-strike", "considered, by “contemplating”"]})
}

fn record() -> Value {
    let sentence = "Norwegian officials said on Friday that the government in Oslo, which has lost three patrol boats \
                    since March and has asked its partners for help, is contemplating drone strikes on smugglers off \
                    Bergen, a step that the opposition calls a breach of the constitution.";
    json!({
        "id": "ev_0123456789abcdef",
        "document": {"id": "a", "file": "a.txt", "url": null, "title": "Norway weighs strikes on smugglers",
                     "outlet": "Fjord Courier", "published": "2025-04-08", "sha256": "0"},
        "type": "ASSAULT", "mode": "drone", "contexts": [], "quad": 4, "score": -9.5, "cameo": "204",
        "status": "considered",
        "actors": [participant("the government in Oslo", Some("NOR"), "GOV")],
        "recipients": [participant("smugglers", None, "CRM")],
        "place": {"text": "Bergen", "start": 0, "end": 1, "name": "Bergen", "country": "NOR", "admin1": null,
                  "geonames": null, "lat": null, "lon": null, "precision": "city"},
        "time": {"text": "in May", "start_date": "2025-05-01", "end_date": "2025-05-31", "precision": "month"},
        "magnitude": {"killed": null, "injured": null, "arrested": null, "participants": null},
        "attribution": [{"kind": "anonymous", "text": "Norwegian officials", "cue": "said", "quote": "indirect",
                         "start": 0, "end": 1, "entity": null}],
        "hedge": "reportedly",
        "evidence": evidence(sentence, "drone strikes"),
        "mentions": [evidence("Drone strikes are an option.", "Drone strikes")],
        "confidence": 0.83, "story": null,
        "produced_by": {"tidings": "0.1.0", "model": "", "lexicon": ""}
    })
}

#[track_caller]
fn check(change: impl Fn(&mut Value), screen: Screen, want: &str) {
    let mut value = record();
    change(&mut value);
    let record: Record = serde_json::from_value(value).unwrap();
    let got = document(&record.document.clone(), &[record], screen);
    assert_eq!(got, want, "\n{got}");
}

const PLAIN: Screen = Screen { width: 100, paint: Paint::Off };

#[test]
fn a_row_has_its_columns_and_its_words() {
    check(
        |_| (),
        PLAIN,
        "\
Norway weighs strikes on smugglers · 2025-04-08 · Fjord Courier · a.txt
  status        event           who → whom                         where, when   on whose word
  considered    ASSAULT drone   the government in Oslo (NOR.GOV)   Bergen        Norwegian officials
                                → smugglers (CRM)                  2025-05       (anonymous)
                                                                                 “reportedly”
    “… boats since March and has asked its partners for help, is contemplating [drone strikes] on
    smugglers off Bergen, a step that the opposition calls a breach of the …” (1 more mention)
    rule drone-strike, confidence 0.83, ev_0123456789abcdef
      1. “drone strikes” is a noun of drone-strike
      2. considered, by “contemplating”

",
    );
}

#[test]
fn what_is_not_known_leaves_no_trace() {
    let change = |record: &mut Value| {
        for field in ["place", "hedge", "mode"] {
            record[field] = Value::Null;
        }
        record["time"] = json!({"text": null, "start_date": null, "end_date": null, "precision": null});
        for field in ["actors", "attribution", "mentions"] {
            record[field] = json!([]);
        }
        record["document"] = json!({"id": "a", "file": "a.txt", "url": null, "title": null, "outlet": null,
                                    "published": null, "sha256": "0"});
        record["evidence"] = evidence("Drone strikes loom.", "Drone strikes");
        record["evidence"]["path"] = Value::Null;
    };
    check(
        change,
        PLAIN,
        "\
a.txt
  status        event           who → whom                         where, when   on whose word
  considered    ASSAULT         someone → smugglers (CRM)                        the author
    “[Drone strikes] loom.”

",
    );
}

#[test]
fn no_line_is_wider_than_the_screen() {
    for width in [64, 80, 160] {
        for paint in [Paint::Off, Paint::Ansi] {
            let record: Record = serde_json::from_value(record()).unwrap();
            let text = document(&record.document.clone(), &[record], Screen { width, paint });
            let widest = text.lines().map(console::measure_text_width).max();
            assert!(widest <= Some(width), "{widest:?} on {width}\n{text}");
        }
    }
}
