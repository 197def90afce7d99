//! When it took place, resolved against the day of publication.
//!
//! * [`words`], [`scan`]: the expressions of time in a sentence
//! * [`meaning`]: what they say
//! * [`calendar`]: the days they mean
//!
//! An expression is the event's when it hangs on the event's word or on one that shares its circumstances
//! ([`crate::hosts`]): "said on Friday that it would close the border on Monday" gives each verb its own day.

mod calendar;
mod meaning;
mod scan;
#[cfg(test)]
mod tests;
mod words;

use crate::hosts;
use crate::scene::Scene;
use crate::trigger::Hit;
use calendar::Outlook;
use jiff::civil;
use lexicon::TimeRelation;
use meaning::{Expression, Meaning};
use types::{Date, Deprel, Parse, Precision, Quad, Status, Time, TimeSpan, TokenId, Upos, Xpos};

/// An act that ended more than this many days before publication is background: three months.
const BACKGROUND_DAYS: i32 = 92;

/// The stated time of the event at a word.
pub(crate) fn of(scene: &Scene<'_>, sentence: usize, hit: &Hit<'_>, status: Status) -> Option<Time> {
    let (parse, head) = (scene.parse(sentence), hit.head);
    let words = words::of(&scene.lexicon.circumstances, &scene.document.text, parse);
    let expressions = scan::expressions(&words);
    if expressions.is_empty() {
        return None;
    }
    let attached: Vec<_> =
        expressions.iter().map(|expression| (expression, governors(scene, sentence, expression))).collect();
    let speaking = is_verbal(scene, hit).then(|| speaking(scene, sentence, head)).flatten();
    let hosts = hosts::of(scene, sentence, head).into_iter().chain(speaking);
    let mut stated = hosts.flat_map(|host| attached.iter().filter(move |(_, to)| to.contains(&host)).map(|(e, _)| *e));
    stated.find_map(|expression| time(scene, sentence, expression, outlook(parse, head, status)))
}

fn time(scene: &Scene<'_>, sentence: usize, expression: &Expression, outlook: Outlook) -> Option<Time> {
    let (parse, published) = (scene.parse(sentence), scene.document.published);
    let outlook = if expression.relation == Some(TimeRelation::Ahead) { Outlook::Future } else { outlook };
    let from = if expression.meaning.is_relative() { told_before(scene, sentence, expression) } else { published };
    let days = calendar::resolve(&expression.meaning, from, outlook)?;
    let days = match expression.relation {
        None | Some(TimeRelation::Ahead) => days,
        Some(TimeRelation::By) if outlook == Outlook::Future => days,
        Some(TimeRelation::Since) => lasting(days, published),
        Some(_) => return None,
    };
    let span = parse.token(expression.first).span.join(parse.token(expression.last).span);
    Some(Time { span, days })
}

/// The day that was told last before an expression, in its sentence or a few before.
fn told_before(scene: &Scene<'_>, sentence: usize, expression: &Expression) -> Option<Date> {
    let sentences = (0..=sentence).rev().take(MEMORY);
    sentences.filter_map(|at| last_told(scene, at, (at == sentence).then_some(expression.first))).next()
}

fn last_told(scene: &Scene<'_>, sentence: usize, before: Option<TokenId>) -> Option<Date> {
    let words = words::of(&scene.lexicon.circumstances, &scene.document.text, scene.parse(sentence));
    let all = scan::expressions(&words).into_iter().rev();
    let mut earlier = all.filter(|e| before.is_none_or(|first| e.last < first) && !e.meaning.is_relative());
    let days = earlier.find_map(|e| calendar::resolve(&e.meaning, scene.document.published, Outlook::Past))?;
    (days.precision == Precision::Day).then_some(days.start)
}

/// How many sentences back a day is remembered, the present one included.
const MEMORY: usize = 4;

/// From the time stated until publication.
fn lasting(days: TimeSpan, published: Option<Date>) -> TimeSpan {
    let precision = if days.precision == Precision::Day { Precision::Range } else { days.precision };
    published.filter(|day| *day > days.end).map_or(days, |end| TimeSpan { end, precision, ..days })
}

