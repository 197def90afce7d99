//! GDELT 2.0 events: 61 columns separated by tabs, without header, a row per pair of actors.
//!
//! `docs/exports.md` says what each column holds. An event without any date has no row: GDELT's date is a number.

use super::Counted;
use super::collapse::{Collapsed, collapsed};
use super::tsv::{Pair, cell, line, name, pairs};
use crate::wire::{Participant, Place};
use lexicon::Lexicon;
use types::{Affiliation, Country, Date, PlacePrecision};

/// The rows of an event.
pub(super) fn rows(lexicon: &Lexicon, counted: &Counted) -> String {
    pairs(counted).filter_map(|pair| Some(line(row(lexicon, &pair, pair.date()?)))).collect()
}

fn row(lexicon: &Lexicon, pair: &Pair<'_>, date: Date) -> Vec<String> {
    let act = collapsed(lexicon, pair.record);
    let document = &pair.record.document;
    [
        &when(pair.number, date)[..],
        &party(lexicon, pair.source),
        &party(lexicon, pair.target),
        &what(pair, &act),
        &home(lexicon, pair.source),
        &home(lexicon, pair.target),
        &pair.record.place.as_ref().map_or_else(nowhere, |place| action(lexicon, place)),
        &[compact(document.published.unwrap_or(date)) + "000000", cell(document.url.as_ref())],
    ]
    .concat()
}

fn compact(date: Date) -> String {
    date.to_string().replace('-', "")
}

/// Number, day, month, year and share of the year, reckoned as GDELT does.
fn when(number: u64, date: Date) -> [String; 5] {
    let text = date.to_string();
    let mut parts = text.split('-');
    let (year, month, day) = (parts.next().unwrap_or_default(), parts.next(), parts.next());
    let number_of = |part: Option<&str>| part.and_then(|part| part.parse().ok()).unwrap_or(0.0);
    let share = (number_of(month) * 30.0 + number_of(day)) / 365.0;
    let fraction = number_of(Some(year)) + f64::min(share, 0.9999);
    let day = compact(date);
    [number.to_string(), day.clone(), day.chars().take(6).collect(), year.to_owned(), format!("{fraction:.4}")]
}

/// The ten columns of an actor.
fn party(lexicon: &Lexicon, party: Option<&Participant>) -> [String; 10] {
    let code = party.and_then(|party| code(lexicon, party)).unwrap_or_default();
    let of = |wanted: Block| blocks(&code).filter(move |block| kind(lexicon, block) == wanted).map(str::to_owned);
    let first = |wanted: Block| of(wanted).next().unwrap_or_default();
    let mut types = of(Block::Type);
    let mut next = || types.next().unwrap_or_default();
    let blank = String::new;
    let names = [code.clone(), name(party).to_uppercase(), first(Block::Country), first(Block::Group)];
    let [whole, words, country, group] = names;
    [whole, words, country, group, blank(), blank(), blank(), next(), next(), next()]
}

/// CAMEO's code; GDELT leaves out what stands for an unknown country.
fn code(lexicon: &Lexicon, party: &Participant) -> Option<String> {
    let belongs = Affiliation { name: None, country: party.country, sectors: party.sectors.clone() };
    Some(lexicon.cameo.actor_code(&belongs)?.to_string().trim_start_matches('-').to_owned())
}

fn blocks(code: &str) -> impl Iterator<Item = &str> {
    (0..code.len()).step_by(3).filter_map(|at| code.get(at..at + 3))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Block {
    Country,
    Group,
    Type,
}

/// What a block of a code is to GDELT, which has the Union as a country and its community as a group.
fn kind(lexicon: &Lexicon, block: &str) -> Block {
    let state = |code: Country| lexicon.world.states.of(code).is_some();
    match block {
        "EUR" => Block::Country,
        "EEC" | "UNO" => Block::Group,
        _ if block.parse().is_ok_and(state) => Block::Country,
        _ => Block::Type,
    }
}

/// Whether it is the headline's, what, and how often.
fn what(pair: &Pair<'_>, act: &Collapsed) -> [String; 10] {
    let digits = |count| act.cameo.chars().take(count).collect::<String>();
    [
        u8::from(pair.record.evidence.start == 0).to_string(),
        act.cameo.clone(),
        digits(3),
        digits(2),
        act.quad.to_string(),
        format!("{:.1}", act.score),
        pair.counts.mentions.to_string(),
        pair.counts.sources.to_string(),
        pair.counts.articles.to_string(),
        String::new(),
    ]
}

/// Type, name, country, divisions, coordinates and feature of a place that is not known.
fn nowhere() -> [String; 8] {
    let mut cells: [String; 8] = Default::default();
    let [kind, ..] = &mut cells;
    "0".clone_into(kind);
    cells
}

/// The country an actor belongs to: the text says no more of where it is.
fn home(lexicon: &Lexicon, party: Option<&Participant>) -> [String; 8] {
    let country = party.and_then(|party| party.country);
    let state = country.and_then(|code| lexicon.world.states.of(code));
    let Some(state) = state else { return nowhere() };
    let fips = cell(lexicon.cameo.fips(state.country));
    let [lat, lon] = [state.lat, state.lon].map(|degrees| degrees.to_string());
    ["1".to_owned(), state.name().to_owned(), fips.clone(), fips.clone(), String::new(), lat, lon, fips]
}

/// Where the act took place, as finely as the text says.
fn action(lexicon: &Lexicon, place: &Place) -> [String; 8] {
    let fips = cell(place.country.and_then(|code| lexicon.cameo.fips(code)));
    let whole = if place.precision == PlacePrecision::Country { fips.clone() } else { String::new() };
    [
        geo_type(place, &fips).to_string(),
        full_name(lexicon, place),
        fips,
        whole.clone(),
        String::new(),
        cell(place.lat),
        cell(place.lon),
        whole,
    ]
}

/// The United States, whose places have types of their own.
const STATES: &str = "US";

fn geo_type(place: &Place, fips: &str) -> u8 {
    match (place.precision, fips == STATES) {
        (PlacePrecision::Country, _) => 1,
        (PlacePrecision::Admin1, true) => 2,
        (PlacePrecision::City, true) => 3,
        (PlacePrecision::City, false) => 4,
        (PlacePrecision::Admin1, false) => 5,
    }
}

/// The place, its division and its country, each once.
fn full_name(lexicon: &Lexicon, place: &Place) -> String {
    let country = place.country.and_then(|code| lexicon.world.states.name_of(code));
    let mut names = vec![place.name.as_str()];
    names.extend(place.admin1.as_deref());
    names.extend(country);
    names.dedup();
    names.join(", ")
}

#[cfg(test)]
mod tests {
    use crate::builtin;

    /// Where a country is, is told of the state and not of an entity that is counted to it.
    #[test]
    fn a_country_is_its_state() {
        let lexicon = builtin::lexicon().unwrap();
        let states = &lexicon.world.states;
        for state in states.all() {
            let found = states.of(state.country).map(|state| state.name());
            assert_eq!(found, states.name_of(state.country), "{}", state.country);
        }
    }
}
