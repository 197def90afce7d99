//! Near-identical texts: wire copies, re-posts, updates.

/// Texts that are copies of each other.
#[derive(Debug, Clone, PartialEq)]
pub struct Copies {
    /// The ids of the articles, the earliest first.
    pub articles: Vec<Copy>,
    /// By how many outlets they were published; articles that name none count as one.
    pub outlets: usize,
}

/// An article among its copies.
#[derive(Debug, Clone, PartialEq)]
pub struct Copy {
    /// Its id.
    pub article: String,
    /// The share of runs of words that it has in common with the closest of the others, from 0 to 1.
    pub similarity: f64,
    /// Why it is one.
    pub reason: String,
}

impl Copy {
    /// Of the article that shares so much with another.
    pub(crate) fn new(article: &str, similarity: f64, closest: &str) -> Self {
        let reason = format!("shares {:.0} % of its wording with {closest}", similarity * 100.0);
        Self { article: article.to_owned(), similarity, reason }
    }
}
