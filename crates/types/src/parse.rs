//! One sentence as a dependency tree.

use crate::{Deprel, EntityKind, Judgement, Span, Upos, Xpos};
use std::fmt;

/// Index of a token in its sentence.
pub type TokenId = usize;

/// One word or mark.
#[derive(Debug, Clone, PartialEq)]
pub struct Token {
    /// Where it stands in the document.
    pub span: Span,
    /// Dictionary form; lower case but for names.
    pub lemma: Box<str>,
    /// Universal part of speech.
    pub upos: Upos,
    /// Penn part of speech.
    pub xpos: Xpos,
    /// The token it depends on; nothing for the root.
    pub head: Option<TokenId>,
    /// How it depends on it.
    pub deprel: Deprel,
    /// Kind of the noun phrase that it heads.
    pub entity: Option<EntityKind>,
    /// How certain it is that this predicate happened, −3 (surely not) to 3 (surely).
    pub factuality: f32,
    /// What it says of events, if a model has judged it.
    pub judgement: Option<Box<Judgement>>,
}

/// A proper name: a run of tokens and what it names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Named {
    /// First token.
    pub first: TokenId,
    /// Last token, inclusive.
    pub last: TokenId,
    /// What it names.
    pub kind: EntityKind,
}

/// A sentence: its place, tokens, tree and names.
#[derive(Debug, Clone, PartialEq)]
pub struct Parse {
    /// Where it stands in the document.
    pub span: Span,
    /// Index of its block in the document.
    pub block: usize,
    tokens: Vec<Token>,
    named: Vec<Named>,
    children: Vec<Vec<TokenId>>,
    root: TokenId,
}

/// Why tokens do not form a tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InvalidParse {
    /// There is no token.
    Empty,
    /// None or several tokens are the root.
    Roots(usize),
    /// A head lies outside the sentence or the heads form a circle.
    NoTree(TokenId),
}

impl fmt::Display for InvalidParse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            InvalidParse::Empty => f.write_str("a parse needs at least one token"),
            InvalidParse::Roots(n) => write!(f, "a parse needs one root, found {n}"),
            InvalidParse::NoTree(t) => write!(f, "token {} does not lead to the root", t + 1),
        }
    }
}

impl std::error::Error for InvalidParse {}

impl Parse {
    /// A parse of tokens that form a tree with one root.
    pub fn new(span: Span, block: usize, tokens: Vec<Token>, named: Vec<Named>) -> Result<Self, InvalidParse> {
        let root = single_root(&tokens)?;
        if let Some(lost) = (0..tokens.len()).find(|&t| !reaches_root(&tokens, t)) {
            return Err(InvalidParse::NoTree(lost));
        }
        let mut children = vec![Vec::new(); tokens.len()];
        for (id, token) in tokens.iter().enumerate() {
            if let Some(head) = token.head {
                children[head].push(id);
            }
        }
        Ok(Self { span, block, tokens, named, children, root })
    }

    /// The same parse with what a model says of its words.
    pub fn judged(mut self, mut judge: impl FnMut(TokenId) -> Option<Judgement>) -> Self {
        for (id, token) in self.tokens.iter_mut().enumerate() {
            token.judgement = judge(id).map(Box::new);
        }
        self
    }

    /// All tokens in text order.
    pub fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// One token.
    pub fn token(&self, id: TokenId) -> &Token {
        &self.tokens[id]
    }

    /// Proper names, in text order.
    pub fn named(&self) -> &[Named] {
        &self.named
    }

    /// The root.
    pub fn root(&self) -> TokenId {
        self.root
    }

    /// Dependents in text order.
    pub fn children(&self, id: TokenId) -> &[TokenId] {
        &self.children[id]
    }

    /// Dependents by exact relation.
    pub fn children_by(&self, id: TokenId, deprel: Deprel) -> impl Iterator<Item = TokenId> + '_ {
        self.children(id).iter().copied().filter(move |&c| self.tokens[c].deprel == deprel)
    }

    /// The heads above a token, nearest first.
    pub fn ancestors(&self, id: TokenId) -> impl Iterator<Item = TokenId> + '_ {
        std::iter::successors(self.tokens[id].head, |&t| self.tokens[t].head)
    }

    /// The token and all below it, in text order.
    pub fn subtree(&self, id: TokenId) -> Vec<TokenId> {
        let mut found = vec![id];
        let mut next = 0;
        while let Some(&at) = found.get(next) {
            found.extend_from_slice(self.children(at));
            next += 1;
        }
        found.sort_unstable();
        found
    }
}

fn single_root(tokens: &[Token]) -> Result<TokenId, InvalidParse> {
    let mut roots = tokens.iter().enumerate().filter(|(_, t)| t.head.is_none()).map(|(id, _)| id);
    match (roots.next(), roots.count()) {
        _ if tokens.is_empty() => Err(InvalidParse::Empty),
        (Some(root), 0) => Ok(root),
        (first, more) => Err(InvalidParse::Roots(first.map_or(0, |_| more + 1))),
    }
}

fn reaches_root(tokens: &[Token], from: TokenId) -> bool {
    let mut at = from;
    for _ in 0..=tokens.len() {
        match tokens[at].head {
            None => return true,
            Some(head) if head < tokens.len() => at = head,
            Some(_) => return false,
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(heads: &[Option<usize>]) -> Vec<Token> {
        heads
            .iter()
            .map(|&head| Token {
                span: Span::default(),
                lemma: "x".into(),
                upos: Upos::X,
                xpos: Xpos::Fw,
                head,
                deprel: if head.is_none() { Deprel::Root } else { Deprel::Dep },
                entity: None,
                factuality: 0.0,
                judgement: None,
            })
            .collect()
    }

    fn check(heads: &[Option<usize>], want: Result<usize, InvalidParse>) {
        let got = Parse::new(Span::default(), 0, tokens(heads), vec![]).map(|p| p.root());
        assert_eq!(got, want, "{heads:?}");
    }

    #[test]
    fn only_trees_are_parses() {
        check(&[Some(1), None], Ok(1));
        check(&[], Err(InvalidParse::Empty));
        check(&[None, None], Err(InvalidParse::Roots(2)));
        check(&[None, Some(2), Some(1)], Err(InvalidParse::NoTree(1)));
        check(&[None, Some(7)], Err(InvalidParse::NoTree(1)));
    }

    #[test]
    fn subtree_is_in_text_order() {
        let parse = Parse::new(Span::default(), 0, tokens(&[Some(1), Some(3), Some(1), None]), vec![]).unwrap();
        assert_eq!(parse.subtree(1), [0, 1, 2]);
        assert_eq!(parse.ancestors(0).collect::<Vec<_>>(), [1, 3]);
    }
}
