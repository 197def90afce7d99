//! Which places and peoples the tables list under the words at some place of a sentence.

use lexicon::{Case, Lexicon, NameKind, PlaceEntry, PlaceKind};
use std::borrow::Cow;
use std::cmp::Ordering;
use types::{Parse, TokenId, ToponymKind};

/// Words that tables list, and what they may name.
#[derive(Debug, Clone)]
pub(super) struct Listed<'a> {
    /// How many words of the sentence.
    pub(super) words: usize,
    pub(super) kind: ToponymKind,
    pub(super) entries: Vec<Cow<'a, PlaceEntry>>,
    /// Whether the words can mean nothing but a place: a short form, a county, a name with a kind.
    pub(super) sure: bool,
}

impl Listed<'_> {
    /// Whether it names a state.
    pub(super) fn is_state(&self) -> bool {
        self.entries.iter().any(|entry| entry.kind == PlaceKind::Country)
    }
}

/// The tables seen from one sentence.
pub(super) struct Listing<'a> {
    lexicon: &'a Lexicon,
    parse: &'a Parse,
    pub(super) words: Vec<&'a str>,
    case: Case,
}

/// Places by the number of words of their name.
type Places<'a> = (usize, Vec<Cow<'a, PlaceEntry>>);

impl<'a> Listing<'a> {
    pub(super) fn new(lexicon: &'a Lexicon, text: &'a str, parse: &'a Parse) -> Self {
        let words: Vec<&str> = parse.tokens().iter().map(|t| t.span.of(text)).collect();
        let small = words.iter().any(|word| word.chars().any(char::is_lowercase));
        let case = if small { Case::Sentence } else { Case::Capitals };
        Self { lexicon, parse, words, case }
    }

    /// The longest name that begins at a word.
    pub(super) fn at(&self, at: TokenId) -> Option<Listed<'a>> {
        if let Some(short) = self.short(at) {
            return Some(short);
        }
        let words = self.words.get(at..)?;
        match (self.name(words), self.demonym(words)) {
            (Some(name), Some(demonym)) if demonym.words > name.words => Some(demonym),
            (Some(name), Some(demonym)) if demonym.words == name.words && !name.is_state() => Some(demonym),
            (None, demonym) => demonym,
            (name, _) => name,
        }
    }

    /// "Ga.", "W. Va.", and behind a comma "GA".
    fn short(&self, at: TokenId) -> Option<Listed<'a>> {
        let places = &self.lexicon.world.places;
        let one = *self.words.get(at)?;
        let behind_comma = at.checked_sub(1).is_some_and(|before| self.words[before] == ",");
        let stopped = self.stopped(at);
        let two = self.words.get(at..at + 2).map(|two| two.join(" "));
        let found = two
            .and_then(|two| places.abbreviated(&two).or_else(|| places.abbreviated(&(two + "."))).map(|e| (2, e)))
            .or_else(|| stopped.then(|| places.abbreviated(&format!("{one}."))).flatten().map(|e| (2, e)))
            .or_else(|| places.abbreviated(one).filter(|_| behind_comma || one.contains('.')).map(|e| (1, e)));
        let (words, entry) = found?;
        Some(Listed { words, kind: ToponymKind::Name, entries: vec![Cow::Borrowed(entry)], sure: true })
    }

    /// Whether a full stop touches a word.
    fn stopped(&self, at: TokenId) -> bool {
        let next = self.words.get(at + 1).is_some_and(|word| *word == ".");
        next && self.parse.token(at).span.end == self.parse.token(at + 1).span.start
    }

    fn demonym(&self, words: &[&'a str]) -> Option<Listed<'a>> {
        let world = &self.lexicon.world;
        let (count, state) = world.states.demonym(words, self.case)?;
        let name: Vec<&str> = state.name().split(' ').collect();
        let (_, entries) = world.places.longest(&name, Case::Sentence)?;
        let entry = entries.into_iter().find(|entry| entry.kind == PlaceKind::Country)?;
        Some(Listed { words: count, kind: ToponymKind::Demonym, entries: vec![Cow::Borrowed(entry)], sure: false })
    }

    fn name(&self, words: &[&'a str]) -> Option<Listed<'a>> {
        let own = self.places(words);
        let full = self.lexicon.world.places.full_opening(words.first()?).and_then(|full| {
            let words: Vec<&str> = std::iter::once(full).chain(words.iter().skip(1).copied()).collect();
            self.places(&words)
        });
        let (count, entries) = longer(own, full)?;
        let kind = count.checked_sub(1).and_then(|last| words.get(last)).filter(|_| count > 1);
        let kind = kind.is_some_and(|word| word.starts_with(char::is_lowercase));
        let county = count > 1 && entries.iter().all(|entry| entry.kind == PlaceKind::County);
        Some(Listed { words: count - usize::from(kind), kind: ToponymKind::Name, entries, sure: kind || county })
    }

    /// From both tables.
    fn places(&self, words: &[&str]) -> Option<Places<'a>> {
        let places = &self.lexicon.world.places;
        let case = if is_shouted(words.first()?) { Case::Capitals } else { self.case };
        let listed = places.longest(words, case);
        let listed = listed.map(|(count, all)| (count, all.into_iter().map(Cow::Borrowed).collect()));
        let towns = places.towns().longest(words, case);
        longer(listed, towns.map(|(count, all)| (count, all.into_iter().map(Cow::Owned).collect())))
    }

    /// A county by its bare name: "in Anderson and Cherokee counties".
    pub(super) fn county(&self, at: TokenId) -> Option<Listed<'a>> {
        let (count, entries) =
            self.lexicon.world.places.towns().longest(&[self.words.get(at)?, "County"], self.case)?;
        let entries: Vec<Cow<'a, PlaceEntry>> = entries.into_iter().map(Cow::Owned).collect();
        (count == 2).then_some(Listed { words: 1, kind: ToponymKind::Name, entries, sure: true })
    }

    /// How many words the name of an outlet, firm, body or person has that begins here, and what it names.
    pub(super) fn actor(&self, at: TokenId) -> Option<(usize, NameKind)> {
        let found = self.lexicon.world.names.longest(self.words.get(at..)?, self.case)?;
        Some((found.words, found.entries.first()?.kind))
    }
}

fn longer<'a>(a: Option<Places<'a>>, b: Option<Places<'a>>) -> Option<Places<'a>> {
    let (Some(mut a), Some(b)) = (a.clone(), b.clone()) else { return a.or(b) };
    match a.0.cmp(&b.0) {
        Ordering::Less => Some(b),
        Ordering::Greater => Some(a),
        Ordering::Equal => {
            a.1.extend(b.1);
            Some(a)
        }
    }
}

/// "BEIRUT", "DeKALB": a word whose capitals are not those of running text.
fn is_shouted(word: &str) -> bool {
    let (capitals, small) = word.chars().fold((0, 0), |(capitals, small), c| {
        (capitals + usize::from(c.is_uppercase()), small + usize::from(c.is_lowercase()))
    });
    capitals > 2 && capitals > small && word.len() > 3
}
