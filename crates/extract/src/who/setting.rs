//! Where a story plays: the country of "police", "residents" or "two people" of whom no country is told.

use super::finds::{Find, Finds, Meaning};
use crate::syntax;
use lexicon::{Case, DescriptionKind, Lexicon};
use types::{BlockKind, Country, Deprel, Document, EntityKind, Parse, TokenId, Upos};

/// Where each sentence and the whole document play.
#[derive(Debug, Default)]
pub(crate) struct Setting {
    local: Vec<Option<Country>>,
    at_sea: Vec<bool>,
    story: Option<Country>,
}

/// A name in the title counts as often as this many in the text.
const TITLE_WEIGHT: usize = 3;
/// A place where something happens counts as often as this many participants.
const PLACE_WEIGHT: usize = 2;

impl Setting {
    /// Reads it off the names found; a dateline breaks ties between countries that are spoken of.
    pub(crate) fn new(lexicon: &Lexicon, document: &Document, parses: &[Parse], finds: &[Finds]) -> Self {
        let local: Vec<Option<Country>> =
            parses.iter().zip(finds).map(|(parse, finds)| local(lexicon, parse, finds)).collect();
        let dateline = document.dateline.and_then(|span| dateline(lexicon, span.of(&document.text)));
        let counts = counts(lexicon, document, parses, finds);
        let leading = counts.iter().map(|(_, n)| *n).max().unwrap_or(0);
        let first = |country: &Country| counts.iter().any(|(c, n)| c == country && 2 * n >= leading);
        let story =
            dateline.filter(first).or_else(|| counts.iter().find(|(_, n)| *n == leading).map(|(c, _)| *c)).or(dateline);
        let at_sea = parses.iter().map(|parse| at_sea(lexicon, parse)).collect();
        Self { local, at_sea, story }
    }

    /// The country a sentence says it plays in.
    pub(crate) fn local(&self, sentence: usize) -> Option<Country> {
        self.local.get(sentence).copied().flatten()
    }

    /// Whether a sentence plays on water that belongs to no state.
    pub(crate) fn at_sea(&self, sentence: usize) -> bool {
        self.at_sea.get(sentence).is_some_and(|&sea| sea)
    }

    /// The country of the story.
    pub(crate) fn story(&self) -> Option<Country> {
        self.story
    }
}

/// The countries a document speaks of.
pub(crate) fn spoken_of(finds: &[Finds]) -> Vec<Country> {
    let sure = |find: &&Find| !matches!(find.meaning, Meaning::Place(..)) && !find.is_shared();
    finds.iter().flat_map(Finds::all).filter(sure).filter_map(|find| find.meaning.country()).collect()
}

fn dateline(lexicon: &Lexicon, text: &str) -> Option<Country> {
    let words: Vec<&str> = text.split_whitespace().map(|word| word.trim_end_matches(',')).collect();
    let world = &lexicon.world;
    let named = |case| {
        let state = (0..words.len())
            .find_map(|at| world.states.name(&words[at..], case).or_else(|| world.states.capital(&words[at..], case)));
        state.map(|(_, state)| state.country).or_else(|| world.places.longest(&words, case)?.1.first()?.country)
    };
    named(Case::Sentence).or_else(|| named(Case::Capitals))
}

fn local(lexicon: &Lexicon, parse: &Parse, finds: &Finds) -> Option<Country> {
    let here = |find: &&Find| find.meaning.is_place() && is_location(lexicon, parse, finds, find);
    finds.all().iter().filter(here).find_map(|find| find.meaning.country()).filter(|c| is_state(lexicon, *c))
}

/// "a boat in the Pacific Ocean".
fn at_sea(lexicon: &Lexicon, parse: &Parse) -> bool {
    let kind = |token: TokenId| lexicon.world.descriptions.kind(&parse.token(token).lemma.to_lowercase());
    let lies =
        |token: TokenId| syntax::case_of(parse, part_of(parse, token)).is_some_and(|case| is_where(lexicon, &case));
    (0..parse.tokens().len()).any(|token| kind(token) == Some(DescriptionKind::Sea) && lies(token))
}

/// What stands before the place that an act is aimed at: "strikes on Kharkiv".
const TARGET: &str = "on";

