//! Finding the longest listed phrase among the words of a sentence.
//!
//! Tokenisers cut "Al-Qaeda" in three and "Quai d'Orsay" in two or three, and outlets
//! differ in "U.S." and "US", "Élysée" and "Elysee". So phrases and text are both
//! reduced to *pieces*: runs of letters and digits without accents and full stops, cut
//! at hyphens and apostrophes. A hash map from the lower-case pieces leads to the
//! spellings, which lie in one string: tens of thousands of phrases are listed at every
//! start, and one allocation for each would take longer than all the rest.

use crate::fold::{Pieces, capitalised};
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, DefaultHasher, Hash, Hasher};

/// A map whose keys are hashes already.
type Table<V> = HashMap<u64, V, BuildHasherDefault<AsItIs>>;

/// How the text around a name is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Case {
    /// As in running text or a title-case headline: names carry their capitals.
    Sentence,
    /// All in capitals, like a dateline or a shouted headline.
    Capitals,
}

/// Phrases with the numbers of what they name.
#[derive(Debug, Default)]
pub(crate) struct Phrases {
    spellings: String,
    listings: Vec<Listing>,
    /// The latest listing under the hash of lower-case pieces.
    latest: Table<u32>,
    /// How many pieces the longest phrase has that starts with the piece of this hash.
    reach: Table<usize>,
    /// Room for the phrase being listed.
    pieces: Pieces,
}

#[derive(Debug)]
struct Listing {
    /// Where its spelling starts and ends.
    spelling: (u32, u32),
    id: u32,
    /// The listing before it under the same hash.
    earlier: Option<u32>,
}

impl Phrases {
    /// Lists a phrase, once for each `id` and spelling; false if it holds no letter or digit.
    #[must_use]
    pub(crate) fn add(&mut self, phrase: &str, id: u32) -> bool {
        self.pieces.clear();
        self.pieces.push(phrase);
        let Some(first) = self.pieces.first() else { return false };
        let key = hash(self.pieces.key());
        let first = if self.pieces.count() == 1 { key } else { hash(first) };
        let reach = self.reach.entry(first).or_default();
        *reach = self.pieces.count().max(*reach);
        let earlier = self.latest.get(&key).copied();
        let known = Chain { phrases: self, next: earlier }.any(|(s, i)| i == id && s == self.pieces.surface());
        if !known {
            self.list(key, id, earlier);
        }
        true
    }

    fn list(&mut self, key: u64, id: u32, earlier: Option<u32>) {
        let start = self.spellings.len() as u32;
        self.spellings.push_str(self.pieces.surface());
        self.latest.insert(key, self.listings.len() as u32);
        self.listings.push(Listing { spelling: (start, self.spellings.len() as u32), id, earlier });
    }

    /// The number of words of the longest phrase that starts at the first word, and what it names.
    pub(crate) fn longest(&self, words: &[&str], case: Case) -> Option<(usize, Vec<u32>)> {
        let mut text = Pieces::default();
        if !text.push(words.first()?) {
            return None;
        }
        let reach = *self.reach.get(&hash(text.first()?))?;
        let mut best = self.named(&text, case).map(|ids| (1, ids));
        for (index, word) in words.iter().enumerate().skip(1) {
            let before = text.count();
            if !text.push(word) || text.count() > reach {
                break;
            }
            if text.count() > before
                && let Some(ids) = self.named(&text, case)
            {
                best = Some((index + 1, ids));
            }
        }
        best
    }

    fn named(&self, text: &Pieces, case: Case) -> Option<Vec<u32>> {
        let latest = *self.latest.get(&hash(text.key()))?;
        let chain = Chain { phrases: self, next: Some(latest) };
        let mut ids: Vec<u32> = chain.filter(|(s, _)| admits(s, text.surface(), case)).map(|(_, id)| id).collect();
        ids.reverse();
        ids.dedup();
        (!ids.is_empty()).then_some(ids)
    }
}

/// The listings under one hash, from the latest back.
struct Chain<'a> {
    phrases: &'a Phrases,
    next: Option<u32>,
}

