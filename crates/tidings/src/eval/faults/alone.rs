//! Causes of misses and spurious records.

use super::{Cause, Fault};
use crate::eval::gold::Mention;
use crate::eval::matching::{Matched, fits, overlap};
use crate::eval::scores::Case;
use crate::eval::trace::Candidate;
use extract::Fate;

/// The faults of mentions without an answer and of records that answer nothing.
pub(super) fn faults(case: &Case, matched: &Matched<'_>) -> Vec<Fault> {
    let mut spurious = matched.spurious.clone();
    let mut faults: Vec<Fault> = matched.missed.iter().map(|gold| missed(case, matched, gold, &mut spurious)).collect();
    faults.extend(spurious.into_iter().map(|found| {
        let cause = extra(matched, found);
        Fault { found: Some(found.clone()), ..fault(case, cause) }
    }));
    faults
}

fn fault(case: &Case, cause: Cause) -> Fault {
    Fault { cause, doc: case.gold.doc.clone(), gold: None, found: None, fields: Vec::new(), note: None }
}

fn missed(case: &Case, matched: &Matched<'_>, gold: &Mention, spurious: &mut Vec<&Mention>) -> Fault {
    let read = case.trace.sentences.iter().any(|&sentence| overlap(Some(sentence), gold.span));
    let taken = spurious.iter().position(|found| on_one_trigger(gold, found)).map(|at| spurious.remove(at));
    let (cause, note) = match (read, taken) {
        (_, Some(_)) => (Cause::OtherSense, None),
        (false, None) => (Cause::Unread, None),
        (true, None) => untaken(case, matched, gold),
    };
    Fault { gold: Some(gold.clone()), found: taken.cloned(), note, ..fault(case, cause) }
}

/// The cause of a miss on whose trigger no spurious record stands.
fn untaken(case: &Case, matched: &Matched<'_>, gold: &Mention) -> (Cause, Option<String>) {
    let told: Vec<&Mention> = matched.pairs.iter().map(|pair| pair.1).filter(|p| on_one_trigger(gold, p)).collect();
    if told.iter().any(|found| fits(gold, found.kind)) {
        return (Cause::Overlap, Some("its record answers another mention".to_owned()));
    }
    let here = case.trace.dropped.iter().filter(|c| overlap(gold.trigger_span, Some(c.trigger)));
    let (own, others): (Vec<&Candidate>, Vec<&Candidate>) = here.partition(|c| fits(gold, c.kind));
    let furthest = |candidates: Vec<&Candidate>| candidates.into_iter().rev().max_by_key(|c| c.fate).cloned();
    match (furthest(own), furthest(others)) {
        (Some(own), _) => (cause_of(own.fate), Some(note(&own))),
        (None, other) if !told.is_empty() => (Cause::OtherSense, other.as_ref().map(note)),
        (None, Some(other)) if other.fate >= Fate::Outranked => (Cause::OtherSense, Some(note(&other))),
        (None, other) => (Cause::UnknownTrigger, other.as_ref().map(note)),
    }
}

fn note(candidate: &Candidate) -> String {
    format!("{} by rule {}: {}", candidate.kind, candidate.rule, candidate.fate)
}

fn cause_of(fate: Fate) -> Cause {
    match fate {
        Fate::Form | Fate::Condition | Fate::Status => Cause::Unfit,
        Fate::Outranked | Fate::Judged => Cause::OtherSense,
        Fate::Participants | Fate::Bare => Cause::Attachment,
        Fate::Covered | Fate::Joined | Fate::Part | Fate::Content | Fate::Repeated => Cause::Overlap,
    }
}

fn extra(matched: &Matched<'_>, found: &Mention) -> Cause {
    let told = |gold: &Mention| on_one_trigger(gold, found) || overlap(gold.span, found.span) && fits(gold, found.kind);
    if matched.pairs.iter().any(|(gold, _)| told(gold)) { Cause::Overlap } else { Cause::NoEvent }
}

fn on_one_trigger(gold: &Mention, found: &Mention) -> bool {
    overlap(gold.trigger_span, found.trigger_span)
}
