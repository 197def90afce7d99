//! The places that a phrase names: the one it is about, and those that tell where that one lies.

use crate::scene::Scene;
use crate::syntax;
use lexicon::{Case, Ground, PlaceEntry, PlaceKind};
use types::{Deprel, EntityKind, Parse, Span, TokenId, Upos};

/// A place name: its tokens, both inclusive, and all places of that name, the likeliest first.
#[derive(Debug, Clone)]
pub(crate) struct Name<'a> {
    pub(crate) first: TokenId,
    pub(crate) last: TokenId,
    pub(crate) entries: Vec<&'a PlaceEntry>,
}

/// What a phrase says of place.
#[derive(Debug, Clone)]
pub(crate) struct Named<'a> {
    /// The place meant.
    pub(crate) main: Name<'a>,
    /// Wider places that it is said to lie in.
    pub(crate) within: Vec<Name<'a>>,
}

/// How deep phrases inside phrases are followed.
const MAX_DEPTH: usize = 4;

/// Reads the phrases of one sentence.
pub(crate) struct Reader<'a> {
    scene: &'a Scene<'a>,
    sentence: usize,
    parse: &'a Parse,
    words: Vec<&'a str>,
    case: Case,
}

impl<'a> Reader<'a> {
    pub(crate) fn new(scene: &'a Scene<'a>, sentence: usize) -> Self {
        let parse = scene.parse(sentence);
        let words: Vec<&str> = parse.tokens().iter().map(|t| t.span.of(&scene.document.text)).collect();
        let small = words.iter().any(|word| word.chars().any(char::is_lowercase));
        let case = if small { Case::Sentence } else { Case::Capitals };
        Self { scene, sentence, parse, words, case }
    }