impl<'a> Iterator for Chain<'a> {
    type Item = (&'a str, u32);

    fn next(&mut self) -> Option<Self::Item> {
        let listing = self.phrases.listings.get(self.next? as usize)?;
        self.next = listing.earlier;
        let (start, end) = listing.spelling;
        Some((self.phrases.spellings.get(start as usize..end as usize)?, listing.id))
    }
}

#[derive(Debug, Default)]
struct AsItIs(u64);

impl Hasher for AsItIs {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        self.0 = bytes.iter().fold(self.0, |hash, byte| hash.rotate_left(8) ^ u64::from(*byte));
    }

    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }
}

fn hash(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}

/// Whether a text writes a listed name, both in pieces.
pub(crate) fn admits(listed: &str, text: &str, case: Case) -> bool {
    listed.split(' ').count() == text.split(' ').count()
        && listed.split(' ').zip(text.split(' ')).all(|(listed, text)| {
            listed == text || capitalised(listed) == text || (case == Case::Capitals && listed.to_uppercase() == text)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    const LISTED: &[&str] = &[
        "White House",
        "Al-Qaeda",
        "US",
        "Quai d'Orsay",
        "Élysée",
        "AT&T",
        "Bank of America",
        "Washington, D.C.",
        "House",
    ];

    #[track_caller]
    fn check(text: &str, case: Case, expected: Option<(usize, &str)>) {
        let mut phrases = Phrases::default();
        for (id, phrase) in LISTED.iter().enumerate() {
            assert!(phrases.add(phrase, id as u32), "{phrase}");
        }
        let words: Vec<&str> = text.split(' ').collect();
        let found = phrases.longest(&words, case).map(|(words, ids)| (words, LISTED[ids[0] as usize]));
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn phrases_match_however_the_text_is_cut_and_spelt() {
        for (text, expected) in [
            ("White House aides", Some((2, "White House"))),
            ("White paper", None),
            ("white house", None),
            ("Al - Qaeda fighters", Some((3, "Al-Qaeda"))),
            ("Al-Qaeda fighters", Some((1, "Al-Qaeda"))),
            ("Al -", None),
            ("U.S. troops", Some((1, "US"))),
            ("US - led", Some((1, "US"))),
            ("us", None),
            ("Us", None),
            ("US$ 100", None),
            ("Quai d' Orsay said", Some((3, "Quai d'Orsay"))),
            ("Quai d’Orsay", Some((2, "Quai d'Orsay"))),
            ("Quai D'Orsay", Some((2, "Quai d'Orsay"))),
            ("Elysee", Some((1, "Élysée"))),
            ("E\u{301}lyse\u{301}e", Some((1, "Élysée"))),
            ("AT & T", Some((3, "AT&T"))),
            ("Bank Of America", Some((3, "Bank of America"))),
            ("Washington , D.C. ,", Some((3, "Washington, D.C."))),
            ("House ( White", Some((1, "House"))),
            ("WHITE HOUSE", None),
            ("- White House", None),
            ("", None),
        ] {
            check(text, Case::Sentence, expected);
        }
    }

    #[test]
    fn capitals_admit_every_name_written_in_capitals() {
        for (text, expected) in [
            ("WHITE HOUSE SAYS", Some((2, "White House"))),
            ("White House", Some((2, "White House"))),
            ("BANK OF AMERICA", Some((3, "Bank of America"))),
            ("white house", None),
        ] {
            check(text, Case::Capitals, expected);
        }
    }

    #[test]
    fn a_phrase_without_letters_is_refused_and_one_listed_twice_names_once() {
        let mut phrases = Phrases::default();
        assert!(!phrases.add("-", 1));
        for (phrase, id) in [("Élysée", 1), ("Elysee", 1), ("Elysee", 2)] {
            assert!(phrases.add(phrase, id));
        }
        assert_eq!(phrases.longest(&["Elysée"], Case::Sentence), Some((1, vec![1, 2])));
    }
}
