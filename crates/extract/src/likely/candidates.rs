//! Everybody who may be meant: whom the sentence names, and who took part in what was told before.

use crate::mention::Mention;
use crate::scene::Scene;
use crate::syntax;
use lexicon::{Side, Slot};
use types::{Actor, Affiliation, Country, Deprel, EventType, Parse, Span, TokenId};

/// Somebody who may be meant.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Candidate {
    pub(super) actors: Vec<Actor>,
    pub(super) from: From,
    /// In how many other acts of the text his country has which side.
    pub(super) often: [(Side, usize); 2],
}

/// Where a candidate was found.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum From {
    /// In the sentence of the act, under this head, on these sides of its other acts.
    Here { head: TokenId, parts: Vec<Side> },
    /// On a side of an act told of before, so many sentences ago.
    Told { kind: EventType, side: Side, back: usize, same_actors: bool },
}

/// How many acts back candidates are looked for.
const REACH: usize = 6;

const SIDES: [Side; 2] = [Side::Actor, Side::Recipient];

impl Candidate {
    fn new(actors: Vec<Actor>, from: From, others: &[&Mention<'_>]) -> Self {
        let is_one = |a: &Actor| actors.iter().any(|own| own.affiliation.country == a.affiliation.country);
        let times = |part: Side| others.iter().filter(|m| side(m, part).iter().any(is_one)).count();
        let often = SIDES.map(|part| (part, times(part)));
        Self { actors, from, often }
    }

    /// The countries named.
    pub(super) fn countries(&self) -> Vec<Country> {
        let mut countries: Vec<Country> = self.actors.iter().filter_map(|a| a.affiliation.country).collect();
        countries.sort();
        countries.dedup();
        countries
    }
}

/// All who may be meant as the recipients of a mention.
pub(super) fn of(scene: &Scene<'_>, mentions: &[Mention<'_>], at: usize) -> Vec<Candidate> {
    let Some(mention) = mentions.get(at) else { return vec![] };
    let others: Vec<&Mention<'_>> = mentions.iter().enumerate().filter(|(m, _)| *m != at).map(|(_, m)| m).collect();
    let earlier = mentions.get(..at).unwrap_or_default();
    let found = here(scene, mention, &others).into_iter().chain(told(mention, earlier));
    found.map(|(actors, from)| Candidate::new(actors, from, &others)).collect()
}

fn here(scene: &Scene<'_>, mention: &Mention<'_>, others: &[&Mention<'_>]) -> Vec<(Vec<Actor>, From)> {
    let (sentence, parse) = (mention.sentence, scene.parse(mention.sentence));
    let beside: Vec<&&Mention<'_>> = others.iter().filter(|m| m.sentence == sentence).collect();
    let leads = |&head: &TokenId| is_phrase(parse, head) && !mention.hit.words.contains(&head);
    let apart = |&head: &TokenId| !is_inside_of_others(parse.token(head).span, mention);
    let candidate = |head: TokenId| {
        let named = syntax::coordinated(parse, head).into_iter().flat_map(|h| scene.cast.actors(sentence, h));
        let actors = strangers(named, mention);
        let plays = |part: &Side| beside.iter().any(|m| side(m, *part).iter().any(|a| actors.contains(a)));
        let parts = SIDES.into_iter().filter(plays).collect();
        (actors, From::Here { head, parts })
    };
    let heads = (0..parse.tokens().len()).filter(leads).filter(apart);
    heads
        .filter(|&head| !is_own_land(scene, mention, head))
        .filter(|&head| !is_moved(mention, head) && !is_denied(parse, mention, head))
        .map(candidate)
        .filter(|(actors, _)| !actors.is_empty())
        .collect()
}

/// Whether a word heads a phrase of its own, rather than one that is joined to it or that it only describes.
fn is_phrase(parse: &Parse, head: TokenId) -> bool {
    !matches!(parse.token(head).deprel, Deprel::Conj | Deprel::Compound | Deprel::Flat | Deprel::NmodDesc)
}

/// "Kenya sent soldiers to Mandera": nothing befalls one's own land where one moves one's forces.
fn is_own_land(scene: &Scene<'_>, mention: &Mention<'_>, head: TokenId) -> bool {
    let own = |a: &Affiliation| mention.event.actors.iter().any(|actor| actor.affiliation.country == a.country);
    mention.event.kind == EventType::Mobilize
        && scene.cast.is_place(mention.sentence, head)
        && scene.cast.actors(mention.sentence, head).iter().any(|land| own(&land.affiliation))
}

/// "sends troops to the border": what a verb moves is not whom it is done to.
fn is_moved(mention: &Mention<'_>, head: TokenId) -> bool {
    let hit = &mention.hit;
    mention.event.kind == EventType::Mobilize
        && !hit.trigger.recipient.contains(&Slot::Object)
        && hit.frame.get(&Slot::Object).any(|object| object == head)
}

/// "denied that its troops had fired": whoever is spoken of in what is said to be untrue has not said it.
fn is_denied(parse: &Parse, mention: &Mention<'_>, head: TokenId) -> bool {
    let denied = |clause: &TokenId| syntax::has_subject(parse, *clause);
    let clauses: Vec<TokenId> = mention.hit.frame.get(&Slot::Clause).filter(denied).collect();
    mention.event.kind == EventType::Reject && parse.ancestors(head).any(|above| clauses.contains(&above))
}

/// Whether a word belongs to the phrase of an actor or source.
fn is_inside_of_others(word: Span, mention: &Mention<'_>) -> bool {
    let actors = mention.event.actors.iter().filter_map(|actor| actor.span);
    let sources = mention.event.attribution.iter().filter_map(|source| source.source);
    actors.chain(sources).any(|phrase| phrase.start <= word.start && word.end <= phrase.end)
}

fn told(mention: &Mention<'_>, earlier: &[Mention<'_>]) -> Vec<(Vec<Actor>, From)> {
    let before = earlier.iter().rev().filter(|m| m.sentence < mention.sentence).take(REACH);
    let sides = before.flat_map(|m| SIDES.map(|part| (m, part)));
    let candidate = |(m, part): (&Mention<'_>, Side)| {
        let implied = side(m, part).iter().map(|actor| Actor { implicit: true, ..actor.clone() });
        let back = mention.sentence - m.sentence;
        let same_actors = !mention.event.actors.is_empty() && affiliations(mention) == affiliations(m);
        (strangers(implied, mention), From::Told { kind: m.event.kind, side: part, back, same_actors })
    };
    sides.map(candidate).filter(|(actors, _)| !actors.is_empty()).collect()
}

fn affiliations<'m>(mention: &'m Mention<'_>) -> Vec<&'m Affiliation> {
    mention.event.actors.iter().map(|actor| &actor.affiliation).collect()
}

/// Those with a country who are neither the actors nor the sources.
fn strangers(actors: impl Iterator<Item = Actor>, mention: &Mention<'_>) -> Vec<Actor> {
    let sources = mention.event.attribution.iter().filter_map(|source| source.affiliation.as_ref());
    let taken: Vec<&Affiliation> = affiliations(mention).into_iter().chain(sources).collect();
    let mut found: Vec<Actor> = Vec::new();
    for actor in actors.filter(|a| a.affiliation.country.is_some() && !taken.contains(&&a.affiliation)) {
        if !found.contains(&actor) {
            found.push(actor);
        }
    }
    found
}

fn side<'m>(mention: &'m Mention<'_>, part: Side) -> &'m [Actor] {
    match part {
        Side::Actor => &mention.event.actors,
        Side::Recipient => &mention.event.recipients,
    }
}
