//! The names and roles of the dictionaries in a sentence.

use lexicon::petrarch::{Agent, Codebook, Piece};
use types::{ActorCode, Date, Parse, TokenId, Upos};

/// A name in a sentence: its tokens, both inclusive, and whom it names.
pub(super) struct Find {
    pub(super) first: TokenId,
    pub(super) last: TokenId,
    pub(super) codes: Vec<ActorCode>,
}

impl Find {
    /// The first of its tokens that hangs on none of the others.
    pub(super) fn head(&self, parse: &Parse) -> TokenId {
        let outside = |&token: &TokenId| !parse.token(token).head.is_some_and(|head| self.holds(head));
        (self.first..=self.last).find(outside).unwrap_or(self.first)
    }

    /// Whether a token is one of its own.
    pub(super) fn holds(&self, token: TokenId) -> bool {
        (self.first..=self.last).contains(&token)
    }
}

/// The longest names from left to right. Words may be passed over within a phrase, which `tops` tells.
pub(super) fn names(
    parse: &Parse,
    book: &Codebook,
    day: Option<Date>,
    pieces: &[Piece],
    tops: &[TokenId],
) -> Vec<Find> {
    let token = |at: usize| pieces.get(at).map_or(0, |piece| piece.token);
    let mut found = Vec::new();
    let mut at = 0;
    while at < pieces.len() {
        let hit = book.actors.longest(pieces, at, phrase_end(pieces, tops, at));
        let Some((actor, end)) = hit.filter(|&(_, end)| end > at + 1 || may_name(parse, token(at))) else {
            at += 1;
            continue;
        };
        let codes = actor.on(day).iter().filter(|code| !code.is_nobody()).cloned().collect();
        found.push(Find { first: token(at), last: token(end - 1), codes });
        at = end;
    }
    found
}

/// A pronoun or auxiliary is no name, though one be written like it.
fn may_name(parse: &Parse, token: TokenId) -> bool {
    !matches!(parse.token(token).upos, Upos::Pron | Upos::Aux)
}

/// One past the last piece of the noun phrase that a piece belongs to.
fn phrase_end(pieces: &[Piece], tops: &[TokenId], at: usize) -> usize {
    let top = |piece: &Piece| tops.get(piece.token);
    let own = pieces.get(at).and_then(top);
    let after = pieces.iter().skip(at).take_while(|piece| top(piece) == own);
    at + after.count()
}

/// "Nordic and Baltic leaders": the first name, and those in a row with nothing but conjunctions and marks between them.
pub(super) fn in_a_row<'f>(parse: &Parse, own: &[&'f Find]) -> Vec<&'f Find> {
    let joins = |token: TokenId| matches!(parse.token(token).upos, Upos::Cconj | Upos::Punct);
    let mut kept: Vec<&Find> = own.iter().take(1).copied().collect();
    for pair in own.windows(2) {
        let [before, after] = pair else { continue };
        let between = before.last + 1..after.first;
        if between.is_empty() || !between.into_iter().all(joins) {
            break;
        }
        kept.push(after);
    }
    kept
}

/// The roles that begin in a stretch of tokens, both inclusive, outside the names in it.
pub(super) fn roles(
    book: &Codebook,
    pieces: &[Piece],
    (first, last): (TokenId, TokenId),
    names: &[&Find],
) -> Vec<Agent> {
    let inside = |piece: &Piece| first <= piece.token && piece.token <= last;
    let end = pieces.iter().rposition(inside).map_or(0, |at| at + 1);
    let mut at = pieces.iter().position(inside).unwrap_or(end);
    let mut found = Vec::new();
    while at < end {
        let free = pieces.get(at).is_some_and(|piece| !names.iter().any(|name| name.holds(piece.token)));
        let hit = book.agents.longest(pieces, at, end).filter(|_| free);
        at = hit.map_or(at + 1, |(_, last)| last);
        found.extend(hit.map(|(agent, _)| agent.clone()));
    }
    found
}
