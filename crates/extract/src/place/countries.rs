//! The countries of the participants: of those of the act, and of all whom the document names.

use crate::roles::Roles;
use crate::scene::Scene;
use std::cmp::Reverse;
use types::{Actor, Country};

/// A country leads that is told at least this many times as often as the next.
const LEADS: usize = 2;

/// Every mention of a participant counts; those of the act come first.
pub(crate) fn spoken_of(scene: &Scene<'_>, roles: &Roles) -> Vec<Country> {
    let told = scene.parses.iter().enumerate().flat_map(|(sentence, parse)| {
        let actors = (0..parse.tokens().len()).flat_map(move |token| scene.cast.actors(sentence, token));
        actors.filter_map(|actor| actor.affiliation.country)
    });
    of_act(roles).chain(told).collect()
}

/// The country of most participants, if it leads clearly or some of the act are of it.
pub(crate) fn leading(scene: &Scene<'_>, roles: &Roles) -> Option<Country> {
    let mut counts: Vec<(usize, Country)> = Vec::new();
    for country in spoken_of(scene, roles).into_iter().filter(|country| is_state(scene, *country)) {
        match counts.iter_mut().find(|(_, counted)| *counted == country) {
            Some((count, _)) => *count += 1,
            None => counts.push((1, country)),
        }
    }
    counts.sort_by_key(|(count, _)| Reverse(*count));
    let (first, country) = *counts.first()?;
    let clear = counts.get(1).is_none_or(|(second, _)| first >= LEADS * second);
    (clear || of_act(roles).any(|own| own == country)).then_some(country)
}

fn of_act(roles: &Roles) -> impl Iterator<Item = Country> {
    roles.actors.iter().chain(&roles.recipients).filter_map(|actor: &Actor| actor.affiliation.country)
}

fn is_state(scene: &Scene<'_>, country: Country) -> bool {
    scene.lexicon.world.states.all().iter().any(|state| state.country == country)
}
