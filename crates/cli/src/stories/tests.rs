//! What stories look like.

use super::{Found, ledger, list};
use crate::ink::Paint;
use crate::screen::Screen;
use serde_json::json;
use tidings::store::FoundStory;

fn found(contradictions: usize) -> Found {
    let entry = |date: &str, status: &str, source: Option<&str>, number: usize, sentence: &str| {
        json!({"date": date, "status": status, "source": source, "document": format!("doc_{number}"),
               "record": format!("ev_{number}"), "sentence": sentence})
    };
    let denial = json!([{"says": "ev_1", "denies": "ev_2", "reason": "Fjord Courier says, the ministry denies"}]);
    let record = json!({
        "id": "st_0123456789abcdef", "title": "Norway weighs strikes on smugglers off its western coast",
        "titled": "doc_1", "start": "2025-04-08", "end": "2025-04-10", "documents": ["doc_1", "doc_2"], "outlets": 2,
        "participants": [
            {"name": "Norwegian Coast Guard", "country": "NOR", "sector": "MIL", "records": 2},
            {"name": null, "country": "NOR", "sector": "GOV", "records": 1},
            {"name": null, "country": null, "sector": "CRM", "records": 1}
        ],
        "ledger": [
            {"type": "ASSAULT", "contradictions": if contradictions > 0 { denial } else { json!([]) }, "entries": [
                entry("2025-04-08", "occurred", Some("Fjord Courier"), 1, "Patrol boats fired at smugglers off Bergen."),
                entry("2025-04-10", "denied", Some("the ministry"), 2, "No boat has fired at anybody, the ministry said."),
            ]},
            {"type": "CONSULT", "contradictions": [],
             "entries": [entry("2025-04-10", "planned", None, 3, "Talks are to follow.")]}
        ]
    });
    let story = FoundStory {
        id: "st_0123456789abcdef".into(),
        title: "Norway weighs strikes on smugglers off its western coast".into(),
        start: Some("2025-04-08".into()),
        end: Some("2025-04-10".into()),
        articles: 2,
        outlets: 2,
        events: 3,
        contradictions,
        json: record.to_string(),
    };
    (story, serde_json::from_value(record).unwrap())
}

const PLAIN: Screen = Screen { width: 100, paint: Paint::Off };

#[track_caller]
fn check(got: &str, want: &str) {
    assert_eq!(got, want, "\n{got}");
}

#[test]
fn a_list_has_a_row_per_story() {
    check(&list::table(&[], PLAIN), "");
    check(
        &list::table(&[found(1), found(0)], PLAIN),
        "  first       last        articles  outlets  events  story
  2025-04-08  2025-04-10         2        2       3  Norway weighs strikes on smugglers off its
                                                     western coast
                                                     Norwegian Coast Guard, NOR.GOV, CRM
                                                     1 contradiction
                                                     st_0123456789abcdef

  2025-04-08  2025-04-10         2        2       3  Norway weighs strikes on smugglers off its
                                                     western coast
                                                     Norwegian Coast Guard, NOR.GOV, CRM
                                                     st_0123456789abcdef

",
    );
}

#[test]
fn a_story_tells_what_became_of_each_event() {
    let (story, record) = found(1);
    check(
        &ledger::table(&story, &record, PLAIN),
        "\
Norway weighs strikes on smugglers off its western coast · st_0123456789abcdef
  2025-04-08 to 2025-04-10 · 2 articles · 2 outlets · 3 events · 1 contradiction
  Norwegian Coast Guard (NOR.MIL) 2, NOR.GOV 1, CRM 1

  ASSAULT
  date        status        source                 sentence
  2025-04-08  occurred      Fjord Courier          “Patrol boats fired at smugglers off Bergen.”
                                                   doc_1
  2025-04-10  denied        the ministry           “No boat has fired at anybody, the ministry
                                                   said.”
                                                   doc_2
  contradiction: Fjord Courier says, the ministry denies

  CONSULT
  date        status        source                 sentence
  2025-04-10  planned       the author             “Talks are to follow.”
                                                   doc_3
",
    );
}

#[test]
fn a_row_of_the_ledger_names_what_it_contradicts() {
    let (_, record) = found(1);
    let contradicted: Vec<String> =
        ledger::rows(&record).map(|row| row.last().and_then(|cell| cell.text().map(str::to_owned)).unwrap()).collect();
    assert_eq!(contradicted, ["ev_2", "ev_1", ""]);
}

#[test]
fn no_line_is_wider_than_the_screen() {
    for width in [64, 80, 160] {
        for paint in [Paint::Off, Paint::Ansi] {
            let (screen, story) = (Screen { width, paint }, found(1));
            let text = list::table(std::slice::from_ref(&story), screen) + &ledger::table(&story.0, &story.1, screen);
            let widest = text.lines().map(console::measure_text_width).max();
            assert!(widest <= Some(width), "{widest:?} on {width}\n{text}");
        }
    }
}
