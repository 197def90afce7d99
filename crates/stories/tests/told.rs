//! Which records tell one event, what the ledger makes of them, and what a story is called.

#![allow(clippy::unwrap_used, reason = "a test that cannot begin has failed")]

use stories::{Article, Background, Party, Report, Settings, Spot, Stories, Story};
use types::PlacePrecision;

const SETTINGS: &str = include_str!("../../../data/stories.toml");
const WORDS: &str = include_str!("../../../data/stories/words.tsv");

/// An article of one record: day of March 2026, outlet, type, status, who, whom, city, and what it says.
type Told<'a> = (u8, &'a str, &'a str, &'a str, &'a str, &'a str, &'a str, &'a str);

fn side(code: &str) -> Vec<Party> {
    let party = |code: &str| {
        let (country, sector) = code.split_once('.').unwrap_or((code, ""));
        Party { name: None, country: country.parse().ok(), sector: sector.parse().ok() }
    };
    code.split_whitespace().map(party).collect()
}

fn article(number: usize, told: &Told<'_>) -> Article {
    let (day, outlet, kind, status, who, whom, city, text) = *told;
    let spot = Spot { name: city.to_owned(), country: "UKR".parse().ok(), precision: PlacePrecision::City };
    let report = Report {
        mode: None,
        toll: types::Magnitude::default(),
        id: format!("ev_{number}"),
        kind: kind.parse().unwrap(),
        status: status.parse().unwrap(),
        actors: side(who),
        recipients: side(whom),
        place: Some(spot).filter(|_| !city.is_empty()),
        days: None,
        sentence: text.to_owned(),
        source: None,
    };
    let (published, outlet) = (types::Date::new(2026, 3, day), Some(outlet.to_owned()));
    let (id, title, text) = (format!("doc_{number}"), text.to_owned(), text.to_owned());
    Article { id, published, outlet, title, text, reports: vec![report] }
}

fn grouped(told: &[Told<'_>]) -> (Vec<String>, Vec<Story>) {
    let mut stories = Stories::new(Settings::read(SETTINGS).unwrap(), Background::read(WORDS).unwrap());
    for (number, told) in told.iter().enumerate() {
        stories.add(article(number, told));
    }
    let links = stories.links().into_iter().map(|link| format!("{} {}", link.earlier, link.later)).collect();
    (links, stories.stories())
}

const SHELLED: &str =
    "The harbour of Odesa was shelled overnight and a grain terminal burned, the port authority says.";
const DENIED: &str = "The ministry denies that the harbour of Odesa was shelled and that its grain terminal burned.";

fn strike<'a>(day: u8, status: &'a str, text: &'a str) -> Told<'a> {
    (day, "Courier", "ASSAULT", status, "RUS.MIL", "UKR.CVL", "Odesa", text)
}

#[track_caller]
fn check_linked(one: Told<'_>, other: Told<'_>, linked: bool) {
    let expected = if linked { vec!["ev_0 ev_1".to_owned()] } else { Vec::new() };
    assert_eq!(grouped(&[one, other]).0, expected, "{one:?}\n{other:?}");
}

#[test]
fn records_of_one_event_are_linked() {
    let first = strike(3, "occurred", SHELLED);
    check_linked(first, first, true);
    check_linked(first, strike(3, "denied", DENIED), true);
    check_linked(first, (3, "Post", "ASSAULT", "occurred", "RUS.MIL", "", "", SHELLED), true);
    check_linked(first, (3, "Post", "ASSAULT", "occurred", "RUS.GOV", "UKR.CVL", "Odesa", SHELLED), true);
}

#[test]
fn what_contradicts_is_not_linked() {
    let first = strike(3, "occurred", SHELLED);
    check_linked(first, strike(5, "occurred", SHELLED), false);
    check_linked(first, (3, "Post", "AID", "occurred", "RUS.MIL", "UKR.CVL", "Odesa", SHELLED), false);
    check_linked(first, (3, "Post", "ASSAULT", "occurred", "USA.MIL", "UKR.CVL", "Odesa", SHELLED), false);
    check_linked(first, (3, "Post", "ASSAULT", "occurred", "RUS.MIL", "POL.CVL", "Odesa", SHELLED), false);
    check_linked(first, (3, "Post", "ASSAULT", "occurred", "RUS.MIL", "UKR.CVL", "Lviv", SHELLED), false);
    check_linked(first, strike(3, "occurred", "Voters elected a council after a quiet campaign about schools."), false);
}

/// Of the one story: each event as its statuses by day, and its contradictions.
#[track_caller]
fn check_ledger(told: &[Told<'_>], expected: &[(&str, &[&str])]) {
    let stories = grouped(told).1;
    assert_eq!(stories.len(), 1, "{told:?}");
    let line = |line: &stories::Line| {
        let entry = |entry: &stories::Entry| format!("{} {}", entry.date.unwrap().day, entry.status);
        let entries = line.entries.iter().map(entry).collect::<Vec<_>>().join(", ");
        (entries, line.contradictions.iter().map(|against| against.reason.clone()).collect::<Vec<_>>())
    };
    let found: Vec<_> = stories[0].ledger.iter().map(line).collect();
    let expected: Vec<_> = expected
        .iter()
        .map(|(entries, against)| ((*entries).to_owned(), against.iter().map(|reason| (*reason).to_owned()).collect()))
        .collect();
    assert_eq!(found, expected, "{told:?}");
}

#[test]
fn ledgers_say_what_became_of_an_event() {
    let talks = |day, status, text| (day, "Courier", "CONSULT", status, "UKR.GOV", "POL.GOV", "", text);
    let planned = "Envoys of Ukraine and Poland are to meet in Lublin about the grain corridor on Wednesday.";
    let met = "Envoys of Ukraine and Poland met in Lublin about the grain corridor.";
    check_ledger(&[talks(3, "planned", planned), talks(4, "occurred", met)], &[("3 planned, 4 occurred", &[])]);
    let other = (4, "Post", "SANCTION", "occurred", "UKR.GOV", "", "", planned);
    check_ledger(&[talks(3, "planned", planned), other], &[("3 planned", &[]), ("4 occurred", &[])]);
}

#[test]
fn who_denies_what_another_tells_contradicts_it() {
    let denial = (3, "Herald", "ASSAULT", "denied", "RUS.MIL", "UKR.CVL", "Odesa", DENIED);
    check_ledger(
        &[strike(3, "occurred", SHELLED), denial],
        &[("3 occurred, 3 denied", &["Courier says, Herald denies"])],
    );
    let considered = strike(3, "considered", SHELLED);
    check_ledger(&[considered, denial], &[("3 considered, 3 denied", &[])]);
}

#[track_caller]
fn check_title(texts: &[&str], titled: &str) {
    let told: Vec<Told<'_>> = (3..).zip(texts).map(|(day, text)| strike(day, "occurred", text)).collect();
    let stories = grouped(&told).1;
    assert_eq!(stories.iter().map(|story| story.titled.as_str()).collect::<Vec<_>>(), [titled], "{texts:?}");
}

#[test]
fn stories_are_titled_by_the_most_typical() {
    check_title(&[SHELLED], "doc_0");
    check_title(&[SHELLED, SHELLED], "doc_0");
    let repairs = "Repairs of the grain terminal of Odesa, which burned when the harbour was shelled, begin.";
    let insurers = "Insurers count the cost after a grain terminal burned in the harbour of Odesa.";
    check_title(&[insurers, repairs, SHELLED], "doc_1");
}
