//! Whose word it is: the phrase as written, and who it stands for.

use super::told::stretches;
use crate::frame::{self, Frame};
use crate::scene::Scene;
use crate::syntax;
use lexicon::{DescriptionKind, SayingEdge, Slot};
use types::{Deprel, Parse, Span, TokenId, Upos, Xpos};

/// A source inside its sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Voice {
    /// Head of the phrase that says who it is; the antecedent of a relative pronoun.
    pub(super) who: TokenId,
    /// The words as written, with appositions and relative clauses.
    pub(super) tokens: Vec<TokenId>,
}

/// What a word has for a source.
pub(super) enum Heard {
    /// Somebody.
    From(Voice),
    /// Nobody in particular: "it is said", "the plan was criticised".
    Nobody,
    /// It is no saying: "to say", "say it".
    Unclear,
}

impl Voice {
    /// The source with this head, without the words below `word`.
    pub(super) fn new(parse: &Parse, head: TokenId, word: TokenId) -> Self {
        let who = syntax::antecedent(parse, head).unwrap_or(head);
        let inner = std::iter::once(word).chain(parse.ancestors(word)).take_while(|&at| at != head).last();
        let below = if parse.ancestors(word).any(|at| at == head) { inner } else { None };
        let left_out = below.map(|at| parse.subtree(at)).unwrap_or_default();
        let tokens = parse.subtree(head).into_iter().filter(|t| !left_out.contains(t));
        Self { who, tokens: nominal(parse, head, tokens.collect()) }
    }

    /// The longest stretch of its words.
    pub(super) fn span(&self, parse: &Parse) -> Option<Span> {
        stretches(parse, self.tokens.clone()).into_iter().max_by_key(|span| span.len())
    }
}

/// Without a leading preposition.
fn nominal(parse: &Parse, head: TokenId, tokens: Vec<TokenId>) -> Vec<TokenId> {
    let leads = |t: TokenId| parse.token(t).head == Some(head) && parse.token(t).deprel == Deprel::Case && t < head;
    let marks: Vec<TokenId> = tokens.iter().copied().filter(|&t| leads(t)).collect();
    let fixed = |t: TokenId| parse.token(t).head.is_some_and(|h| marks.contains(&h));
    tokens.into_iter().filter(|&t| !marks.contains(&t) && !fixed(t)).collect()
}

/// The source of a verb or of an adjective.
pub(super) fn of_verb(scene: &Scene<'_>, sentence: usize, word: TokenId) -> Heard {
    let parse = scene.parse(sentence);
    let subject = parse.children(word).iter().copied().find(|&c| parse.token(c).deprel == Deprel::Nsubj);
    let empty = parse.children_by(word, Deprel::Expl).next().is_some();
    match subject {
        _ if syntax::is_passive(parse, word) => of_passive(parse, word),
        Some(subject) if is_empty(parse, subject) => Heard::Nobody,
        Some(subject) => Heard::From(Voice::new(parse, subject, word)),
        None if empty => Heard::Nobody,
        None => inherited(scene, sentence, word),
    }
}

fn is_empty(parse: &Parse, subject: TokenId) -> bool {
    parse.token(subject).deprel == Deprel::Expl || &*parse.token(subject).lemma == "there"
}

fn of_passive(parse: &Parse, word: TokenId) -> Heard {
    let by = |c: &TokenId| {
        let token = parse.token(*c);
        let oblique = token.deprel == Deprel::Obl && syntax::case_of(parse, *c).is_some_and(|case| case == "by");
        token.deprel == Deprel::OblAgent || oblique && syntax::is_nominal(parse, *c)
    };
    let agent = parse.children(word).iter().copied().find(by);
    agent.map_or(Heard::Nobody, |agent| Heard::From(Voice::new(parse, agent, word)))
}

