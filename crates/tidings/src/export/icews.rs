//! ICEWS: 20 columns separated by tabs, a row per pair of actors. `docs/exports.md` says what each holds.

use super::collapse::collapsed;
use super::tsv::{Pair, cell, line, name, pairs};
use super::{Counted, csv::joined};
use crate::wire::Participant;
use lexicon::Lexicon;
use types::PlacePrecision;

/// The header line.
pub(super) const HEADER: &str = "Event ID\tEvent Date\tSource Name\tSource Sectors\tSource Country\tEvent Text\tCAMEO Code\t\
Intensity\tTarget Name\tTarget Sectors\tTarget Country\tStory ID\tSentence Number\tPublisher\tCity\tDistrict\tProvince\t\
Country\tLatitude\tLongitude\n";

/// The rows of an event.
pub(super) fn rows(lexicon: &Lexicon, counted: &Counted) -> String {
    pairs(counted).map(|pair| line(row(lexicon, &pair))).collect()
}

fn row(lexicon: &Lexicon, pair: &Pair<'_>) -> [String; 20] {
    let record = pair.record;
    let act = collapsed(lexicon, record);
    let place = record.place.as_ref();
    let country = |code| lexicon.world.states.name_of(code);
    let side = |party: Option<&Participant>| {
        let sectors = party.map(|party| joined(party.sectors.iter().map(Some)).replace('|', ","));
        [name(party), cell(sectors), cell(party.and_then(|party| party.country).and_then(country))]
    };
    let [source_name, source_sectors, source_country] = side(pair.source);
    let [target_name, target_sectors, target_country] = side(pair.target);
    let city = place.filter(|place| place.precision == PlacePrecision::City);
    [
        pair.number.to_string(),
        cell(pair.date()),
        source_name,
        source_sectors,
        source_country,
        cell(lexicon.cameo.label(&act.cameo)),
        act.cameo,
        format!("{:.1}", act.score),
        target_name,
        target_sectors,
        target_country,
        record.story.clone().unwrap_or_else(|| record.document.id.clone()),
        String::new(),
        cell(record.document.outlet.as_ref()),
        cell(city.map(|place| &place.name)),
        String::new(),
        cell(place.and_then(|place| place.admin1.as_ref())),
        cell(place.and_then(|place| place.country).and_then(country)),
        cell(place.and_then(|place| place.lat)),
        cell(place.and_then(|place| place.lon)),
    ]
}
