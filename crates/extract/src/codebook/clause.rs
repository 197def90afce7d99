//! How far a verb reaches, whom it has as subject, and which actor comes first behind it.

use super::nouns::{Noun, Nouns};
use crate::frame::Frame;
use crate::scene::Scene;
use crate::syntax;
use lexicon::Slot;
use types::{Deprel, Parse, TokenId, Upos};

/// A verb and the words round it.
pub(super) struct Clause<'a> {
    pub(super) parse: &'a Parse,
    pub(super) nouns: &'a Nouns,
    pub(super) verb: TokenId,
    frame: Frame,
    /// All words below the verb, without verbs coordinated with it.
    below: Vec<TokenId>,
}

/// Who stands on which side of a verb: numbers of phrases.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Sides {
    pub(super) source: Option<usize>,
    pub(super) target: Option<usize>,
}

impl<'a> Clause<'a> {
    pub(super) fn of(scene: &Scene<'a>, sentence: usize, nouns: &'a Nouns, verb: TokenId) -> Self {
        let parse = scene.parse(sentence);
        Self { parse, nouns, verb, frame: scene.verb_frame(sentence, verb), below: below(parse, verb) }
    }

    /// The last token that belongs to the verb.
    pub(super) fn last(&self) -> TokenId {
        self.below.last().copied().unwrap_or(self.verb).max(self.verb)
    }

    /// The tokens of the verb's own clause, in text order: not those of clauses below it.
    pub(super) fn own(&self) -> Vec<TokenId> {
        let above = |token: TokenId| self.parse.ancestors(token).take_while(|&above| above != self.verb);
        let within = |token: &TokenId| !std::iter::once(*token).chain(above(*token)).any(|t| is_clause(self.parse, t));
        let own = self.below.iter().copied().filter(within).chain(self.subject());
        let mut own: Vec<TokenId> = own.chain(std::iter::once(self.verb)).collect();
        own.sort_unstable();
        own.dedup();
        own
    }

    /// The words of the subject of a passive.
    pub(super) fn passive_subject(&self) -> Vec<TokenId> {
        if syntax::is_passive(self.parse, self.verb) { self.subject() } else { vec![] }
    }

    /// The words of the subject, which may belong to a verb above.
    fn subject(&self) -> Vec<TokenId> {
        let slot = if syntax::is_passive(self.parse, self.verb) { Slot::Object } else { Slot::Subject };
        let heads = self.frame.get(&slot).filter(|&head| head < self.verb);
        heads.flat_map(|head| self.parse.subtree(head)).filter(|&token| token < self.verb).collect()
    }

    /// Whether a token stands behind the verb and below it.
    pub(super) fn covers(&self, token: TokenId) -> bool {
        token > self.verb && self.below.binary_search(&token).is_ok()
    }

    /// Who acts and to whom, where a pattern has not settled it.
    pub(super) fn sides(&self, settled: Sides) -> Sides {
        let agent = self.agent();
        let surface = self.surface_subject();
        let source = settled.source.or(agent).or(surface.filter(|s| !self.is_same(Some(*s), settled.target)));
        let source = source.or_else(|| self.before(settled.target));
        let target = settled.target.or(surface.filter(|_| agent.is_some())).or_else(|| self.behind(source));
        Sides { source, target }
    }

    /// Whether the subject is a noun that names nobody.
    pub(super) fn has_subject_of_no_code(&self) -> bool {
        let noun = |&token: &TokenId| self.parse.token(token).upos != Upos::Pron;
        let slot = if syntax::is_passive(self.parse, self.verb) { Slot::Object } else { Slot::Subject };
        let mut heads = self.frame.get(&slot).filter(|&head| head < self.verb).filter(noun).peekable();
        heads.peek().is_some() && heads.all(|head| self.coded_at(head).is_none())
    }

    fn is_same(&self, a: Option<usize>, b: Option<usize>) -> bool {
        let codes = |id: usize| self.nouns.get(id).map(|noun| &noun.codes);
        a.zip(b).is_some_and(|(a, b)| a == b || codes(a) == codes(b))
    }

