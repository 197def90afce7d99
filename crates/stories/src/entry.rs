//! What is held in memory of an article.

use crate::article::Article;
use crate::kept::Name;
use crate::likeness::Face;
use crate::minhash::Runs;
use crate::near::Near;
use std::collections::{BTreeMap, BTreeSet};

/// An article with all that is compared of it, or only its name and story.
#[derive(Debug, Default)]
pub(crate) struct Entry {
    pub(crate) name: Name,
    /// Nothing where only name and story are known. Its text is not held.
    pub(crate) article: Option<Article>,
    pub(crate) face: Face,
    pub(crate) runs: Runs,
    /// The earlier ones it is most like, the closest first.
    pub(crate) near: Vec<Near>,
    /// Those that have it among theirs.
    pub(crate) later: BTreeSet<usize>,
    /// What share of wording it has in common with which.
    pub(crate) copies: BTreeMap<usize, f64>,
    /// The first article of its story.
    pub(crate) story: Option<usize>,
}

impl Entry {
    /// One of which nothing else is known.
    pub(crate) fn named(name: Name) -> Self {
        Self { name, ..Self::default() }
    }

    /// Whether it can be compared.
    pub(crate) fn is_whole(&self) -> bool {
        self.article.is_some()
    }
}
