//! Which phrases name whom, across the document.
//!
//! * [`finds`]: names that the tables know; [`memory`]: names that the document has taught
//! * [`phrase`]: the parts of a noun phrase; [`office`], [`stated`], [`naming`]: role, country and master, name
//! * [`noun`]: all of these put together, with [`geographic`], [`role`], [`idea`], [`apposition`] and [`part`]
//! * [`pronoun`], [`definite`]: whom "she" and "the group" mean, among what stood [`earlier`]
//! * [`setting`], [`home`]: where the story plays, and who belongs there
//! * [`reader`]: every phrase once, in text order
//! * [`lesson`], [`short_form`]: what a document teaches of names, for those who keep a dictionary

mod apposition;
mod definite;
mod earlier;
mod finds;
mod geographic;
mod home;
mod idea;
mod lesson;
mod memory;
mod naming;
mod noun;
mod office;
mod part;
mod phrase;
mod pronoun;
mod reader;
mod reading;
mod role;
mod setting;
mod short_form;
mod stated;
#[cfg(test)]
pub(crate) mod tests;

pub use lesson::Lesson;

use crate::attribution::Quotations;
use crate::syntax;
use lexicon::Lexicon;
use reader::Reader;
use reading::{Class, Reading};
use types::{Actor, Affiliation, Country, Document, Parse, Span, TokenId};

/// What a document teaches of names, in text order.
pub(crate) fn lessons(
    lexicon: &Lexicon,
    document: &Document,
    parses: &[Parse],
    quotations: &Quotations,
) -> Vec<Lesson> {
    Reader::new(lexicon, document, parses, quotations).lessons()
}

/// The participants of a document and the phrases that name them.
pub(crate) struct Cast<'a> {
    parses: &'a [Parse],
    readings: Vec<Vec<Option<Reading>>>,
    settings: Vec<Option<Country>>,
}

impl<'a> Cast<'a> {
    /// Reads all phrases of a document.
    pub(crate) fn new(lexicon: &Lexicon, document: &Document, parses: &'a [Parse], quotations: &Quotations) -> Self {
        let reader = Reader::new(lexicon, document, parses, quotations);
        let country = |sentence| reader.setting.local(sentence).or(reader.setting.story());
        let settings = (0..parses.len()).map(country).collect();
        Self { parses, readings: reader.all(), settings }
    }

    /// The country in which a sentence plays: by a place it names, else that of the story.
    pub(crate) fn setting(&self, sentence: usize) -> Option<Country> {
        self.settings.get(sentence).copied().flatten()
    }

    /// Whom the phrase with this head names; several for a phrase that names citizens of two states, none for a thing.
    pub(crate) fn actors(&self, sentence: usize, head: TokenId) -> Vec<Actor> {
        let Some(reading) = self.reading(sentence, head) else { return vec![] };
        let (at, phrase) = reading.source.unwrap_or((sentence, reading.owner.unwrap_or(head)));
        let (span, implicit) = (self.span(at, phrase), reading.source.is_some());
        let actor = |affiliation: &types::Affiliation| Actor { span, affiliation: affiliation.clone(), implicit };
        reading.who.iter().map(actor).collect()
    }

    /// Whom the phrase itself names, leaving out whose an act or idea is.
    pub(crate) fn participants(&self, sentence: usize, head: TokenId) -> Vec<Actor> {
        let is_idea = self.reading(sentence, head).is_none_or(|reading| reading.class == Class::Idea);
        if is_idea { vec![] } else { self.actors(sentence, head) }
    }

    /// Whether the phrase names a state.
    pub(crate) fn is_state(&self, sentence: usize, head: TokenId) -> bool {
        self.reading(sentence, head).is_some_and(|r| r.class == Class::State)
    }

    /// Whether the phrase names people of whom nothing says what they are.
    pub(crate) fn is_anybody(&self, sentence: usize, head: TokenId) -> bool {
        self.reading(sentence, head).is_some_and(|r| r.presumed)
    }

    /// Whether the country of whom the phrase names is only that of the surroundings.
    pub(crate) fn is_guessed(&self, sentence: usize, head: TokenId) -> bool {
        self.reading(sentence, head).is_some_and(|r| !r.stated)
    }

    /// Whether the phrase names an organisation, an organ of a state or a state.
    pub(crate) fn is_body(&self, sentence: usize, head: TokenId) -> bool {
        self.reading(sentence, head).is_some_and(|r| matches!(r.class, Class::Body | Class::State))
    }

    /// Takes over whom a phrase names from somebody who knows better.
    pub(crate) fn learn(&mut self, sentence: usize, head: TokenId, who: Vec<Affiliation>) {
        let slot = self.readings.get_mut(sentence).and_then(|readings| readings.get_mut(head));
        if let Some(slot) = slot.filter(|_| !who.is_empty()) {
            match slot {
                Some(reading) => reading.who = who,
                None => *slot = Some(Reading { class: Class::Body, who, stated: true, ..Reading::default() }),
            }
        }
    }

    /// Whether the phrase names a place that stands for nobody.
    pub(crate) fn is_place(&self, sentence: usize, head: TokenId) -> bool {
        self.reading(sentence, head).is_some_and(|r| r.class == Class::Place)
    }

    fn reading(&self, sentence: usize, head: TokenId) -> Option<&Reading> {
        self.readings.get(sentence)?.get(head)?.as_ref()
    }

    fn span(&self, sentence: usize, head: TokenId) -> Option<Span> {
        let parse = self.parses.get(sentence)?;
        Some(syntax::stretch(parse, &syntax::phrase(parse, head), head))
    }
}
