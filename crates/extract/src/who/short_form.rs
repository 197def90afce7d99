//! The short form that follows a name when it first stands: "the Western Ports Authority (WPA)".

use super::lesson::Lesson;
use super::phrase::Phrase;
use super::reader::Reader;
use super::reading::{Class, Reading};
use lexicon::NameKind;
use types::{TokenId, Xpos};

impl Reader<'_> {
    /// What a short form in brackets that open at this token teaches.
    pub(crate) fn of_short_form(&self, sentence: usize, open: TokenId) -> Option<Lesson> {
        let (first, short) = self.spelt_out(sentence, open)?;
        let (head, reading) = self.borne_by(sentence, first, open)?;
        let kind = match reading.class {
            Class::Body => NameKind::Body,
            Class::People => NameKind::Group,
            _ => return None,
        };
        let who = reading.who.first()?;
        let phrase = Phrase::of(self.parse(sentence), head);
        let office = self.offices(sentence, &phrase).into_iter().next();
        let role = office.map(|office| office.noun).unwrap_or_default();
        let country = who.country.filter(|_| reading.stated);
        (country.is_some() || !who.sectors.is_empty()).then(|| Lesson {
            name: self.stretch(sentence, first, open - 1),
            short: Some(short),
            kind,
            role,
            country,
            sectors: who.sectors.clone(),
            sentence: self.parse(sentence).span,
        })
    }

    /// Where the name begins that is short for what stands in the brackets, and the short form.
    fn spelt_out(&self, sentence: usize, open: TokenId) -> Option<(TokenId, String)> {
        let tokens = self.parse(sentence).tokens();
        let (bracket, end) = (tokens.get(open)?, tokens.get(open + 2)?);
        let short = self.word(sentence, open + 1);
        let letters: Vec<char> = short.chars().collect();
        let is_short = letters.len() >= MIN_LETTERS && letters.iter().all(|c| c.is_uppercase());
        if bracket.xpos != Xpos::Lrb || end.xpos != Xpos::Rrb || !is_short {
            return None;
        }
        self.begins(sentence, open, &letters).map(|first| (first, short.to_owned()))
    }

    /// The word before the brackets from which on the initials are the letters; small words may be passed over.
    fn begins(&self, sentence: usize, open: TokenId, letters: &[char]) -> Option<TokenId> {
        let mut left = letters.len();
        let mut first = open;
        while left > 0 {
            first = first.checked_sub(1)?;
            let word = self.word(sentence, first);
            let initial = word.chars().next()?;
            if initial.to_uppercase().eq(letters[left - 1].to_uppercase()) {
                left -= 1;
            } else if initial.is_uppercase() || initial.is_numeric() {
                return None;
            }
        }
        let capital = |t: TokenId| self.word(sentence, t).starts_with(char::is_uppercase);
        (capital(first) && capital(open - 1)).then_some(first)
    }

    /// The head of the words from `first` to the brackets, and what it names.
    fn borne_by(&self, sentence: usize, first: TokenId, open: TokenId) -> Option<(TokenId, &Reading)> {
        let parse = self.parse(sentence);
        let inside = |t: TokenId| (first..open).contains(&t);
        let head = (first..open).find(|&t| !parse.token(t).head.is_some_and(inside))?;
        self.done(sentence, head).filter(|reading| reading.is_somebody()).map(|reading| (head, reading))
    }
}

/// Shorter forms are short for too much.
const MIN_LETTERS: usize = 2;
