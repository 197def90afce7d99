//! The noun phrases of a sentence in text order, each with the codes of whom it names.
//!
//! A phrase is a noun with what stands before it; what hangs on it behind a preposition is a phrase of its own. A
//! phrase of roles only takes its actor from one that hangs on it ("the ambassadors of Nordland"), and shares it
//! with those it is coordinated with.

use super::Manner;
use super::code::joined;
use crate::scene::Scene;
use lexicon::petrarch::{Agent, Codebook, Piece, sentence};
use types::{ActorCode, Date, Deprel, Parse, Span, TokenId, Upos, Xpos};

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
    /// The dictionaries do not know it, but we do.
    filled: bool,
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
        let found = nouns.actors(parse, book, scene.document.published);
        nouns.cut(parse, &found, manner);
        nouns.name(book, &found);
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
                noun.filled = true;
            }
        }
    }

    /// Tells the cast whom the phrases name that the dictionaries know.
    pub(super) fn teach(&self, scene: &mut Scene<'_>, at: usize) {
        let cameo = &scene.lexicon.cameo;
        for noun in self.nouns.iter().filter(|noun| noun.named && !noun.filled) {
            let who = noun.codes.iter().map(|code| cameo.affiliation(code));
            scene.cast.learn(
                at,
                noun.head,
                who.filter(|who| who.country.is_some() || !who.sectors.is_empty()).collect(),
            );
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

    pub(super) fn get(&self, id: usize) -> Option<&Noun> {
        self.nouns.get(id)
    }

    /// The phrases coordinated with one, itself included.
    pub(super) fn together(&self, id: usize) -> Vec<usize> {
        let leader = self.nouns.get(id).map_or(id, |noun| noun.leader);
        (0..self.nouns.len()).filter(|&n| self.nouns.get(n).is_some_and(|noun| noun.leader == leader)).collect()
    }

    /// Names in the sentence: tokens, inclusive, and codes.
    fn actors(&self, parse: &Parse, book: &Codebook, day: Option<Date>) -> Vec<Find> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < self.pieces.len() {
            let hit = book.actors.longest(&self.pieces, at, self.phrase_end(parse, at));
            let hit = hit.filter(|&(_, end)| end > at + 1 || self.may_name(parse, at));
            match hit {
                Some((actor, end)) => {
                    let token = |piece: usize| self.pieces.get(piece).map_or(0, |piece| piece.token);
                    let codes = actor.on(day).iter().filter(|code| !code.is_nobody()).cloned().collect();
                    found.push(Find { first: token(at), last: token(end - 1), codes });
                    at = end;
                }
                None => at += 1,
            }
        }
        found
    }

    /// A pronoun or auxiliary is no name, though one be written like it.
    fn may_name(&self, parse: &Parse, piece: usize) -> bool {
        let token = self.pieces.get(piece).map_or(0, |piece| piece.token);
        !matches!(parse.token(token).upos, Upos::Pron | Upos::Aux)
    }

    /// One past the last piece of the noun phrase that a piece belongs to.
    fn phrase_end(&self, parse: &Parse, piece: usize) -> usize {
        let token = self.pieces.get(piece).map_or(0, |piece| piece.token);
        let top = top(parse, token);
        let after = self.pieces.iter().enumerate().skip(piece);
        after.take_while(|(_, p)| self::top(parse, p.token) == top).last().map_or(piece, |(at, _)| at + 1)
    }

    /// Cuts the sentence into noun phrases; a name is never cut.
    fn cut(&mut self, parse: &Parse, found: &[Find], manner: Manner) {
        let mut tops: Vec<TokenId> = (0..parse.tokens().len()).map(|token| top(parse, token)).collect();
        for find in found {
            let into = tops.get(find.head(parse)).copied().unwrap_or(find.first);
            let swallowed: Vec<TokenId> = (find.first..=find.last).filter_map(|t| tops.get(t).copied()).collect();
            let inside = |t: TokenId| (find.first..=find.last).contains(&t);
            tops.iter_mut().enumerate().for_each(|(t, top)| {
                if inside(t) || swallowed.contains(top) && inside(*top) {
                    *top = into;
                }
            });
        }
        join_twins(parse, &mut tops);
        let named = |t: TokenId| found.iter().any(|find| (find.first..=find.last).contains(&t));
        let mut token = 0;
        while token < tops.len() {
            let end = (token..tops.len()).find(|&t| tops.get(t) != tops.get(token)).unwrap_or(tops.len());
            let head = tops.get(token).copied().unwrap_or(token);
            let pronoun = manner == Manner::Beside && parse.token(head).upos == Upos::Pron;
            if (token..end).any(named) || is_noun(parse, head) || pronoun {
                self.push(head, token, end - 1);
            }
            token = end;
        }
    }

    fn push(&mut self, head: TokenId, first: TokenId, last: TokenId) {
        let leader = self.nouns.len();
        self.nouns.push(Noun {
            head,
            first,
            last,
            codes: vec![],
            leader,
            agents: vec![],
            named: false,
            lent: false,
            filled: false,
        });
    }

    /// Gives every phrase its codes: of the first name in it, or of all that are coordinated, with its roles.
    fn name(&mut self, book: &Codebook, found: &[Find]) {
        let mut nouns = std::mem::take(&mut self.nouns);
        for noun in &mut nouns {
            let own: Vec<&Find> = found.iter().filter(|f| noun.first <= f.first && f.last <= noun.last).collect();
            noun.agents = self.agents(book, noun, &own);
            let actors: Vec<&ActorCode> = self.coordinated_names(&own).iter().flat_map(|find| &find.codes).collect();
            noun.named = !actors.is_empty();
            noun.codes = if actors.is_empty() {
                joined(None, &noun.agents).into_iter().collect()
            } else {
                actors.into_iter().filter_map(|actor| joined(Some(actor), &noun.agents)).collect()
            };
        }
        self.nouns = nouns;
    }

    /// "Nordic and Baltic leaders": the names in a row with nothing but "and" and commas between them.
    fn coordinated_names<'f>(&self, own: &[&'f Find]) -> Vec<&'f Find> {
        let mut kept: Vec<&Find> = own.iter().take(1).copied().collect();
        for pair in own.windows(2) {
            let [before, after] = pair else { continue };
            let between = self.pieces.iter().filter(|p| before.last < p.token && p.token < after.first);
            let mut between = between.peekable();
            if between.peek().is_none() || !between.all(|p| matches!(&*p.text, "and" | "or" | "")) {
                break;
            }
            kept.push(after);
        }
        kept
    }

    fn agents(&self, book: &Codebook, noun: &Noun, names: &[&Find]) -> Vec<Agent> {
        let inside = |token: TokenId| noun.first <= token && token <= noun.last;
        let named = |token: TokenId| names.iter().any(|find| find.first <= token && token <= find.last);
        let end = self.pieces.iter().rposition(|p| inside(p.token)).map_or(0, |at| at + 1);
        let mut at = self.pieces.iter().position(|p| inside(p.token)).unwrap_or(end);
        let mut found = Vec::new();
        while at < end {
            let free = self.pieces.get(at).is_some_and(|piece| !named(piece.token));
            let hit = book.agents.longest(&self.pieces, at, end).filter(|_| free);
            at = hit.map_or(at + 1, |(_, last)| last);
            found.extend(hit.map(|(agent, _)| agent.clone()));
        }
        found
    }

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

    /// Roles without an actor take it from the phrases that hang on them, and share it with their like.
    fn borrow(&mut self, parse: &Parse) {
        for id in 0..self.nouns.len() {
            let Some(noun) = self.nouns.get(id).filter(|noun| !noun.named && !noun.agents.is_empty()) else { continue };
            let alike = self.together(id);
            let lender = (0..self.nouns.len()).find(|&other| {
                let hangs = self
                    .above(parse, other, &[Deprel::Nmod])
                    .is_some_and(|above| above == id || alike.contains(&above));
                hangs && self.nouns.get(other).is_some_and(|noun| noun.named)
            });
            let from: Vec<usize> = lender.map(|lender| self.together(lender)).unwrap_or_default();
            let first = alike.first().and_then(|&first| self.nouns.get(first)).filter(|first| first.named);
            let bare = !parse.children(noun.head).iter().any(|&c| parse.token(c).deprel == Deprel::Det);
            let shared = || first.filter(|_| bare).map(|first| first.own_actor()).unwrap_or_default();
            let actors: Vec<ActorCode> = match from.is_empty() {
                false => from.iter().filter_map(|&at| self.nouns.get(at)).flat_map(|noun| noun.codes.clone()).collect(),
                true => shared(),
            };
            let agents = noun.agents.clone();
            let codes: Vec<ActorCode> = actors.iter().filter_map(|actor| joined(Some(actor), &agents)).collect();
            from.iter().for_each(|&at| self.nouns.iter_mut().skip(at).take(1).for_each(|noun| noun.lent = true));
            if let Some(noun) = self.nouns.get_mut(id).filter(|_| !codes.is_empty()) {
                noun.codes = codes;
            }
        }
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

/// A name in a sentence.
struct Find {
    first: TokenId,
    last: TokenId,
    codes: Vec<ActorCode>,
}

impl Find {
    fn head(&self, parse: &Parse) -> TokenId {
        let inside = |t: TokenId| parse.token(t).head.is_some_and(|h| (self.first..=self.last).contains(&h));
        (self.first..=self.last).find(|&t| !inside(t)).unwrap_or(self.first)
    }
}

/// The head of the noun phrase that a token belongs to; itself where it heads one or belongs to none.
fn top(parse: &Parse, token: TokenId) -> TokenId {
    let mut at = token;
    for _ in 0..parse.tokens().len() {
        match parse.token(at).head {
            Some(head) if is_inner(parse, at, head) => at = head,
            _ => break,
        }
    }
    at
}

/// Whether a word stands inside the phrase of its head: before it, or part of a name.
fn is_inner(parse: &Parse, token: TokenId, head: TokenId) -> bool {
    use Deprel::*;
    let word = parse.token(token);
    match word.deprel {
        Det | DetPredet | Amod | Compound | Nummod | NmodPoss | NmodDesc | Flat | FlatForeign | Goeswith => {
            is_noun(parse, head) || parse.token(head).deprel == NmodPoss
        }
        Case => word.xpos == Xpos::Pos,
        Punct => word.xpos == Xpos::Hyph || token < head && is_inner_relation(parse.token(head).deprel),
        Conj => {
            let first = parse.token(head);
            is_inner_relation(first.deprel) && first.head.is_some_and(|above| token < above)
        }
        Cc => {
            is_inner_relation(parse.token(head).deprel)
                || parse.token(head).deprel == Conj
                    && parse.token(head).head.is_some_and(|h| is_inner_relation(parse.token(h).deprel))
        }
        Advmod => parse.token(head).deprel == Amod && token < head,
        _ => false,
    }
}

/// Two phrases side by side that are both subject of one verb are one phrase, wrongly cut.
fn join_twins(parse: &Parse, tops: &mut [TokenId]) {
    for at in 1..tops.len() {
        let (Some(&before), Some(&after)) = (tops.get(at - 1), tops.get(at)) else { continue };
        let [first, second] = [before, after].map(|top| parse.token(top));
        if before != after
            && first.deprel.is(Deprel::Nsubj)
            && (first.deprel, first.head) == (second.deprel, second.head)
        {
            tops.iter_mut().filter(|top| **top == before).for_each(|top| *top = after);
        }
    }
}

fn is_inner_relation(deprel: Deprel) -> bool {
    matches!(deprel, Deprel::Amod | Deprel::Compound | Deprel::NmodPoss | Deprel::NmodDesc)
}

fn is_noun(parse: &Parse, token: TokenId) -> bool {
    use Deprel::*;
    let word = parse.token(token);
    let argument = matches!(word.deprel, Nsubj | NsubjPass | Obj | Iobj | Obl | OblAgent | Nmod | NmodPoss | Appos);
    match word.upos {
        Upos::Noun | Upos::Propn | Upos::X => true,
        Upos::Adj | Upos::Num | Upos::Sym => argument,
        _ => false,
    }
}
