//! Which records of two articles tell one event.

#![allow(clippy::unwrap_used, reason = "a test that cannot begin has failed")]

use stories::{Article, Background, Link, Party, Report, Settings, Spot, Stories};
use types::{Date, EventType, Magnitude, PlacePrecision, Status};

const SETTINGS: &str = include_str!("../../../data/stories.toml");
const WORDS: &str = include_str!("../../../data/stories/words.tsv");

/// Day of the article, day told, type, who does it to whom (by country), town, how many killed, and the sentence.
#[derive(Clone, Copy)]
struct Told {
    day: u8,
    told: Option<(&'static str, &'static str)>,
    kind: EventType,
    who: &'static str,
    whom: &'static str,
    town: Option<&'static str>,
    killed: Option<u32>,
    sentence: &'static str,
}

const SHELLED: Told = Told {
    day: 3,
    told: None,
    kind: EventType::Assault,
    who: "NOR",
    whom: "DNK",
    town: Some("Skagen"),
    killed: Some(4),
    sentence: "Norwegian patrol boats shell the herring wharf of Skagen, killing four trawlermen beside the smokehouse.",
};

const AGAIN: Told = Told {
    day: 4,
    told: Some(("2031-03-03", "2031-03-03")),
    sentence: "Four trawlermen were killed beside the smokehouse when patrol boats shelled the wharf of Skagen yesterday.",
    ..SHELLED
};

fn article(id: &str, told: Told) -> Article {
    let date = |day: &str| day.parse::<Date>().unwrap();
    let party = |country: &str| vec![Party { country: country.parse().ok(), ..Party::default() }];
    let place =
        |name: &str| Spot { name: name.into(), country: told.whom.parse().ok(), precision: PlacePrecision::City };
    Article {
        id: id.into(),
        published: Date::new(2031, 3, told.day),
        outlet: None,
        title: told.sentence.into(),
        text: told.sentence.into(),
        reports: vec![Report {
            id: format!("ev_{id}"),
            kind: told.kind,
            mode: None,
            status: Status::Occurred,
            actors: party(told.who),
            recipients: party(told.whom),
            place: told.town.map(place),
            days: told.told.map(|(start, end)| (date(start), date(end))),
            toll: Magnitude { killed: told.killed, ..Magnitude::default() },
            sentence: told.sentence.into(),
            source: None,
        }],
    }
}

fn links(one: Told, other: Told) -> Vec<Link> {
    let mut stories = Stories::new(Settings::read(SETTINGS).unwrap(), Background::read(WORDS).unwrap());
    stories.add(article("a", one));
    stories.add(article("b", other));
    stories.links().into_iter().cloned().collect()
}

#[track_caller]
fn check(one: Told, other: Told, linked: bool) {
    let found = links(one, other);
    assert_eq!(!found.is_empty(), linked, "{} | {} {found:?}", one.sentence, other.sentence);
}

#[test]
fn one_act_in_other_words() {
    check(SHELLED, AGAIN, true);
    check(SHELLED, Told { day: 3, told: None, killed: None, ..AGAIN }, true);
    check(SHELLED, Told { kind: EventType::Coerce, town: None, ..AGAIN }, true);
}

#[test]
fn what_contradicts_parts() {
    check(SHELLED, Told { kind: EventType::Agree, ..AGAIN }, false);
    check(SHELLED, Told { who: "SWE", ..AGAIN }, false);
    check(SHELLED, Told { whom: "FIN", ..AGAIN }, false);
    check(SHELLED, Told { town: Some("Esbjerg"), ..AGAIN }, false);
    check(SHELLED, Told { told: Some(("2031-02-20", "2031-02-20")), ..AGAIN }, false);
}

#[test]
fn acts_of_a_series_are_not_one() {
    let next = Told {
        day: 6,
        town: None,
        killed: Some(2),
        sentence: "Norwegian patrol boats shell a ferry off Hirtshals, killing two sailors.",
        ..SHELLED
    };
    check(SHELLED, next, false);
    check(SHELLED, Told { told: None, killed: Some(2), day: 6, ..AGAIN }, false);
}

#[test]
fn a_year_is_not_a_day() {
    let year = Told {
        told: Some(("2031-01-01", "2031-12-31")),
        killed: Some(70),
        town: None,
        sentence: "Seventy Danish trawlermen were killed by Norwegian patrol boats since the start of the year.",
        ..AGAIN
    };
    check(SHELLED, year, false);
}

#[test]
fn links_say_what_speaks_for_them() {
    let reason = links(SHELLED, AGAIN).remove(0).reason;
    assert!(["dated 1.00", "toll 1.00", "words 0."].iter().all(|clue| reason.contains(clue)), "{reason}");
    let reason = links(SHELLED, Told { killed: Some(3), ..AGAIN }).remove(0).reason;
    assert!(reason.ends_with("; against it fewer 1.00"), "{reason}");
}
