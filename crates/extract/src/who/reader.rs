//! Reading every noun phrase of a document once, in text order.
//!
//! A phrase may lean on phrases inside it (whose, of what), on its apposition, or on what stood before it. Readings
//! are kept per token; asking for one that is still being read gives nothing, so that odd trees end too.

use super::finds::Finds;
use super::memory::Names;
use super::reading::Reading;
use super::setting::Setting;
use crate::attribution::Quotations;
use crate::syntax;
use lexicon::{DescriptionKind, Lexicon};
use types::{Deprel, Document, Parse, TokenId, Upos, Xpos};

/// Everything a reading may look at, and the readings so far.
pub(crate) struct Reader<'a> {
    pub(crate) lexicon: &'a Lexicon,
    pub(crate) document: &'a Document,
    pub(crate) parses: &'a [Parse],
    pub(crate) quotations: &'a Quotations,
    pub(crate) finds: Vec<Finds>,
    pub(crate) setting: Setting,
    pub(crate) names: Names,
    slots: Vec<Vec<Slot>>,
}

#[derive(Debug, Clone, Default)]
enum Slot {
    #[default]
    Unread,
    Busy,
    Done(Reading),
}

impl<'a> Reader<'a> {
    /// A reader that has read nothing.
    pub(crate) fn new(
        lexicon: &'a Lexicon,
        document: &'a Document,
        parses: &'a [Parse],
        quotations: &'a Quotations,
    ) -> Self {
        let find = |parse| Finds::of(lexicon, &document.text, document.published, parse);
        let mut finds: Vec<Finds> = parses.iter().map(find).collect();
        let spoken_of = super::setting::spoken_of(&finds);
        finds.iter_mut().zip(parses).for_each(|(found, parse)| found.settle(lexicon, parse, &spoken_of));
        let setting = Setting::new(lexicon, document, parses, &finds);
        let mut reader =
            Self { lexicon, document, parses, quotations, finds, setting, names: Names::default(), slots: Vec::new() };
        reader.forget();
        reader
    }

    /// Drops all readings but keeps the names learnt.
    fn forget(&mut self) {
        self.slots = self.parses.iter().map(|parse| vec![Slot::Unread; parse.tokens().len()]).collect();
    }

    /// Reads all. The document is read twice: a title speaks of people whom the text introduces later.
    pub(crate) fn read_all(&mut self) {
        self.pass();
        self.forget();
        self.pass();
    }

    /// The readings of all tokens.
    pub(crate) fn all(mut self) -> Vec<Vec<Option<Reading>>> {
        self.read_all();
        let done = |slot| match slot {
            Slot::Done(reading) => Some(reading),
            Slot::Unread | Slot::Busy => None,
        };
        self.slots.into_iter().map(|slots| slots.into_iter().map(done).collect()).collect()
    }

    fn pass(&mut self) {
        for (sentence, parse) in self.parses.iter().enumerate() {
            for token in 0..parse.tokens().len() {
                if self.may_name(sentence, token) {
                    self.read(sentence, token);
                }
            }
        }
    }

    fn may_name(&self, sentence: usize, token: TokenId) -> bool {
        let Some(parse) = self.parses.get(sentence) else { return false };
        if is_money(parse, token) || is_sum(self.word(sentence, token)) {
            return false;
        }
        let part_of_name = matches!(parse.token(token).deprel, Deprel::Flat | Deprel::FlatForeign | Deprel::Goeswith);
        let find = self.find_at(sentence, token);
        let in_name = find.is_some_and(|f| token != f.head(parse));
        let found = find.is_some();
        let nominal =
            matches!(parse.token(token).upos, Upos::Noun | Upos::Propn | Upos::Pron | Upos::Num | Upos::Det | Upos::X);
        let heads = !matches!(parse.token(token).deprel, Deprel::Det | Deprel::Nummod | Deprel::Case | Deprel::Amod);
        let determined =
            parse.children(token).iter().any(|&c| matches!(parse.token(c).deprel, Deprel::Det | Deprel::Nummod));
        let quantity = self.description(sentence, token) == Some(DescriptionKind::Part);
        let noun_like = parse.token(token).upos == Upos::Adj && (determined || quantity);
        !part_of_name && !in_name && (found || heads && (nominal || noun_like))
    }

