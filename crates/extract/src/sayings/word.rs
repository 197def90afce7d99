//! A listed word with what it tells.

use super::told::Told;
use super::voice::{self, Heard, Voice};
use crate::scene::Scene;
use crate::syntax;
use lexicon::SayingEdge;
use types::{Deprel, Parse, Span, TokenId, Upos, Xpos};

/// What the word at `word` tells, if it is one that tells and something is told.
pub(super) fn told(scene: &Scene<'_>, sentence: usize, word: TokenId) -> Option<Told> {
    let parse = scene.parse(sentence);
    let edges = edges(scene, parse, word);
    if edges.is_empty() {
        return None;
    }
    let parts: Vec<TokenId> =
        parse.children(word).iter().copied().filter(|&c| is_told(parse, edges, word, c)).collect();
    let carried = |c: &TokenId| bears(scene, parse, *c);
    if parts.iter().any(carried) || is_idle(parse, word, &parts) {
        return None;
    }
    let clause = parts.iter().any(|&c| is_clause(parse, c));
    let hearsay = parse.token(word).upos == Upos::Noun && clause;
    let voice = source(scene, sentence, word, edges).or_else(|| hearsay.then_some(None))?;
    let participle = parse.token(word).deprel == Deprel::Acl && syntax::is_passive(parse, word);
    if participle && voice.is_none() || voice.as_ref().is_some_and(|v| voice::is_spoken(scene, sentence, v)) {
        return None;
    }
    let content = match parts.is_empty() {
        true => around(parse, edges, word)?,
        false => below(parse, edges, word, &parts),
    };
    let content = cut(scene, parse, word, content);
    let cue = cue(scene, parse, word, &parts);
    let voice = voice.map(|voice| briefly(scene, parse, voice));
    Some(Told { sentence, word, cue, voice, content })
}

/// Whether a word may tell a clause.
pub(super) fn may_tell_clause(scene: &Scene<'_>, sentence: usize, word: TokenId) -> bool {
    edges(scene, scene.parse(sentence), word).contains(&SayingEdge::Clause)
}

/// Whether something in its sentence is told by a word.
pub(super) fn tells(scene: &Scene<'_>, sentence: usize, word: TokenId) -> bool {
    let parse = scene.parse(sentence);
    let edges = edges(scene, parse, word);
    parse.children(word).iter().any(|&c| is_told(parse, edges, word, c))
}

/// A verb with its auxiliaries, particles and adverbs, as far as they go without a gap.
pub(super) fn cue_span(parse: &Parse, sentence: usize, verb: TokenId) -> Span {
    Told { sentence, word: verb, cue: group(parse, verb), voice: None, content: Vec::new() }.cue_span(parse)
}

/// How what is told may stand to a word; whatever has a quotation for its clause tells it.
fn edges<'a>(scene: &Scene<'a>, parse: &Parse, word: TokenId) -> &'a [SayingEdge] {
    let token = parse.token(word);
    match scene.lexicon.cues.sayings().edges(&token.lemma.to_lowercase(), token.upos) {
        [] if tells_quotation(scene, parse, word) => &[SayingEdge::Clause],
        listed => listed,
    }
}

/// "gloated: 'It is over.'"
fn tells_quotation(scene: &Scene<'_>, parse: &Parse, word: TokenId) -> bool {
    let is_clause = |c: &TokenId| matches!(parse.token(*c).deprel, Deprel::Ccomp | Deprel::Parataxis);
    let quoted = |c: TokenId| scene.quotations.around(parse.token(c).span);
    let outside = |c: TokenId| quoted(c).is_some_and(|q| !q.span.contains(parse.token(word).span));
    let subject = parse.children(word).iter().any(|&c| parse.token(c).deprel == Deprel::Nsubj && quoted(c).is_none());
    parse.token(word).upos == Upos::Verb
        && subject
        && parse.children(word).iter().filter(|c| is_clause(c)).any(|&c| outside(c))
}

/// "a chance to praise the plan", "if they oppose the plan": nobody does so here, and no words are given.
fn is_idle(parse: &Parse, word: TokenId, parts: &[TokenId]) -> bool {
    let token = parse.token(word);
    let clause = parts.iter().any(|&c| is_clause(parse, c));
    let dependent = matches!(token.deprel, Deprel::Acl | Deprel::AclRelcl | Deprel::Advcl);
    let purpose = token.deprel == Deprel::Acl && syntax::has_mark(parse, word, "to");
    token.upos == Upos::Verb && !clause && dependent && (purpose || token.factuality < UNREAL)
}

