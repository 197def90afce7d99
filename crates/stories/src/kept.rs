//! What a store keeps of an article, and what it learns when articles come in.

use crate::{Article, Copies, Link};
use types::Date;

/// Where an article is found again: an article of the same key may be like it. It is the hash of a word and a stretch of
/// time, or of a band of wording.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key(pub u64);

/// An article as it was kept, with what was found of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Kept {
    /// The article.
    pub article: Article,
    /// The first article of its story, if it was placed.
    pub story: Option<Name>,
    /// The earlier articles it is most like.
    pub near: Vec<KeptNear>,
}

/// What tells an article's place in the order of all.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Name {
    /// Its day.
    pub published: Option<Date>,
    /// Its id.
    pub id: String,
}

/// An earlier article that an article is like.
#[derive(Debug, Clone, PartialEq)]
pub struct KeptNear {
    /// Which.
    pub name: Name,
    /// How alike both are.
    pub likeness: f64,
    /// The first article of its story, if it was placed.
    pub story: Option<Name>,
}

/// What changed since it was last asked for.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Changes {
    /// Articles with a new place.
    pub placed: Vec<Placed>,
    /// New links.
    pub links: Vec<Link>,
    /// Groups of copies that articles came into.
    pub copies: Vec<Copies>,
}

/// An article and its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Placed {
    /// Its id.
    pub article: String,
    /// The first article of its story.
    pub story: String,
    /// The earlier articles it is most like.
    pub near: Vec<(String, f64)>,
    /// Where it is found again.
    pub keys: Vec<Key>,
}
