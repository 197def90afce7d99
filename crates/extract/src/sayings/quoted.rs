//! Quotations: what is told in marks runs on over sentences, and a quotation without a cue goes on with the one before.

use super::tag;
use crate::attribution::{marks, quoted_speaker};
use crate::scene::Scene;
use types::{QuoteKind, Saying, Span};

/// Gives each quotation to the saying that tells it, and says of each saying how its words are given.
pub(super) fn complete(scene: &Scene<'_>, sayings: &mut Vec<Saying>) {
    let quotations = marks(scene.document);
    let mut before: Option<(Span, usize)> = None;
    for &quotation in &quotations {
        let owner = announced(scene, sayings, quotation)
            .or_else(|| owner(sayings, quotation))
            .or_else(|| beside(scene, sayings, quotation))
            .or_else(|| carried(scene, sayings, before, quotation))
            .or_else(|| spoken(scene, sayings, quotation));
        if let Some(owner) = owner {
            take(&mut sayings[owner], quotation);
        }
        before = owner.map(|owner| (quotation, owner));
    }
    let kind = |saying: &Saying| quote_kind(scene, &quotations, saying);
    sayings.iter_mut().for_each(|saying| saying.attribution.quote = kind(saying));
}

/// A new saying of the sentence beside a quotation that does nothing but say whose words it is.
fn announced(scene: &Scene<'_>, sayings: &mut Vec<Saying>, quotation: Span) -> Option<usize> {
    let attribution = tag::beside(scene, quotation)?;
    let cue = attribution.cue?;
    if sayings.iter().any(|saying| saying.attribution.cue.is_some_and(|known| known.overlaps(cue))) {
        return None;
    }
    sayings.push(Saying { attribution, content: vec![quotation] });
    Some(sayings.len() - 1)
}

/// The outermost saying that tells some of a quotation from outside.
fn owner(sayings: &[Saying], quotation: Span) -> Option<usize> {
    let outside = |s: &Saying| s.attribution.cue.is_none_or(|cue| !quotation.overlaps(cue));
    let tells = |s: &Saying| s.content.iter().any(|span| span.overlaps(quotation));
    let length = |at: &usize| sayings[*at].content.iter().map(|span| span.len()).sum::<usize>();
    (0..sayings.len()).filter(|&at| outside(&sayings[at]) && tells(&sayings[at])).max_by_key(length)
}

/// The saying that told the quotation before, where nothing but its own words stands between the two.
fn carried(scene: &Scene<'_>, sayings: &[Saying], before: Option<(Span, usize)>, quotation: Span) -> Option<usize> {
    let (last, owner) = before?;
    let saying = &sayings[owner];
    let start = sentence_start(scene, quotation)?.max(last.end);
    let own = [saying.attribution.cue, saying.attribution.source].into_iter().flatten();
    let mut gap = scene.words(Span::new(start, quotation.start.max(start))).to_owned();
    own.filter(|span| span.start >= start && span.end <= quotation.start)
        .for_each(|span| gap = gap.replace(scene.words(span), ""));
    let bare = !gap.chars().any(char::is_alphanumeric);
    (bare && quotation.start - last.end <= MAX_GAP).then_some(owner)
}

/// So many bytes may lie between two quotations of one speaker.
const MAX_GAP: usize = 300;

fn sentence_start(scene: &Scene<'_>, quotation: Span) -> Option<usize> {
    let first = scene.parses.iter().find(|parse| parse.span.overlaps(quotation))?;
    Some(first.span.start)
}

/// The saying of the cue that stands in a sentence of the quotation, new where no other words are told by it.
fn beside(scene: &Scene<'_>, sayings: &mut Vec<Saying>, quotation: Span) -> Option<usize> {
    let cue = quoted_speaker(scene, quotation)?.cue?;
    let mut touched = scene.parses.iter().filter(|parse| parse.span.overlaps(quotation));
    touched.find(|parse| parse.span.contains(cue))?;
    let known = sayings.iter().position(|s| s.attribution.cue.is_some_and(|known| known.overlaps(cue)));
    known.or_else(|| spoken(scene, sayings, quotation))
}

/// A new saying of whoever a sentence beside the quotation makes its speaker.
fn spoken(scene: &Scene<'_>, sayings: &mut Vec<Saying>, quotation: Span) -> Option<usize> {
    let attribution = quoted_speaker(scene, quotation)?;
    sayings.push(Saying { attribution, content: vec![quotation] });
    Some(sayings.len() - 1)
}

/// Adds the quotation to what a saying tells.
fn take(saying: &mut Saying, quotation: Span) {
    let (mut inside, mut rest): (Vec<Span>, Vec<Span>) =
        saying.content.iter().partition(|span| span.overlaps(quotation));
    inside.push(quotation);
    rest.extend(inside.into_iter().reduce(Span::join));
    rest.sort_unstable();
    saying.content = rest;
}

fn quote_kind(scene: &Scene<'_>, quotations: &[Span], saying: &Saying) -> QuoteKind {
    let letters = |span: Span| scene.words(span).chars().filter(|c| c.is_alphanumeric()).count();
    let common = |a: Span, b: Span| Span::new(a.start.max(b.start), a.end.min(b.end));
    let all: usize = saying.content.iter().map(|span| letters(*span)).sum();
    let pairs = saying.content.iter().flat_map(|span| quotations.iter().map(move |q| (*span, *q)));
    let marked: usize = pairs.filter(|(a, b)| a.overlaps(*b)).map(|(a, b)| letters(common(a, b))).sum();
    match marked {
        _ if saying.attribution.quote == QuoteKind::Direct => QuoteKind::Direct,
        0 => QuoteKind::Indirect,
        _ if marked >= all => QuoteKind::Direct,
        _ => QuoteKind::Mixed,
    }
}
