//! Words to pieces, as the uncased BERT tokenizer does it, one word at a time.
//!
//! Small enough to be our own: the tokenizer libraries bring regular expressions, training code and some
//! dozens of crates for what are four steps. Every word gets the same ids as there, but for a few hundred
//! letters and marks of rare scripts that are younger than the tables of those libraries.

use crate::model::ModelError;
use std::collections::HashMap;
use unicode_normalization::UnicodeNormalization;
use unicode_properties::{GeneralCategory, GeneralCategoryGroup, UnicodeGeneralCategory};

/// A part longer than this is unknown.
const LONGEST_PART: usize = 100;

/// Pieces of one sentence with `[CLS]` and `[SEP]`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Pieces {
    pub ids: Vec<usize>,
    pub cases: Vec<u8>,
    /// The first piece of each word.
    pub first: Vec<usize>,
}

impl Pieces {
    pub fn len(&self) -> usize {
        self.ids.len()
    }

    fn push(&mut self, id: usize, case: u8) {
        self.ids.push(id);
        self.cases.push(case);
    }
}

/// The pieces of a word, and how it is capitalised.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Word {
    pub ids: Vec<usize>,
    case: u8,
}

/// The vocabulary.
#[derive(Debug)]
pub(crate) struct WordPiece {
    opening: HashMap<Box<str>, usize>,
    continuing: HashMap<Box<str>, usize>,
    count: usize,
    unknown: usize,
    start: usize,
    end: usize,
}

impl WordPiece {
    /// Reads one piece a line.
    pub fn new(vocabulary: &str) -> Result<Self, ModelError> {
        let (mut opening, mut continuing) = (HashMap::new(), HashMap::new());
        for (id, piece) in vocabulary.lines().enumerate() {
            match piece.strip_prefix("##") {
                Some(rest) if !rest.is_empty() => continuing.insert(rest.into(), id),
                _ => opening.insert(Box::from(piece), id),
            };
        }
        let special = |piece| opening.get(piece).copied().ok_or(ModelError::Piece(piece));
        let (unknown, start, end) = (special("[UNK]")?, special("[CLS]")?, special("[SEP]")?);
        Ok(Self { opening, continuing, count: vocabulary.lines().count(), unknown, start, end })
    }

    /// Pieces of the vocabulary.
    pub fn len(&self) -> usize {
        self.count
    }

    /// One sentence of words that have been looked up.
    pub fn sentence<'a>(&self, words: impl Iterator<Item = &'a Word>) -> Pieces {
        let mut pieces = Pieces::default();
        pieces.push(self.start, 0);
        for word in words {
            pieces.first.push(pieces.len());
            word.ids.iter().for_each(|&id| pieces.push(id, word.case));
        }
        pieces.push(self.end, 0);
        pieces
    }

    /// Looks one word up; at most `limit` pieces of it are kept.
    pub fn word(&self, form: &str, limit: usize) -> Word {
        let mut ids = Vec::new();
        for part in parts(form) {
            self.part(&part, &mut ids);
        }
        if ids.is_empty() {
            ids.push(self.unknown);
        }
        ids.truncate(limit);
        Word { ids, case: case_class(form) }
    }

    /// Longest pieces first; a part that cannot be spelled is unknown as a whole.
    fn part(&self, part: &str, ids: &mut Vec<usize>) {
        let known = ids.len();
        let mut rest = part;
        while !rest.is_empty() && part.chars().count() <= LONGEST_PART {
            let pieces = if rest.len() == part.len() { &self.opening } else { &self.continuing };
            let ends = rest.char_indices().rev().map(|(at, c)| at + c.len_utf8());
            let Some((end, id)) = ends.filter_map(|end| Some((end, *pieces.get(&rest[..end])?))).next() else { break };
            ids.push(id);
            rest = &rest[end..];
        }
        if !rest.is_empty() {
            ids.truncate(known);
            ids.push(self.unknown);
        }
    }
}

/// Normalised and split at white space and around punctuation.
fn parts(form: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    for c in normalised(form) {
        if c.is_whitespace() {
            parts.push(String::new());
        } else if is_punctuation(c) {
            parts.extend([c.to_string(), String::new()]);
        } else if let Some(last) = parts.last_mut() {
            last.push(c);
        }
    }
    parts.retain(|part| !part.is_empty());
    parts
}