/// "…, calling it a mistake", "criticised the plan and called for talks": from the clause above.
fn inherited(scene: &Scene<'_>, sentence: usize, word: TokenId) -> Heard {
    let parse = scene.parse(sentence);
    if let Some(teller) = teller_before(scene, sentence, word) {
        return of_verb(scene, sentence, teller);
    }
    let frame = Frame::of_verb(parse, &scene.lexicon.cues, word);
    let above = frame.get(&Slot::Subject).find(|&head| syntax::is_nominal(parse, head) && !is_empty(parse, head));
    above.map_or(Heard::Unclear, |head| Heard::From(Voice::new(parse, head, word)))
}

/// "…, he said, adding that …": the verb that tells the clause a participle behind a comma hangs on.
fn teller_before(scene: &Scene<'_>, sentence: usize, word: TokenId) -> Option<TokenId> {
    let parse = scene.parse(sentence);
    let participle = parse.token(word).deprel == Deprel::Advcl && parse.token(word).xpos == Xpos::Vbg;
    let first = parse.subtree(word).first()?.saturating_sub(1);
    let apart = (first..=word).any(|t| t < word && parse.token(t).upos == Upos::Punct);
    let mut told = parse.ancestors(word).filter(|_| participle && apart);
    told.find_map(|told| teller_of(scene, parse, told).filter(|&teller| teller < word))
}

/// The verb that tells a clause from above, or put into it.
fn teller_of(scene: &Scene<'_>, parse: &Parse, told: TokenId) -> Option<TokenId> {
    let above = parse.token(told).head.filter(|_| parse.token(told).deprel == Deprel::Ccomp);
    let inserted = || parse.children_by(told, Deprel::Parataxis).next();
    above.or_else(inserted).filter(|&teller| {
        let lemma = parse.token(teller).lemma.to_lowercase();
        scene.lexicon.cues.sayings().edges(&lemma, Upos::Verb).contains(&SayingEdge::Clause)
    })
}

/// Whether it is who is read to, or inside a quotation whoever speaks it: "you", "I", "we".
pub(super) fn is_spoken(scene: &Scene<'_>, sentence: usize, voice: &Voice) -> bool {
    let word = scene.word(sentence, voice.who).to_lowercase();
    let quoted = || scene.quotations.around(scene.parse(sentence).token(voice.who).span).is_some();
    word == "you" || scene.lexicon.world.descriptions.kind(&word) == Some(DescriptionKind::Speaker) && quoted()
}

/// The source of a noun: its possessor, who it is by, or who does something with it ("voiced support").
pub(super) fn of_noun(scene: &Scene<'_>, sentence: usize, noun: TokenId) -> Heard {
    let parse = scene.parse(sentence);
    let by = |c: &TokenId| syntax::case_of(parse, *c).is_some_and(|case| matches!(case.as_str(), "by" | "from"));
    let own = parse.children_by(noun, Deprel::NmodPoss).next();
    let own = own.or_else(|| parse.children_by(noun, Deprel::Nmod).find(by));
    if let Some(head) = own {
        return Heard::From(Voice::new(parse, head, noun));
    }
    match support(parse, noun) {
        Some(verb) => of_verb(scene, sentence, verb),
        None => adjectival(parse, noun),
    }
}

/// The verb whose object the noun is, or whose predicate ("is a supporter of").
pub(super) fn support(parse: &Parse, noun: TokenId) -> Option<TokenId> {
    let (verb, slot) = frame::governor(parse, noun)?;
    let carries = matches!(slot, Slot::Object | Slot::Preposition(_));
    (carries && parse.token(verb).upos == Upos::Verb && verb < noun).then_some(verb)
}

/// "Republican support for": the name that qualifies the noun; else its subject in "is a supporter of".
fn adjectival(parse: &Parse, noun: TokenId) -> Heard {
    let children = parse.children(noun).iter().copied();
    let copular = children.clone().find(|&c| parse.token(c).deprel == Deprel::Nsubj && !is_empty(parse, c));
    copular.map_or(Heard::Unclear, |head| Heard::From(Voice::new(parse, head, noun)))
}
