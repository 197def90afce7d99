//! Sources that the sentence itself names: the climb from an event to the clauses and phrases that report it.

use super::{Source, kind};
use crate::frame::Frame;
use crate::scene::Scene;
use crate::syntax;
use lexicon::{CueEdge, Slot, SourceCue};
use types::{Deprel, Parse, Span, TokenId, Upos};

/// The sources above a word, outermost first.
pub(super) fn above(scene: &Scene<'_>, sentence: usize, head: TokenId) -> Vec<Source> {
    let parse = scene.parse(sentence);
    let mut found: Vec<Source> = Vec::new();
    let (mut from, mut at, mut told) = (head, head, true);
    beside(scene, sentence, at, None, &mut found);
    while let Some(up) = parse.token(at).head {
        told &= !matches!(parse.token(at).deprel, Deprel::AclRelcl | Deprel::Acl | Deprel::Advcl);
        if let Some(source) = reporting(scene, sentence, (from, at, up), told) {
            found.push(source);
        }
        beside(scene, sentence, up, Some(at), &mut found);
        (from, at) = (at, up);
    }
    found.reverse();
    found.dedup();
    found
}

/// The source that a reporting verb or noun above the clause names. What is only said of a thing ("announced a force that
/// shelled the town") is not what is reported.
fn reporting(
    scene: &Scene<'_>,
    sentence: usize,
    (from, at, up): (TokenId, TokenId, TokenId),
    told: bool,
) -> Option<Source> {
    let parse = scene.parse(sentence);
    let edge =
        edge_of(parse, at).filter(|edge| told || *edge != CueEdge::Object).or_else(|| accused(parse, at, from))?;
    let cue = find_cue(scene, parse, up, &edge)?;
    source_of_verb(scene, sentence, (at, up), cue)
}

/// "accused the general of bombing the town": the act may hang on the accused.
fn accused(parse: &Parse, at: TokenId, from: TokenId) -> Option<CueEdge> {
    let act = parse.token(from).deprel == Deprel::Acl
        && syntax::case_of(parse, from).is_some_and(|case| matches!(case.as_str(), "of" | "for"));
    (act && matches!(parse.token(at).deprel, Deprel::Obj | Deprel::NsubjPass)).then_some(CueEdge::Clause)
}

