//! Which words of a document name a place.
//!
//! A name is listed, ends in the word for a river or road, or the parser says that it is one. Listed names are doubted
//! where they are part of the name of a person, an outlet or a firm ("Paris Hilton", "Washington Post"), where the
//! document tells of a person of that name, and, the less they are known, where the parser does not think of a place. A
//! doubted name counts where the document has it elsewhere without doubt.

use super::listing::{Listed, Listing};
use lexicon::{Beside, Lexicon, NameKind, PlaceEntry, PlaceKind};
use std::borrow::Cow;
use std::collections::HashSet;
use types::{Document, EntityKind, Named, Parse, TokenId, ToponymKind, Upos};

/// Words that name a place.
#[derive(Debug, Clone)]
pub(super) struct Spot<'a> {
    pub(super) sentence: usize,
    pub(super) first: TokenId,
    pub(super) last: TokenId,
    pub(super) kind: ToponymKind,
    /// The words in lower case.
    pub(super) name: String,
    /// All places of that name; none where no table lists it.
    pub(super) entries: Vec<Cow<'a, PlaceEntry>>,
    /// The names behind it that tell where it lies, by their numbers.
    pub(super) within: Vec<usize>,
}

/// How much speaks for a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Belief {
    /// It is none.
    None,
    /// Where the document has the name elsewhere.
    Doubted,
    /// It is one.
    Sure,
}

/// A place with so many inhabitants is meant though nothing but its name speaks for it.
const KNOWN: u32 = 100_000;

/// A name that no table lists has so many letters.
const SHORTEST: usize = 4;

/// All of a document, in text order.
pub(super) fn all<'a>(lexicon: &'a Lexicon, document: &'a Document, parses: &'a [Parse]) -> Vec<Spot<'a>> {
    let people = people(document, parses);
    let mut found = Vec::new();
    for (sentence, parse) in parses.iter().enumerate() {
        let listing = Listing::new(lexicon, &document.text, parse);
        Scan { lexicon, parse, sentence, listing, people: &people }.run(&mut found);
    }
    let sure: HashSet<String> =
        found.iter().filter(|(_, belief)| *belief == Belief::Sure).map(|(spot, _)| spot.name.clone()).collect();
    let kept = found.into_iter().filter(|(spot, belief)| *belief == Belief::Sure || sure.contains(&spot.name));
    let mut spots: Vec<Spot<'a>> = kept.map(|(spot, _)| spot).collect();
    join(parses, document, &mut spots);
    spots
}

/// The last words of the names of persons, as far as these have several.
fn people<'a>(document: &'a Document, parses: &[Parse]) -> HashSet<&'a str> {
    let named = parses.iter().flat_map(|parse| parse.named().iter().map(move |named| (parse, named)));
    let persons = named.filter(|(_, named)| named.kind == EntityKind::Person && named.last > named.first);
    let last = persons.map(|(parse, named)| parse.token(named.last)).filter(|token| token.upos == Upos::Propn);
    last.map(|token| token.span.of(&document.text)).collect()
}

