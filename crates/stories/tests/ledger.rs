//! What stands side by side in a ledger, and what contradicts what.

#![allow(clippy::unwrap_used, reason = "a test that cannot begin has failed")]

use stories::{Article, Line, Link, Member, Report, Settings, Story};
use types::{EventType, Magnitude, Status};

const SETTINGS: &str = include_str!("../../../data/stories.toml");

/// An article of one record: its outlet, type, status and claimant.
#[derive(Clone, Copy)]
struct Told(Option<&'static str>, EventType, Status, Option<&'static str>);

const SEIZED: Told = Told(Some("Fjord Post"), EventType::Coerce, Status::Occurred, None);
const DENIED: Told = Told(Some("Fjord Post"), EventType::Coerce, Status::Denied, Some("the fisheries ministry"));

fn article(number: usize, Told(outlet, kind, status, source): Told) -> Article {
    Article {
        id: format!("{number}"),
        published: None,
        outlet: outlet.map(str::to_owned),
        title: String::new(),
        text: String::new(),
        reports: vec![Report {
            id: format!("ev_{number}"),
            kind,
            mode: None,
            status,
            actors: Vec::new(),
            recipients: Vec::new(),
            place: None,
            days: None,
            toll: Magnitude::default(),
            sentence: String::new(),
            source: source.map(str::to_owned),
        }],
    }
}

fn ledger(told: &[Told], linked: &[(usize, usize)]) -> Vec<Line> {
    let articles: Vec<Article> = told.iter().enumerate().map(|(number, told)| article(number, *told)).collect();
    let members: Vec<Member<'_>> = articles.iter().map(|article| Member { article, near: &[] }).collect();
    let link = |(one, other): &(usize, usize)| Link {
        earlier: format!("ev_{one}"),
        later: format!("ev_{other}"),
        score: 1.0,
        reason: String::new(),
    };
    let links: Vec<Link> = linked.iter().map(link).collect();
    Story::of(&members, &links.iter().collect::<Vec<_>>(), &Settings::read(SETTINGS).unwrap()).unwrap().ledger
}

#[track_caller]
fn lines(linked: &[(usize, usize)], expected: &[&str]) {
    let ledger = ledger(&[SEIZED; 6], linked);
    let articles = |line: &Line| line.entries.iter().map(|entry| entry.article.as_str()).collect::<String>();
    assert_eq!(ledger.iter().map(articles).collect::<Vec<_>>(), expected, "{linked:?}");
}

#[test]
fn a_line_holds_what_is_linked_closely() {
    lines(&[], &["0", "1", "2", "3", "4", "5"]);
    lines(&[(0, 1), (0, 2), (1, 2)], &["012", "3", "4", "5"]);
    lines(&[(0, 3), (1, 4)], &["03", "14", "2", "5"]);
}

#[test]
fn a_line_does_not_grow_from_link_to_link() {
    lines(&[(0, 1), (1, 2), (2, 3), (3, 4), (4, 5)], &["012", "345"]);
    lines(&[(0, 1), (0, 2), (1, 2), (2, 3), (3, 4), (3, 5), (4, 5)], &["012", "345"]);
}

#[track_caller]
fn contradictions(told: [Told; 2], linked: &[(usize, usize)], expected: &[&str]) {
    let ledger = ledger(&told, linked);
    let found = ledger.iter().flat_map(|line| &line.contradictions);
    assert_eq!(found.map(|found| found.reason.as_str()).collect::<Vec<_>>(), expected);
}

#[test]
fn who_denies_what_another_tells_contradicts_it() {
    let expected = ["Fjord Post says, the fisheries ministry denies"];
    contradictions([SEIZED, DENIED], &[(0, 1)], &expected);
    contradictions([DENIED, SEIZED], &[(0, 1)], &expected);
    let unknown = Told(None, EventType::Coerce, Status::Historical, None);
    contradictions([unknown, DENIED], &[(0, 1)], &["0 says, the fisheries ministry denies"]);
}

#[test]
fn what_is_no_contradiction() {
    let planned = Told(Some("Fjord Post"), EventType::Coerce, Status::Planned, None);
    let accused = |status, source| Told(None, EventType::Accuse, status, Some(source));
    let same = Told(None, EventType::Coerce, Status::Occurred, Some("the fisheries ministry"));
    let nobody = Told(None, EventType::Coerce, Status::Denied, None);
    contradictions([SEIZED, DENIED], &[], &[]);
    contradictions([planned, DENIED], &[(0, 1)], &[]);
    contradictions([same, DENIED], &[(0, 1)], &[]);
    contradictions([SEIZED, nobody], &[(0, 1)], &[]);
    contradictions([SEIZED, Told(Some("Fjord Post"), EventType::Coerce, Status::Denied, None)], &[(0, 1)], &[]);
    contradictions([accused(Status::Occurred, "Oslo"), accused(Status::Denied, "Copenhagen")], &[(0, 1)], &[]);
}
