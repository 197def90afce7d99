//! Where articles are found again by what they have in common.

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
    runs.bands().into_iter().map(|hash| Key { hash, stretch: None }).collect()
}

/// The keys of an article's rare words in the stretch of time it is of.
pub(crate) fn words(face: &Face, settings: &StorySettings) -> Vec<Key> {
    let stretch = face.stretch(settings);
    face.words.keys.iter().map(|hash| Key { hash: *hash, stretch }).collect()
}

/// The same where articles that are near enough in time may be: in the stretches beside it too.
pub(crate) fn near_words(face: &Face, settings: &StorySettings) -> Vec<Key> {
    let near =
        face.stretch(settings).map_or(vec![None], |number| vec![Some(number - 1), Some(number), Some(number + 1)]);
    let keys = |hash: &u64| near.iter().map(|stretch| Key { hash: *hash, stretch: *stretch }).collect::<Vec<_>>();
    face.words.keys.iter().flat_map(keys).collect()
}
