//! The parts of a noun phrase, by its tree alone.

use crate::syntax;
use types::{Deprel, Parse, TokenId, Upos, Xpos};

/// A noun phrase taken apart.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Phrase {
    /// Its head.
    pub(crate) head: TokenId,
    /// Head, name parts, titles, adjectives and nouns before it, in text order.
    pub(crate) core: Vec<TokenId>,
    /// Whose it is: "Iran's", "its".
    pub(crate) possessors: Vec<TokenId>,
    /// Phrases behind it with their prepositions.
    pub(crate) after: Vec<(String, TokenId)>,
    /// Appositions.
    pub(crate) appositions: Vec<TokenId>,
    /// Participles and relative clauses.
    pub(crate) clauses: Vec<TokenId>,
}

impl Phrase {
    /// The phrase of a head.
    pub(crate) fn of(parse: &Parse, head: TokenId) -> Self {
        let mut phrase = Self { head, core: vec![head], ..Self::default() };
        let mut next = 0;
        while let Some(&at) = phrase.core.get(next) {
            for &child in parse.children(at) {
                phrase.take(parse, at, child);
            }
            next += 1;
        }
        phrase.core.sort_unstable();
        phrase
    }

    fn take(&mut self, parse: &Parse, parent: TokenId, child: TokenId) {
        match parse.token(child).deprel {
            Deprel::Compound
            | Deprel::Flat
            | Deprel::FlatForeign
            | Deprel::Amod
            | Deprel::NmodDesc
            | Deprel::Goeswith => {
                self.core.push(child);
            }
            Deprel::Appos if is_close(parse, parent, child) => self.core.push(child),
            Deprel::Conj if parse.token(parent).deprel == Deprel::Amod => self.core.push(child),
            Deprel::Conj if matches!(parse.token(parent).deprel, Deprel::Compound) && child < self.head => {
                self.core.push(child)
            }
            Deprel::NmodPoss => self.possessors.push(child),
            Deprel::Nmod | Deprel::Obl if has_preposition(parse, child) => {
                self.after.push((syntax::case_of(parse, child).unwrap_or_default(), child));
            }
            Deprel::Nmod | Deprel::NmodUnmarked if child < self.head => self.core.push(child),
            Deprel::Appos | Deprel::Parataxis | Deprel::Dep => self.appositions.push(child),
            Deprel::Acl | Deprel::AclRelcl => self.clauses.push(child),
            _ => {}
        }
    }

    /// Whether more than one is meant.
    pub(crate) fn is_plural(&self, parse: &Parse) -> bool {
        matches!(parse.token(self.head).xpos, Xpos::Nns | Xpos::Nnps)
            || numeral(parse, self.head).is_some_and(|word| word != "one" && word != "1")
    }

    /// The article, demonstrative or quantifier of the head.
    pub(crate) fn determiner<'a>(&self, parse: &'a Parse) -> Option<&'a str> {
        parse.children_by(self.head, Deprel::Det).next().map(|det| &*parse.token(det).lemma)
    }
}

/// The number before a noun.
fn numeral(parse: &Parse, head: TokenId) -> Option<&str> {
    parse.children_by(head, Deprel::Nummod).next().map(|n| &*parse.token(n).lemma)
}

fn has_preposition(parse: &Parse, child: TokenId) -> bool {
    parse.children(child).iter().any(|&c| parse.token(c).deprel == Deprel::Case && parse.token(c).xpos != Xpos::Pos)
}

/// An apposition without a comma: "Secretary of State Ann Hill".
fn is_close(parse: &Parse, parent: TokenId, child: TokenId) -> bool {
    let (from, to) = (parent.min(child), parent.max(child));
    let bare = (from + 1..to).all(|t| parse.token(t).upos != Upos::Punct && parse.token(t).upos != Upos::Verb);
    let proper = parse.token(child).upos == Upos::Propn || parse.token(parent).upos == Upos::Propn;
    bare && proper && child > parent
}
