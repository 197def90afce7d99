//! The names of a sentence that the tables know: states, peoples, capitals, actors, places.

use lexicon::{Case, Lexicon, NameKind, PlaceKind};
use types::{Affiliation, Country, Date, Deprel, EntityKind, Parse, Sector, TokenId, Upos};

/// What a name means.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Meaning {
    /// An actor of the tables.
    Actor(Affiliation, NameKind),
    /// A state by its name.
    State(Country, Sector),
    /// A people, or the adjective of a state.
    People(Country, Sector),
    /// A capital, which may stand for its government.
    Capital(Country),
    /// A region or town, with the countries that have one of that name, likeliest first.
    Place(Vec<Country>, PlaceKind),
}

/// A name and the tokens it covers, both inclusive.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Find {
    pub(crate) first: TokenId,
    pub(crate) last: TokenId,
    pub(crate) meaning: Meaning,
    /// Who else bears the name elsewhere: parties and bodies of other states.
    namesakes: Vec<Meaning>,
    /// Whether the name is the whole name of whom it is taken for.
    in_full: bool,
}

/// All names of a sentence.
#[derive(Debug, Default)]
pub(crate) struct Finds {
    finds: Vec<Find>,
    at: Vec<Option<usize>>,
}

impl Find {
    /// The last of its tokens that hangs on none of the others.
    pub(crate) fn head(&self, parse: &Parse) -> TokenId {
        let inside = |t: TokenId| parse.token(t).head.is_some_and(|h| (self.first..=self.last).contains(&h));
        (self.first..=self.last).rev().find(|&t| !inside(t)).unwrap_or(self.last)
    }
}

impl Find {
    /// Whether bodies of several countries bear the name.
    pub(crate) fn is_shared(&self) -> bool {
        !self.namesakes.is_empty()
    }

    /// "the Labour Party": that of the country spoken of most; else one of no country, or the one that has no other
    /// name; else nobody can tell whose it is.
    fn settle(&mut self, lexicon: &Lexicon, spoken_of: &[Country]) {
        let times = |meaning: &Meaning| spoken_of.iter().filter(|&&c| meaning.country() == Some(c)).count();
        let stateless = |meaning: &Meaning| meaning.country().is_some_and(|c| !super::setting::is_state(lexicon, c));
        let all = || std::iter::once(&self.meaning).chain(&self.namesakes);
        let most = all().map(times).max().unwrap_or(0);
        let spoken = all().find(|&meaning| most > 0 && times(meaning) == most);
        match spoken.or_else(|| all().find(|&meaning| stateless(meaning))).cloned() {
            Some(meaning) => self.meaning = meaning,
            None if self.in_full => {}
            None => self.meaning.forget_country(),
        }
    }
}

impl Meaning {
    fn is_called(&self, words: &[&str]) -> bool {
        matches!(self, Meaning::Actor(affiliation, _) if affiliation.name.as_deref() == Some(&*words.join(" ")))
    }

    fn forget_country(&mut self) {
        if let Meaning::Actor(affiliation, _) = self {
            affiliation.country = None;
        }
    }

    /// The country it tells.
    pub(crate) fn country(&self) -> Option<Country> {
        match self {
            Meaning::Actor(affiliation, _) => affiliation.country,
            Meaning::State(country, _) | Meaning::People(country, _) | Meaning::Capital(country) => Some(*country),
            Meaning::Place(countries, _) => countries.first().copied(),
        }
    }

    /// Whether a place of the name may lie in a country.
    fn may_be_in(&self, country: Country) -> bool {
        match self {
            Meaning::Place(countries, _) => countries.contains(&country),
            _ => self.country() == Some(country),
        }
    }

    /// Whether it is some stretch of the earth.
    pub(crate) fn is_place(&self) -> bool {
        matches!(self, Meaning::State(..) | Meaning::Capital(_) | Meaning::Place(..))
    }
}

impl Finds {
    /// Finds the longest names from left to right.
    pub(crate) fn of(lexicon: &Lexicon, text: &str, day: Option<Date>, parse: &Parse) -> Self {
        let words: Vec<&str> = parse.tokens().iter().map(|t| t.span.of(text)).collect();
        let case = case_of(&words);
        let mut found = Self { finds: Vec::new(), at: vec![None; words.len()] };
        let mut at = 0;
        while at < words.len() {
            let length = match longest(lexicon, &words[at..], case, day)
                .filter(|(n, m)| fits(parse, at, *n, m) && !is_role(lexicon, words[at], *n, m))
                .filter(|(_, m)| !is_wider(lexicon, &words[..at], m))
            {
                Some((length, meaning)) => {
                    let namesakes = namesakes(lexicon, &words[at..at + length], case, day, &meaning);
                    let in_full = meaning.is_called(&words[at..at + length]);
                    found.push(Find { first: at, last: at + length - 1, meaning, namesakes, in_full });
                    length
                }
                None => 1,
            };
            at += length;
        }
        found
    }