/// Whether what is told is a clause of its own: "that the talks failed".
fn is_clause(parse: &Parse, part: TokenId) -> bool {
    match parse.token(part).deprel {
        Deprel::Ccomp | Deprel::Csubj | Deprel::CsubjPass => true,
        Deprel::Acl | Deprel::AclRelcl => syntax::has_mark(parse, part, "that"),
        _ => false,
    }
}

/// Below this factuality a deed surely did not happen.
const UNREAL: f32 = -1.5;

/// "voiced support for": the noun tells, the verb only carries it; "praised his support for": it is somebody else's.
fn bears(scene: &Scene<'_>, parse: &Parse, object: TokenId) -> bool {
    let is_object = matches!(parse.token(object).deprel, Deprel::Obj | Deprel::NsubjPass);
    let edges = edges(scene, parse, object);
    is_object
        && parse.token(object).upos == Upos::Noun
        && parse.children_by(object, Deprel::NmodPoss).next().is_none()
        && parse.children(object).iter().any(|&c| is_told(parse, edges, object, c))
}

/// Whether what stands at `child` is told by the word above it.
fn is_told(parse: &Parse, edges: &[SayingEdge], word: TokenId, child: TokenId) -> bool {
    let lone = || parse.children_by(word, Deprel::Obj).next().is_none();
    let listed = |edge: SayingEdge| edges.contains(&edge);
    match parse.token(child).deprel {
        Deprel::Ccomp | Deprel::Csubj | Deprel::CsubjPass => listed(SayingEdge::Clause),
        Deprel::Xcomp if syntax::has_mark(parse, child, "to") => listed(SayingEdge::Infinitive),
        Deprel::Xcomp if parse.token(child).upos == Upos::Verb => listed(SayingEdge::Gerund),
        Deprel::Xcomp => listed(SayingEdge::Predicate),
        Deprel::Obj => listed(SayingEdge::Object),
        Deprel::Iobj => listed(SayingEdge::Object) && lone(),
        Deprel::NsubjPass => listed(SayingEdge::Passive),
        Deprel::Parataxis => child > word && is_introduced(parse, child) && listed(SayingEdge::Clause),
        Deprel::Advcl if is_free(parse, child) => listed(SayingEdge::Clause),
        Deprel::Acl | Deprel::AclRelcl if syntax::has_mark(parse, child, "that") => listed(SayingEdge::Clause),
        Deprel::Advcl | Deprel::Acl if syntax::has_mark(parse, child, "to") => listed(SayingEdge::Infinitive),
        Deprel::Obl | Deprel::Nmod | Deprel::OblUnmarked | Deprel::Advcl | Deprel::Acl => {
            preposition(parse, child).is_some_and(|(_, case)| listed(SayingEdge::Preposition(case.into())))
        }
        _ => false,
    }
}

/// Whether a colon or a quotation mark stands before a clause.
fn is_introduced(parse: &Parse, clause: TokenId) -> bool {
    let first = parse.subtree(clause).into_iter().find(|&t| parse.token(t).upos != Upos::Punct);
    let before = first.and_then(|first| first.checked_sub(1));
    before.is_some_and(|mark| matches!(parse.token(mark).xpos, Xpos::Colon | Xpos::OpenQuote | Xpos::CloseQuote))
}

/// Whether a clause has a subject of its own and nothing that makes it depend.
fn is_free(parse: &Parse, clause: TokenId) -> bool {
    let binds = |&c: &TokenId| matches!(parse.token(c).xpos, Xpos::Wrb | Xpos::Wp | Xpos::Wdt);
    parse.children_by(clause, Deprel::Nsubj).next().is_some()
        && parse.children_by(clause, Deprel::Mark).next().is_none()
        && !parse.children(clause).iter().any(binds)
}

