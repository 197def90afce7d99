//! The noun phrases of a sentence in text order, each with the codes of whom it names.
//!
//! A phrase is a noun with what stands before it; what hangs on it behind a preposition is a phrase of its own. A
//! phrase of roles only takes its actor from one that hangs on it ("the ambassadors of Nordland"), and shares it
//! with those it is coordinated with.

use super::Manner;
use super::code::joined;
use super::names::{Find, in_a_row, names, roles};
use super::phrases::{self, is_noun};
use crate::scene::Scene;
use lexicon::petrarch::{Agent, Codebook, Piece, sentence};
use types::{ActorCode, Deprel, Parse, Span, TokenId, Upos};

/// A noun phrase.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Noun {
    /// The word it hangs by.
    pub(super) head: TokenId,
    /// Its first token.
    pub(super) first: TokenId,
    /// Its last token, inclusive.
    pub(super) last: TokenId,
    /// Whom it names.
    pub(super) codes: Vec<ActorCode>,
    /// The number of the phrase that heads its coordination; its own where it heads it or stands alone.
    pub(super) leader: usize,
    agents: Vec<Agent>,
    /// It has an actor among its own words.
    named: bool,
    /// It lent its actor to a phrase above and does not stand for itself.
    lent: bool,
}

/// All noun phrases of a sentence.
pub(super) struct Nouns {
    pieces: Vec<Piece>,
    nouns: Vec<Noun>,
}

impl Nouns {
    pub(super) fn of(scene: &Scene<'_>, book: &Codebook, at: usize, manner: Manner) -> Self {
        let parse = scene.parse(at);
        let pieces = sentence((0..parse.tokens().len()).map(|token| scene.word(at, token)));
        let mut nouns = Self { pieces, nouns: Vec::new() };
        let tops = phrases::tops(parse);
        let found = names(parse, book, scene.document.published, &nouns.pieces, &tops);
        nouns.cut(parse, &phrases::kept_whole(parse, tops, &found), &found, manner);
        nouns.name(parse, book, &found);
        nouns.coordinate(parse);
        nouns.borrow(parse);
        if manner == Manner::Beside {
            nouns.fill(scene, at);
        }
        nouns
    }

    /// Gives phrases that the dictionaries do not know the codes of whom we know them to name.
    fn fill(&mut self, scene: &Scene<'_>, at: usize) {
        for noun in self.nouns.iter_mut().filter(|noun| !noun.named) {
            let known = scene.cast.participants(at, noun.head);
            let codes: Vec<ActorCode> =
                known.iter().filter_map(|actor| scene.lexicon.cameo.actor_code(&actor.affiliation)).collect();
            let better = |code: &ActorCode| noun.codes.is_empty() || !code.as_str().starts_with(ActorCode::NOBODY);
            if codes.iter().any(better) {
                noun.codes = codes;
            }
        }
    }

    /// Tells the cast whom the phrases name that the dictionaries know.
    pub(super) fn teach(&self, scene: &mut Scene<'_>, at: usize) {
        let cameo = &scene.lexicon.cameo;
        for noun in self.nouns.iter().filter(|noun| noun.named) {
            let who = noun.codes.iter().map(|code| cameo.affiliation(code));
            let known = who.filter(|who| who.country.is_some() || !who.sectors.is_empty()).collect();
            scene.cast.learn(at, noun.head, known);
        }
    }

    /// The words of the sentence as phrases are compared with them.
    pub(super) fn pieces(&self) -> &[Piece] {
        &self.pieces
    }

    /// All phrases that stand for themselves, in text order.
    pub(super) fn all(&self) -> impl DoubleEndedIterator<Item = (usize, &Noun)> {
        self.nouns.iter().enumerate().filter(|(_, noun)| !noun.lent)
    }

    /// The phrase that holds a token.
    pub(super) fn holding(&self, token: TokenId) -> Option<usize> {
        self.nouns.iter().position(|noun| noun.first <= token && token <= noun.last)
    }

    /// The head of the phrase with these words.
    pub(super) fn head_of(&self, parse: &Parse, words: Span) -> Option<TokenId> {
        self.nouns.iter().find(|noun| noun.span(parse) == words).map(|noun| noun.head)
    }

    /// A phrase by its number.
    pub(super) fn get(&self, id: usize) -> Option<&Noun> {
        self.nouns.get(id)
    }

    /// The phrases coordinated with one, itself included.
    pub(super) fn together(&self, id: usize) -> Vec<usize> {
        let leader = self.nouns.get(id).map_or(id, |noun| noun.leader);
        (0..self.nouns.len()).filter(|&n| self.nouns.get(n).is_some_and(|noun| noun.leader == leader)).collect()
    }

    /// Cuts the sentence into noun phrases.
    fn cut(&mut self, parse: &Parse, tops: &[TokenId], found: &[Find], manner: Manner) {
        let mut token = 0;
        for run in tops.chunk_by(|a, b| a == b) {
            let (first, last) = (token, token + run.len() - 1);
            token += run.len();
            let head = run.first().copied().unwrap_or(first);
            let named = (first..=last).any(|token| found.iter().any(|name| name.holds(token)));
            let pronoun = manner == Manner::Beside && parse.token(head).upos == Upos::Pron;
            if named || pronoun || is_noun(parse, head) {
                self.push(head, first, last);
            }
        }
    }

