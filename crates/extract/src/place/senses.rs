//! Which of the places of one name a document means: one sense for each name, settled for all names together.
//!
//! A place is the likelier the larger it is, the more other names lie in its division and country, and the nearer they
//! lie to it. What the text itself says behind a comma ("Paris, Texas") goes before all. Names lend each other support by
//! how sure they are themselves, so that it is reckoned twice: first from size alone, then from what that gave.

use super::spot::Spot;
use lexicon::{PlaceEntry, PlaceKind};
use std::borrow::Cow;
use std::collections::HashMap;

/// The weight of a state beside that of a place, which is the logarithm of its inhabitants.
const STATE: f64 = 6.5;
const COUNTY: f64 = 4.0;
const REGION: f64 = 6.2;
const CAPITAL: f64 = 1.0;
/// What speaks against a town with the name of a state.
const NAMESAKE: f64 = 3.0;
/// What it counts that a place lies where the text says.
const STATED: f64 = 20.0;
/// What another name counts at most that is the division, lies in the division, in the country, or near.
const DIVISION: f64 = 1.6;
const SAME_DIVISION: f64 = 0.5;
const COUNTRY: f64 = 0.35;
/// All names in the country together count no more than this.
const COUNTRY_MOST: f64 = 1.6;
const NEAR: f64 = 1.2;
/// Less belief than this is none.
const NOTHING: f64 = 0.02;
/// Kilometres over which nearness fades.
const FADES: f64 = 60.0;
/// No more names and places of one name than these are weighed against each other.
const MAX_NAMES: usize = 60;
const MAX_PLACES: usize = 24;
/// How often support is reckoned.
const ROUNDS: usize = 2;

/// The place chosen for each spot.
pub(super) struct Senses {
    choices: Vec<Option<usize>>,
}

/// A name of the document, with what speaks for each of its places.
struct Name<'a> {
    entries: &'a [Cow<'a, PlaceEntry>],
    spots: Vec<usize>,
    own: Vec<f64>,
    sure: Vec<f64>,
}