/// The preposition or mark that opens a phrase or clause, and its lemma.
fn preposition(parse: &Parse, head: TokenId) -> Option<(TokenId, &str)> {
    let opens = |c: &TokenId| matches!(parse.token(*c).deprel, Deprel::Case | Deprel::Mark) && *c < head;
    let first = parse.children(head).iter().copied().find(opens)?;
    Some((first, &parse.token(first).lemma))
}

/// Its source; the outer option is nothing where it has none and needs one, as all do that tell no clause.
fn source(scene: &Scene<'_>, sentence: usize, word: TokenId, edges: &[SayingEdge]) -> Option<Option<Voice>> {
    let heard = match scene.parse(sentence).token(word).upos {
        _ if edges.contains(&SayingEdge::Raised) => Heard::Nobody,
        Upos::Noun => voice::of_noun(scene, sentence, word),
        _ => voice::of_verb(scene, sentence, word),
    };
    match heard {
        Heard::From(voice) => Some(Some(voice)),
        Heard::Nobody => Some(None),
        Heard::Unclear => None,
    }
}

/// "The mayor, who says that …,": a relative clause that is a saying of its own is no part of the source.
fn briefly(scene: &Scene<'_>, parse: &Parse, voice: Voice) -> Voice {
    let tells = |&&verb: &&TokenId| {
        let edges = edges(scene, parse, verb);
        let parts = parse.children(verb).iter().filter(|&&c| is_clause(parse, c));
        parse.token(verb).deprel == Deprel::AclRelcl && parts.into_iter().any(|&c| is_told(parse, edges, verb, c))
    };
    let aside: Vec<TokenId> = voice.tokens.iter().filter(tells).flat_map(|&verb| parse.subtree(verb)).collect();
    Voice { tokens: voice.tokens.into_iter().filter(|t| !aside.contains(t)).collect(), ..voice }
}

/// The words below the parts; of a raised subject too.
fn below(parse: &Parse, edges: &[SayingEdge], word: TokenId, parts: &[TokenId]) -> Vec<TokenId> {
    let raised = edges.contains(&SayingEdge::Raised);
    let subject = parse.children_by(word, Deprel::Nsubj).filter(|_| raised);
    let all = parts.iter().copied().chain(subject);
    all.flat_map(|part| parse.subtree(part)).collect()
}

/// "said that …, adding that …": what tells more behind a comma is no part of what is told.
fn cut(scene: &Scene<'_>, parse: &Parse, word: TokenId, content: Vec<TokenId>) -> Vec<TokenId> {
    if parse.token(word).upos == Upos::Noun {
        return content;
    }
    let more = |t: &&TokenId| **t > word && is_sequel(scene, parse, **t);
    let cut: Vec<TokenId> = content.iter().filter(more).flat_map(|&t| parse.subtree(t)).collect();
    content.into_iter().filter(|t| !cut.contains(t)).collect()
}

/// Whether a clause behind a comma tells more: "…, adding that", "…, while others say", "…, which he called a mistake".
fn is_sequel(scene: &Scene<'_>, parse: &Parse, verb: TokenId) -> bool {
    let edges = edges(scene, parse, verb);
    let tells = |clause: bool| {
        let parts = parse.children(verb).iter().filter(|&&c| is_told(parse, edges, verb, c));
        parts.into_iter().any(|&c| !clause || parse.token(c).deprel == Deprel::Ccomp)
    };
    let own = |deprel: Deprel| parse.children_by(verb, deprel).any(|s| syntax::antecedent(parse, s).is_none());
    let more = match parse.token(verb).deprel {
        Deprel::Advcl if parse.token(verb).xpos == Xpos::Vbg => tells(false),
        Deprel::Advcl => own(Deprel::Nsubj) && tells(true),
        Deprel::AclRelcl => own(Deprel::Nsubj) && tells(false),
        _ => false,
    };
    more && is_behind_comma(parse, verb)
}

fn is_behind_comma(parse: &Parse, clause: TokenId) -> bool {
    let first = parse.subtree(clause).into_iter().find(|&t| parse.token(t).upos != Upos::Punct);
    let before = first.and_then(|first| first.checked_sub(1));
    before.is_some_and(|mark| parse.token(mark).upos == Upos::Punct)
}