    fn push(&mut self, find: Find) {
        for slot in self.at.iter_mut().take(find.last + 1).skip(find.first) {
            *slot = Some(self.finds.len());
        }
        self.finds.push(find);
    }

    /// The name that covers a token.
    pub(crate) fn at(&self, token: TokenId) -> Option<&Find> {
        self.finds.get((*self.at.get(token)?)?)
    }

    /// All, in text order.
    pub(crate) fn all(&self) -> &[Find] {
        &self.finds
    }

    /// Of towns and bodies of the same name, prefers those of countries that the document speaks of.
    pub(crate) fn settle(&mut self, lexicon: &Lexicon, parse: &Parse, spoken_of: &[Country]) {
        self.finds.iter_mut().filter(|find| find.is_shared()).for_each(|find| find.settle(lexicon, spoken_of));
        let next: Vec<Option<Country>> = self.finds.iter().map(|find| self.region_behind(find)).collect();
        let wider: Vec<Option<Country>> = self.finds.iter().map(|find| self.wider(parse, find)).collect();
        for ((find, region), wider) in self.finds.iter_mut().zip(next).zip(wider) {
            if let Some(country) = wider.filter(|c| !find.meaning.may_be_in(*c)) {
                find.meaning = Meaning::Place(vec![country], PlaceKind::City);
            }
            if let Meaning::Place(countries, _) = &mut find.meaning {
                countries.sort_by_key(|country| (Some(*country) != region, !spoken_of.contains(country)));
            }
        }
    }

    /// The country of the place in apposition behind a comma, where the name is that of a state or capital too:
    /// "Athens, Georgia", "Saint Helena Island, South Carolina".
    fn wider(&self, parse: &Parse, find: &Find) -> Option<Country> {
        let head = find.head(parse);
        let whole = parse.token(head).head.filter(|_| parse.token(head).deprel == Deprel::Compound).unwrap_or(head);
        let whole = Some(whole).filter(|&w| find.meaning.is_place() && w >= find.last)?;
        let beside = |t: TokenId| matches!(parse.token(t).deprel, Deprel::Appos | Deprel::NmodUnmarked);
        let next = (whole + 1..parse.tokens().len().min(whole + MAX_GAP)).find_map(|t| self.at(t))?;
        let apposed = beside(next.head(parse)) && parse.token(next.head(parse)).head == Some(whole);
        next.meaning.country().filter(|_| apposed && matches!(next.meaning, Meaning::Place(..)))
    }

    /// The country of the name behind a comma: "Reading, UK".
    fn region_behind(&self, find: &Find) -> Option<Country> {
        let next = self.at(find.last + 2).filter(|next| next.first == find.last + 2)?;
        next.meaning.country().filter(|_| next.meaning.is_place())
    }
}

/// How soon behind a name the place must stand that tells where it lies.
const MAX_GAP: usize = 3;

/// "Latin American", "South American": of no one country.
fn is_wider(lexicon: &Lexicon, before: &[&str], meaning: &Meaning) -> bool {
    let Meaning::People(country, _) = meaning else { return false };
    let Some(word) = before.iter().rev().find(|word| **word != "-") else { return false };
    let elsewhere = lexicon.world.descriptions.kind(&word.to_lowercase()) == Some(lexicon::DescriptionKind::Elsewhere);
    elsewhere || is_part_of_several(lexicon, word, *country)
}

/// Whether a word before the name of a state makes it that of a region of several: "South" before "America".
fn is_part_of_several(lexicon: &Lexicon, word: &str, country: Country) -> bool {
    let states = lexicon.world.states.all().iter().filter(|state| state.country == country);
    let several = |name: &str| {
        let region = lexicon.world.places.longest(&[word, name], Case::Sentence);
        region.is_some_and(|(words, all)| words == 2 && all.first().is_some_and(|place| place.country.is_none()))
    };
    word.starts_with(char::is_uppercase) && states.flat_map(|state| &state.names).any(|name| several(name))
}

/// A sentence without a small letter is written in capitals.
fn case_of(words: &[&str]) -> Case {
    let small = words.iter().any(|word| word.chars().any(char::is_lowercase));
    if small { Case::Sentence } else { Case::Capitals }
}

