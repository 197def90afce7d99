//! The role that a phrase gives its bearer: "foreign minister", "border guards", "former head of".

use super::phrase::Phrase;
use super::reader::Reader;
use super::reading::Class;
use lexicon::{RoleClass, Tenure, Writing};
use types::{Parse, Sector, TokenId, Xpos};

/// A role found in a phrase.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Office {
    /// Its first and last token.
    pub(crate) first: TokenId,
    /// Its last token.
    pub(crate) last: TokenId,
    /// Sectors; none where they are those of whom it serves.
    pub(crate) sectors: Vec<Sector>,
    /// What sort of thing bears it.
    pub(crate) class: Class,
    /// Its last noun.
    pub(crate) noun: String,
}

impl Office {
    /// Whether a token is one of its words.
    pub(crate) fn covers(&self, token: TokenId) -> bool {
        (self.first..=self.last).contains(&token)
    }
}

impl Reader<'_> {
    /// All roles among the words of a phrase, from right to left.
    pub(crate) fn offices(&self, sentence: usize, phrase: &Phrase) -> Vec<Office> {
        let words = self.words_of(sentence, phrase);
        let mut found: Vec<Office> = Vec::new();
        let mut end = words.len();
        while end > 0 {
            let length = match self.office_ending(sentence, &words[..end]) {
                Some((office, length)) => {
                    found.push(office);
                    length
                }
                None => 1,
            };
            end -= length.clamp(1, end);
        }
        found
    }

    /// The core, and behind the head the words of a role that goes on with "of": "secretary of state".
    fn words_of(&self, sentence: usize, phrase: &Phrase) -> Vec<TokenId> {
        let parse = self.parse(sentence);
        let (Some(&first), Some(&last)) = (phrase.core.first(), phrase.core.last()) else { return vec![] };
        let of = phrase.after.iter().filter(|(case, _)| case == "of").map(|(_, head)| *head);
        let last = of
            .filter(|&head| head <= phrase.head.max(last) + MAX_OF && self.goes_on(sentence, phrase.head, head))
            .chain([last])
            .max();
        (first..=last.unwrap_or(first)).filter(|&t| parse.token(t).xpos != Xpos::Hyph && !is_mark(parse, t)).collect()
    }

    /// Whether a role of the table spans from a head to the noun behind its "of".
    fn goes_on(&self, sentence: usize, head: TokenId, noun: TokenId) -> bool {
        let lemmas: Vec<String> = (head..=noun).map(|t| self.lemma(sentence, t)).collect();
        let words: Vec<&str> = lemmas.iter().map(String::as_str).collect();
        self.lexicon.world.roles.longest_ending(&words).is_some_and(|(length, _)| length == words.len())
    }

    /// The role that ends with the last of some words, and over how many it reaches: as written, else by lemmas.
    fn office_ending(&self, sentence: usize, tokens: &[TokenId]) -> Option<(Office, usize)> {
        let &last = tokens.last()?;
        let parse = self.parse(sentence);
        if is_end_of_name(parse, last) {
            return None;
        }
        let from = tokens.len().saturating_sub(MAX_ROLE);
        let written: Vec<String> = tokens[from..].iter().map(|&t| self.word(sentence, t).to_lowercase()).collect();
        let lemmas: Vec<String> = tokens[from..].iter().map(|&t| self.lemma(sentence, t)).collect();
        let find = |words: &[String]| {
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            self.lexicon.world.roles.longest_ending(&words)
        };
        let (length, role) = [find(&written), find(&lemmas)].into_iter().flatten().max_by_key(|(length, _)| *length)?;
        if role.writing == Writing::Capital && !self.word(sentence, last).starts_with(char::is_uppercase) {
            return None;
        }
        let plural = matches!(parse.token(last).xpos, Xpos::Nns | Xpos::Nnps);
        let class = match role.class {
            RoleClass::Person if plural => Class::People,
            RoleClass::Person => Class::Person,
            RoleClass::Collective => Class::People,
            RoleClass::Body => Class::Body,
        };
        let first = *tokens.get(tokens.len().checked_sub(length)?)?;
        let noun = lemmas.last().cloned().unwrap_or_default();
        Some((Office { first, last, sectors: role.sectors.clone(), class, noun }, length))
    }

    /// What the words of a phrase say of how the office is held.
    pub(crate) fn tenure(&self, sentence: usize, phrase: &Phrase) -> Option<Tenure> {
        let markers = &self.lexicon.world.markers;
        phrase.core.iter().find_map(|&token| markers.tenure(self.word(sentence, token)))
    }
}

/// A role of more words than these is not looked for.
const MAX_ROLE: usize = 6;
/// How far behind the head the noun of an "of" may stand that belongs to the role.
const MAX_OF: usize = 5;

fn is_mark(parse: &Parse, token: TokenId) -> bool {
    parse.token(token).upos == types::Upos::Punct
}

/// The last word of a longer personal name is no role ("Ann Bishop").
fn is_end_of_name(parse: &Parse, token: TokenId) -> bool {
    parse.token(token).deprel.is(types::Deprel::Flat)
        && parse.named().iter().any(|n| n.kind == types::EntityKind::Person && n.last == token && n.first < token)
}