    /// The place that a phrase with this head is, lies in or is called by.
    pub(crate) fn phrase(&self, head: TokenId) -> Option<Named<'a>> {
        self.own(head).or_else(|| self.nested(head)).or_else(|| self.modified(head))
    }

    /// The place that the phrase itself names: "Guasave, Sinaloa", "the town of Aden".
    pub(crate) fn own(&self, head: TokenId) -> Option<Named<'a>> {
        let name = self.names_at(head).into_iter().find(|name| name.covers(head));
        let apposed = || self.parse.children_by(head, Deprel::Appos).find_map(|c| self.name_over(c));
        let of = || self.is_area(head).then(|| self.behind_of(head)).flatten();
        let main = name.or_else(of).or_else(|| self.is_ground(head).then(apposed).flatten());
        let Some(main) = main else { return self.behind_commas(head) };
        let mut within = self.enumerated(main.last);
        within.extend(self.around(head).into_iter().filter(|name| name.first != main.first));
        Some(Named { main, within })
    }

    /// "Umlazi, KwaZulu-Natal, South Africa" where the first name is not listed: the nearest that is.
    fn behind_commas(&self, head: TokenId) -> Option<Named<'a>> {
        let last = self.parse.children_by(head, Deprel::Flat).last().unwrap_or(head);
        let proper =
            self.parse.token(head).upos == Upos::Propn && self.parse.token(head).entity != Some(EntityKind::Person);
        let mut names = self.enumerated(last).into_iter().filter(|_| proper);
        names.next().map(|main| Named { main, within: names.collect() })
    }

    /// The place inside the phrase: "a bar in Puebla, Mexico".
    pub(crate) fn nested(&self, head: TokenId) -> Option<Named<'a>> {
        self.nested_to(head, MAX_DEPTH)
    }

    fn nested_to(&self, head: TokenId, depth: usize) -> Option<Named<'a>> {
        let depth = depth.checked_sub(1)?;
        let inside: Vec<TokenId> = self.placed_children(head).collect();
        let direct = inside.iter().find_map(|&c| self.own(c));
        let deeper = || inside.iter().find_map(|&c| self.nested_to(c, depth).or_else(|| self.modified(c)));
        direct.or_else(deeper).or_else(|| self.passages(head).find_map(|c| self.nested_to(c, depth)))
    }

    /// Words through which a noun leads to a place: "tonnes of cocaine hidden on a ship off …", "missiles targeting troops at …".
    fn passages(&self, head: TokenId) -> impl Iterator<Item = TokenId> + '_ {
        self.parse.children(head).iter().copied().filter(move |&c| match self.parse.token(c).deprel {
            Deprel::Conj | Deprel::Acl => true,
            Deprel::Nmod => syntax::case_of(self.parse, c).is_some_and(|case| case == "of"),
            Deprel::Obj | Deprel::Obl => self.parse.token(head).deprel == Deprel::Acl,
            _ => false,
        })
    }

    /// All phrases of place inside a phrase, outer ones first.
    pub(crate) fn placed(&self, head: TokenId) -> Vec<TokenId> {
        let mut found: Vec<TokenId> = self.placed_children(head).collect();
        let mut next = 0;
        while let Some(&at) = found.get(next) {
            found.extend(self.placed_children(at));
            next += 1;
        }
        found
    }

    /// Phrases of place that hang on a noun.
    fn placed_children(&self, head: TokenId) -> impl Iterator<Item = TokenId> + '_ {
        let acts = &self.scene.lexicon.circumstances.acts;
        self.parse.children(head).iter().copied().filter(move |&c| {
            let phrase = matches!(self.parse.token(c).deprel, Deprel::Nmod | Deprel::Obl);
            phrase
                && syntax::case_of(self.parse, c)
                    .is_some_and(|case| acts.is_locative(&case) || case == "of" && self.is_ground(head))
        })
    }

    /// The place that a word before the head of a site tells: "a Baghdad airport", "Iraqi bases".
    fn modified(&self, head: TokenId) -> Option<Named<'a>> {
        let ground = self.ground(head)?;
        if ground == Ground::Mission {
            return None;
        }
        let before = self.around(head).into_iter().next().or_else(|| self.demonym(head))?;
        let within = self.enumerated(before.last);
        Some(Named { main: before, within })
    }

    fn ground(&self, head: TokenId) -> Option<Ground> {
        self.scene.lexicon.circumstances.acts.ground(&self.parse.token(head).lemma.to_lowercase())
    }

    fn is_ground(&self, head: TokenId) -> bool {
        self.ground(head).is_some() || self.parse.token(head).entity == Some(EntityKind::Place)
    }

    /// Whether "of" behind a noun leads to the name of the place.
    fn is_area(&self, head: TokenId) -> bool {
        let place =
            self.parse.token(head).entity == Some(EntityKind::Place) && !self.scene.cast.is_body(self.sentence, head);
        self.ground(head) == Some(Ground::Area) || place
    }

    fn behind_of(&self, head: TokenId) -> Option<Name<'a>> {
        let of = |c: &TokenId| syntax::case_of(self.parse, *c).is_some_and(|case| case == "of");
        self.parse.children_by(head, Deprel::Nmod).filter(of).find_map(|c| self.name_over(c))
    }

    fn name_over(&self, head: TokenId) -> Option<Name<'a>> {
        self.names_at(head).into_iter().find(|name| name.covers(head))
    }

    /// Names among the head's modifiers, possessors and phrases of place: "Mexico's Sinaloa state", "Reading in England".
    fn around(&self, head: TokenId) -> Vec<Name<'a>> {
        let before = self.parse.children(head).iter().copied().filter(|&c| is_modifier(self.parse.token(c).deprel));
        let inside = self.placed_children(head).chain(self.parse.children_by(head, Deprel::Appos));
        before.chain(inside).flat_map(|c| self.names_at(c)).collect()
    }

    /// "Puebla, Mexico", "Aden, in southern Yemen": names behind a word that have no role of their own in the clause.
    fn enumerated(&self, after: TokenId) -> Vec<Name<'a>> {
        let mut found = Vec::new();
        let mut last = after;
        while let Some(name) = self.joined(last + 1).filter(|name| self.is_loose(name)) {
            last = name.last;
            found.push(name);
        }
        found
    }

    /// The name that a comma, a preposition of place or both lead to.
    fn joined(&self, from: TokenId) -> Option<Name<'a>> {
        let comma = from + usize::from(*self.words.get(from)? == ",");
        let located = self.scene.lexicon.circumstances.acts.is_locative(&self.words.get(comma)?.to_lowercase());
        if !located {
            return self.name_from(comma).filter(|_| comma > from);
        }
        let minor = |t: &TokenId| matches!(self.parse.token(*t).upos, Upos::Det | Upos::Adj);
        let start = (comma + 1..self.words.len()).find(|t| !minor(t)).unwrap_or(comma);
        self.name_from(comma + 1).or_else(|| self.name_from(start))
    }

    fn is_loose(&self, name: &Name<'_>) -> bool {
        use Deprel::*;
        (name.first..=name.last)
            .all(|t| !matches!(self.parse.token(t).deprel, Nsubj | NsubjPass | Obj | Iobj | Root | NmodPoss))
    }

    /// Names that begin at the head or at a word that is part of its name.
    fn names_at(&self, head: TokenId) -> Vec<Name<'a>> {
        let part = |c: &TokenId| {
            let deprel = self.parse.token(*c).deprel;
            matches!(deprel, Deprel::Flat | Deprel::FlatForeign | Deprel::Goeswith)
                || is_modifier(deprel) && deprel != Deprel::NmodPoss
        };
        let parts = self.parse.children(head).iter().copied().filter(part).min().unwrap_or(head).min(head);
        let mut found: Vec<Name<'a>> = Vec::new();
        let mut at = self.capital_article(parts).unwrap_or(parts);
        while at <= head {
            let name = self.name_from(at);
            at = name.as_ref().map_or(at, |name| name.last) + 1;
            found.extend(name);
        }
        found
    }

    /// "The" of "The Hague".
    fn capital_article(&self, name: TokenId) -> Option<TokenId> {
        let before = name.checked_sub(1)?;
        let capital = self.words.get(before)?.starts_with(char::is_uppercase);
        (capital && self.parse.token(before).upos == Upos::Det).then_some(before)
    }

    /// The longest name that begins at a word.
    fn name_from(&self, first: TokenId) -> Option<Name<'a>> {
        let words = self.words.get(first..)?;
        words.first().and_then(|word| word.chars().next()).filter(|c| c.is_alphanumeric())?;
        let (count, entries) = self.scene.lexicon.world.places.longest(words, self.case)?;
        let last = first + count.checked_sub(1)?;
        let name = Name { first, last, entries };
        (self.is_proper(&name) && !self.is_person(&name) && !self.goes_on(&name)).then_some(name)
    }

    /// Whether the words are only the beginning of a longer name, other than that of a site: "Highland Papua".
    fn goes_on(&self, name: &Name<'_>) -> bool {
        let flat =
            (name.first..=name.last).any(|t| self.parse.children_by(t, Deprel::Flat).any(|c| c == name.last + 1));
        let last = self.parse.token(name.last);
        let part = matches!(last.deprel, Deprel::Compound | Deprel::Amod);
        let longer = |head: TokenId| {
            head > name.last && self.parse.token(head).upos == Upos::Propn && self.ground(head).is_none()
        };
        flat || part && last.head.is_some_and(longer)
    }

    fn is_proper(&self, name: &Name<'_>) -> bool {
        (name.first..=name.last).any(|t| matches!(self.parse.token(t).upos, Upos::Propn | Upos::X))
    }

    /// Whether the words are part of somebody's name.
    fn is_person(&self, name: &Name<'_>) -> bool {
        let covers = |named: &types::Named| {
            named.first <= name.first && name.last <= named.last && named.last - named.first > name.last - name.first
        };
        self.parse.named().iter().any(|named| named.kind == EntityKind::Person && covers(named))
    }

    /// A people or its adjective before a noun.
    fn demonym(&self, head: TokenId) -> Option<Name<'a>> {
        let world = &self.scene.lexicon.world;
        let modifiers = self.parse.children(head).iter().copied().filter(|&c| is_modifier(self.parse.token(c).deprel));
        modifiers.into_iter().find_map(|first| {
            let (count, state) = world.states.demonym(self.words.get(first..)?, self.case)?;
            let name: Vec<&str> = state.name().split(' ').collect();
            let (_, entries) = world.places.longest(&name, Case::Sentence)?;
            let entries = entries.into_iter().filter(|e| e.kind == PlaceKind::Country).collect();
            Some(Name { first, last: first + count.checked_sub(1)?, entries })
        })
    }

    /// The words from the article of a name to the last name that it lies in.
    pub(crate) fn span(&self, named: &Named<'_>) -> Span {
        let first = named.main.first;
        let own = |t: &TokenId| {
            let token = self.parse.token(*t);
            token.upos == Upos::Det && token.head.is_some_and(|head| named.main.covers(head))
        };
        let article = first.checked_sub(1).filter(own).unwrap_or(first);
        let behind = named.within.iter().filter(|name| name.first > named.main.last).map(|name| name.last);
        let last = behind.fold(named.main.last, usize::max);
        self.parse.token(article).span.join(self.parse.token(last).span)
    }

    /// Names among the modifiers of a noun, for acts named by where they took place ("Kabul bombing").
    pub(crate) fn before(&self, noun: TokenId) -> Vec<Named<'a>> {
        let modifiers = self.parse.children(noun).iter().copied();
        let modifiers =
            modifiers.filter(|&c| is_modifier(self.parse.token(c).deprel) && self.parse.token(c).upos == Upos::Propn);
        let names = modifiers.flat_map(|c| self.names_at(c));
        names.map(|main| Named { within: self.enumerated(main.last), main }).collect()
    }
}

impl Name<'_> {
    pub(crate) fn covers(&self, token: TokenId) -> bool {
        (self.first..=self.last).contains(&token)
    }
}

fn is_modifier(deprel: Deprel) -> bool {
    matches!(deprel, Deprel::Compound | Deprel::Amod | Deprel::NmodPoss | Deprel::NmodDesc | Deprel::NmodUnmarked)
}
