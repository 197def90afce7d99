//! Mentions of one sentence that tell the same event, or only the content of another.
//!
//! "An airstrike killed six" holds two triggers and one event; "threatened to attack" holds a threat, not an attack.

use crate::dropped::{Fate, Witness};
use crate::mention::{Mention, keep};
use crate::scene::Scene;
use crate::syntax;
use lexicon::{Introduces, Prepositions, TriggerClass};
use types::{Actor, Deprel, EventType, Parse, Status, TokenId, Upos};

/// The mentions that stand for themselves.
pub(crate) fn resolve<'a>(
    scene: &Scene<'a>,
    sentence: usize,
    mentions: Vec<Mention<'a>>,
    witness: &mut impl Witness,
) -> Vec<Mention<'a>> {
    let parse = scene.parse(sentence);
    let prepositions = scene.lexicon.cues.prepositions();
    let instrument =
        |parse: &Parse, host: &Mention<'_>, guest: &Mention<'_>| is_instrument(parse, prepositions, host, guest);
    let mentions = absorb(parse, mentions, is_outcome, witness);
    let mentions = aim_protests(parse, absorb(parse, mentions, instrument, witness));
    let mentions = absorb(parse, mentions, is_purpose, witness);
    let mentions = keep(mentions, |m, all| !is_chanted(parse, m, all), Fate::Content, witness);
    let mentions = keep(mentions, |m, all| !all.iter().any(|other| is_part(parse, m, other)), Fate::Part, witness);
    let mentions = keep(mentions, |m, all| !is_content(parse, m, all), Fate::Content, witness);
    drop_repeats(mentions, witness)
}

/// "rallied, calling on the minister to resign": a protest is against those whom it accuses or asks.
fn aim_protests<'a>(parse: &Parse, mut mentions: Vec<Mention<'a>>) -> Vec<Mention<'a>> {
    let aims: Vec<Vec<Actor>> = mentions.iter().map(|protest| aim(parse, protest, &mentions)).collect();
    for (mention, aim) in mentions.iter_mut().zip(aims) {
        if mention.event.kind == EventType::Protest && mention.event.recipients.is_empty() {
            mention.event.recipients = without(&aim, &mention.event.actors);
        }
    }
    mentions
}

fn aim(parse: &Parse, protest: &Mention<'_>, all: &[Mention<'_>]) -> Vec<Actor> {
    let support = parse.token(protest.hit.head).head;
    let clause = |m: &&Mention<'_>| {
        let token = parse.token(m.hit.head);
        let beside = token.head.is_some_and(|above| protest.hit.words.contains(&above) || support == Some(above));
        beside && matches!(token.deprel, Deprel::Acl | Deprel::Advcl)
    };
    let speaks = |m: &&Mention<'_>| matches!(m.event.kind, EventType::Accuse | EventType::Request | EventType::Reject);
    let found = all.iter().filter(speaks).filter(clause).find(|m| !m.event.recipients.is_empty());
    found.map(|m| m.event.recipients.clone()).unwrap_or_default()
}

/// Joins to each mention those of its type that tell the same event, as the relation says.
fn absorb<'a>(
    parse: &Parse,
    mut mentions: Vec<Mention<'a>>,
    relation: impl Fn(&Parse, &Mention<'_>, &Mention<'_>) -> bool,
    witness: &mut impl Witness,
) -> Vec<Mention<'a>> {
    let pair = |mentions: &[Mention<'_>]| {
        let indices = (0..mentions.len()).flat_map(|host| (0..mentions.len()).map(move |guest| (host, guest)));
        let fits = |&(host, guest): &(usize, usize)| {
            let (host, guest) = (&mentions[host], &mentions[guest]);
            host.event.kind == guest.event.kind && relation(parse, host, guest)
        };
        indices.filter(|(host, guest)| host != guest).find(fits)
    };
    while let Some((host, guest)) = pair(&mentions) {
        let told = mentions.remove(guest);
        let host = if host > guest { host - 1 } else { host };
        lend(&told, &mut mentions[host]);
        witness.see(|| told.dropped(Fate::Joined));
    }
    mentions
}

/// "attacked a bar, killing three and wounding five": a verb of the same type without a mode of its own, joined to the
/// first, tells the outcome.
fn is_outcome(parse: &Parse, host: &Mention<'_>, guest: &Mention<'_>) -> bool {
    let token = parse.token(guest.hit.head);
    let support = parse.token(host.hit.head).head.filter(|_| parse.token(host.hit.head).deprel == Deprel::Obj);
    let joined = token.head.is_some_and(|head| host.hit.words.contains(&head) || support == Some(head))
        && (token.deprel == Deprel::Conj || token.deprel == Deprel::Advcl && !has_mark(parse, guest.hit.head));
    let verbs = token.upos == Upos::Verb && (parse.token(host.hit.head).upos == Upos::Verb || support == token.head);
    let same_word = host.hit.rule.id == guest.hit.rule.id || guest.event.mode.is_none();
    let assault = host.event.kind == EventType::Assault;
    joined && verbs && same_word && assault && host.event.status == guest.event.status && agree_on_actors(host, guest)
}

