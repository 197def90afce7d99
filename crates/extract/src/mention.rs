//! One trigger to one mention: participants, status, attribution and the rest.

use crate::dropped::{Dropped, Fate, Witness};
use crate::roles::{self, Roles};
use crate::scene::Scene;
use crate::trigger::{self, Hit};
use crate::{attribution, background, confidence, contexts, judged, magnitude, overlap, place, status, syntax, time};
use lexicon::{Needs, Slot, TriggerClass};
use types::{BlockKind, Deprel, EntityKind, Event, EventType, Evidence, Magnitude, Parse, Status, TokenId, Upos, Xpos};

/// A mention with what later stages need to compare it with others.
pub(crate) struct Mention<'a> {
    pub(crate) hit: Hit<'a>,
    pub(crate) event: Event,
    /// The sentence it stands in.
    pub(crate) sentence: usize,
    /// Whether it is a noun for an act already told of.
    pub(crate) points_back: bool,
}

impl Mention<'_> {
    /// What is told of it where it does not stay.
    pub(crate) fn dropped(&self, fate: Fate) -> Dropped {
        let Evidence { sentence, trigger, ref rule, .. } = self.event.evidence;
        Dropped { sentence, trigger, rule: rule.clone(), kind: self.event.kind, fate }
    }
}

/// All mentions of a sentence, in text order.
pub(crate) fn in_sentence<'a>(scene: &Scene<'a>, sentence: usize, witness: &mut impl Witness) -> Vec<Mention<'a>> {
    let parse = scene.parse(sentence);
    let tokens = if is_topic_line(scene, parse) { 0..0 } else { 0..parse.tokens().len() };
    let mentions: Vec<Mention<'a>> = tokens.filter_map(|token| at_word(scene, sentence, token, witness)).collect();
    let mentions = keep(mentions, |m, all| !is_covered(m, all), Fate::Covered, witness);
    let parse = scene.parse(sentence);
    let mentions = keep(mentions, |m, all| !is_echo(parse, m, all), Fate::Joined, witness);
    overlap::resolve(scene, sentence, mentions, witness)
}

/// "Gaza war, Israel–Qatar relations": a line of the body that has neither a finite verb nor a full stop only names topics.
fn is_topic_line(scene: &Scene<'_>, parse: &Parse) -> bool {
    use Xpos::{Md, Vbd, Vbp, Vbz};
    let headline = scene.document.blocks.get(parse.block).is_some_and(|block| block.kind == BlockKind::Title);
    let finite = parse.tokens().iter().any(|t| t.upos == Upos::Aux || matches!(t.xpos, Md | Vbd | Vbp | Vbz));
    let verbal = parse.token(parse.root()).upos == Upos::Verb;
    let stopped = parse.tokens().last().is_some_and(|t| t.upos == Upos::Punct);
    !headline && !finite && !verbal && !stopped
}

/// The mention of the first rule that holds at a word.
fn at_word<'a>(scene: &Scene<'a>, sentence: usize, token: TokenId, witness: &mut impl Witness) -> Option<Mention<'a>> {
    let mut hits = trigger::hits_at(scene, sentence, token, witness).into_iter();
    let found = hits.find_map(|hit| mention(scene, sentence, hit, witness));
    hits.for_each(|hit| witness.see(|| hit.dropped(scene.parse(sentence), Fate::Outranked)));
    found.or_else(|| mention(scene, sentence, judged::hit(scene, sentence, token)?, witness))
}

/// A word that only the judge reads, beside a trigger of the same type: the light verb of a noun, the twin of a verb.
fn is_echo(parse: &Parse, mention: &Mention<'_>, all: &[Mention<'_>]) -> bool {
    let hit = &mention.hit;
    let echoes = |other: &Mention<'_>| {
        other.hit.head != hit.head
            && other.event.kind == mention.event.kind
            && (!other.hit.is_judged() || other.hit.head < hit.head)
            && judged::are_neighbours(parse, hit.head, other.hit.head)
    };
    hit.is_judged() && all.iter().any(echoes)
}

/// A word inside a longer trigger is no trigger of its own ("open fire", "fire").
fn is_covered(mention: &Mention<'_>, all: &[Mention<'_>]) -> bool {
    let hit = &mention.hit;
    all.iter().any(|other| other.hit.words.len() > hit.words.len() && other.hit.words.contains(&hit.head))
}

/// The mentions that stay beside all others.
pub(crate) fn keep<'a>(
    mentions: Vec<Mention<'a>>,
    stays: impl Fn(&Mention<'a>, &[Mention<'a>]) -> bool,
    fate: Fate,
    witness: &mut impl Witness,
) -> Vec<Mention<'a>> {
    let stay: Vec<bool> = mentions.iter().map(|mention| stays(mention, &mentions)).collect();
    let (kept, left): (Vec<_>, Vec<_>) = mentions.into_iter().zip(stay).partition(|(_, stays)| *stays);
    left.iter().for_each(|(mention, _)| witness.see(|| mention.dropped(fate)));
    kept.into_iter().map(|(mention, _)| mention).collect()
}

