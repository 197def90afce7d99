//! Which of the places of one name is meant.

use super::named::{Name, Named};
use super::resolve::choose;
use lexicon::{PlaceEntry, PlaceKind};
use types::Country;

fn entry(name: &str, kind: PlaceKind, country: &str, admin1: Option<&str>, population: u32) -> PlaceEntry {
    PlaceEntry {
        name: name.into(),
        kind,
        country: country.parse().ok(),
        admin1: admin1.map(Box::from),
        geonames: None,
        lat: 0.0,
        lon: 0.0,
        population,
        capital: false,
    }
}

/// A gazetteer in small, the likeliest of each name first.
fn gazetteer() -> Vec<PlaceEntry> {
    use PlaceKind::{City, Country, Region};
    vec![
        entry("Georgia", Country, "GEO", None, 0),
        entry("Georgia", Region, "USA", None, 0),
        entry("Lebanon", Country, "LBN", None, 0),
        entry("Idaho", Region, "USA", None, 0),
        entry("Ontario", Region, "CAN", None, 0),
        entry("Tripoli", City, "LBY", None, 1_100_000),
        entry("Tripoli", City, "LBN", None, 230_000),
        entry("Moscow", City, "RUS", None, 10_000_000),
        entry("Moscow", City, "USA", Some("Idaho"), 25_000),
        entry("Moscow", City, "USA", Some("Kansas"), 30_000),
        entry("Dali", City, "CHN", Some("Yunnan"), 600_000),
    ]
}

#[track_caller]
fn check(main: &str, within: &[&str], spoken_of: &[&str], expected: (&str, &str, Option<&str>)) {
    let all = gazetteer();
    let named = |name: &&str, at: usize| {
        let entries = all.iter().filter(|entry| *entry.name == **name).collect();
        Name { first: at, last: at, entries }
    };
    let within = within.iter().enumerate().map(|(i, name)| named(name, 2 * i + 2)).collect();
    let countries = spoken_of.iter().filter_map(|code| code.parse::<Country>().ok()).collect();
    let chosen = choose(&Named { main: named(&main, 0), within }, || countries).expect("a place");
    let country = chosen.country.map(|c| c.to_string()).unwrap_or_default();
    assert_eq!((&*chosen.name, country.as_str(), chosen.admin1.as_deref()), expected, "{main}");
}

#[test]
fn the_phrase_decides_before_the_document_and_that_before_size() {
    check("Tripoli", &[], &[], ("Tripoli", "LBY", None));
    check("Tripoli", &[], &["LBN"], ("Tripoli", "LBN", None));
    check("Tripoli", &["Lebanon"], &["LBY"], ("Tripoli", "LBN", None));
    check("Georgia", &[], &["USA"], ("Georgia", "GEO", None));
    check("Moscow", &[], &["USA"], ("Moscow", "RUS", None));
    check("Moscow", &["Idaho"], &["RUS"], ("Moscow", "USA", Some("Idaho")));
}

#[test]
fn a_name_that_lies_elsewhere_gives_way_to_the_wider_place() {
    check("Dali", &["Georgia"], &[], ("Georgia", "GEO", None));
    check("Moscow", &["Ontario"], &[], ("Ontario", "CAN", None));
    check("Lebanon", &["Idaho"], &[], ("Idaho", "USA", None));
    check("Lebanon", &["Georgia"], &[], ("Lebanon", "LBN", None));
}
