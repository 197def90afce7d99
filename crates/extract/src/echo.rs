//! Whom "the shooting" and "the ban" were by and against, as an earlier mention of the act told.
//!
//! A noun that points back names an act already told of. What its own phrase leaves out of who and whom is taken, as
//! implicit, from the nearest earlier mention that may be the same act.

use crate::mention::Mention;
use types::{Actor, Event, EventType, Mode, Status};

/// The mentions with what pointing back tells of who and whom.
pub(crate) fn completed(mut mentions: Vec<Mention<'_>>) -> Vec<Mention<'_>> {
    for at in 0..mentions.len() {
        let Some((earlier, [mention, ..])) = mentions.split_at_mut_checked(at) else { continue };
        if mention.points_back {
            complete(&mut mention.event, earlier);
        } else if is_case(mention) {
            name_defendant(&mut mention.event, earlier);
        }
    }
    mentions
}

fn complete(event: &mut Event, earlier: &[Mention<'_>]) {
    let Some(told) = earlier.iter().rev().map(|m| &m.event).find(|told| is_same_act(told, event)) else { return };
    if event.actors.is_empty() {
        event.actors = implicit(&told.actors, &event.recipients);
    }
    if event.recipients.is_empty() {
        event.recipients = implicit(&told.recipients, &event.actors);
    }
}

fn name_defendant(event: &mut Event, earlier: &[Mention<'_>]) {
    let mut before = earlier.iter().rev().map(|m| &m.event);
    if let Some(told) = before.find(|told| is_same_act(told, event)) {
        event.recipients = implicit(&told.recipients, &event.actors);
    }
}

/// Whether an earlier mention may be the act that a later one points back to, and tells more of it.
fn is_same_act(told: &Event, later: &Event) -> bool {
    let real = |event: &Event| matches!(event.status, Status::Occurred | Status::Historical);
    let tells = later.actors.is_empty() && !told.actors.is_empty()
        || later.recipients.is_empty() && !told.recipients.is_empty();
    let place = |event: &Event| event.place.as_ref().and_then(|place| place.country);
    told.kind == later.kind
        && (real(told) || told.status == later.status)
        && tells
        && (told.mode == later.mode || is_general(later.kind) && agree(told.mode, later.mode))
        && agree(place(told), place(later))
        && is_side(&told.actors, &later.actors)
        && is_side(&told.recipients, &later.recipients)
}

/// "charges", "an inquiry", "impeached": a case that is told of without a defendant is the one told of before.
fn is_case(mention: &Mention<'_>) -> bool {
    matches!(mention.event.mode, Some(Mode::Allege | Mode::Investigate | Mode::Convict))
        && mention.event.recipients.is_empty()
}

/// Types whose nouns leave open in which way it was done: "the attack", "the unrest".
fn is_general(kind: EventType) -> bool {
    matches!(kind, EventType::Assault | EventType::Protest)
}

fn agree<T: PartialEq>(a: Option<T>, b: Option<T>) -> bool {
    a.is_none() || b.is_none() || a == b
}

/// Whether one side may be the other: one of them is not told, or they share somebody of one country and sector.
fn is_side(a: &[Actor], b: &[Actor]) -> bool {
    let sector = |x: &Actor| x.affiliation.sectors.first().copied();
    let shared = |x: &Actor| b.iter().any(|y| x.affiliation.country == y.affiliation.country && sector(x) == sector(y));
    a.is_empty() || b.is_empty() || a.iter().any(shared)
}

fn implicit(actors: &[Actor], taken: &[Actor]) -> Vec<Actor> {
    let others = actors.iter().filter(|a| !taken.iter().any(|t| t.affiliation == a.affiliation));
    others.map(|actor| Actor { implicit: true, ..actor.clone() }).collect()
}