/// "met to discuss", "voted to approve": an infinitive of the same type tells what the act was for.
fn is_purpose(parse: &Parse, host: &Mention<'_>, guest: &Mention<'_>) -> bool {
    let token = parse.token(guest.hit.head);
    let below = token.head.is_some_and(|above| host.hit.words.contains(&above));
    let clause = matches!(token.deprel, Deprel::Xcomp | Deprel::Advcl | Deprel::Acl);
    let alike = host.event.mode == guest.event.mode;
    below && clause && alike && syntax::has_mark(parse, guest.hit.head, "to")
}

fn has_mark(parse: &Parse, head: TokenId) -> bool {
    parse.children_by(head, Deprel::Mark).next().is_some()
}

fn agree_on_actors(host: &Mention<'_>, guest: &Mention<'_>) -> bool {
    let (a, b) = (&host.event.actors, &guest.event.actors);
    a.is_empty() || b.is_empty() || a.iter().any(|actor| b.contains(actor))
}

/// A noun event that is subject, agent or instrument of a verb event of its type, or told on by its clause.
fn is_instrument(parse: &Parse, prepositions: &Prepositions, host: &Mention<'_>, guest: &Mention<'_>) -> bool {
    let noun = guest.hit.head;
    let token = parse.token(noun);
    let means = |case: &str| prepositions.introduces(case, Introduces::Means);
    let apart = token.deprel == Deprel::Obl && syntax::case_of(parse, noun).is_some_and(|case| !means(&case));
    let below = token.head.is_some_and(|above| is_told_by(parse, host, above))
        && !apart
        && matches!(
            token.deprel,
            Deprel::Nsubj
                | Deprel::Obl
                | Deprel::OblAgent
                | Deprel::Nmod
                | Deprel::Obj
                | Deprel::Conj
                | Deprel::NsubjPass
        );
    let verb = parse.token(host.hit.head);
    let above = verb.head == Some(noun) && matches!(verb.deprel, Deprel::Acl | Deprel::AclRelcl);
    token.upos != Upos::Verb && (below || above)
}

/// Whether a word is of the host, or the last of the passives joined to it: "six were killed and ten injured in raids".
fn is_told_by(parse: &Parse, host: &Mention<'_>, above: TokenId) -> bool {
    let token = parse.token(above);
    let joined = token.deprel == Deprel::Conj && token.head.is_some_and(|head| host.hit.words.contains(&head));
    host.hit.words.contains(&above) || joined && syntax::is_passive(parse, host.hit.head)
}

fn lend(guest: &Mention<'_>, host: &mut Mention<'_>) {
    let (from, to) = (&guest.event, &mut host.event);
    to.mode = if guest.hit.trigger.class == TriggerClass::Verb { to.mode.or(from.mode) } else { from.mode.or(to.mode) };
    if to.actors.is_empty() {
        to.actors = without(&from.actors, &to.recipients);
    }
    if to.recipients.is_empty() || guest.hit.trigger.class == TriggerClass::Verb {
        let more = without(&without(&from.recipients, &to.actors), &to.recipients);
        to.recipients.extend(more);
    }
    host.hit.words.push(guest.hit.head);
    if to.place.is_none() {
        to.place = from.place.clone();
    }
    to.time = to.time.or(from.time);
    to.evidence.path.push(format!("joined: the event told by rule {}", from.evidence.rule));
}

fn without(actors: &[Actor], taken: &[Actor]) -> Vec<Actor> {
    actors.iter().filter(|a| !taken.contains(a)).cloned().collect()
}

/// A noun that is part of what another trigger says ("suspended talks", "granted asylum"), and the speech act that is only
/// accepted, denied or refused by another ("denied the accusation").
fn is_part(parse: &Parse, m: &Mention<'_>, other: &Mention<'_>) -> bool {
    let answered = is_speech(m.event.kind)
        && matches!(other.event.kind, EventType::Reject | EventType::Support | EventType::Concede)
        && parse.token(m.hit.head).head == Some(other.hit.head)
        && matches!(parse.token(m.hit.head).deprel, Deprel::Obj | Deprel::NsubjPass);
    let nominal = parse.token(m.hit.head).upos != Upos::Verb;
    let tested = other.hit.tested.contains(&m.hit.head) && !is_put_down(m.event.kind, other.event.kind);
    let told = nominal && other.hit.head != m.hit.head && (tested || answered);
    told || only_says(parse, m, other) || is_slogan(parse, m, other)
}

/// "dispersed the protest": force against a protest tells of two events.
fn is_put_down(inner: EventType, outer: EventType) -> bool {
    inner == EventType::Protest && matches!(outer, EventType::Assault | EventType::Coerce)
}

