//! Whom or what place a word names.

use super::{Line, Term};
use tidings::lexicon::{Case, Entry, Lexicon, NameKind, PlaceEntry};
use tidings::types::{Country, Date, Sector};

/// States, peoples and names.
pub fn actors(lexicon: &Lexicon, term: &Term<'_>) -> Vec<Line> {
    let states = &lexicon.world.states;
    let state = [
        ("state", states.name(&term.words, Case::Sentence)),
        ("demonym", states.demonym(&term.words, Case::Sentence)),
        ("capital", states.capital(&term.words, Case::Sentence)),
    ];
    let state = state.into_iter().filter_map(|(what, found)| {
        let (_, state) = found.filter(|(words, _)| *words == term.words.len())?;
        Some((what.to_owned(), format!("{} {}.{}", state.name(), state.country, state.sector)))
    });
    state.chain(names(lexicon, term)).collect()
}

fn names(lexicon: &Lexicon, term: &Term<'_>) -> Vec<Line> {
    let found = lexicon.world.names.longest(&term.words, Case::Sentence);
    let whole = found.filter(|found| found.words == term.words.len());
    let entries = whole.into_iter().flat_map(|found| found.entries);
    let line = |entry: &Entry| {
        let day = |day: Option<Date>| day.map_or_else(String::new, |day| day.to_string());
        let term = match (entry.term.from, entry.term.to) {
            (None, None) => String::new(),
            (from, to) => format!(", {} to {}", day(from), day(to)),
        };
        (kind(entry.kind).to_owned(), format!("{} {}{term}", entry.name, entity(entry.country, &entry.sectors)))
    };
    entries.map(line).collect()
}

const fn kind(kind: NameKind) -> &'static str {
    match kind {
        NameKind::Body => "body",
        NameKind::Person => "person",
        NameKind::Group => "group",
        NameKind::Seat => "seat",
        NameKind::Outlet => "outlet",
        NameKind::Firm => "firm",
    }
}

fn entity(country: Option<Country>, sectors: &[Sector]) -> String {
    let country = country.map(|c| c.to_string());
    let sectors = sectors.iter().map(|s| s.to_string());
    country.into_iter().chain(sectors).collect::<Vec<_>>().join(".")
}

/// Role nouns.
pub fn roles(lexicon: &Lexicon, term: &Term<'_>) -> Vec<Line> {
    let lemmas: Vec<&str> = term.lemmas.iter().map(String::as_str).collect();
    let found = lexicon.world.roles.longest_ending(&lemmas);
    let role = found.map(|(_, role)| {
        let sectors = if role.inherits() { "as whom it serves".to_owned() } else { entity(None, &role.sectors) };
        ("role".to_owned(), format!("{} {sectors}", role.phrase))
    });
    role.into_iter().collect()
}

/// Places.
pub fn places(lexicon: &Lexicon, term: &Term<'_>) -> Vec<Line> {
    let found = lexicon.world.places.longest(&term.words, Case::Sentence);
    let whole = found.filter(|(words, _)| *words == term.words.len());
    let line = |place: &PlaceEntry| {
        let country = place.country.map_or_else(String::new, |country| format!(" {country}"));
        let number = place.geonames.map_or_else(String::new, |id| format!(", GeoNames {id}"));
        ("place".to_owned(), format!("{}{country} ({}, {}){number}", place.name, place.lat, place.lon))
    };
    whole.into_iter().flat_map(|(_, places)| places).map(line).collect()
}
