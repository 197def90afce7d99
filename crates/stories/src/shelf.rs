//! Where articles are found again by what they have in common.

use crate::hash;
use crate::kept::Key;
use crate::likeness::Face;
use crate::minhash::Runs;
use crate::settings::StorySettings;
use std::collections::{BTreeSet, HashMap};

/// Articles by band, and by rare word and stretch of time.
#[derive(Debug, Default)]
pub(crate) struct Shelf {
    articles: HashMap<Key, Vec<usize>>,
}

impl Shelf {
    /// Those with a key in common.
    pub(crate) fn same(&self, keys: &[Key]) -> BTreeSet<usize> {
        keys.iter().filter_map(|key| self.articles.get(key)).flatten().copied().collect()
    }

    /// Puts an article where it is found.
    pub(crate) fn put(&mut self, article: usize, keys: impl IntoIterator<Item = Key>) {
        for key in keys {
            self.articles.entry(key).or_default().push(article);
        }
    }
}

/// The keys of an article's wording.
pub(crate) fn bands(runs: &Runs) -> Vec<Key> {
    runs.bands().into_iter().map(Key).collect()
}

/// The keys of an article's rare words in the stretch of time it is of.
pub(crate) fn words(face: &Face, settings: &StorySettings) -> Vec<Key> {
    keys(face, &[face.stretch(settings)])
}

/// The same where articles that are near enough in time may be: in the stretches beside it too.
pub(crate) fn near_words(face: &Face, settings: &StorySettings) -> Vec<Key> {
    match face.stretch(settings) {
        Some(number) => keys(face, &[Some(number - 1), Some(number), Some(number + 1)]),
        None => keys(face, &[None]),
    }
}

fn keys(face: &Face, stretches: &[Option<i32>]) -> Vec<Key> {
    let words = face.words.keys.iter().flat_map(|word| stretches.iter().map(move |stretch| (word, stretch)));
    words.map(|(word, stretch)| Key(hash::stirred(word ^ time(*stretch)))).collect()
}

/// Articles without a date are of a time of their own.
fn time(stretch: Option<i32>) -> u64 {
    stretch.map_or(u64::MAX, |number| hash::stirred(i64::from(number).cast_unsigned()))
}