    /// What the phrase with this head names.
    pub(crate) fn read(&mut self, sentence: usize, token: TokenId) -> Reading {
        match self.slot(sentence, token) {
            Some(Slot::Done(reading)) => return reading.clone(),
            Some(Slot::Unread) => {}
            Some(Slot::Busy) | None => return Reading::default(),
        }
        self.put(sentence, token, Slot::Busy);
        let reading = self.compute(sentence, token);
        self.put(sentence, token, Slot::Done(reading.clone()));
        reading
    }

    fn slot(&self, sentence: usize, token: TokenId) -> Option<&Slot> {
        self.slots.get(sentence)?.get(token)
    }

    fn put(&mut self, sentence: usize, token: TokenId, slot: Slot) {
        if let Some(place) = self.slots.get_mut(sentence).and_then(|slots| slots.get_mut(token)) {
            *place = slot;
        }
    }

    /// What has been read of a token.
    pub(crate) fn done(&self, sentence: usize, token: TokenId) -> Option<&Reading> {
        match self.slot(sentence, token) {
            Some(Slot::Done(reading)) => Some(reading),
            _ => None,
        }
    }

    fn compute(&mut self, sentence: usize, token: TokenId) -> Reading {
        let parse = &self.parses[sentence];
        if let Some(noun) = syntax::antecedent(parse, token) {
            return self.read(sentence, noun);
        }
        let pronoun = parse.token(token).upos == Upos::Pron && self.find_at(sentence, token).is_none();
        match self.description(sentence, token) {
            Some(
                kind @ (DescriptionKind::One | DescriptionKind::It | DescriptionKind::They | DescriptionKind::Speaker),
            ) if pronoun => self.pronoun(sentence, token, kind),
            Some(DescriptionKind::Part) => self.part(sentence, token),
            Some(DescriptionKind::Group) if self.is_group_of_people(sentence, token) => self.part(sentence, token),
            _ if parse.token(token).upos == Upos::Num => self.part(sentence, token),
            _ if pronoun => Reading::default(),
            _ => self.noun_phrase(sentence, token),
        }
    }

    /// The parse of a sentence.
    pub(crate) fn parse(&self, sentence: usize) -> &'a Parse {
        &self.parses[sentence]
    }

    /// A token as written.
    pub(crate) fn word(&self, sentence: usize, token: TokenId) -> &'a str {
        self.parse(sentence).token(token).span.of(&self.document.text)
    }

    /// A token's lemma in lower case.
    pub(crate) fn lemma(&self, sentence: usize, token: TokenId) -> String {
        self.parse(sentence).token(token).lemma.to_lowercase()
    }

    /// The name of the tables that covers a token.
    pub(crate) fn find_at(&self, sentence: usize, token: TokenId) -> Option<&super::finds::Find> {
        self.finds.get(sentence)?.at(token)
    }

    /// How a word finds whom it names, by lemma or as written.
    pub(crate) fn description(&self, sentence: usize, token: TokenId) -> Option<DescriptionKind> {
        let descriptions = &self.lexicon.world.descriptions;
        descriptions
            .kind(&self.word(sentence, token).to_lowercase())
            .or_else(|| descriptions.kind(&self.lemma(sentence, token)))
    }
}

/// "US$1,200" names nobody.
fn is_money(parse: &Parse, token: TokenId) -> bool {
    let currency = |t: TokenId| parse.token(t).xpos == Xpos::Currency;
    currency(token) || parse.children(token).iter().any(|&c| currency(c))
}

/// An amount written as one word: "US$1,200", "€3m".
fn is_sum(word: &str) -> bool {
    word.contains(|c: char| c.is_ascii_digit()) && word.contains(['$', '€', '£', '¥', '₹', '₽', '₩'])
}