fn normalised(form: &str) -> impl Iterator<Item = char> + '_ {
    let cleaned = form.chars().filter(|&c| !is_dropped(c)).flat_map(spaced);
    let plain = cleaned.nfd().filter(|c| c.general_category() != GeneralCategory::NonspacingMark);
    plain.flat_map(char::to_lowercase)
}

fn is_dropped(c: char) -> bool {
    let control = c.is_control() && !matches!(c, '\t' | '\n' | '\r');
    let unseen = matches!(c.general_category(), GeneralCategory::Format | GeneralCategory::PrivateUse);
    c == '\u{fffd}' || control || unseen
}

/// White space becomes a space; an ideograph gets one on either side.
fn spaced(c: char) -> impl Iterator<Item = char> {
    let middle = if c.is_whitespace() { ' ' } else { c };
    let around = is_ideograph(c).then_some(' ');
    around.into_iter().chain([middle]).chain(around)
}

fn is_ideograph(c: char) -> bool {
    matches!(u32::from(c), 0x4E00..=0x9FFF | 0x3400..=0x4DBF | 0x20000..=0x2A6DF | 0x2A700..=0x2B73F
        | 0x2B740..=0x2B81F | 0x2B920..=0x2CEAF | 0xF900..=0xFAFF | 0x2F800..=0x2FA1F)
}

fn is_punctuation(c: char) -> bool {
    c.is_ascii_punctuation() || c.general_category_group() == GeneralCategoryGroup::Punctuation
}

/// 0 no capital, 1 first letter a capital, 2 two or more letters and all capitals, 3 other mixtures.
fn case_class(form: &str) -> u8 {
    let letters: Vec<char> =
        form.chars().filter(|c| c.general_category_group() == GeneralCategoryGroup::Letter).collect();
    let capitals = letters.iter().filter(|c| c.is_uppercase()).count();
    match letters.first() {
        _ if capitals == 0 => 0,
        _ if capitals == letters.len() && capitals >= 2 => 2,
        Some(first) if first.is_uppercase() => 1,
        _ => 3,
    }
}

#[cfg(test)]
impl Word {
    /// A word of so many pieces.
    pub fn of_pieces(count: usize) -> Self {
        Self { ids: vec![0; count], case: 0 }
    }
}

#[cfg(test)]
impl Pieces {
    /// A sentence of so many pieces.
    pub fn of_length(length: usize) -> Self {
        Self { ids: vec![0; length], cases: vec![0; length], first: Vec::new() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vocabulary() -> WordPiece {
        WordPiece::new("[PAD]\n[UNK]\n[CLS]\n[SEP]\nun\n##able\n##a\n.\nu\ns\ncafe\n中\n##s").unwrap()
    }

    #[track_caller]
    fn check(form: &str, want: &[usize]) {
        assert_eq!(vocabulary().word(form, 8).ids, want, "{form:?}");
    }

    #[test]
    fn words_are_spelled_by_the_longest_pieces() {
        check("Unable", &[4, 5]);
        check("U.S.", &[8, 7, 9, 7]);
        check("CAFÉS", &[10, 12]);
        check("中中", &[11, 11]);
        check("unx.", &[1, 7]);
        check("\u{200b}", &[1]);
        check("un\u{ad}able", &[4, 5]);
        check(&"un".repeat(51), &[1]);
        check(&".".repeat(9), &[7; 8]);
    }

    #[test]
    fn casing_looks_at_letters_only() {
        for (form, want) in
            [("x1", 0), ("42", 0), ("The", 1), ("I", 1), ("U.S.", 2), ("iPhone", 3), ("McX", 1), ("'S", 1)]
        {
            assert_eq!(case_class(form), want, "{form}");
        }
    }

    #[test]
    fn sentences_have_both_borders() {
        let vocabulary = vocabulary();
        let words = [vocabulary.word("unable", 8), vocabulary.word("U", 8)];
        let pieces = vocabulary.sentence(words.iter());
        assert_eq!((pieces.ids, pieces.cases, pieces.first), (vec![2, 4, 5, 8, 3], vec![0, 0, 0, 1, 0], vec![1, 3]));
    }

    #[test]
    fn a_vocabulary_without_special_pieces_is_refused() {
        assert!(matches!(WordPiece::new("a\nb"), Err(ModelError::Piece("[UNK]"))));
    }
}