    /// Who does it in a passive.
    fn agent(&self) -> Option<usize> {
        let by = |&child: &TokenId| {
            let token = self.parse.token(child);
            let case = syntax::case_of(self.parse, child);
            child > self.verb && matches!(token.deprel, Deprel::Obl | Deprel::OblAgent) && case.as_deref() == Some("by")
        };
        let passive = syntax::is_passive(self.parse, self.verb);
        let head = self.parse.children(self.verb).iter().find(|child| passive && by(child))?;
        self.coded_at(*head)
    }

    /// The subject as written, whatever the voice.
    fn surface_subject(&self) -> Option<usize> {
        let slot = if syntax::is_passive(self.parse, self.verb) { Slot::Object } else { Slot::Subject };
        self.frame.get(&slot).filter(|&head| head < self.verb).find_map(|head| self.coded_at(head))
    }

    /// The coded phrase of a head, or the first one that hangs on it.
    pub(super) fn coded_at(&self, head: TokenId) -> Option<usize> {
        let own = self.nouns.holding(head);
        let coded = |&id: &usize| self.nouns.get(id).is_some_and(|noun| !noun.codes.is_empty());
        own.filter(coded).or_else(|| {
            let below = self.parse.subtree(head);
            let hangs = |noun: &Noun| !noun.codes.is_empty() && below.contains(&noun.head) && noun.first > head;
            self.nouns.all().find(|(_, noun)| hangs(noun)).map(|(id, _)| id)
        })
    }

    /// The nearest coded phrase before the verb that is not the target; where the verb has a subject of its own that
    /// names nobody, the nearest that is a subject.
    fn before(&self, target: Option<usize>) -> Option<usize> {
        let slot = if syntax::is_passive(self.parse, self.verb) { Slot::Object } else { Slot::Subject };
        let owned = self.frame.get(&slot).any(|head| head < self.verb);
        let subject = |noun: &Noun| self.parse.token(noun.head).deprel.is(Deprel::Nsubj);
        let fits = |(id, noun): &(usize, &Noun)| {
            noun.last < self.verb
                && !noun.codes.is_empty()
                && !self.is_same(Some(*id), target)
                && (!owned || subject(noun))
        };
        self.nouns.all().rev().find(fits).map(|(id, _)| id)
    }

    /// The first coded phrase behind the verb that is not the source.
    fn behind(&self, source: Option<usize>) -> Option<usize> {
        let fits = |(id, noun): &(usize, &Noun)| {
            !noun.codes.is_empty()
                && self.covers(noun.head)
                && noun.first > self.verb
                && !self.is_same(Some(*id), source)
        };
        self.nouns.all().find(fits).map(|(id, _)| id)
    }
}

fn is_clause(parse: &Parse, token: TokenId) -> bool {
    use Deprel::{Acl, AclRelcl, Advcl, AdvclRelcl, Ccomp, Csubj, CsubjPass, Parataxis, Xcomp};
    let word = parse.token(token);
    match word.deprel {
        Ccomp | Advcl | AdvclRelcl | Acl | AclRelcl | Csubj | CsubjPass | Parataxis => true,
        Xcomp => matches!(word.upos, Upos::Verb | Upos::Aux),
        _ => false,
    }
}

/// The words below a verb, in text order, without verbs coordinated with it.
fn below(parse: &Parse, verb: TokenId) -> Vec<TokenId> {
    let is_other = |child: TokenId| {
        let token = parse.token(child);
        let verbal = matches!(token.upos, Upos::Verb | Upos::Aux);
        matches!(token.deprel, Deprel::Conj) && verbal || token.deprel == Deprel::Parataxis
    };
    let own = parse.children(verb).iter().copied().filter(|&child| !is_other(child));
    let mut found: Vec<TokenId> =
        own.flat_map(|child| parse.subtree(child)).chain(taken_for_attribute(parse, verb)).collect();
    found.sort_unstable();
    found
}

/// "Rebels abandoned posts" read as "abandoned posts" of rebels: a verb with a subject is no attribute, and what it
/// was taken to describe is its object.
fn taken_for_attribute(parse: &Parse, verb: TokenId) -> Vec<TokenId> {
    let token = parse.token(verb);
    let subject = parse.children(verb).iter().any(|&child| parse.token(child).deprel == Deprel::Nsubj);
    let noun = token.head.filter(|&head| token.deprel == Deprel::Amod && subject && head > verb);
    noun.map(|noun| parse.subtree(noun)).unwrap_or_default().into_iter().filter(|&t| t > verb).collect()
}
