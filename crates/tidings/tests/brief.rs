//! The page of a matter: what it shows, and that nothing of an article is ever markup.
//!
//! The records were made of an example article once and are kept, so that a change of the page alone shows as a diff.
//! Accept it with `UPDATE_EXPECT=1 cargo test -p tidings --test brief`.

use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use tidings::brief::{Brief, page};
use tidings::wire::{Record, StoryRecord};
use types::{Date, PlacePrecision, Status};

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(name)
}

fn lines() -> Vec<Value> {
    let text = std::fs::read_to_string(folder("fixtures/brief/border.jsonl")).expect("records of the example");
    text.lines().map(|line| serde_json::from_str(line).expect("a record")).collect()
}

fn records(lines: &[Value]) -> Vec<Record> {
    lines.iter().map(|line| serde_json::from_value(line.clone()).expect("a record")).collect()
}

fn shown(records: &[Record], stories: &[StoryRecord]) -> String {
    let picked = [("Words".to_owned(), "border".to_owned())];
    page(&Brief { title: "At the border", picked: &picked, records, stories })
}

/// Statements, by the anchors of their cards.
fn cards(page: &str) -> usize {
    page.matches("class=\"card ").count()
}

#[test]
fn the_page_of_an_article_is_as_it_was() {
    let page = shown(&records(&lines()), &[]);
    let (head, rest) = page.split_once("<style>").expect("a style sheet");
    let (_, body) = rest.split_once("</style>").expect("its end");
    let now = format!("{head}{body}");
    let file = folder("snapshots/brief.html");
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        std::fs::write(&file, &now).expect("a snapshot can be written");
    }
    let kept = std::fs::read_to_string(&file).unwrap_or_default();
    let first = now.lines().zip(kept.lines()).find(|(now, kept)| now != kept);
    assert!(now == kept, "another page; first other line, now and before:\n{first:#?}");
}

#[test]
fn the_order_of_records_changes_nothing() {
    let mut records = records(&lines());
    let page = shown(&records, &[]);
    records.reverse();
    assert!(page == shown(&records, &[]));
}

#[test]
fn what_several_outlets_tell_in_the_same_words_is_one_statement() {
    let mut all = records(&lines());
    let count = cards(&shown(&all, &[]));
    let copies: Vec<Record> = all.iter().map(|record| copy(record, "Lake Courier")).collect();
    all.extend(copies);
    let page = shown(&all, &[]);
    assert_eq!(cards(&page), count);
    assert!(
        page.contains(
            "<bdi>article</bdi> [1]</a>, 10 Mar; <a class=\"ref\" href=\"#a2\"><bdi>Lake Courier</bdi> [2]</a>"
        )
    );
}

/// The same as another outlet printed it, with other quotation marks.
fn copy(record: &Record, outlet: &str) -> Record {
    let mut copy = record.clone();
    copy.id = format!("{}~2", record.id);
    copy.document.id = "second".to_owned();
    copy.document.outlet = Some(outlet.to_owned());
    copy.evidence.text = record.evidence.text.replace('"', "'");
    copy
}

/// What one outlet says and another denies.
fn clash() -> [Record; 2] {
    let all = records(&lines());
    let mut told = all.iter().find(|record| record.magnitude.killed == Some(3)).expect("a count").clone();
    told.place = all.iter().find_map(|record| record.place.clone());
    if let Some(place) = &mut told.place {
        place.precision = PlacePrecision::City;
    }
    let mut denied = copy(&told, "Lake Courier");
    denied.evidence.text += " No.";
    denied.status = Status::Denied;
    denied.attribution.clear();
    [told, denied]
}

fn story(records: &[Record]) -> StoryRecord {
    let entry = |record: &Record| {
        json!({"date": null, "status": record.status.as_str(), "source": null, "document": record.document.id,
            "record": record.id, "sentence": record.evidence.text})
    };
    let entries: Vec<Value> = records.iter().map(entry).collect();
    let line = json!({"type": "ASSAULT", "entries": entries, "contradictions": []});
    let story = json!({"id": "st_1", "title": "Clash", "titled": "second", "start": null, "end": null, "documents": [],
        "outlets": 2, "participants": [], "ledger": [line]});
    serde_json::from_value(story).expect("a story")
}

fn day(text: &str) -> Option<Date> {
    Some(text.parse().expect("a day"))
}

#[test]
fn what_a_ledger_puts_together_is_contested_where_one_soon_denies_it() {
    let mut records = clash();
    let contested = |page: &str| page.contains("<h4>Says so</h4>") && page.contains("<h4>Denies it</h4>");
    assert!(contested(&shown(&records, &[story(&records)])));
    assert!(!contested(&shown(&records, &[])));
    records[1].time.start_date = day("2026-03-30");
    assert!(!contested(&shown(&records, &[story(&records)])));
}

