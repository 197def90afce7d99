//! Phrases of the dictionaries and the words of a sentence, brought to the same pieces.
//!
//! In a phrase `_` binds two words together and a blank lets others stand between them. Hyphens and apostrophes
//! cut a word into pieces on both sides, full stops and capitals do not count, so that it does not matter how a
//! text was cut into words.

use std::collections::HashMap;

/// How far apart two pieces of a phrase may stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gap {
    /// Side by side.
    Closed,
    /// With any words between.
    Open,
}

/// A phrase: its pieces, each with its distance from the one before.
pub type Phrase = Vec<(Box<str>, Gap)>;

/// Reads a phrase with its connectors.
pub fn phrase(text: &str) -> Phrase {
    let mut found = Phrase::new();
    for (part, gap) in parts(text) {
        for (nth, piece) in pieces(part).enumerate() {
            found.push((piece, if nth == 0 { gap } else { Gap::Closed }));
        }
    }
    found
}

/// The words of a phrase with the connector before each.
pub(super) fn parts(text: &str) -> impl Iterator<Item = (&str, Gap)> {
    text.split_whitespace().flat_map(|word| {
        let mut gap = Gap::Open;
        word.split('_')
            .filter(|part| !part.is_empty())
            .map(move |part| (part, std::mem::replace(&mut gap, Gap::Closed)))
    })
}

/// The pieces of a word: lower case, cut at hyphens and apostrophes, without full stops and brackets.
pub fn pieces(word: &str) -> impl Iterator<Item = Box<str>> {
    let cut = |c: char| matches!(c, '-' | '\'' | '’' | '‘' | '‐' | '‑' | '–' | '_');
    let clean = |part: &str| -> Box<str> {
        part.chars().filter(|c| c.is_alphanumeric() || "&/$%".contains(*c)).flat_map(char::to_lowercase).collect()
    };
    word.split(cut).map(clean).filter(|piece| !piece.is_empty())
}

/// A piece of a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// What it says; nothing for a mark that no phrase goes across.
    pub text: Box<str>,
    /// The token it belongs to.
    pub token: usize,
}

/// The pieces of a sentence's words, marks included.
pub fn sentence<'a>(words: impl IntoIterator<Item = &'a str>) -> Vec<Piece> {
    let mut found = Vec::new();
    for (token, word) in words.into_iter().enumerate() {
        let before = found.len();
        found.extend(pieces(word).map(|text| Piece { text, token }));
        if found.len() == before && !word.chars().all(|c| "()[]\"“”‘’'-‐‑".contains(c)) {
            found.push(Piece { text: "".into(), token });
        }
    }
    found
}

/// Phrases by their first piece, the longest first.
#[derive(Debug, Clone, Default)]
pub struct PhraseIndex {
    by_first: HashMap<Box<str>, Vec<(Phrase, usize)>>,
    count: usize,
}

impl PhraseIndex {
    /// Adds a phrase; false if it has no piece.
    pub(super) fn add(&mut self, phrase: Phrase, id: usize) -> bool {
        let Some((first, _)) = phrase.first() else { return false };
        let listed = self.by_first.entry(first.clone()).or_default();
        let at = listed.partition_point(|(other, _)| other.len() >= phrase.len());
        listed.insert(at, (phrase, id));
        self.count += 1;
        true
    }

    /// How many phrases there are.
    pub(super) fn count(&self) -> usize {
        self.count
    }

    /// The longest phrase that begins at a piece: its number and one past its last piece. `within` says how far
    /// words may be passed over.
    pub fn longest(&self, text: &[Piece], from: usize, within: usize) -> Option<(usize, usize)> {
        let (ids, end) = self.all_longest(text, from, within)?;
        Some((*ids.first()?, end))
    }

    /// The same with the numbers of all that the phrase was added for, in their order.
    pub(super) fn all_longest(&self, text: &[Piece], from: usize, within: usize) -> Option<(Vec<usize>, usize)> {
        let (phrase, end) = self.first(text, from, within)?;
        Some((self.listed(phrase).filter(|(other, _)| other == phrase).map(|(_, id)| *id).collect(), end))
    }

    fn first(&self, text: &[Piece], from: usize, within: usize) -> Option<(&Phrase, usize)> {
        let listed = self.by_first.get(&text.get(from)?.text)?;
        listed.iter().find_map(|(phrase, _)| Some((phrase, end_of(phrase, text, from, within)?)))
    }

    fn listed(&self, phrase: &Phrase) -> impl Iterator<Item = &(Phrase, usize)> {
        phrase.first().and_then(|(first, _)| self.by_first.get(first)).into_iter().flatten()
    }
}

/// One past the last piece of a phrase that begins at `from`.
fn end_of(phrase: &Phrase, text: &[Piece], from: usize, within: usize) -> Option<usize> {
    let mut at = from;
    for (piece, gap) in phrase.iter().skip(1) {
        let limit = if *gap == Gap::Open { within.max(at + 2) } else { at + 2 };
        at = (at + 1..limit.min(text.len())).find(|&i| text.get(i).is_some_and(|p| p.text == *piece))?;
    }
    Some(at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(listed: &[&str], text: &str, want: Option<(usize, usize)>) {
        let mut index = PhraseIndex::default();
        for (id, text) in listed.iter().enumerate() {
            assert!(index.add(phrase(text), id));
        }
        let pieces = sentence(text.split(' '));
        assert_eq!(index.longest(&pieces, 0, pieces.len()), want, "{listed:?} in {text}");
    }

    #[test]
    fn underscores_bind_and_blanks_do_not() {
        check(&["NORD_TELEVISION"], "Nord state television", None);
        check(&["NORD TELEVISION"], "Nord state-run television", Some((0, 4)));
        check(&["NORD_TELEVISION_"], "Nord television", Some((0, 2)));
        check(&["U.N."], "UN envoys", Some((0, 1)));
        check(&["AL-NUR"], "Al - Nur", Some((0, 2)));
        check(&["AL-NUR"], "Al-Nur said", Some((0, 2)));
        check(&["NORD", "NORD_SEA"], "Nord Sea", Some((1, 2)));
        check(&["NORD_SEA"], "Nord , Sea", None);
    }

    #[test]
    fn a_phrase_without_pieces_is_refused() {
        assert!(!PhraseIndex::default().add(phrase("_ ."), 0));
    }
}
