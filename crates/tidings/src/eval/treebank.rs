//! The parser held against a treebank.

use super::bare::document;
use parse::Parser;
use parse::conllu::{self, ConlluError, Joined};
use parse::score::{Scores, score};
use types::{Parse, Span};

/// Who cuts the text into sentences and words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cutting {
    /// The treebank.
    Given,
    /// The parser.
    Own,
}

/// The parser's scores on a treebank in CoNLL-U.
///
/// # Errors
/// Where the treebank cannot be read.
pub fn scores(parser: &Parser, treebank: &str, cutting: Cutting) -> Result<Scores, ConlluError> {
    let gold = conllu::join(&conllu::read(treebank)?);
    let system = match cutting {
        Cutting::Own => parser.parse(&document("treebank", &gold.text, &gold.paragraphs, None)),
        Cutting::Given => parser.parse_words(&gold.text, &words(&gold)),
    };
    Ok(score(&gold.parses, &system))
}

fn words(gold: &Joined) -> Vec<Vec<Span>> {
    let of_sentence = |parse: &Parse| parse.tokens().iter().map(|token| token.span).collect();
    gold.parses.iter().map(of_sentence).collect()
}
