//! POLECAT: 40 columns separated by tabs, a row per pair of actors. `docs/exports.md` says what each holds.

use super::collapse::collapsed;
use super::tsv::{Pair, cell, line, name, pairs};
use super::{Counted, csv::joined};
use crate::wire::Participant;
use lexicon::Lexicon;
use std::fmt::Display;
use types::PlacePrecision;

/// The header line.
pub(super) const HEADER: &str = "Event ID\tEvent Date\tEvent Type\tEvent Mode\tIntensity\tQuad Code\tContexts\tActor Name\t\
Actor Country\tActor COW\tPrimary Actor Sector\tActor Sectors\tActor Title\tActor Name Raw\tWikipedia Actor ID\t\
Recipient Name\tRecipient Country\tRecipient COW\tPrimary Recipient Sector\tRecipient Sectors\tRecipient Title\t\
Recipient Name Raw\tWikipedia Recipient ID\tPlacename\tCity\tDistrict\tProvince\tCountry\tLatitude\tLongitude\t\
GeoNames ID\tRaw Placename\tFeature Type\tSource\tPublication Date\tStory People\tStory Organizations\t\
Story Locations\tLanguage\tVersion\n";

/// The rows of an event.
pub(super) fn rows(lexicon: &Lexicon, counted: &Counted) -> String {
    pairs(counted).map(|pair| line(row(lexicon, &pair))).collect()
}

fn row(lexicon: &Lexicon, pair: &Pair<'_>) -> Vec<String> {
    let record = pair.record;
    let act = collapsed(lexicon, record);
    let what = [
        format!("{}-{}", record.id, pair.position),
        cell(pair.date()),
        act.kind.to_string(),
        cell(act.mode),
        format!("{:.1}", act.score),
        QUADS.get(usize::from(act.quad).wrapping_sub(1)).copied().unwrap_or_default().to_owned(),
        list(&record.contexts),
    ];
    [&what[..], &side(lexicon, pair.source), &side(lexicon, pair.target), &place(lexicon, pair), &article(pair)]
        .concat()
}

/// The quadrants as POLECAT names them.
const QUADS: [&str; 4] = ["VERBAL COOPERATION", "MATERIAL COOPERATION", "VERBAL CONFLICT", "MATERIAL CONFLICT"];

fn list<T: Display>(codes: &[T]) -> String {
    joined(codes.iter().map(Some)).replace('|', ",")
}

fn side(lexicon: &Lexicon, party: Option<&Participant>) -> [String; 8] {
    let country = party.and_then(|party| party.country);
    [
        name(party),
        cell(country.and_then(|code| lexicon.world.states.name_of(code))),
        String::new(),
        cell(party.and_then(|party| party.sector)),
        cell(party.map(|party| list(&party.sectors))),
        String::new(),
        cell(party.and_then(|party| party.text.as_ref())),
        String::new(),
    ]
}

fn place(lexicon: &Lexicon, pair: &Pair<'_>) -> [String; 10] {
    let place = pair.record.place.as_ref();
    let city = place.filter(|place| place.precision == PlacePrecision::City);
    [
        cell(place.map(|place| &place.name)),
        cell(city.map(|place| &place.name)),
        String::new(),
        cell(place.and_then(|place| place.admin1.as_ref())),
        cell(place.and_then(|place| place.country).and_then(|code| lexicon.world.states.name_of(code))),
        cell(place.and_then(|place| place.lat)),
        cell(place.and_then(|place| place.lon)),
        cell(place.and_then(|place| place.geonames)),
        cell(place.map(|place| &place.text)),
        cell(place.map(|place| feature(place.precision))),
    ]
}

/// The class of GeoNames.
const fn feature(precision: PlacePrecision) -> &'static str {
    match precision {
        PlacePrecision::Country => "PCLI",
        PlacePrecision::Admin1 => "ADM1",
        PlacePrecision::City => "PPL",
    }
}

fn article(pair: &Pair<'_>) -> [String; 7] {
    let document = &pair.record.document;
    let source = document.outlet.as_ref().or(document.url.as_ref());
    [
        cell(source),
        cell(document.published),
        String::new(),
        String::new(),
        String::new(),
        "eng".to_owned(),
        format!("tidings {}", pair.record.produced_by.tidings),
    ]
}
