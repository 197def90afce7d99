//! Which of the places of one name is meant.
//!
//! What the phrase itself says decides ("Tripoli, Lebanon"); then the weight of the name and whether the document speaks
//! of the country: a town of a country that is spoken of goes before a place of the same name elsewhere, unless that
//! one dwarfs it.

use super::named::{Name, Named};
use lexicon::{PlaceEntry, PlaceKind};
use types::{Country, PlacePrecision};

/// How many times larger a place must be to be meant though only the country of the smaller is spoken of.
const DWARFS: u32 = 10;

/// The place meant; `spoken_of` tells the countries of the document and is asked only where names leave a doubt.
pub(crate) fn choose<'a>(named: &Named<'a>, spoken_of: impl FnOnce() -> Vec<Country>) -> Option<&'a PlaceEntry> {
    let within = narrowed(named);
    let candidates = match wider(named) {
        _ if !within.is_empty() => within,
        Some(wider) => return Some(wider),
        None => named.main.entries.clone(),
    };
    let first = *candidates.first()?;
    let doubt = candidates.iter().any(|entry| entry.country != first.country);
    if !doubt || first.kind == PlaceKind::Country {
        return Some(first);
    }
    let countries = spoken_of();
    let weighty = |entry: &&&PlaceEntry| entry.population.saturating_mul(DWARFS) >= first.population;
    let spoken = |entry: &&&PlaceEntry| entry.country.is_some_and(|country| countries.contains(&country));
    Some(candidates.iter().filter(spoken).find(weighty).copied().unwrap_or(first))
}

/// The places that lie in those which the phrase names round them.
fn narrowed<'a>(named: &Named<'a>) -> Vec<&'a PlaceEntry> {
    let fits = |entry: &&PlaceEntry| named.within.iter().any(|name| lies_in(entry, name));
    let mut found: Vec<&PlaceEntry> = named.main.entries.iter().copied().filter(fits).collect();
    let closest = |entry: &PlaceEntry| named.within.iter().any(|name| is_division(entry, name));
    found.sort_by_key(|entry| !closest(entry));
    found
}

/// Where none of the listed places of the name lies where the phrase says: that wider place. A town gives way to whatever
/// follows it, another country only to a region ("Saint Helena, South Carolina", not "Iran, Iraq").
fn wider<'a>(named: &Named<'a>) -> Option<&'a PlaceEntry> {
    let finest = named.main.entries.iter().map(|entry| entry.kind).max()?;
    let behind = named.within.iter().filter(|name| name.first > named.main.last);
    let gives_way = |entry: &&PlaceEntry| match finest {
        PlaceKind::County | PlaceKind::City => entry.kind < finest,
        PlaceKind::Region | PlaceKind::Country => entry.kind == PlaceKind::Region && !is_of(named, entry),
    };
    behind.filter_map(|name| name.entries.first().copied()).find(gives_way)
}

fn is_of(named: &Named<'_>, entry: &PlaceEntry) -> bool {
    named.main.entries.iter().any(|main| main.country == entry.country)
}

fn lies_in(entry: &PlaceEntry, wider: &Name<'_>) -> bool {
    entry.country.is_some() && wider.entries.iter().any(|w| w.kind < entry.kind && w.country == entry.country)
}

/// Whether a wider place is the very division that the gazetteer says.
fn is_division(entry: &PlaceEntry, wider: &Name<'_>) -> bool {
    wider.entries.iter().any(|w| w.country == entry.country && entry.admin1.as_ref() == Some(&w.name))
}

/// How finely a kind of place is known.
pub(crate) fn precision(entry: &PlaceEntry) -> PlacePrecision {
    match entry.kind {
        PlaceKind::Region if entry.country.is_some() => PlacePrecision::Admin1,
        PlaceKind::County => PlacePrecision::Admin1,
        PlaceKind::City => PlacePrecision::City,
        PlaceKind::Country | PlaceKind::Region => PlacePrecision::Country,
    }
}

/// The country that comes most often, the first of equals.
pub(super) fn most(countries: impl Iterator<Item = Country>) -> Option<Country> {
    let mut counts: Vec<(Country, usize)> = Vec::new();
    for country in countries {
        match counts.iter_mut().find(|(known, _)| *known == country) {
            Some((_, count)) => *count += 1,
            None => counts.push((country, 1)),
        }
    }
    counts.iter().rev().max_by_key(|(_, count)| *count).map(|(country, _)| *country)
}
