//! Where articles are found again by what they have in common.

use std::collections::{BTreeSet, HashMap};

/// Articles by band, and by rare word and stretch of time.
#[derive(Debug, Default)]
pub(crate) struct Shelf {
    bands: HashMap<u64, Vec<usize>>,
    words: HashMap<(u64, Stretch), Vec<usize>>,
}

/// A stretch of time, as long as articles may lie apart; nothing for those without a date.
type Stretch = Option<i32>;

impl Shelf {
    /// Those with a band in common.
    pub(crate) fn same_band(&self, bands: &[u64]) -> BTreeSet<usize> {
        bands.iter().filter_map(|band| self.bands.get(band)).flatten().copied().collect()
    }

    /// Those with a rare word in common, of the same stretch and those beside it.
    pub(crate) fn same_word(&self, keys: &[u64], stretch: Stretch) -> BTreeSet<usize> {
        let near = near(stretch);
        let places = keys.iter().flat_map(|key| near.iter().map(move |stretch| (*key, *stretch)));
        places.filter_map(|place| self.words.get(&place)).flatten().copied().collect()
    }

    /// Puts an article where it is found.
    pub(crate) fn put(&mut self, article: usize, bands: &[u64], keys: &[u64], stretch: Stretch) {
        for band in bands {
            self.bands.entry(*band).or_default().push(article);
        }
        for key in keys {
            self.words.entry((*key, stretch)).or_default().push(article);
        }
    }
}

fn near(stretch: Stretch) -> Vec<Stretch> {
    match stretch {
        Some(number) => vec![Some(number - 1), Some(number), Some(number + 1)],
        None => vec![None],
    }
}