fn edge_of(parse: &Parse, at: TokenId) -> Option<CueEdge> {
    match parse.token(at).deprel {
        Deprel::Ccomp | Deprel::Xcomp | Deprel::Acl | Deprel::Csubj | Deprel::CsubjPass => Some(CueEdge::Clause),
        Deprel::Advcl
            if syntax::case_of(parse, at).is_some_and(|case| matches!(case.as_str(), "of" | "for" | "that")) =>
        {
            Some(CueEdge::Clause)
        }
        Deprel::AclRelcl if syntax::has_mark(parse, at, "that") => Some(CueEdge::Clause),
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

/// The source of a reporting word above what it tells.
fn source_of_verb(
    scene: &Scene<'_>,
    sentence: usize,
    (at, verb): (TokenId, TokenId),
    cue: &SourceCue,
) -> Option<Source> {
    let parse = scene.parse(sentence);
    let span = cue_span(scene, sentence, verb);
    if parse.token(verb).upos == Upos::Noun {
        let itself = || kind::known(scene, sentence, verb).map(|_| verb);
        return Some(Source { phrase: Some((sentence, holder(parse, verb).or_else(itself)?)), cue: span });
    }
    let frame = Frame::of_verb(parse, &scene.lexicon.cues, verb);
    let subject = frame.get(&cue.source).next();
    let impersonal = subject.is_none_or(|s| parse.token(s).deprel == Deprel::Expl || is_empty_subject(parse, s));
    let phrase = if impersonal { None } else { subject.map(|s| (sentence, s)) };
    let hearsay = syntax::is_passive(parse, verb) && is_hearsay(parse, at);
    (phrase.is_some() || hearsay).then_some(Source { phrase, cue: span })
}

/// Whose the claim is: "the group's claim that", "a claim by the group that"; no agent belongs to an active verb above.
fn holder(parse: &Parse, noun: TokenId) -> Option<TokenId> {
    let by = |c: &TokenId| syntax::case_of(parse, *c).is_some_and(|case| matches!(case.as_str(), "by" | "from"));
    let agent = parse.children_by(noun, Deprel::Nmod).find(by);
    let active = parse.token(noun).head.filter(|&verb| !syntax::is_passive(parse, verb));
    let beside = || parse.children_by(active?, Deprel::Obl).find(|c| *c > noun && by(c));
    agent.or_else(|| parse.children_by(noun, Deprel::NmodPoss).next()).or_else(beside)
}

/// "it was reported that X attacked", "X is said to have attacked"; not "X is accused of attacking".
fn is_hearsay(parse: &Parse, at: TokenId) -> bool {
    match parse.token(at).deprel {
        Deprel::Ccomp | Deprel::Csubj | Deprel::CsubjPass => true,
        Deprel::Xcomp => syntax::has_mark(parse, at, "to"),
        _ => false,
    }
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

/// Sources that hang on the clause: "officials said" put behind or amid it, "according to", "citing". What stands behind the
/// last of several joined verbs holds for all.
fn beside(scene: &Scene<'_>, sentence: usize, at: TokenId, from: Option<TokenId>, found: &mut Vec<Source>) {
    let parse = scene.parse(sentence);
    let joined = parse.children_by(at, Deprel::Conj).filter(|_| from.is_none());
    let last = joined.last().map(|verb| parse.children(verb)).unwrap_or_default();
    let shared = last.iter().copied().filter(|&c| parse.token(c).deprel == Deprel::Obl && is_afterthought(parse, c));
    for child in parse.children(at).iter().copied().chain(shared).filter(|&c| Some(c) != from) {
        let source = match parse.token(child).deprel {
            Deprel::Parataxis | Deprel::Discourse => inserted(scene, sentence, child),
            Deprel::Obl | Deprel::OblAgent | Deprel::Nmod | Deprel::Advmod | Deprel::OblUnmarked => {
                phrase_source(scene, sentence, child)
            }
            Deprel::Advcl if is_bare(parse, child) => inserted(scene, sentence, child),
            Deprel::Advcl => cited(scene, sentence, child),
            _ => None,
        };
        if let Some(source) = source.filter(|s| !found.contains(s)) {
            let inner = parse.token(child).deprel == Deprel::Advcl && !is_bare(parse, child);
            let place = if inner { found.len().saturating_sub(usize::from(!found.is_empty())) } else { found.len() };
            found.insert(place, source);
        }
    }
}

/// Whether a clause has a subject and no mark: "…, it added".
fn is_bare(parse: &Parse, clause: TokenId) -> bool {
    parse.children_by(clause, Deprel::Mark).next().is_none()
        && parse.children_by(clause, Deprel::Nsubj).next().is_some()
}

/// Whether a phrase ends the sentence behind a comma.
fn is_afterthought(parse: &Parse, head: TokenId) -> bool {
    let is_mark = |t: &TokenId| parse.token(*t).upos == Upos::Punct;
    let words: Vec<TokenId> = parse.subtree(head).into_iter().filter(|t| !is_mark(t)).collect();
    let (Some(first), Some(last)) = (words.iter().copied().min(), words.iter().copied().max()) else { return false };
    first.checked_sub(1).is_some_and(|before| is_mark(&before)) && (last + 1..parse.tokens().len()).all(|t| is_mark(&t))
}

/// "…, two officials said": the verb has no content of its own.
fn inserted(scene: &Scene<'_>, sentence: usize, verb: TokenId) -> Option<Source> {
    let parse = scene.parse(sentence);
    let tells_itself = |&c: &TokenId| match parse.token(c).deprel {
        Deprel::Ccomp | Deprel::Xcomp => true,
        Deprel::Obj => &*parse.token(verb).lemma != "tell",
        _ => false,
    };
    let reports_more = parse.children(verb).iter().any(tells_itself);
    let cue = find_cue(scene, parse, verb, &CueEdge::Clause).filter(|_| !reports_more)?;
    let own_subject = parse.children(verb).iter().any(|&c| parse.token(c).deprel == Deprel::Nsubj);
    own_subject.then(|| source_of_verb(scene, sentence, (verb, verb), cue)).flatten()
}

/// "according to the ministry".
fn phrase_source(scene: &Scene<'_>, sentence: usize, head: TokenId) -> Option<Source> {
    let parse = scene.parse(sentence);
    let marks = source_marks(scene, sentence, head)?;
    let cue = marks.into_iter().map(|c| parse.token(c).span).reduce(Span::join)?;
    let author = author(scene, sentence, head).unwrap_or(head);
    Some(Source { phrase: Some((sentence, author)), cue })
}

/// The words by which a phrase makes what it names a source: "according to", "per".
pub(crate) fn source_marks(scene: &Scene<'_>, sentence: usize, head: TokenId) -> Option<Vec<TokenId>> {
    let parse = scene.parse(sentence);
    let case = syntax::case_of(parse, head)?;
    let first = case.split(' ').next().unwrap_or_default();
    let first = if first == "accord" { "according" } else { first };
    let listed = |cue: &&SourceCue| {
        cue.edges.contains(&CueEdge::Modifier)
            && (cue.lemmas.join(" ") == case || cue.lemmas.join(" ") == format!("{first} to"))
    };
    scene.lexicon.cues.source(first).iter().find(listed)?;
    let cases = parse.children_by(head, Deprel::Case);
    Some(cases.flat_map(|c| std::iter::once(c).chain(parse.children_by(c, Deprel::Fixed))).collect())
}

/// Whose words a saying is that no table lists as a document: "a tweet by the minister".
fn author(scene: &Scene<'_>, sentence: usize, head: TokenId) -> Option<TokenId> {
    let parse = scene.parse(sentence);
    let lemma = parse.token(head).lemma.to_lowercase();
    let saying = !scene.lexicon.cues.source(&lemma).is_empty() && scene.lexicon.cues.source_kind(&lemma).is_none();
    holder(parse, head).filter(|_| saying)
}

/// "AFP, citing a document": the object is the inner source.
fn cited(scene: &Scene<'_>, sentence: usize, verb: TokenId) -> Option<Source> {
    let parse = scene.parse(sentence);
    let lemma = parse.token(verb).lemma.to_lowercase();
    let cites = |cue: &&SourceCue| cue.edges.contains(&CueEdge::Modifier) && cue.source == Slot::Object;
    scene.lexicon.cues.source(&lemma).iter().find(cites)?;
    let object = parse.children_by(verb, Deprel::Obj).next()?;
    kind::known(scene, sentence, object)?;
    Some(Source { phrase: Some((sentence, object)), cue: parse.token(verb).span })
}