#[test]
fn numbers_that_differ_of_one_place_and_day_are_set_side_by_side() {
    let [told, mut other] = clash();
    other.status = Status::Occurred;
    other.magnitude.killed = Some(4000);
    let mut records = [told, other];
    let differ = |records: &[Record]| shown(records, &[story(records)]).contains("<li><b>4\u{202f}000</b> ");
    assert!(differ(&records));
    records[1].time.start_date = day("2026-03-30");
    assert!(!differ(&records));
    records[1].time.start_date = records[0].time.start_date;
    records[1].place = None;
    assert!(!differ(&records));
}

#[test]
fn an_act_in_the_far_past_does_not_stretch_the_axis() {
    let mut all = records(&lines());
    let page = shown(&all, &[]);
    let old = "1871-05-01".parse::<Date>().ok();
    if let Some(record) = all.first_mut() {
        (record.time.start_date, record.time.end_date) = (old, old);
    }
    let with = shown(&all, &[]);
    assert!(page.contains("A dot is a day,") && with.contains("A dot is a day,") && with.contains(">earlier</text>"));
}

const ATTACKS: [&str; 6] = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "'><svg onload=alert(1)><style>*{display:none}</style></svg>",
    "</title></style></svg></blockquote><h1>Owned</h1><!--",
    "javascript:alert(1)//http://",
    "\u{202e}\u{0}\u{1b}]]>&lt;b&gt;",
];

/// Every text of a record, of whatever field, becomes an attack.
fn attacked(value: &mut Value, attack: &str) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| attacked(item, attack)),
        Value::Object(fields) => fields
            .iter_mut()
            .filter(|(key, _)| !CODES.contains(&key.as_str()))
            .for_each(|(_, field)| attacked(field, attack)),
        Value::String(text) => *text = attack.to_owned(),
        _ => {}
    }
}

/// Fields that hold nothing but codes and days.
const CODES: [&str; 14] = [
    "type",
    "mode",
    "contexts",
    "status",
    "country",
    "sector",
    "sectors",
    "kind",
    "quote",
    "published",
    "start_date",
    "end_date",
    "precision",
    "cameo",
];

#[test]
fn nothing_of_an_article_is_markup() {
    for attack in ATTACKS {
        let mut lines = lines();
        for (n, line) in lines.iter_mut().enumerate() {
            attacked(line, attack);
            line["document"]["id"] = json!(format!("{attack}{n}"));
            line["id"] = json!(format!("{attack}{n}"));
        }
        let records = records(&lines);
        let page = page(&Brief {
            title: attack,
            picked: &[(attack.to_owned(), attack.to_owned())],
            records: &records,
            stories: &[],
        });
        check(&page);
        assert!(!page.contains("href=\"javascript"), "{attack}");
    }
}

#[test]
fn pages_are_sound() {
    check(&shown(&records(&lines()), &[]));
    check(&shown(&clash(), &[story(&clash())]));
    check(&shown(&[], &[]));
}

#[test]
fn offsets_that_lie_elsewhere_do_no_harm() {
    let mut all = records(&lines());
    for (n, record) in all.iter_mut().enumerate() {
        let trigger = &mut record.evidence.trigger;
        (trigger.start, trigger.end) = [(usize::MAX, 0), (0, usize::MAX), (5, 5), (usize::MAX - 1, usize::MAX)][n % 4];
        record.confidence = f32::NAN;
    }
    check(&shown(&all, &[]));
}

/// All that a page may hold. What an article could bring in is not among it.
const TAGS: &str = "!doctype html head meta title style body header main section nav footer article h1 h2 h3 h4 p a b i br \
small span div ul ol li dl dt dd q mark bdi blockquote time code details summary figure figcaption table caption thead tbody \
tr th td svg g line circle rect text defs marker path";
const EMPTY: [&str; 3] = ["!doctype", "meta", "br"];

/// Tags are known and closed, ids are told once, links lead somewhere, and nothing is asked for or run.
#[track_caller]
fn check(page: &str) {
    let (known, mut open) = (TAGS.split(' ').collect::<BTreeSet<_>>(), Vec::new());
    let (mut ids, mut links) = (Vec::new(), BTreeSet::new());
    for tag in page.split('<').skip(1) {
        let (tag, _) = tag.split_once('>').expect("a tag that ends");
        let closed = tag.trim_end_matches('/').split([' ', '\n']).next().unwrap_or_default();
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name));
            continue;
        }
        assert!(known.contains(closed), "<{tag}>");
        assert!(!tag.contains(" on") && !tag.contains(" src"), "<{tag}>");
        if !EMPTY.contains(&closed) && !tag.ends_with('/') {
            open.push(closed);
        }
        ids.extend(attribute(tag, "id"));
        links.extend(attribute(tag, "href").and_then(|link| link.strip_prefix('#')));
    }
    let all: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!((open, all.len()), (vec![], ids.len()));
    assert_eq!(links.difference(&all).collect::<Vec<_>>(), Vec::<&&str>::new());
}

fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    tag.split_once(&format!(" {name}=\""))?.1.split('"').next()
}