/// "said the plan was shameful": the judgement tells the act of saying it.
fn only_says(parse: &Parse, m: &Mention<'_>, other: &Mention<'_>) -> bool {
    let judgement = parse.token(other.hit.head);
    let said = judgement.head == Some(m.hit.head) && judgement.deprel == Deprel::Ccomp && judgement.upos != Upos::Verb;
    said && m.event.kind == EventType::Accuse && other.event.kind == EventType::Accuse
}

/// "marched through Lyon, accusing the mayor": what protesters say is told by the protest.
fn is_slogan(parse: &Parse, m: &Mention<'_>, other: &Mention<'_>) -> bool {
    let token = parse.token(m.hit.head);
    let below = matches!(token.deprel, Deprel::Advcl | Deprel::Acl | Deprel::AclRelcl);
    let protest = token
        .head
        .is_some_and(|above| other.hit.words.contains(&above) || parse.token(above).head == Some(other.hit.head));
    let says = matches!(m.event.kind, EventType::Accuse | EventType::Request);
    below && says && protest && other.event.kind == EventType::Protest
}

fn is_speech(kind: EventType) -> bool {
    use EventType::*;
    matches!(kind, Accuse | Request | Agree | Threaten | Reject | Support)
}

/// What is demanded, threatened, promised or refused is told by the demand itself.
fn is_content(parse: &Parse, m: &Mention<'_>, all: &[Mention<'_>]) -> bool {
    all.iter().any(|other| is_told_in(parse, m, other))
}

/// "protesters demanding his resignation": what a slogan demands.
fn is_chanted(parse: &Parse, m: &Mention<'_>, all: &[Mention<'_>]) -> bool {
    let slogans = all.iter().filter(|slogan| all.iter().any(|protest| is_slogan(parse, slogan, protest)));
    slogans.into_iter().any(|slogan| is_told_in(parse, m, slogan))
}

fn is_told_in(parse: &Parse, m: &Mention<'_>, other: &Mention<'_>) -> bool {
    let told_as_fact = matches!(m.event.status, Status::Occurred | Status::Historical);
    let (inner, outer) = (m.hit.head, other.hit.head);
    outer != inner
        && (!other.hit.is_judged() || m.hit.is_judged())
        && is_content_of(parse, inner, outer, other.event.kind, m.event.status)
        && (!told_as_fact || is_clause_of(parse, inner, outer))
}

fn is_content_of(parse: &Parse, inner: TokenId, outer: TokenId, kind: EventType, status: Status) -> bool {
    let swallows = match kind {
        EventType::Request | EventType::Threaten | EventType::Agree => true,
        EventType::Concede => !matches!(status, Status::Occurred | Status::Historical),
        EventType::Reject => status != Status::Denied,
        _ => false,
    };
    swallows && below_as_content(parse, inner, outer)
}

/// Whether only complement clauses lie between a verb and the one it is told by: "asked them to leave".
fn is_clause_of(parse: &Parse, inner: TokenId, outer: TokenId) -> bool {
    let mut at = inner;
    while let Some(above) = parse.token(at).head {
        if !matches!(parse.token(at).deprel, Deprel::Xcomp | Deprel::Ccomp | Deprel::Conj) {
            return false;
        }
        if above == outer {
            return parse.token(inner).upos == Upos::Verb && parse.token(at).deprel != Deprel::Conj;
        }
        at = above;
    }
    false
}

fn below_as_content(parse: &Parse, inner: TokenId, outer: TokenId) -> bool {
    let mut at = inner;
    while let Some(above) = parse.token(at).head {
        let content = matches!(
            parse.token(at).deprel,
            Deprel::Xcomp
                | Deprel::Ccomp
                | Deprel::Obj
                | Deprel::Obl
                | Deprel::Nmod
                | Deprel::Acl
                | Deprel::Conj
                | Deprel::Advcl
                | Deprel::Compound
        );
        if !content {
            return false;
        }
        if above == outer {
            return !syntax::has_mark(parse, at, "if") && parse.token(at).deprel != Deprel::Conj;
        }
        at = above;
    }
    false
}

/// One mention per type, participants and status in a sentence.
fn drop_repeats<'a>(mentions: Vec<Mention<'a>>, witness: &mut impl Witness) -> Vec<Mention<'a>> {
    let mut kept: Vec<Mention<'a>> = Vec::new();
    for mention in mentions {
        let same = |k: &Mention<'_>| {
            let (a, b) = (&k.event, &mention.event);
            a.kind == b.kind && a.status == b.status && a.actors == b.actors && a.recipients == b.recipients
        };
        if kept.iter().any(same) {
            witness.see(|| mention.dropped(Fate::Repeated));
        } else {
            kept.push(mention);
        }
    }
    kept
}