/// Tells each name the wider ones behind its comma.
fn join(parses: &[Parse], document: &Document, spots: &mut [Spot<'_>]) {
    for at in 0..spots.len() {
        let mut last = at;
        while follows(parses, document, spots, last) && is_wider(&spots[at], &spots[last + 1]) {
            last += 1;
            spots[at].within.push(last);
        }
    }
}

/// Whether nothing but a comma or bracket stands between a name and the next.
fn follows(parses: &[Parse], document: &Document, spots: &[Spot<'_>], at: usize) -> bool {
    let (Some(here), Some(next)) = (spots.get(at), spots.get(at + 1)) else { return false };
    let mark = parses[here.sentence].tokens().get(here.last + 1).map(|t| t.span.of(&document.text));
    here.sentence == next.sentence && next.first == here.last + 2 && matches!(mark, Some("," | "(" | "-"))
}

fn is_wider(name: &Spot<'_>, wider: &Spot<'_>) -> bool {
    wider.kind == ToponymKind::Name
        && !wider.entries.is_empty()
        && (name.entries.is_empty() || holds(&name.entries, &wider.entries))
}

/// Whether a place of one name may lie in one of another.
fn holds(names: &[Cow<'_, PlaceEntry>], wider: &[Cow<'_, PlaceEntry>]) -> bool {
    names.iter().any(|e| {
        wider.iter().any(|w| {
            w.kind < e.kind
                && w.country == e.country
                && (w.kind == PlaceKind::Country || e.admin1.is_none() || e.admin1.as_ref() == Some(&w.name))
        })
    })
}

struct Scan<'a, 'p> {
    lexicon: &'a Lexicon,
    parse: &'a Parse,
    sentence: usize,
    listing: Listing<'a>,
    people: &'p HashSet<&'a str>,
}

type Found<'a> = Vec<(Spot<'a>, Belief)>;

impl<'a> Scan<'a, '_> {
    fn run(&self, found: &mut Found<'a>) {
        let mut at = 0;
        while at < self.words().len() {
            at = self.at(at, found);
        }
    }

    fn words(&self) -> &[&'a str] {
        &self.listing.words
    }

    fn word(&self, at: TokenId) -> &'a str {
        self.words().get(at).copied().unwrap_or("")
    }

    /// Notes the name that begins at a word, and tells where to go on.
    fn at(&self, at: TokenId, found: &mut Found<'a>) -> TokenId {
        if !self.word(at).starts_with(char::is_uppercase) {
            return at + 1;
        }
        let listed = self.listed(at);
        if let Some(after) = self.after_actor(at, listed.as_ref()) {
            return after;
        }
        let spot = self.feature(at, listed.as_ref()).map(|spot| (spot, Belief::Sure));
        let spot = spot.or_else(|| listed.and_then(|listed| self.judged(at, listed)));
        let Some((spot, belief)) = spot.or_else(|| self.unlisted(at).map(|spot| (spot, Belief::Sure))) else {
            return at + 1;
        };
        let next = spot.last + 1;
        found.push((spot, belief));
        next
    }

    /// What is listed, without a word that tells only which part of a place is meant.
    fn listed(&self, at: TokenId) -> Option<Listed<'a>> {
        let listed = self.counties(at).or_else(|| self.listing.at(at))?;
        let part = self.beside(at) == Some(Beside::Part);
        let known = listed.entries.iter().any(|entry| is_known(entry));
        let other = || self.listing.at(at + 1).is_some_and(|rest| rest.words >= listed.words.saturating_sub(1));
        let loose = part && !known && (listed.words == 1 || other());
        (!loose).then_some(listed)
    }

    /// A name in a list that ends in "counties".
    fn counties(&self, at: TokenId) -> Option<Listed<'a>> {
        let name = |t: &TokenId| {
            let word = self.word(*t);
            word.starts_with(char::is_uppercase) || matches!(self.parse.token(*t).upos, Upos::Cconj | Upos::Punct)
        };
        let end = (at + 1..self.words().len()).find(|t| !name(t))?;
        let plural = self.lexicon.world.places.kind(&self.word(end).to_lowercase()) == Some(PlaceKind::County);
        plural.then(|| self.listing.county(at)).flatten()
    }

    fn beside(&self, at: TokenId) -> Option<Beside> {
        self.lexicon.world.places.beside(&self.words().get(at)?.to_lowercase())
    }

    /// Past the name of an actor that holds the words.
    fn after_actor(&self, at: TokenId, listed: Option<&Listed<'a>>) -> Option<TokenId> {
        let (words, kind) = self.listing.actor(at)?;
        let place = listed.map_or(0, |listed| listed.words);
        let state = listed.is_some_and(|listed| {
            listed.kind == ToponymKind::Demonym || listed.entries.iter().any(|e| e.kind <= PlaceKind::Region)
        });
        let over = match kind {
            NameKind::Outlet | NameKind::Firm | NameKind::Person => words > place || words == place && !state,
            NameKind::Group => words > place,
            NameKind::Body | NameKind::Seat => words >= place && !state,
        };
        over.then_some(at + words)
    }

    /// "Neches River", "Highway 19".
    fn feature(&self, at: TokenId, listed: Option<&Listed<'a>>) -> Option<Spot<'a>> {
        let proper =
            |t: &TokenId| self.word(*t).starts_with(char::is_uppercase) && self.parse.token(*t).upos == Upos::Propn;
        if self.beside(at) == Some(Beside::Numbered) && self.word(at + 1).starts_with(|c: char| c.is_ascii_digit()) {
            return Some(self.spot(at, at + 1, ToponymKind::Name, Vec::new()));
        }
        let run = (at..self.words().len()).take_while(proper).count();
        let feature = |t: &TokenId| matches!(self.beside(*t), Some(Beside::Feature | Beside::Numbered));
        let last = (at + 1..at + run).rev().find(feature)?;
        let whole = listed.is_some_and(|listed| at + listed.words > last);
        let ends = last + 1 == at + run || self.parse.token(last + 1).upos != Upos::Propn;
        (!whole && ends && !self.is_tail(at)).then(|| self.spot(at, last, ToponymKind::Name, Vec::new()))
    }

    fn judged(&self, at: TokenId, listed: Listed<'a>) -> Option<(Spot<'a>, Belief)> {
        let last = at + listed.words.checked_sub(1)?;
        let belief =
            if listed.sure || self.is_explained(last, &listed) { Belief::Sure } else { self.belief(at, last, &listed) };
        (belief > Belief::None).then(|| (self.spot(at, last, listed.kind, listed.entries), belief))
    }

    /// Whether a wider place stands behind the name: "McLean, Virginia".
    fn is_explained(&self, last: TokenId, listed: &Listed<'a>) -> bool {
        let comma = self.word(last + 1) == ",";
        comma && self.listing.at(last + 2).is_some_and(|wider| holds(&listed.entries, &wider.entries))
    }

    fn spot(&self, first: TokenId, last: TokenId, kind: ToponymKind, entries: Vec<Cow<'a, PlaceEntry>>) -> Spot<'a> {
        let words = self.words().get(first..=last).unwrap_or_default();
        let name = words.join(" ").to_lowercase();
        Spot { sentence: self.sentence, first, last, kind, name, entries, within: Vec::new() }
    }

    /// Whether listed words mean a place here.
    fn belief(&self, first: TokenId, last: TokenId, listed: &Listed<'a>) -> Belief {
        if listed.kind == ToponymKind::Demonym {
            return if self.is_of_descent(first) { Belief::None } else { Belief::Sure };
        }
        let proper = (first..=last).any(|t| matches!(self.parse.token(t).upos, Upos::Propn | Upos::X | Upos::Adj));
        let state = listed.is_state();
        let feature = first == last && matches!(self.beside(first), Some(Beside::Feature | Beside::Numbered));
        if !proper || feature || self.is_of_person(first, last) || !state && self.is_tail(first) {
            return Belief::None;
        }
        if first == last && !state && (self.people.contains(self.word(first)) || self.is_common(first, listed)) {
            return Belief::None;
        }
        match self.says_parser(first, last) {
            Some(EntityKind::Place) if !self.is_mere_word(first, last, listed) || self.is_placed(first, last) => {
                Belief::Sure
            }
            _ if self.is_of_party(first) => Belief::Sure,
            _ if self.is_mere_word(first, last, listed) => Belief::Doubted,
            _ if listed.entries.iter().any(|e| is_known(e)) || last > first => Belief::Sure,
            Some(EntityKind::Person) => Belief::Doubted,
            _ if self.is_local(first, last) => Belief::Sure,
            _ => Belief::Doubted,
        }
    }

    /// "African-American"; not "Russian-American".
    fn is_of_descent(&self, first: TokenId) -> bool {
        first >= 2 && self.word(first - 1) == "-" && self.listing.at(first - 2).is_none()
    }

    /// The kind of the name that is no longer than these words.
    fn says_parser(&self, first: TokenId, last: TokenId) -> Option<EntityKind> {
        self.named_over(first, last).filter(|n| n.first >= first && n.last <= last).map(|n| n.kind)
    }

    /// "the Center": a town has no article of its own.
    fn is_common(&self, at: TokenId, listed: &Listed<'a>) -> bool {
        let article = at.checked_sub(1).is_some_and(|before| self.parse.token(before).upos == Upos::Det);
        let noun = self.parse.tokens().get(at + 1).is_some_and(|t| matches!(t.upos, Upos::Noun | Upos::Propn));
        article && !noun && !listed.entries.iter().any(|e| is_known(e))
    }

    /// A town with the name of a word or a role.
    fn is_mere_word(&self, first: TokenId, last: TokenId, listed: &Listed<'a>) -> bool {
        let lower = self.word(first).to_lowercase();
        let role = |word: &str| self.lexicon.world.roles.longest_ending(&[word]).is_some();
        let town = listed.entries.iter().all(|e| e.kind >= PlaceKind::County);
        let word = self.lexicon.world.places.is_word(&lower);
        town && first == last && (word || role(&lower) || lower.strip_suffix('s').is_some_and(role))
    }

    /// "Paris Hilton": inside a person's name, not before it as in "Lewisburg Mayor John Smith".
    fn is_of_person(&self, first: TokenId, last: TokenId) -> bool {
        self.parse.named().iter().any(|n| {
            let longer = n.first <= first && last <= n.last && last - first < n.last - n.first;
            let flat = self.parse.tokens().get(last + 1);
            let flat = flat.is_some_and(|t| t.deprel.is(types::Deprel::Flat) && t.head == Some(first));
            n.kind == EntityKind::Person && longer && (n.first < first || flat)
        })
    }

    /// Whether the words end a longer name: "Western State", "Medical Center".
    fn is_tail(&self, first: TokenId) -> bool {
        let Some(before) = first.checked_sub(1) else { return false };
        let token = self.parse.token(before);
        let proper = token.upos == Upos::Propn && self.word(before).starts_with(char::is_uppercase);
        let together = token.head == Some(first)
            || self.parse.token(first).head == Some(before)
            || token.head.is_some() && token.head == self.parse.token(first).head;
        let named = self.parse.named().iter().any(|n| n.first <= before && first <= n.last);
        proper && (together || named) && self.beside(before) != Some(Beside::Part)
    }

    /// "D-Oakland": the seat of a member of a party.
    fn is_of_party(&self, first: TokenId) -> bool {
        let party = |word: &str| (1..=3).contains(&word.len()) && word.chars().all(|c| c.is_ascii_uppercase());
        first >= 2 && self.word(first - 1) == "-" && party(self.word(first - 2))
    }

    /// "a Danbury man", "in Kingman".
    fn is_local(&self, first: TokenId, last: TokenId) -> bool {
        let next = self.parse.tokens().get(last + 1);
        let noun = next.is_some_and(|t| t.upos == Upos::Noun) && self.word(last + 1).starts_with(char::is_lowercase);
        noun || self.is_placed(first, last)
    }

    /// Whether a preposition leads to the words and they end the name.
    fn is_placed(&self, first: TokenId, last: TokenId) -> bool {
        let acts = &self.lexicon.circumstances.acts;
        let before = first.checked_sub(1).filter(|&t| self.parse.token(t).upos == Upos::Adp);
        let placed = before.is_some_and(|t| acts.is_near(&self.word(t).to_lowercase()));
        placed && self.parse.tokens().get(last + 1).is_none_or(|t| t.upos != Upos::Propn)
    }

    fn named_over(&self, first: TokenId, last: TokenId) -> Option<&'a Named> {
        self.parse.named().iter().find(|n| n.first <= last && first <= n.last)
    }

    /// A word of which no town is called: "District", "Avenue", "R".
    fn is_no_name(&self, at: TokenId) -> bool {
        let (places, acts) = (&self.lexicon.world.places, &self.lexicon.circumstances.acts);
        let lower = self.word(at).to_lowercase();
        let known = places.is_word(&lower) || places.kind(&lower).is_some() || acts.ground(&lower).is_some();
        known || self.beside(at).is_some() || lower.chars().count() < SHORTEST
    }

    /// A proper name of a place that no table lists.
    fn unlisted(&self, at: TokenId) -> Option<Spot<'a>> {
        let named = self.parse.named().iter().find(|n| n.first == at && n.kind == EntityKind::Place)?;
        let proper = (named.first..=named.last).all(|t| matches!(self.parse.token(t).upos, Upos::Propn | Upos::X));
        let part = self.beside(at) == Some(Beside::Part);
        let person = self.people.contains(self.word(named.last));
        let word = named.first == named.last && self.is_no_name(at);
        let good = proper && !part && !person && !word && !self.is_tail(at);
        good.then(|| self.spot(named.first, named.last, ToponymKind::Name, Vec::new()))
    }
}

fn is_known(entry: &PlaceEntry) -> bool {
    match entry.kind {
        PlaceKind::Country | PlaceKind::Region => true,
        PlaceKind::County => false,
        PlaceKind::City => entry.capital || entry.population >= KNOWN,
    }
}
