//! Model and lexicon, loaded once, and the way of a document through the phases.

use crate::digest;
use crate::wire::dyad::{self, Dyad};
use crate::wire::{self, Detail, NoRecord, ProducedBy, Record};
use crate::{Coded, Examined, NoEvents, builtin};
use extract::{Beside, Codings, Lesson};
use ingest::{Ingested, Skip};
use lexicon::petrarch::Codebook;
use lexicon::{Extension, Lexicon, LexiconError, Problem};
use parse::Parser;
use types::{Document, Event, Parse, Saying, Toponym, Warned};

/// The coder. Once it stands, nothing it is given can make it fail.
pub struct Tidings {
    parser: Parser,
    lexicon: Lexicon,
    produced_by: ProducedBy,
    /// The user's dictionaries, if there are any.
    book: Option<Codebook>,
}

/// Why model or lexicon cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// The model.
    #[error(transparent)]
    Model(#[from] parse::ModelError),
    /// The data files.
    #[error(transparent)]
    Lexicon(#[from] LexiconError),
}

impl Tidings {
    /// With the model and the lexicon that the binary carries.
    pub fn new() -> Result<Self, LoadError> {
        let parser = builtin::parser()?;
        let lexicon = builtin::lexicon()?;
        Ok(Self::with(parser, lexicon, builtin::produced_by()))
    }

    /// With others; `produced_by` is what the records say of them.
    pub fn with(parser: Parser, lexicon: Lexicon, produced_by: ProducedBy) -> Self {
        Self { parser, lexicon, produced_by, book: None }
    }

    /// With a user's dictionaries beside its own; `texts` are what they were read from. What cannot be taken over is told
    /// and passed over.
    pub fn extended<'a>(
        mut self,
        extension: Extension,
        texts: impl IntoIterator<Item = &'a str>,
    ) -> (Self, Vec<Problem>) {
        self.produced_by.lexicon = digest::joined(&self.produced_by.lexicon, texts);
        let problems = self.lexicon.learn(&extension);
        self.book = Some(extension.codebook).filter(|book| !book.is_empty());
        (self, problems)
    }

    /// The events of a document, or why there are none.
    pub fn code(&self, document: &Document) -> Coded {
        let parses = self.parser.parse(document);
        match &self.book {
            None => coded(extract::events(&self.lexicon, document, &parses), &parses),
            Some(book) => beside(extract::events_beside(&self.lexicon, book, document, &parses), &parses),
        }
    }

    /// What a user's dictionaries alone make of a document.
    pub fn codings(&self, book: &Codebook, document: &Document) -> Codings {
        extract::codings(&self.lexicon, book, document, &self.parser.parse(document))
    }

    /// All that a document tells on somebody's word, whether or not it is of an event.
    pub fn sayings(&self, document: &Document) -> Vec<Saying> {
        extract::sayings(&self.lexicon, document, &self.parser.parse(document))
    }

    /// The events of an input, or why there are none; what reading it warned of comes first.
    pub fn code_input(&self, input: &Ingested) -> Coded {
        let mut coded = match &input.skip {
            Some(skip) => skipped(skip),
            None => self.code(&input.document),
        };
        coded.warnings.splice(0..0, input.warnings.iter().cloned());
        coded
    }

    /// The same events, with the sentences that were read and the candidates that gave none.
    pub fn examine(&self, input: &Ingested) -> Examined {
        if let Some(skip) = &input.skip {
            return Examined { coded: skipped(skip), ..Examined::default() };
        }
        let parses = self.parser.parse(&input.document);
        let (events, dropped) = extract::examine(&self.lexicon, &input.document, &parses);
        let coded = match &self.book {
            None => coded(events, &parses),
            Some(book) => beside(extract::events_beside(&self.lexicon, book, &input.document, &parses), &parses),
        };
        Examined { coded, sentences: parses.iter().map(|parse| parse.span).collect(), dropped }
    }

    /// What an input itself says of office holders and organisations.
    pub fn lessons(&self, input: &Ingested) -> Vec<Lesson> {
        if input.skip.is_some() {
            return Vec::new();
        }
        extract::lessons(&self.lexicon, &input.document, &self.parser.parse(&input.document))
    }

    /// Every place name of a document, with the place meant.
    pub fn toponyms(&self, document: &Document) -> Vec<Toponym> {
        extract::toponyms(&self.lexicon, document, &self.parser.parse(document))
    }

    /// The public records of a coded document.
    pub fn records(&self, document: &Document, coded: &Coded, detail: Detail) -> Vec<Record> {
        wire::records(&self.lexicon, document, &coded.events, &self.produced_by, detail)
    }

    /// The events of a coded document as pairs of actors in CAMEO's codes, or those of the user's dictionaries.
    pub fn dyads(&self, document: &Document, coded: &Coded, detail: Detail) -> Vec<Dyad> {
        dyad::dyads(&self.lexicon, document, &coded.events, &coded.codings, &self.produced_by, detail)
    }

    /// What its records say of their making.
    pub fn produced_by(&self) -> &ProducedBy {
        &self.produced_by
    }

    /// What it knows of words and the world.
    pub fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }

    /// What it reads sentences with.
    pub fn parser(&self) -> &Parser {
        &self.parser
    }
}

fn coded(events: Warned<Vec<Event>>, parses: &[Parse]) -> Coded {
    let reason = match () {
        () if !events.value.is_empty() => None,
        () if parses.is_empty() => Some(NoEvents::NoSentence),
        () => Some(NoEvents::NoTrigger),
    };
    Coded { events: events.value, warnings: events.warnings, reason, ..Coded::default() }
}

fn beside(found: Beside, parses: &[Parse]) -> Coded {
    let nothing = found.events.is_empty() && found.codings.is_empty();
    match found.discarded.filter(|_| nothing) {
        Some(_) => Coded { reason: Some(NoEvents::Discarded), ..Coded::default() },
        None => {
            let own = coded(Warned { value: found.events, warnings: vec![] }, parses);
            Coded { codings: found.codings, ..own }
        }
    }
}

fn skipped(skip: &Skip) -> Coded {
    Coded { reason: Some(NoEvents::Skipped(skip.clone())), ..Coded::default() }
}

impl NoRecord {
    /// The line of a document that came to nothing.
    pub fn new(document: &Document, reason: &NoEvents) -> Self {
        Self { document: document.into(), events: 0, reason: reason.to_string() }
    }
}
