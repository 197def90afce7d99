//! Mentions of one sentence that tell the same event, or only the content of another.
//!
//! "An airstrike killed six" holds two triggers and one event; "threatened to attack" holds a threat, not an attack.

use crate::mention::Mention;
use crate::scene::Scene;
use crate::syntax;
use types::{Actor, Deprel, EventType, Parse, Status, TokenId};

/// The mentions that stand for themselves.
pub(crate) fn resolve<'a>(scene: &Scene<'a>, sentence: usize, mentions: Vec<Mention<'a>>) -> Vec<Mention<'a>> {
    let parse = scene.parse(sentence);
    let mentions = absorb_instruments(parse, mentions);
    let mentions = drop_contents(parse, mentions);
    drop_repeats(mentions)
}

/// A noun event that is subject, agent or instrument of a verb event of its type lends it mode and participants.
fn absorb_instruments<'a>(parse: &Parse, mut mentions: Vec<Mention<'a>>) -> Vec<Mention<'a>> {
    let mut index = 0;
    while index < mentions.len() {
        match host(parse, &mentions, index) {
            Some(host) => {
                let guest = mentions.remove(index);
                let host = if host > index { host - 1 } else { host };
                lend(&guest, &mut mentions[host]);
                index = 0;
            }
            None => index += 1,
        }
    }
    mentions
}

fn host(parse: &Parse, mentions: &[Mention<'_>], guest: usize) -> Option<usize> {
    let small = &mentions[guest];
    let above = parse.token(small.hit.head).head?;
    let joined = |m: &Mention<'_>| m.hit.words.contains(&above) || governs(parse, m.hit.head, small.hit.head);
    let fits = |m: &Mention<'_>| m.event.kind == small.event.kind && joined(m) && is_instrument(parse, small.hit.head);
    (0..mentions.len()).find(|&i| i != guest && fits(&mentions[i]))
}

/// Whether a relative or participial clause of the noun is the verb: "an airstrike that killed six".
fn governs(parse: &Parse, verb: TokenId, noun: TokenId) -> bool {
    parse.token(verb).head == Some(noun) && matches!(parse.token(verb).deprel, Deprel::Acl | Deprel::AclRelcl)
}

fn is_instrument(parse: &Parse, noun: TokenId) -> bool {
    matches!(parse.token(noun).deprel, Deprel::Nsubj | Deprel::Obl | Deprel::OblAgent | Deprel::Nmod | Deprel::Obj | Deprel::Conj)
        || parse.children(noun).iter().any(|&c| matches!(parse.token(c).deprel, Deprel::Acl | Deprel::AclRelcl))
}

fn lend(guest: &Mention<'_>, host: &mut Mention<'_>) {
    let (from, to) = (&guest.event, &mut host.event);
    to.mode = from.mode.or(to.mode);
    if to.actors.is_empty() {
        to.actors = without(&from.actors, &to.recipients);
    }
    if to.recipients.is_empty() {
        to.recipients = without(&from.recipients, &to.actors);
    }
    if to.place.is_none() {
        to.place = from.place.clone();
    }
    to.time = to.time.or(from.time);
    to.evidence.path.push(format!("joined: the event told by rule {}", from.evidence.rule));
}

fn without(actors: &[Actor], taken: &[Actor]) -> Vec<Actor> {
    actors.iter().filter(|a| !taken.contains(a)).cloned().collect()
}

/// What is demanded, threatened, promised or refused is told by the demand itself.
fn drop_contents<'a>(parse: &Parse, mentions: Vec<Mention<'a>>) -> Vec<Mention<'a>> {
    let heads: Vec<(TokenId, EventType)> = mentions.iter().map(|m| (m.hit.head, m.event.kind)).collect();
    let inside = |m: &Mention<'_>| {
        m.event.status != Status::Occurred
            && m.event.status != Status::Historical
            && heads.iter().any(|&(head, kind)| head != m.hit.head && is_content_of(parse, m.hit.head, head, kind, m.event.status))
    };
    let keep: Vec<bool> = mentions.iter().map(|m| !inside(m)).collect();
    let mut keep = keep.into_iter();
    mentions.into_iter().filter(|_| keep.next().unwrap_or(true)).collect()
}

fn is_content_of(parse: &Parse, inner: TokenId, outer: TokenId, kind: EventType, status: Status) -> bool {
    let swallows = match kind {
        EventType::Request | EventType::Threaten | EventType::Agree | EventType::Concede => true,
        EventType::Reject => status != Status::Denied,
        _ => false,
    };
    swallows && below_as_content(parse, inner, outer)
}

fn below_as_content(parse: &Parse, inner: TokenId, outer: TokenId) -> bool {
    let mut at = inner;
    while let Some(above) = parse.token(at).head {
        let content = matches!(
            parse.token(at).deprel,
            Deprel::Xcomp | Deprel::Ccomp | Deprel::Obj | Deprel::Obl | Deprel::Nmod | Deprel::Acl | Deprel::Conj | Deprel::Advcl
                | Deprel::Compound
        );
        if !content {
            return false;
        }
        if above == outer {
            return !syntax::has_mark(parse, at, "if");
        }
        at = above;
    }
    false
}

/// One mention per type, participants and status in a sentence.
fn drop_repeats(mentions: Vec<Mention<'_>>) -> Vec<Mention<'_>> {
    let mut kept: Vec<Mention<'_>> = Vec::new();
    for mention in mentions {
        let same = |k: &Mention<'_>| {
            let (a, b) = (&k.event, &mention.event);
            a.kind == b.kind && a.status == b.status && a.actors == b.actors && a.recipients == b.recipients
        };
        if !kept.iter().any(same) {
            kept.push(mention);
        }
    }
    kept
}