/// The words outside an expression on which it hangs as an adverbial, attribute or possessor.
fn governors(scene: &Scene<'_>, sentence: usize, expression: &Expression) -> Vec<TokenId> {
    let parse = scene.parse(sentence);
    let tokens = expression.first..=expression.last;
    let tops = tokens.clone().filter(|&t| parse.token(t).head.is_some_and(|h| !tokens.contains(&h)));
    let governor = |top| hosts::governor(scene, sentence, above_adverb(parse, top));
    if matches!(expression.meaning, Meaning::Offset { .. }) {
        return tops
            .take(1)
            .filter_map(governor)
            .filter_map(|word| past_named(scene, sentence, expression, word))
            .collect();
    }
    tops.filter(|&top| is_adverbial(parse.token(top).deprel)).filter_map(governor).collect()
}

/// "two days after Friday's vote, …": the vote is not two days after itself, but what it is told beside is.
fn past_named(scene: &Scene<'_>, sentence: usize, expression: &Expression, word: TokenId) -> Option<TokenId> {
    let named = word > expression.last && scene.parse(sentence).token(word).deprel.is(Deprel::Obl);
    if named { hosts::governor(scene, sentence, word) } else { Some(word) }
}

/// The word itself, or a mere "early" or "late" that it hangs on.
fn above_adverb(parse: &Parse, top: TokenId) -> TokenId {
    let adverb = |t: &TokenId| matches!(parse.token(*t).upos, Upos::Adp | Upos::Adv) && parse.token(*t).head.is_some();
    parse.token(top).head.filter(adverb).unwrap_or(top)
}

fn is_adverbial(deprel: Deprel) -> bool {
    use Deprel::*;
    matches!(
        deprel,
        Obl | OblUnmarked
            | OblTmod
            | OblNpmod
            | Nmod
            | NmodUnmarked
            | NmodTmod
            | NmodNpmod
            | NmodPoss
            | NmodDesc
            | Advmod
            | Amod
            | Compound
            | Nummod
            | Appos
            | Dep
            | Parataxis
            | Advcl
            | Conj
    )
}

/// Whether the event is an act of speech.
fn is_verbal(scene: &Scene<'_>, hit: &Hit<'_>) -> bool {
    matches!(scene.lexicon.ontology.quad(hit.rule.kind), Quad::VerbalCooperation | Quad::VerbalConflict)
}

/// The verb of speech of which the event is what its speaker does in saying so: "on Monday he said he wants …".
fn speaking(scene: &Scene<'_>, sentence: usize, head: TokenId) -> Option<TokenId> {
    let parse = scene.parse(sentence);
    let token = parse.token(head);
    let above = token.head.filter(|_| matches!(token.deprel, Deprel::Ccomp | Deprel::Parataxis))?;
    let speech = !scene.lexicon.cues.source(&parse.token(above).lemma.to_lowercase()).is_empty();
    let subject = parse.children_by(head, Deprel::Nsubj).next();
    let own = subject.is_none_or(|s| parse.token(s).upos == Upos::Pron) || is_modal(parse, head);
    (speech && own && is_simultaneous(parse, head)).then_some(above)
}

/// Whether a clause below a verb of speech is in the present, goes on or tells what ought to be.
fn is_simultaneous(parse: &Parse, head: TokenId) -> bool {
    let perfect = parse.children_by(head, Deprel::Aux).any(|c| &*parse.token(c).lemma == "have");
    let progressive = parse.token(head).xpos == Xpos::Vbg && parse.children_by(head, Deprel::Aux).next().is_some();
    !perfect && (progressive || matches!(finite(parse, head), Xpos::Vbz | Xpos::Vbp | Xpos::Md))
}

fn is_modal(parse: &Parse, head: TokenId) -> bool {
    finite(parse, head) == Xpos::Md
}

/// The form of the finite word of a clause: its first auxiliary or copula, else the verb itself.
pub(crate) fn finite(parse: &Parse, head: TokenId) -> Xpos {
    let auxiliary = |t: &TokenId| matches!(parse.token(*t).deprel, Deprel::Aux | Deprel::AuxPass | Deprel::Cop);
    let first = parse.children(head).iter().copied().find(auxiliary).unwrap_or(head);
    parse.token(first).xpos
}

