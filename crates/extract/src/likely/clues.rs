//! What speaks for a candidate.

use super::candidates::{Candidate, From};
use crate::mention::Mention;
use crate::scene::Scene;
use crate::syntax;
use crate::trigger::Hit;
use lexicon::{Clue, Kin, Stand};
use types::{Country, Parse, TokenId};

/// The clues of a candidate for the recipient of a mention.
pub(super) fn of(scene: &Scene<'_>, mention: &Mention<'_>, candidate: &Candidate) -> Vec<Clue> {
    let mut clues = of_act(mention);
    clues.extend(of_person(scene, mention, candidate));
    match &candidate.from {
        From::Here { head, parts } => {
            clues.extend(of_phrase(scene.parse(mention.sentence), mention, *head));
            clues.extend(parts.iter().map(|&part| Clue::Part(part)));
        }
        From::Told { kind, side, back, same_actors } => {
            let own = mention.event.kind;
            clues.extend([Clue::Told(own, *side, *kind == own), Clue::Back(at_most(*back, MOST_BACK))]);
            clues.extend(same_actors.then_some(Clue::SameActors));
        }
    }
    clues
}

/// Sentences further back and more times than these are all the same.
const MOST_BACK: u8 = 4;
const MOST_TIMES: u8 = 3;

fn at_most(number: usize, most: u8) -> u8 {
    u8::try_from(number).map_or(most, |number| number.min(most))
}

fn of_act(mention: &Mention<'_>) -> Vec<Clue> {
    let (kind, hit) = (mention.event.kind, &mention.hit);
    let fixed = [
        Clue::Start,
        Clue::Kind(kind),
        Clue::Class(kind, hit.trigger.class),
        Clue::Status(kind, mention.event.status),
        reader(hit),
    ];
    let mode = mention.event.mode.map(Clue::Mode);
    let filled = hit.trigger.recipient.iter().filter(|slot| hit.frame.get(slot).next().is_some());
    fixed.into_iter().chain(mode).chain(filled.cloned().map(Clue::Filled)).collect()
}

/// What reads the words as an act.
fn reader(hit: &Hit<'_>) -> Clue {
    if hit.is_judged() { Clue::Judged } else { Clue::Rule(hit.rule.id.as_str().into()) }
}

fn of_person(scene: &Scene<'_>, mention: &Mention<'_>, candidate: &Candidate) -> Vec<Clue> {
    let kind = mention.event.kind;
    let sector = candidate.actors.first().and_then(|a| a.affiliation.sectors.first().copied());
    let home = scene.cast.setting(mention.sentence);
    let at_home = candidate.countries().iter().any(|country| Some(*country) == home);
    let fixed = [Clue::Home(kind, at_home), Clue::Kin(kind, kin(mention, candidate)), Clue::Sector(kind, sector)];
    let often = candidate.often.map(|(side, times)| Clue::Often(side, at_most(times, MOST_TIMES)));
    fixed.into_iter().chain(often).collect()
}

fn kin(mention: &Mention<'_>, candidate: &Candidate) -> Kin {
    let countries = candidate.countries();
    let known: Vec<Country> = mention.event.actors.iter().filter_map(|a| a.affiliation.country).collect();
    match known.iter().any(|country| countries.contains(country)) {
        true => Kin::Own,
        false if known.is_empty() => Kin::Open,
        false => Kin::Other,
    }
}

/// Where in the sentence a phrase stands.
fn of_phrase(parse: &Parse, mention: &Mention<'_>, head: TokenId) -> Vec<Clue> {
    let hit = &mention.hit;
    let stand = stand(parse, hit.head, head);
    let above: Vec<TokenId> = parse.ancestors(head).take_while(|&above| above != hit.head).collect();
    let fillers = hit.frame.fillers().iter();
    let slots = fillers.clone().filter(|(_, filler)| *filler == head).map(|(slot, _)| Clue::Slot(slot.clone()));
    let under = fillers.filter(|(_, filler)| above.contains(filler)).map(|(slot, _)| Clue::Under(slot.clone()));
    let case = syntax::case_of(parse, head).map(|case| Clue::Case(case.into()));
    let fixed = [
        Clue::Stand(mention.event.kind, stand),
        Clue::Relation(stand, parse.token(head).deprel),
        Clue::Apart(apart(hit.head, head)),
    ];
    fixed.into_iter().chain(slots).chain(under).chain(case).collect()
}

fn stand(parse: &Parse, trigger: TokenId, head: TokenId) -> Stand {
    if parse.ancestors(head).any(|above| above == trigger) {
        Stand::Below
    } else if parse.ancestors(trigger).any(|above| above == head) {
        Stand::Above
    } else {
        Stand::Beside
    }
}

/// Words in one step of distance, and the most steps that are told apart.
const STEP: usize = 4;
const MOST_STEPS: i8 = 4;

fn apart(trigger: TokenId, head: TokenId) -> i8 {
    let steps = i8::try_from(trigger.abs_diff(head).div_ceil(STEP)).map_or(MOST_STEPS, |steps| steps.min(MOST_STEPS));
    if head < trigger { -steps } else { steps }
}