impl Senses {
    pub(super) fn of(spots: &[Spot<'_>]) -> Self {
        let mut names = names(spots);
        for _ in 0..ROUNDS {
            let sure: Vec<Vec<f64>> = names.iter().map(|name| supported(name, &names)).collect();
            names.iter_mut().zip(sure).for_each(|(name, sure)| name.sure = sure);
        }
        let mut choices = vec![None; spots.len()];
        for name in &names {
            let best = (0..name.sure.len()).reduce(|a, b| if name.sure[b] > name.sure[a] { b } else { a });
            name.spots.iter().for_each(|&spot| choices[spot] = best);
        }
        Self { choices }
    }

    /// The number of the place among those of the spot's name.
    pub(super) fn choice(&self, spot: usize) -> Option<usize> {
        self.choices.get(spot).copied().flatten()
    }
}

fn names<'a>(spots: &'a [Spot<'a>]) -> Vec<Name<'a>> {
    let mut at: HashMap<(&str, usize), usize> = HashMap::new();
    let mut names: Vec<Name<'a>> = Vec::new();
    for (number, spot) in spots.iter().enumerate().filter(|(_, spot)| !spot.entries.is_empty()) {
        let next = names.len();
        let index = *at.entry((&spot.name, spot.entries.len())).or_insert(next);
        if index == next {
            let own = weights(&spot.entries);
            names.push(Name { entries: &spot.entries, spots: Vec::new(), sure: shares(&own), own });
        }
        names[index].spots.push(number);
    }
    names.truncate(MAX_NAMES);
    names.iter_mut().for_each(|name| take_as_stated(name, spots));
    names
}

/// Adds what the text says of where the places lie, by how often it does.
fn take_as_stated(name: &mut Name<'_>, spots: &[Spot<'_>]) {
    let share = STATED / name.spots.len() as f64;
    for (own, entry) in name.own.iter_mut().zip(name.entries) {
        let stated = |spot: &&usize| spots[**spot].within.iter().any(|&wider| lies_in(entry, &spots[wider]));
        *own += share * name.spots.iter().filter(stated).count() as f64;
    }
    name.sure = shares(&name.own);
}

fn weights(entries: &[Cow<'_, PlaceEntry>]) -> Vec<f64> {
    let state = entries.iter().any(|entry| entry.kind == PlaceKind::Country);
    let against = |entry: &PlaceEntry| if state && entry.kind >= PlaceKind::County { NAMESAKE } else { 0.0 };
    entries.iter().take(MAX_PLACES).map(|entry| weight(entry) - against(entry)).collect()
}

fn weight(entry: &PlaceEntry) -> f64 {
    match entry.kind {
        PlaceKind::Country => STATE,
        PlaceKind::Region => REGION,
        PlaceKind::County => COUNTY,
        PlaceKind::City => magnitude(entry.population) + if entry.capital { CAPITAL } else { 0.0 },
    }
}

/// Whether one of the places of a name behind a comma is the division or country of a place.
fn lies_in(entry: &PlaceEntry, wider: &Spot<'_>) -> bool {
    wider.entries.iter().any(|w| match w.kind {
        PlaceKind::Country => entry.country == w.country,
        _ => w.country == entry.country && entry.admin1.as_ref() == Some(&w.name),
    })
}

/// Weights as shares of belief.
fn shares(weights: &[f64]) -> Vec<f64> {
    let most = weights.iter().copied().fold(f64::MIN, f64::max);
    let powers: Vec<f64> = weights.iter().map(|w| 1.0 / power(most - w)).collect();
    let sum: f64 = powers.iter().sum();
    powers.into_iter().map(|power| power / sum).collect()
}

fn supported(name: &Name<'_>, names: &[Name<'_>]) -> Vec<f64> {
    if name.own.len() < 2 {
        return vec![1.0; name.own.len()];
    }
    let others: Vec<&Name<'_>> = names.iter().filter(|other| !std::ptr::eq(*other, name)).collect();
    let support = |entry: &PlaceEntry| -> f64 {
        let country: f64 = others.iter().map(|other| COUNTRY * share(other, |place| is_of(entry, place))).sum();
        let rest: f64 = others.iter().map(|other| lent(entry, other)).sum();
        country.min(COUNTRY_MOST) + rest
    };
    let weights: Vec<f64> = name.entries.iter().zip(&name.own).map(|(entry, own)| own + support(entry)).collect();
    shares(&weights)
}

/// How likely a name means one of certain places.
fn share(name: &Name<'_>, fits: impl Fn(&PlaceEntry) -> bool) -> f64 {
    name.entries.iter().zip(&name.sure).filter(|(place, _)| fits(place)).map(|(_, sure)| *sure).sum()
}

fn is_of(entry: &PlaceEntry, other: &PlaceEntry) -> bool {
    entry.country.is_some() && entry.country == other.country
}

/// What the places of another name say for one: its division as far as that is likely, and the nearest.
fn lent(entry: &PlaceEntry, other: &Name<'_>) -> f64 {
    let (mut shared, mut near) = (0.0, 0.0_f64);
    for (place, sure) in other.entries.iter().zip(&other.sure).filter(|(_, sure)| **sure > NOTHING) {
        shared += sure * kinship(entry, place);
        near = near.max(sure * nearness(entry, place));
    }
    shared + NEAR * near
}

fn kinship(entry: &PlaceEntry, other: &PlaceEntry) -> f64 {
    if !is_of(entry, other) {
        return 0.0;
    }
    match (entry.kind, other.kind) {
        (_, PlaceKind::Region) if entry.admin1.as_ref() == Some(&other.name) => DIVISION,
        (PlaceKind::Region, _) if other.admin1.as_ref() == Some(&entry.name) => DIVISION,
        _ if entry.admin1.is_some() && entry.admin1 == other.admin1 => SAME_DIVISION,
        _ => 0.0,
    }
}

fn nearness(entry: &PlaceEntry, other: &PlaceEntry) -> f64 {
    let fine = |kind| matches!(kind, PlaceKind::County | PlaceKind::City);
    let both = entry.country == other.country && fine(entry.kind) && fine(other.kind);
    if both { fading(distance(entry, other)) } else { 0.0 }
}

fn fading(distance: f64) -> f64 {
    let ratio = distance / FADES;
    1.0 / (1.0 + ratio * ratio)
}

/// Kilometres, near enough.
fn distance(a: &PlaceEntry, b: &PlaceEntry) -> f64 {
    const DEGREE: f64 = 111.2;
    let (x, y) = ((b.lon - a.lon) * cosine((a.lat + b.lat) / 2.0), b.lat - a.lat);
    DEGREE * (x * x + y * y).sqrt()
}

/// Of an angle in degrees, after Bhaskara: arithmetic alone gives the same on every machine.
fn cosine(degrees: f64) -> f64 {
    let square = degrees * degrees;
    (32_400.0 - 4.0 * square) / (32_400.0 + square)
}

/// The logarithm to base ten, drawn straight between its whole values.
fn magnitude(population: u32) -> f64 {
    let population = population.max(1);
    let whole = population.ilog10();
    f64::from(whole) + (f64::from(population) / f64::from(10_u32.pow(whole)) - 1.0) / 9.0
}

/// Its inverse.
fn power(magnitude: f64) -> f64 {
    let whole = magnitude.clamp(0.0, 300.0) as u32;
    let ten = (0..whole).fold(1.0, |power, _| power * 10.0);
    ten * (1.0 + 9.0 * (magnitude.clamp(0.0, 300.0) - f64::from(whole)))
}