fn mention<'a>(scene: &Scene<'a>, sentence: usize, hit: Hit<'a>, witness: &mut impl Witness) -> Option<Mention<'a>> {
    let parse = scene.parse(sentence);
    if judged::is_no_event(scene, parse, &hit) {
        witness.see(|| hit.dropped(parse, Fate::Judged));
        return None;
    }
    let roles = roles::of(scene, sentence, &hit);
    let known = roles.suffice(hit.trigger.needs) || befalls_person(parse, &hit);
    if !known && !may_be_placed(&hit) {
        witness.see(|| hit.dropped(parse, Fate::Participants));
        return None;
    }
    let reading = status::of(scene, sentence, hit.head, &hit.words);
    if !hit.trigger.only.is_empty() && !hit.trigger.only.contains(&reading.status) {
        witness.see(|| hit.dropped(parse, Fate::Status));
        return None;
    }
    let roles = roles::without_land(scene, sentence, &hit, roles);
    let event = event(scene, sentence, &hit, roles, reading);
    if !known && event.place.is_none() {
        witness.see(|| hit.dropped(parse, Fate::Participants));
        return None;
    }
    let points_back = is_anaphoric(parse, &hit);
    if points_back && is_bare(&event) {
        witness.see(|| hit.dropped(parse, Fate::Bare));
        return None;
    }
    Some(Mention { hit, event, sentence, points_back })
}

/// "if Smith is convicted": what is done to a person counts, whoever that is.
fn befalls_person(parse: &Parse, hit: &Hit<'_>) -> bool {
    use EventType::{Assault, Coerce, Sanction};
    let done = hit.trigger.class == TriggerClass::Verb && matches!(hit.rule.kind, Assault | Coerce | Sanction);
    let is_person = |t: &types::Token| t.upos == Upos::Propn && t.entity == Some(EntityKind::Person);
    let person = |head: TokenId| is_person(parse.token(head));
    let suffers = |slot: &Slot| *slot == Slot::Object && hit.frame.get(slot).any(person);
    done && hit.trigger.needs == Needs::Someone && hit.trigger.recipient.iter().any(suffers)
}

/// "fighting in Darfur": violence that a noun names took place where its place is told, whoever took part.
fn may_be_placed(hit: &Hit<'_>) -> bool {
    hit.trigger.needs == Needs::Someone
        && hit.trigger.class == TriggerClass::Noun
        && hit.rule.kind == EventType::Assault
}

/// "the attack", "these protests": a noun that points back.
fn is_anaphoric(parse: &Parse, hit: &Hit<'_>) -> bool {
    let points = |t: TokenId| matches!(&*parse.token(t).lemma, "the" | "this" | "that" | "these" | "those" | "such");
    hit.trigger.class == TriggerClass::Noun && parse.children_by(hit.head, Deprel::Det).any(points)
}

/// Whether a mention tells neither who nor whom, where, when or how many.
fn is_bare(event: &Event) -> bool {
    let named = event.actors.iter().chain(&event.recipients).any(|actor| !actor.implicit);
    !named && event.place.is_none() && event.time.is_none() && event.magnitude == Magnitude::default()
}

/// The event of a hit whose participants and status are known.
pub(crate) fn event(
    scene: &Scene<'_>,
    sentence: usize,
    hit: &Hit<'_>,
    roles: Roles,
    reading: status::Reading,
) -> Event {
    let parse = scene.parse(sentence);
    let time = time::of(scene, sentence, hit, reading.status);
    let mut chain = attribution::of(scene, sentence, hit.head);
    if hit.trigger.actor == [Slot::Speaker] {
        chain
            .retain(|source| !roles.actors.iter().any(|actor| Some(&actor.affiliation) == source.affiliation.as_ref()));
    }
    let attribution = attribution::by_others(chain, hit.rule.kind, reading.status, &roles.actors);
    let told = hit.trigger.status.unwrap_or(reading.status);
    let old = (told == Status::Occurred).then(|| background::of(scene, sentence, hit, time.as_ref())).flatten();
    let status = if old.is_some() { Status::Historical } else { told };
    Event {
        kind: hit.rule.kind,
        mode: hit.mode,
        contexts: contexts::of(scene, sentence, hit.rule),
        status,
        place: place::of(scene, sentence, hit, &roles),
        magnitude: magnitude::of(scene, sentence, hit),
        hedge: attribution::hedge(scene, sentence, hit.head),
        confidence: confidence::of(scene, parse, hit, &roles, status),
        actors: roles.actors,
        recipients: roles.recipients,
        time,
        attribution,
        evidence: Evidence {
            sentence: parse.span,
            trigger: hit.span(parse),
            status_cue: reading.cue,
            rule: hit.rule.id.clone(),
            path: path(scene, sentence, hit, reading, old),
        },
        mentions: Vec::new(),
    }
}

/// Why the record is what it is, step by step.
fn path(
    scene: &Scene<'_>,
    sentence: usize,
    hit: &Hit<'_>,
    reading: status::Reading,
    old: Option<background::Why>,
) -> Vec<String> {
    let parse = scene.parse(sentence);
    let mut steps = vec![format!("trigger: \"{}\" by rule {}", scene.words(hit.span(parse)), hit.rule.id)];
    if let Some(probability) = judged::probability(parse, hit.head, hit.rule.kind) {
        steps.push(format!("judge: {} {probability:.2}", hit.rule.kind));
    }
    for (slot, head) in hit.frame.fillers() {
        let phrase = syntax::phrase(parse, *head);
        let words = scene.words(syntax::stretch(parse, &phrase, *head));
        steps.push(format!("{}: \"{words}\"", slot.as_str()));
    }
    if let Some(why) = old {
        steps.push(format!("status: {} because of {why}", Status::Historical));
    }
    if let Some(cue) = reading.cue {
        steps.push(format!("status: {} because of \"{}\"", reading.status, scene.words(cue)));
    }
    steps
}
