//! Sources that the sentence itself names: the climb from an event to the clauses and phrases that report it.

use super::Source;
use crate::frame::Frame;
use crate::scene::Scene;
use crate::syntax;
use lexicon::{CueEdge, Slot, SourceCue};
use types::{Deprel, Parse, Span, TokenId, Upos};

/// The sources above a word, outermost first.
pub(super) fn above(scene: &Scene<'_>, sentence: usize, head: TokenId) -> Vec<Source> {
    let parse = scene.parse(sentence);
    let mut found: Vec<Source> = Vec::new();
    let mut at = head;
    beside(scene, sentence, at, &mut found);
    while let Some(up) = parse.token(at).head {
        if let Some(source) = reporting(scene, sentence, at, up) {
            found.push(source);
        }
        beside(scene, sentence, up, &mut found);
        at = up;
    }
    found.reverse();
    found.dedup();
    found
}

/// The source that a reporting verb or noun above the clause names.
fn reporting(scene: &Scene<'_>, sentence: usize, at: TokenId, up: TokenId) -> Option<Source> {
    let parse = scene.parse(sentence);
    let edge = edge_of(parse, at)?;
    let cue = find_cue(scene, parse, up, &edge)?;
    source_of_verb(scene, sentence, up, cue)
}

fn edge_of(parse: &Parse, at: TokenId) -> Option<CueEdge> {
    match parse.token(at).deprel {
        Deprel::Ccomp | Deprel::Xcomp | Deprel::Acl => Some(CueEdge::Clause),
        Deprel::Advcl
            if syntax::case_of(parse, at).is_some_and(|case| matches!(case.as_str(), "of" | "for" | "that")) =>
        {
            Some(CueEdge::Clause)
        }
        Deprel::Obj | Deprel::NsubjPass => Some(CueEdge::Object),
        _ => None,
    }
}

fn find_cue<'a>(scene: &Scene<'a>, parse: &Parse, verb: TokenId, edge: &CueEdge) -> Option<&'a SourceCue> {
    scene
        .lexicon
        .cues
        .source(&parse.token(verb).lemma.to_lowercase())
        .iter()
        .filter(|cue| cue.edges.contains(edge))
        .filter(|cue| cue.lemmas.iter().skip(1).all(|word| syntax::has_companion(parse, verb, word)))
        .max_by_key(|cue| cue.lemmas.len())
}

fn source_of_verb(scene: &Scene<'_>, sentence: usize, verb: TokenId, cue: &SourceCue) -> Option<Source> {
    let parse = scene.parse(sentence);
    let span = cue_span(scene, sentence, verb);
    if parse.token(verb).upos == Upos::Noun {
        return Some(Source { phrase: Some((sentence, verb)), cue: span });
    }
    let frame = Frame::of_verb(parse, &scene.lexicon.cues, verb);
    let subject = frame.get(&cue.source).next();
    let impersonal = subject.is_none_or(|s| parse.token(s).deprel == Deprel::Expl || is_empty_subject(parse, s));
    let phrase = if impersonal { None } else { subject.map(|s| (sentence, s)) };
    (phrase.is_some() || syntax::is_passive(parse, verb)).then_some(Source { phrase, cue: span })
}

/// "it" in "it was reported that".
fn is_empty_subject(parse: &Parse, subject: TokenId) -> bool {
    let above = parse.token(subject).head;
    &*parse.token(subject).lemma == "it" && above.is_some_and(|verb| syntax::is_passive(parse, verb))
}

/// The verb with whom it is told to: "told Reuters".
fn cue_span(scene: &Scene<'_>, sentence: usize, verb: TokenId) -> Span {
    let parse = scene.parse(sentence);
    let span = parse.token(verb).span;
    let told =
        parse.children(verb).iter().copied().find(|&c| matches!(parse.token(c).deprel, Deprel::Obj | Deprel::Iobj));
    match told.filter(|_| &*parse.token(verb).lemma == "tell") {
        Some(addressee) => {
            let phrase = syntax::phrase(parse, addressee);
            let words = syntax::stretch(parse, &phrase, addressee);
            if words.start > span.start { span.join(words) } else { span }
        }
        None => span,
    }
}

/// Sources that hang on the clause: "officials said" put behind or amid it, "according to", "citing".
fn beside(scene: &Scene<'_>, sentence: usize, at: TokenId, found: &mut Vec<Source>) {
    let parse = scene.parse(sentence);
    for &child in parse.children(at) {
        let source = match parse.token(child).deprel {
            Deprel::Parataxis | Deprel::Discourse => inserted(scene, sentence, child),
            Deprel::Obl | Deprel::Nmod | Deprel::Advmod | Deprel::OblUnmarked => phrase_source(scene, sentence, child),
            Deprel::Advcl => cited(scene, sentence, child),
            _ => None,
        };
        if let Some(source) = source.filter(|s| !found.contains(s)) {
            let inner = parse.token(child).deprel == Deprel::Advcl;
            let place = if inner { found.len().saturating_sub(usize::from(!found.is_empty())) } else { found.len() };
            found.insert(place, source);
        }
    }
}

/// "…, two officials said".
fn inserted(scene: &Scene<'_>, sentence: usize, verb: TokenId) -> Option<Source> {
    let parse = scene.parse(sentence);
    let reports_more = parse.children_by(verb, Deprel::Ccomp).next().is_some();
    let cue = find_cue(scene, parse, verb, &CueEdge::Clause).filter(|_| !reports_more)?;
    let own_subject = parse.children(verb).iter().any(|&c| parse.token(c).deprel == Deprel::Nsubj);
    own_subject.then(|| source_of_verb(scene, sentence, verb, cue)).flatten()
}

/// "according to the ministry".
fn phrase_source(scene: &Scene<'_>, sentence: usize, head: TokenId) -> Option<Source> {
    let parse = scene.parse(sentence);
    let case = syntax::case_of(parse, head)?;
    let first = case.split(' ').next().unwrap_or_default();
    let first = if first == "accord" { "according" } else { first };
    let listed = |cue: &&SourceCue| {
        cue.edges.contains(&CueEdge::Modifier)
            && (cue.lemmas.join(" ") == case || cue.lemmas.join(" ") == format!("{first} to"))
    };
    scene.lexicon.cues.source(first).iter().find(listed)?;
    let marks: Vec<Span> = parse
        .children(head)
        .iter()
        .filter(|&&c| parse.token(c).deprel == Deprel::Case)
        .flat_map(|&c| std::iter::once(c).chain(parse.children_by(c, Deprel::Fixed)))
        .map(|c| parse.token(c).span)
        .collect();
    let cue = marks.into_iter().reduce(Span::join)?;
    Some(Source { phrase: Some((sentence, head)), cue })
}

/// "AFP, citing a document": the object is the inner source.
fn cited(scene: &Scene<'_>, sentence: usize, verb: TokenId) -> Option<Source> {
    let parse = scene.parse(sentence);
    let lemma = parse.token(verb).lemma.to_lowercase();
    let cites = |cue: &&SourceCue| cue.edges.contains(&CueEdge::Modifier) && cue.source == Slot::Object;
    scene.lexicon.cues.source(&lemma).iter().find(cites)?;
    let object = parse.children_by(verb, Deprel::Obj).next()?;
    Some(Source { phrase: Some((sentence, object)), cue: parse.token(verb).span })
}
