//! Coding by a user's own dictionaries: their verbs and patterns say what, their actors and agents who.
//!
//! The rules are those of the programs the dictionaries were written for, read off our trees: a verb codes the
//! event of its clause, a pattern that fits outweighs its plain code, the subject is the source and the first
//! actor behind the verb the target, and a clause that is coded is not searched for further verbs. Status,
//! attribution and hedges, which those programs do not know, are read as everywhere else.
//!
//! * [`nouns`]: the noun phrases of a sentence and the codes of whom they name
//! * [`code`]: how the codes of actor and agents join
//! * [`matching`]: whether a pattern fits round a verb
//! * [`clause`]: how far a verb reaches, whom it has as subject and first actor
//! * [`coding`]: from a verb to its codings

mod clause;
mod code;
mod coding;
mod matching;
mod nouns;

use crate::repair;
use crate::scene::Scene;
use lexicon::Lexicon;
use lexicon::petrarch::{Codebook, Scope};
use nouns::Nouns;
use types::{Coding, Document, Parse};

/// What dictionaries make of a document.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Codings {
    /// Who did what to whom, in text order.
    pub codings: Vec<Coding>,
    /// The widest that a listed phrase made be left out.
    pub discarded: Option<Scope>,
}

/// Every coding of the document by the dictionaries.
pub fn codings(lexicon: &Lexicon, book: &Codebook, document: &Document, parses: &[Parse]) -> Codings {
    let mended: Vec<Parse> = parses.iter().map(|parse| repair::mended(parse).into_owned()).collect();
    let scene = Scene::new(lexicon, document, &mended);
    let mut found = Codings::default();
    for sentence in 0..mended.len() {
        let nouns = Nouns::of(&scene, book, sentence);
        match book.discards.scope(nouns.pieces()) {
            Some(Scope::Story) => return Codings { codings: vec![], discarded: Some(Scope::Story) },
            Some(Scope::Sentence) => found.discarded = Some(Scope::Sentence),
            None => found.codings.extend(coding::in_sentence(&scene, book, sentence, &nouns)),
        }
    }
    found
}
