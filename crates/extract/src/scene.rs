//! All that the stages look at: the document, its parses, the lexicon and the cast.

use crate::attribution::Quotations;
use crate::frame::Frame;
use crate::who::Cast;
use lexicon::Lexicon;
use types::{Document, Parse, Span, TokenId};

/// One document under analysis.
pub(crate) struct Scene<'a> {
    pub(crate) lexicon: &'a Lexicon,
    pub(crate) document: &'a Document,
    pub(crate) parses: &'a [Parse],
    pub(crate) cast: Cast<'a>,
    pub(crate) quotations: Quotations,
}

impl<'a> Scene<'a> {
    pub(crate) fn new(lexicon: &'a Lexicon, document: &'a Document, parses: &'a [Parse]) -> Self {
        let quotations = Quotations::new(lexicon, document, parses);
        let cast = Cast::new(lexicon, document, parses, &quotations);
        Self { lexicon, document, parses, cast, quotations }
    }

    pub(crate) fn parse(&self, sentence: usize) -> &'a Parse {
        &self.parses[sentence]
    }

    /// The words of a token.
    pub(crate) fn word(&self, sentence: usize, token: TokenId) -> &'a str {
        self.parse(sentence).token(token).span.of(&self.document.text)
    }

    pub(crate) fn words(&self, span: Span) -> &'a str {
        span.of(&self.document.text)
    }

    pub(crate) fn verb_frame(&self, sentence: usize, verb: TokenId) -> Frame {
        Frame::of_verb(self.parse(sentence), &self.lexicon.cues, verb)
    }

    pub(crate) fn noun_frame(&self, sentence: usize, noun: TokenId) -> Frame {
        Frame::of_noun(self.parse(sentence), &self.lexicon.cues, noun)
    }
}
