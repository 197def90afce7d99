//! The proper name inside a phrase, and what the document learns of its bearer.

use super::memory::Certainty;
use super::office::Office;
use super::phrase::Phrase;
use super::reader::Reader;
use super::reading::{Class, Reading};
use lexicon::DescriptionKind;
use types::{Deprel, TokenId, Upos, Xpos};

impl Reader<'_> {
    /// The words of the name that a phrase holds, in lower case.
    pub(crate) fn name_of(&self, sentence: usize, phrase: &Phrase, offices: &[Office]) -> Vec<String> {
        let tokens = self.name_tokens(sentence, phrase, offices);
        tokens.into_iter().map(|t| self.word(sentence, t).to_lowercase()).collect()
    }

    /// The name that a phrase holds, without title, role and nationality; none for a common noun.
    pub(crate) fn name_tokens(&self, sentence: usize, phrase: &Phrase, offices: &[Office]) -> Vec<TokenId> {
        let parse = self.parse(sentence);
        let proper =
            |t: TokenId| matches!(parse.token(t).upos, Upos::Propn | Upos::X) || parse.token(t).deprel.is(Deprel::Flat);
        let body = offices.first().filter(|o| o.covers(phrase.head) && o.class == Class::Body && proper(phrase.head));
        let apart = |t: TokenId| {
            let role = offices.iter().any(|o| o.covers(t)) && body.is_none();
            let nation =
                self.find_at(sentence, t).is_some_and(|f| !matches!(f.meaning, super::finds::Meaning::Actor(..)));
            role || nation || self.description(sentence, t) == Some(DescriptionKind::Person)
        };
        let end = phrase.core.iter().rposition(|&t| proper(t) && !apart(t));
        let Some(end) = end else { return vec![] };
        let mut tokens: Vec<TokenId> =
            phrase.core[..=end].iter().rev().copied().take_while(|&t| proper(t) && !apart(t)).collect();
        tokens.reverse();
        let belongs = tokens.contains(&phrase.head) || tokens.iter().all(|&t| t > phrase.head);
        if belongs { tokens } else { vec![] }
    }

    /// Remembers the bearer of a name, and the short form in brackets behind it.
    pub(crate) fn learn(
        &mut self,
        sentence: usize,
        phrase: &Phrase,
        name: &[String],
        reading: &Reading,
        certainty: Certainty,
    ) {
        self.names.learn(name, reading, certainty);
        for alias in self.brackets(sentence, phrase).into_iter().chain(self.known_as(sentence, phrase)) {
            if name.is_empty() {
                self.names.learn(&[alias], reading, certainty);
            } else {
                self.names.alias(name, &[alias]);
            }
        }
    }

    /// "(ELN)".
    fn brackets(&self, sentence: usize, phrase: &Phrase) -> Option<String> {
        let parse = self.parse(sentence);
        let last = phrase.core.iter().copied().chain(phrase.after.iter().map(|(_, head)| *head)).max()?;
        let open = (last + 1..parse.tokens().len().min(last + 3)).find(|&t| parse.token(t).xpos == Xpos::Lrb)?;
        let word = parse.tokens().get(open + 1).map(|_| self.word(sentence, open + 1))?;
        let closed = parse.tokens().get(open + 2).is_some_and(|token| token.xpos == Xpos::Rrb);
        let short = word.chars().filter(|c| c.is_uppercase()).count() >= 2;
        (closed && short).then(|| word.to_lowercase())
    }

    /// "known as Tiberio".
    fn known_as(&self, sentence: usize, phrase: &Phrase) -> Option<String> {
        let parse = self.parse(sentence);
        phrase.clauses.iter().filter(|&&c| self.description(sentence, c) == Some(DescriptionKind::Named)).find_map(
            |&clause| {
                let named = parse
                    .children(clause)
                    .iter()
                    .copied()
                    .find(|&t| parse.token(t).upos == Upos::Propn && t > clause)?;
                Some(self.word(sentence, named).to_lowercase())
            },
        )
    }
}