/// Whether a place is said to be where something happens: "in Minsk", "near the border at Brest", "strikes on Kharkiv".
fn is_location(lexicon: &Lexicon, parse: &Parse, finds: &Finds, find: &Find) -> bool {
    (find.first..=find.last).map(|token| explained(parse, token)).any(|token| {
        let placed = matches!(parse.token(token).deprel, Deprel::Obl | Deprel::Nmod | Deprel::Root);
        let target = || parse.token(token).head.is_some_and(|act| parse.token(act).entity == Some(EntityKind::Event));
        let foreign = || parse.token(token).head.is_some_and(|act| is_foreign_act(parse, finds, act, find));
        let land = || !matches!(find.meaning, Meaning::State(..)) || foreign();
        let struck = |case: &str| case == TARGET && target() && land();
        placed && syntax::case_of(parse, token).is_some_and(|case| is_where(lexicon, &case) || struck(&case))
    })
}

/// "in Al-Mawasi, Gaza": the name that a wider place explains, which holds the preposition.
fn explained(parse: &Parse, token: TokenId) -> TokenId {
    let place = parse.token(token);
    let explains = matches!(place.deprel, Deprel::Appos | Deprel::NmodUnmarked);
    let named = place.head.filter(|&head| explains && parse.token(head).upos == Upos::Propn);
    part_of(parse, named.unwrap_or(token))
}

/// "at the port of Odesa", "in an area of the Pacific": the part that a place is told by, which holds the preposition.
fn part_of(parse: &Parse, token: TokenId) -> TokenId {
    let place = |&head: &TokenId| parse.token(head).entity == Some(EntityKind::Place);
    let of = parse.token(token).deprel == Deprel::Nmod && syntax::case_of(parse, token).is_some_and(|case| case == OF);
    parse.token(token).head.filter(|head| of && place(head)).unwrap_or(token)
}

/// What stands between a part and the whole.
const OF: &str = "of";

/// "Russian attacks on Ukraine": an act on one state that bears the name of another takes place in the first.
fn is_foreign_act(parse: &Parse, finds: &Finds, act: TokenId, target: &Find) -> bool {
    let adjective = |&t: &TokenId| matches!(parse.token(t).deprel, Deprel::Amod | Deprel::Compound | Deprel::NmodPoss);
    let bearer = parse.children(act).iter().copied().filter(adjective).find_map(|t| finds.at(t)?.meaning.country());
    bearer.is_some_and(|country| Some(country) != target.meaning.country())
}

/// Whether a word is in the subject of the main clause.
fn leads(parse: &Parse, token: TokenId) -> bool {
    let path = std::iter::once(token).chain(parse.ancestors(token));
    path.into_iter().any(|t| parse.token(t).deprel.is(Deprel::Nsubj) && parse.token(t).head == Some(parse.root()))
}

/// Whether a preposition tells the place where something happens.
pub(crate) fn is_where(lexicon: &Lexicon, preposition: &str) -> bool {
    lexicon.world.descriptions.kind(preposition) == Some(DescriptionKind::Where)
}

/// How often each country is named, in order of first naming.
fn counts(lexicon: &Lexicon, document: &Document, parses: &[Parse], finds: &[Finds]) -> Vec<(Country, usize)> {
    let mut counts: Vec<(Country, usize)> = Vec::new();
    for (parse, finds) in parses.iter().zip(finds) {
        let title = document.blocks.get(parse.block).is_some_and(|block| block.kind == BlockKind::Title);
        for find in finds.all() {
            let Some(country) = find.meaning.country().filter(|c| is_state(lexicon, *c)) else { continue };
            let placed = find.meaning.is_place() && is_location(lexicon, parse, finds, find);
            let subject = (find.first..=find.last).any(|t| leads(parse, t));
            let weight = if title { TITLE_WEIGHT } else { 1 } * if placed || subject { PLACE_WEIGHT } else { 1 };
            match counts.iter_mut().find(|(c, _)| *c == country) {
                Some((_, count)) => *count += weight,
                None => counts.push((country, weight)),
            }
        }
    }
    counts
}

pub(crate) fn is_state(lexicon: &Lexicon, country: Country) -> bool {
    lexicon.world.states.all().iter().any(|state| state.country == country)
}