/// Where on the calendar the words of an event are looked for: what is told in a past form is not to come.
fn outlook(parse: &Parse, head: TokenId, status: Status) -> Outlook {
    match status {
        _ if is_told_as_past(parse, head) => Outlook::Past,
        Status::Planned | Status::Considered | Status::Hypothetical => Outlook::Future,
        Status::Denied if is_modal(parse, head) => Outlook::Future,
        Status::Occurred | Status::Historical | Status::Denied => Outlook::Past,
    }
}

/// "seized", "was seized", and "seized on Monday" behind a noun.
fn is_told_as_past(parse: &Parse, head: TokenId) -> bool {
    let bare = parse.children_by(head, Deprel::Aux).chain(parse.children_by(head, Deprel::AuxPass)).next().is_none();
    let participle = parse.token(head).xpos == Xpos::Vbn && parse.token(head).deprel == Deprel::Acl;
    finite(parse, head) == Xpos::Vbd || participle && bare
}

/// Whether a stated time lies more than three months before publication.
pub(crate) fn is_background(scene: &Scene<'_>, time: Option<&Time>) -> bool {
    time.zip(scene.document.published).is_some_and(|(time, published)| is_long_past(time.days, published))
}

fn is_long_past(days: TimeSpan, published: Date) -> bool {
    let day = |d: Date| civil::Date::new(d.year, d.month as i8, d.day as i8).ok();
    let Some((end, published)) = day(days.end).zip(day(published)) else { return false };
    let apart = published.since(end).map(|span| span.get_days()).unwrap_or(0);
    apart > BACKGROUND_DAYS || days.precision == Precision::Year && end.year() < published.year()
}

/// Whether a stated time began in an earlier year and has not ended since.
pub(crate) fn is_lasting(scene: &Scene<'_>, time: &Time) -> bool {
    scene.document.published.is_some_and(|day| time.days.end >= day && time.days.start.year < day.year)
}

/// How far back a time lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Age {
    /// More than three months before publication.
    Old,
    /// Not so long.
    New,
}

/// A time that a sentence states: its last word and its age.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Aged {
    pub(crate) at: TokenId,
    pub(crate) age: Age,
}

/// Whether the time stated last before a sentence lies long back.
pub(crate) fn is_era(scene: &Scene<'_>, sentence: usize) -> bool {
    let before = (0..sentence).rev().take(MEMORY);
    before.filter_map(|at| ages(scene, at).pop()).next().is_some_and(|told| told.age == Age::Old)
}

/// The ages of all times that a sentence states, in text order.
pub(crate) fn ages(scene: &Scene<'_>, sentence: usize) -> Vec<Aged> {
    let words = words::of(&scene.lexicon.circumstances, &scene.document.text, scene.parse(sentence));
    let Some(published) = scene.document.published else { return Vec::new() };
    let lasts = |e: &Expression| e.relation == Some(TimeRelation::Since);
    let told = scan::expressions(&words).into_iter().filter(|e| !e.meaning.is_relative() && !lasts(e));
    told.filter_map(|e| Some(Aged { at: e.last, age: age(&e.meaning, published)? })).collect()
}

/// "until May 1" in April is to come: a time of which there are many is long past only if the next is farther off.
fn age(meaning: &Meaning, published: Date) -> Option<Age> {
    let old = |outlook| calendar::resolve(meaning, Some(published), outlook).map(|days| is_long_past(days, published));
    let far = |outlook| calendar::resolve(meaning, Some(published), outlook).map(|days| is_far(days, published));
    let old = old(Outlook::Past)? && (!meaning.is_recurrent() || far(Outlook::Future)?);
    Some(if old { Age::Old } else { Age::New })
}

/// Whether a time to come begins more than half a year after publication.
fn is_far(days: TimeSpan, published: Date) -> bool {
    let day = |d: Date| civil::Date::new(d.year, d.month as i8, d.day as i8).ok();
    let Some((start, published)) = day(days.start).zip(day(published)) else { return false };
    start.since(published).map(|span| span.get_days()).unwrap_or(0) > HALF_A_YEAR
}

/// In days.
const HALF_A_YEAR: i32 = 183;
