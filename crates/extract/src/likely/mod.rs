//! Whom an act is done to, where neither the slots of its rule nor an earlier mention of it tell.
//!
//! Texts leave much unsaid: who is accused in "the inquiry", whose bill it is that is opposed. Everybody whom the sentence
//! names and who took part in what was told before is a candidate, and so is nobody; what speaks for each is weighed by
//! [`lexicon::Likely`]. Candidates of the same countries stand together, since it matters little which of them is meant.

mod candidates;
mod clues;

use crate::logistic;
use crate::mention::Mention;
use crate::roles;
use crate::scene::Scene;
use candidates::Candidate;
use lexicon::Clue;
use types::{Actor, Country, EventType, Span, TokenId, Upos, Xpos};

/// An act whose own words do not tell whom it is done to, with all who may be meant.
#[derive(Debug, Clone, PartialEq)]
pub struct Unsaid {
    /// The sentence of the act.
    pub sentence: Span,
    /// Its words.
    pub trigger: Span,
    /// Its type.
    pub kind: EventType,
    /// The countries of each candidate and what speaks for him.
    pub candidates: Vec<(Vec<Country>, Vec<Clue>)>,
}

/// The mentions with the likeliest recipients where they have none.
pub(crate) fn completed<'a>(scene: &Scene<'_>, mut mentions: Vec<Mention<'a>>) -> Vec<Mention<'a>> {
    if scene.lexicon.likely.is_empty() {
        return mentions;
    }
    for at in 0..mentions.len() {
        let found = likeliest(scene, &mentions, at);
        if let (Some(mention), Some(found)) = (mentions.get_mut(at), found) {
            mention.event.recipients = found;
        }
    }
    mentions
}

fn likeliest(scene: &Scene<'_>, mentions: &[Mention<'_>], at: usize) -> Option<Vec<Actor>> {
    let mention = mentions.get(at).filter(|mention| is_open(scene, mention))?;
    let weigh = |candidate| Group::of(candidate, |c| scene.lexicon.likely.sum(&clues::of(scene, mention, c)));
    let mut groups: Vec<Group> = Vec::new();
    for one in candidates::of(scene, mentions, at).into_iter().map(weigh) {
        match groups.iter_mut().find(|group| group.countries == one.countries) {
            Some(group) => group.take_in(one),
            None => groups.push(one),
        }
    }
    let best = groups.into_iter().max_by(|a, b| a.odds.total_cmp(&b.odds))?;
    (best.odds > NOBODY).then_some(best.actors)
}

/// Whether it is not told whom an act is done to; what several do together is done to nobody.
fn is_open(scene: &Scene<'_>, mention: &Mention<'_>) -> bool {
    let together = !mention.hit.trigger.together.is_empty() && mention.event.actors.len() > 1;
    mention.event.recipients.is_empty()
        && !together
        && !names_anyone(scene, mention)
        && !roles::names_measure(scene, mention.sentence, &mention.hit)
}

/// "has never attacked anyone": an indefinite pronoun of which nothing more is told says that nobody in particular is meant.
fn names_anyone(scene: &Scene<'_>, mention: &Mention<'_>) -> bool {
    let (hit, parse) = (&mention.hit, scene.parse(mention.sentence));
    let pronoun = |head: TokenId| parse.token(head).upos == Upos::Pron && parse.token(head).xpos == Xpos::Nn;
    let indefinite = |head: TokenId| pronoun(head) && parse.children(head).is_empty();
    hit.trigger.recipient.iter().flat_map(|slot| hit.frame.get(slot)).any(indefinite)
}

/// The odds that nobody is meant.
const NOBODY: f64 = 1.0;

/// Candidates of the same countries.
struct Group {
    countries: Vec<Country>,
    odds: f64,
    /// The likeliest of them, and how likely he alone is.
    actors: Vec<Actor>,
    alone: f64,
}

impl Group {
    fn of(candidate: Candidate, sum: impl Fn(&Candidate) -> f32) -> Self {
        let odds = logistic::odds(sum(&candidate));
        Self { countries: candidate.countries(), odds, actors: candidate.actors, alone: odds }
    }

    fn take_in(&mut self, other: Group) {
        self.odds += other.odds;
        if other.alone > self.alone {
            (self.actors, self.alone) = (other.actors, other.alone);
        }
    }
}

/// The acts whose words do not tell whom they are done to, and who may be meant.
pub(crate) fn unsaid(scene: &Scene<'_>, mentions: &[Mention<'_>]) -> Vec<Unsaid> {
    let open = mentions.iter().enumerate().filter(|(_, mention)| is_open(scene, mention));
    open.map(|(at, mention)| {
        let weigh = |candidate: Candidate| (candidate.countries(), clues::of(scene, mention, &candidate));
        let candidates = candidates::of(scene, mentions, at).into_iter().map(weigh).collect();
        let (sentence, trigger) = (mention.event.evidence.sentence, mention.event.evidence.trigger);
        Unsaid { sentence, trigger, kind: mention.event.kind, candidates }
    })
    .collect()
}