/// What stands round a word that has nothing below it: the clause it is put into, or the noun its clause hangs on.
fn around(parse: &Parse, edges: &[SayingEdge], word: TokenId) -> Option<Vec<TokenId>> {
    let token = parse.token(word);
    let above = token.head?;
    let subject = parse.children_by(word, Deprel::Nsubj).next();
    let relative = |s: TokenId| syntax::antecedent(parse, s).is_some();
    let tells = match token.deprel {
        Deprel::Parataxis | Deprel::Advcl | Deprel::Discourse | Deprel::Dep => {
            edges.contains(&SayingEdge::Clause) && subject.is_some() && is_aside(parse, word)
        }
        Deprel::Acl if subject.is_none() => edges.contains(&SayingEdge::Passive) && syntax::is_passive(parse, word),
        Deprel::Acl | Deprel::AclRelcl => {
            let told = [SayingEdge::Object, SayingEdge::Clause];
            told.iter().any(|edge| edges.contains(edge)) && subject.is_some_and(|s| !relative(s))
        }
        _ => false,
    };
    let inner = parse.subtree(word);
    tells.then(|| parse.subtree(above).into_iter().filter(|t| !inner.contains(t)).collect())
}

/// "…, officials said", "…, as officials said".
fn is_aside(parse: &Parse, clause: TokenId) -> bool {
    parse.children_by(clause, Deprel::Mark).all(|mark| &*parse.token(mark).lemma == "as")
}

/// The word with its auxiliaries, particles and adverbs, the verb that carries it, and the preposition.
fn cue(scene: &Scene<'_>, parse: &Parse, word: TokenId, parts: &[TokenId]) -> Vec<TokenId> {
    let mut cue = group(parse, word);
    let told = |t: TokenId| parts.iter().any(|&part| part == t || parse.ancestors(t).any(|above| above == part));
    if let Some(verb) = carrier(parse, word).filter(|&verb| only_carries(scene, parse, verb, word)) {
        let first = group(parse, verb).into_iter().min().unwrap_or(verb);
        cue.extend((first..=word).filter(|&t| !told(t)));
    }
    cue.extend(parts.iter().filter_map(|&part| opening(parse, part)));
    cue
}

/// The verb that a noun or an infinitive is told with: "voiced support", "began to doubt".
fn carrier(parse: &Parse, word: TokenId) -> Option<TokenId> {
    let token = parse.token(word);
    let owned = parse.children_by(word, Deprel::NmodPoss).next().is_some();
    match token.upos {
        Upos::Noun if !owned => voice::support(parse, word),
        Upos::Verb if token.deprel == Deprel::Xcomp => token.head.filter(|&verb| verb < word),
        _ => None,
    }
}

/// Whether a verb tells nothing itself and has no other object.
fn only_carries(scene: &Scene<'_>, parse: &Parse, verb: TokenId, word: TokenId) -> bool {
    let edges = edges(scene, parse, verb);
    let objects = |c: &TokenId| matches!(parse.token(*c).deprel, Deprel::Obj | Deprel::Iobj) && *c != word;
    let direct = parse.token(word).deprel == Deprel::Obj;
    let tells = parse.children(verb).iter().any(|&c| !(direct && c == word) && is_told(parse, edges, verb, c));
    parse.token(word).head == Some(verb) && !tells && !parse.children(verb).iter().any(objects)
}

/// The preposition of what is told belongs to the cue: "called for".
fn opening(parse: &Parse, part: TokenId) -> Option<TokenId> {
    let (first, _) = preposition(parse, part)?;
    (parse.token(first).deprel == Deprel::Case).then_some(first)
}

fn group(parse: &Parse, word: TokenId) -> Vec<TokenId> {
    let helps = |c: &TokenId| {
        matches!(parse.token(*c).deprel, Deprel::Aux | Deprel::AuxPass | Deprel::Cop | Deprel::CompoundPrt)
    };
    let children = parse.children(word);
    let mut group: Vec<TokenId> = children.iter().copied().filter(helps).chain([word]).collect();
    let adverb = |c: &TokenId| {
        let amid = *c < word && word - *c < MAX_ADVERBS || *c == word + 1 && parse.children(*c).is_empty();
        parse.token(*c).deprel == Deprel::Advmod && amid
    };
    group.extend(children.iter().copied().filter(adverb));
    group
}

/// How far before its verb an adverb still belongs to the cue.
const MAX_ADVERBS: usize = 4;
