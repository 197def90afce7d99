//! The word and phrase lists under `data/ingest`, built into the crate.
//!
//! One entry a line, lower case; `#` starts a comment line.

/// Entries of a list.
pub fn entries(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.lines().map(str::trim_end).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// Whether the list has this entry; the word is compared in lower case.
pub fn has(list: &'static str, word: &str) -> bool {
    let word = word.to_lowercase();
    entries(list).any(|entry| entry == word)
}

/// News agencies as they stand in the brackets of a dateline.
pub const AGENCIES: &str = include_str!("../../../data/ingest/agencies.txt");
/// Capitalised openings that look like a dateline and are none.
pub const NOT_A_PLACE: &str = include_str!("../../../data/ingest/not-a-place.txt");
/// Words a line cannot end a sentence or headline with.
pub const OPEN_WORDS: &str = include_str!("../../../data/ingest/open-words.txt");
/// The commonest English words.
pub const ENGLISH: &str = include_str!("../../../data/ingest/english.txt");
/// Phrases that ask the reader to pay or log in.
pub const PAYWALL: &str = include_str!("../../../data/ingest/paywall.txt");
/// Lines that are no part of an article: `action<TAB>where<TAB>phrase`.
pub const FURNITURE: &str = include_str!("../../../data/ingest/furniture.tsv");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted_lower_case_and_free_of_doubles() {
        for list in [AGENCIES, NOT_A_PLACE, OPEN_WORDS, ENGLISH, PAYWALL, FURNITURE] {
            let found: Vec<_> = entries(list).collect();
            let mut sorted = found.clone();
            sorted.sort_unstable();
            sorted.dedup();
            assert_eq!(found, sorted);
            for entry in found.into_iter().filter(|entry| !entry.contains("\texact\t")) {
                assert_eq!(entry, entry.to_lowercase());
            }
        }
    }
}