    fn push(&mut self, head: TokenId, first: TokenId, last: TokenId) {
        let leader = self.nouns.len();
        self.nouns.push(Noun { head, first, last, codes: vec![], leader, agents: vec![], named: false, lent: false });
    }

    /// Gives every phrase its codes: of the first name in it, or of all that are coordinated, with its roles.
    fn name(&mut self, parse: &Parse, book: &Codebook, found: &[Find]) {
        let mut nouns = std::mem::take(&mut self.nouns);
        for noun in &mut nouns {
            let own: Vec<&Find> = found.iter().filter(|f| noun.first <= f.first && f.last <= noun.last).collect();
            noun.agents = roles(book, &self.pieces, (noun.first, noun.last), &own);
            let actors: Vec<&ActorCode> = in_a_row(parse, &own).into_iter().flat_map(|find| &find.codes).collect();
            noun.named = !actors.is_empty();
            noun.codes = if actors.is_empty() {
                joined(None, &noun.agents).into_iter().collect()
            } else {
                actors.into_iter().filter_map(|actor| joined(Some(actor), &noun.agents)).collect()
            };
        }
        self.nouns = nouns;
    }

    /// Gives coordinated phrases the same leader.
    fn coordinate(&mut self, parse: &Parse) {
        for id in 0..self.nouns.len() {
            let above = self.above(parse, id, &[Deprel::Conj]);
            // No phrase is coordinated with a later one: then the parse is wrong, and the one before is meant.
            let before = above.map(|above| if above < id { above } else { id.saturating_sub(1) });
            let leader = before.and_then(|before| self.nouns.get(before)).map(|noun| noun.leader);
            if let (Some(leader), Some(noun)) = (leader, self.nouns.get_mut(id)) {
                noun.leader = leader;
            }
        }
    }

    /// The phrase that one hangs on by one of some relations.
    fn above(&self, parse: &Parse, id: usize, by: &[Deprel]) -> Option<usize> {
        let token = parse.token(self.nouns.get(id)?.head);
        let head = token.head.filter(|_| by.iter().any(|relation| token.deprel.is(*relation)))?;
        self.holding(head).filter(|&above| above != id)
    }

    /// Roles without an actor take it from the phrases that hang on them, or share it with their like.
    fn borrow(&mut self, parse: &Parse) {
        for id in 0..self.nouns.len() {
            let Some(noun) = self.nouns.get(id).filter(|noun| !noun.named && !noun.agents.is_empty()) else { continue };
            let lenders = self.lenders(parse, id);
            let lent =
                lenders.iter().filter_map(|&at| self.nouns.get(at)).flat_map(|noun| noun.codes.clone()).collect();
            let actors: Vec<ActorCode> = if lenders.is_empty() { self.shared(parse, id) } else { lent };
            let codes: Vec<ActorCode> = actors.iter().filter_map(|actor| joined(Some(actor), &noun.agents)).collect();
            self.nouns.iter_mut().enumerate().for_each(|(at, noun)| noun.lent |= lenders.contains(&at));
            self.nouns
                .iter_mut()
                .skip(id)
                .take(1)
                .filter(|_| !codes.is_empty())
                .for_each(|noun| noun.codes = codes.clone());
        }
    }

    /// The phrases of actors that hang on a phrase or one coordinated with it: "lawmakers and officials **in Nordland**".
    fn lenders(&self, parse: &Parse, id: usize) -> Vec<usize> {
        let alike = self.together(id);
        let hangs = |&other: &usize| {
            let above = self.above(parse, other, &[Deprel::Nmod]);
            self.nouns.get(other).is_some_and(|noun| noun.named) && above.is_some_and(|above| alike.contains(&above))
        };
        (0..self.nouns.len()).find(hangs).map(|lender| self.together(lender)).unwrap_or_default()
    }

    /// The actor of the first phrase in a coordination, which counts for one without article: "**Danish** media and government".
    fn shared(&self, parse: &Parse, id: usize) -> Vec<ActorCode> {
        let head = self.nouns.get(id).map_or(0, |noun| noun.head);
        let bare = parse.children_by(head, Deprel::Det).next().is_none();
        let first = self.together(id).first().and_then(|&first| self.nouns.get(first));
        first.filter(|first| bare && first.named).map(Noun::own_actor).unwrap_or_default()
    }
}

impl Noun {
    /// Its actors without their roles: the first block.
    fn own_actor(&self) -> Vec<ActorCode> {
        let bare = |code: &ActorCode| code.as_str().get(..3).and_then(|block| block.parse().ok());
        self.codes.iter().filter_map(bare).collect()
    }

    /// Its words.
    pub(super) fn span(&self, parse: &Parse) -> Span {
        parse.token(self.first).span.join(parse.token(self.last).span)
    }
}