/// The longest name at the first word; of equally long ones the order of asking decides.
fn longest(lexicon: &Lexicon, words: &[&str], case: Case, day: Option<Date>) -> Option<(usize, Meaning)> {
    let first = words.first()?.chars().next()?;
    if !first.is_alphanumeric() {
        return None;
    }
    let world = &lexicon.world;
    let mut found: Vec<(usize, Meaning)> = Vec::new();
    found.extend(world.states.name(words, case).map(|(n, state)| (n, Meaning::State(state.country, state.sector))));
    found.extend(world.states.demonym(words, case).map(|(n, state)| (n, Meaning::People(state.country, state.sector))));
    found.extend(actor(lexicon, words, case, day));
    found.extend(world.states.capital(words, case).map(|(n, state)| (n, Meaning::Capital(state.country))));
    found.extend(place(lexicon, words, case));
    let length = found.iter().map(|(n, _)| *n).max()?;
    found.into_iter().find(|(n, _)| *n == length)
}

fn actor(lexicon: &Lexicon, words: &[&str], case: Case, day: Option<Date>) -> Option<(usize, Meaning)> {
    let found = lexicon.world.names.longest(words, case)?;
    let all = found.affiliations(day);
    let full = all.iter().find(|affiliation| affiliation.name.as_deref() == Some(&*words[..found.words].join(" ")));
    let affiliation = full.or(all.first()).cloned()?;
    let kind = found.entries.iter().find(|e| Some(&*e.name) == affiliation.name.as_deref()).map(|e| e.kind);
    Some((found.words, Meaning::Actor(affiliation, kind?)))
}

/// The other bodies that bear a name, of other countries than the one found.
fn namesakes(lexicon: &Lexicon, words: &[&str], case: Case, day: Option<Date>, meaning: &Meaning) -> Vec<Meaning> {
    let Meaning::Actor(first, kind) = meaning else { return vec![] };
    let all = lexicon
        .world
        .names
        .longest(words, case)
        .filter(|found| *kind != NameKind::Person && found.words == words.len());
    let others = all.into_iter().flat_map(|found| found.affiliations(day));
    others.filter(|other| other.country != first.country).map(|other| Meaning::Actor(other, *kind)).collect()
}

fn place(lexicon: &Lexicon, words: &[&str], case: Case) -> Option<(usize, Meaning)> {
    let (length, entries) = lexicon.world.places.longest(words, case)?;
    let kind = entries.first()?.kind;
    let mut countries: Vec<Country> = Vec::new();
    for country in entries.iter().filter_map(|entry| entry.country) {
        if !countries.contains(&country) {
            countries.push(country);
        }
    }
    Some((length, Meaning::Place(countries, kind)))
}

/// Whether the reading of the sentence admits the name there.
fn fits(parse: &Parse, first: TokenId, length: usize, meaning: &Meaning) -> bool {
    let tokens = first..first + length;
    let inside_name = parse.token(first).deprel.is(types::Deprel::Flat);
    let proper = tokens.clone().any(|t| matches!(parse.token(t).upos, Upos::Propn | Upos::X));
    match meaning {
        Meaning::Place(..) => proper && !inside_name && !is_part_of_person(parse, first, first + length - 1),
        Meaning::Capital(_) | Meaning::State(..) => {
            !is_part_of_person(parse, first, first + length - 1) && known_word(parse, first)
        }
        Meaning::Actor(..) | Meaning::People(..) => known_word(parse, first),
    }
}

/// A town of one word that is also a role noun is most often the noun ("Fishers").
fn is_role(lexicon: &Lexicon, word: &str, length: usize, meaning: &Meaning) -> bool {
    let word = word.to_lowercase();
    let listed = |word: &str| lexicon.world.roles.longest_ending(&[word]).is_some();
    length == 1
        && matches!(meaning, Meaning::Place(..))
        && (listed(&word) || word.strip_suffix('s').is_some_and(listed))
}

/// A pronoun, verb or particle is no name ("US" and "us", "Who" and "WHO").
fn known_word(parse: &Parse, token: TokenId) -> bool {
    !matches!(parse.token(token).upos, Upos::Verb | Upos::Aux | Upos::Part | Upos::Sconj | Upos::Cconj)
}

/// "Paris Hilton", "Khairi Saadallah": inside a person's name, not before it.
fn is_part_of_person(parse: &Parse, first: TokenId, last: TokenId) -> bool {
    parse.named().iter().any(|name| {
        name.kind == EntityKind::Person
            && name.first <= first
            && last <= name.last
            && (last - first) < (name.last - name.first)
            && (name.first < first
                || last < name.last && parse.token(name.last).upos == Upos::Propn && flat_together(parse, first, last))
    })
}

fn flat_together(parse: &Parse, first: TokenId, last: TokenId) -> bool {
    let next = last + 1;
    parse.tokens().get(next).is_some_and(|token| token.deprel.is(types::Deprel::Flat) && token.head == Some(first))
}
