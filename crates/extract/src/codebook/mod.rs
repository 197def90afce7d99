//! Coding by a user's own dictionaries: their verbs and patterns say what, their actors and agents who.
//!
//! The rules are those of the programs the dictionaries were written for, read off our trees: a verb codes the
//! event of its clause, a pattern that fits outweighs its plain code, the subject is the source and the first
//! actor behind the verb the target, and a clause that is coded is not searched for further verbs. Status,
//! attribution and hedges, which those programs do not know, are read as everywhere else.
//!
//! * [`nouns`]: the noun phrases of a sentence and the codes of whom they name
//! * [`phrases`]: where they begin and end, [`names`]: which names and roles stand in them
//! * [`code`]: how the codes of actor and agents join
//! * [`matching`]: whether a pattern fits round a verb
//! * [`nested`]: what a verb codes by the clause below it
//! * [`clause`]: how far a verb reaches, whom it has as subject and first actor
//! * [`reading`]: what a verb codes, [`coding`]: from a verb to its codings, [`event`]: and to an event of ours

mod clause;
mod code;
mod coding;
mod event;
mod matching;
mod names;
mod nested;
mod nouns;
mod phrases;
mod reading;

use crate::scene::Scene;
use crate::{mention, merge, repair};
use coding::Coded;
use lexicon::Lexicon;
use lexicon::petrarch::{Codebook, Scope};
use nouns::Nouns;
use types::{Coding, Document, Event, Parse};

/// What dictionaries alone make of a document.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Codings {
    /// Who did what to whom, in text order.
    pub codings: Vec<Coding>,
    /// The widest that a listed phrase made be left out.
    pub discarded: Option<Scope>,
}

/// What dictionaries and our own rules make of a document.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Beside {
    /// Every event, in text order; those of the dictionaries' verbs as far as their codes have a type of ours.
    pub events: Vec<Event>,
    /// Every coding by the dictionaries' verbs.
    pub codings: Vec<Coding>,
    /// The widest that a listed phrase made be left out.
    pub discarded: Option<Scope>,
}

/// How far the dictionaries are alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Manner {
    /// Only they say who is who, and a coded clause is not searched for further verbs, as in their own programs.
    Alone,
    /// Whom they do not know is who we know it is, and every verb codes.
    Beside,
}

/// Every coding of the document by the dictionaries and nothing else.
pub fn codings(lexicon: &Lexicon, book: &Codebook, document: &Document, parses: &[Parse]) -> Codings {
    let mended = repair::all(lexicon, parses);
    let scene = Scene::new(lexicon, document, &mended);
    let mut found = Codings::default();
    for sentence in 0..mended.len() {
        let nouns = Nouns::of(&scene, book, sentence, Manner::Alone);
        match book.discards.scope(nouns.pieces()) {
            Some(Scope::Story) => return Codings { codings: vec![], discarded: Some(Scope::Story) },
            Some(Scope::Sentence) => found.discarded = Some(Scope::Sentence),
            None => {
                let verbs = coding::in_sentence(&scene, book, sentence, &nouns, Manner::Alone);
                found.codings.extend(verbs.into_iter().flat_map(|verb| verb.codings));
            }
        }
    }
    found
}

/// Every event of the document, by our rules and by the dictionaries; where both know a word, the dictionaries count.
pub fn events_beside(lexicon: &Lexicon, book: &Codebook, document: &Document, parses: &[Parse]) -> Beside {
    let mended = repair::all(lexicon, parses);
    let mut scene = Scene::new(lexicon, document, &mended);
    let nouns = |sentence| Nouns::of(&scene, book, sentence, Manner::Beside);
    let nouns: Vec<Nouns> = (0..mended.len()).map(nouns).collect();
    nouns.iter().enumerate().for_each(|(sentence, nouns)| nouns.teach(&mut scene, sentence));
    let mut found = Beside::default();
    for (sentence, nouns) in nouns.iter().enumerate() {
        match book.discards.scope(nouns.pieces()) {
            Some(Scope::Story) => return Beside { discarded: Some(Scope::Story), ..Beside::default() },
            Some(Scope::Sentence) => found.discarded = Some(Scope::Sentence),
            None => found.add(&scene, coding::in_sentence(&scene, book, sentence, nouns, Manner::Beside), sentence),
        }
    }
    Beside { events: merge::events(document, found.events), ..found }
}

impl Beside {
    fn add(&mut self, scene: &Scene<'_>, verbs: Vec<Coded>, sentence: usize) {
        self.events.extend(together(scene, sentence, &verbs));
        self.codings.extend(verbs.into_iter().flat_map(|verb| verb.codings));
    }
}

/// The events of a sentence in text order. A verb that the dictionaries code is theirs.
fn together(scene: &Scene<'_>, sentence: usize, verbs: &[Coded]) -> Vec<Event> {
    let codes = |verb: &&Coded| verb.event.is_some() || !verb.codings.is_empty();
    let theirs = |event: &Event| verbs.iter().filter(codes).any(|verb| verb.trigger.overlaps(event.evidence.trigger));
    let ours = mention::in_sentence(scene, sentence, &mut ()).into_iter().map(|mention| mention.event);
    let mut found: Vec<Event> = ours.filter(|event| !theirs(event)).collect();
    found.extend(verbs.iter().filter_map(|verb| verb.event.clone()));
    found.sort_by_key(|event| event.evidence.trigger.start);
    found
}
