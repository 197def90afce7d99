//! From a verb to its codings.

use super::clause::{Clause, Sides};
use super::matching::{Bound, Room};
use super::nouns::{Noun, Nouns};
use super::{Manner, event};
use crate::scene::Scene;
use crate::{attribution, status, syntax};
use lexicon::petrarch::{Codebook, EventCodes, VerbForm};
use types::{Coding, Event, EventCode, Evidence, Parse, Side, Span, TokenId, Upos, Xpos};

/// A verb that codes.
pub(super) struct Coded {
    /// Its words.
    pub(super) trigger: Span,
    /// What it codes; nothing where source or target is missing.
    pub(super) codings: Vec<Coding>,
    /// The same as an event of ours, if its code has a type.
    pub(super) event: Option<Event>,
}

/// All verbs of a sentence that code, in text order.
pub(super) fn in_sentence(
    scene: &Scene<'_>,
    book: &Codebook,
    sentence: usize,
    nouns: &Nouns,
    manner: Manner,
) -> Vec<Coded> {
    let coder = Coder { scene, book, sentence, nouns, parse: scene.parse(sentence) };
    let mut found: Vec<Coded> = Vec::new();
    let mut taken: Vec<TokenId> = Vec::new();
    for verb in (0..coder.parse.tokens().len()).filter(|&token| is_verb(coder.parse, token)) {
        if taken.contains(&verb) {
            continue;
        }
        let clause = Clause::of(scene, sentence, nouns, verb);
        let Some(reading) = coder.reading(&clause) else { continue };
        if manner == Manner::Alone {
            taken.extend((0..coder.parse.tokens().len()).filter(|&token| clause.covers(token)));
        }
        found.push(coder.coded(&clause, &reading, &found));
    }
    found
}

fn is_verb(parse: &Parse, token: TokenId) -> bool {
    use Xpos::{Vb, Vbd, Vbg, Vbn, Vbp, Vbz};
    let word = parse.token(token);
    word.upos == Upos::Verb || matches!(word.xpos, Vb | Vbd | Vbg | Vbn | Vbp | Vbz) && word.upos != Upos::Noun
}

/// What a verb codes, and by which line of a dictionary.
pub(super) struct Reading<'a> {
    pub(super) codes: &'a EventCodes,
    /// File and line.
    pub(super) place: &'a str,
    bound: Bound,
    /// The words of the verb.
    pub(super) words: Vec<TokenId>,
}

struct Coder<'s, 'a> {
    scene: &'s Scene<'a>,
    book: &'s Codebook,
    sentence: usize,
    nouns: &'s Nouns,
    parse: &'a Parse,
}

impl<'s> Coder<'s, '_> {
    /// The first pattern that fits, else the plain code of the verb.
    fn reading(&self, clause: &Clause<'_>) -> Option<Reading<'s>> {
        let pieces = self.nouns.pieces();
        let verb = pieces.iter().rposition(|piece| piece.token == clause.verb)?;
        let forms: Vec<(&VerbForm, usize, usize)> = self
            .book
            .verbs
            .of(&pieces.get(verb)?.text)
            .iter()
            .filter_map(|form| self.stands(form, verb).map(|(first, last)| (form, first, last)))
            .collect();
        let longest = forms.iter().map(|(_, first, last)| last - first).max()?;
        let forms = || forms.iter().filter(|(_, first, last)| last - first == longest);
        let by_pattern = forms().find_map(|&(form, first, last)| self.pattern(clause, form, first, last));
        by_pattern.or_else(|| {
            let (form, first, last) = forms().find(|(form, ..)| !form.codes.is_null())?;
            let words = self.tokens(*first, *last);
            Some(Reading { codes: &form.codes, place: &form.place, bound: Bound::default(), words })
        })
    }

    /// First and last piece of a form whose inflected word stands at a piece.
    fn stands(&self, form: &VerbForm, at: usize) -> Option<(usize, usize)> {
        let pieces = self.nouns.pieces();
        let same =
            |index: Option<usize>, word: &str| index.and_then(|i| pieces.get(i)).is_some_and(|p| *p.text == *word);
        let before = form.form.before.iter().enumerate().all(|(nth, word)| same(at.checked_sub(nth + 1), word));
        let after = form.form.after.iter().enumerate().all(|(nth, word)| same(Some(at + nth + 1), word));
        (before && after).then(|| (at - form.form.before.len(), at + form.form.after.len()))
    }

    fn pattern(&self, clause: &Clause<'_>, form: &'s VerbForm, first: usize, last: usize) -> Option<Reading<'s>> {
        let pieces = self.nouns.pieces();
        let end = pieces.iter().rposition(|piece| piece.token <= clause.last()).map_or(last, |at| at.max(last)) + 1;
        let room = Room { verbs: &self.book.verbs, nouns: self.nouns, before: 0..first, after: last + 1..end };
        let patterns = self.book.verbs.patterns(form.block).iter().filter(|pattern| !pattern.codes.is_null());
        patterns.filter(|pattern| !pattern.is_empty()).find_map(|pattern| {
            let bound = room.fit(pattern)?;
            let words = self.tokens(first, last);
            Some(Reading { codes: &pattern.codes, place: &pattern.place, bound, words })
        })
    }

    fn tokens(&self, first: usize, last: usize) -> Vec<TokenId> {
        let mut tokens: Vec<TokenId> =
            (first..=last).filter_map(|at| Some(self.nouns.pieces().get(at)?.token)).collect();
        tokens.dedup();
        tokens
    }

    fn coded(&self, clause: &Clause<'_>, reading: &Reading<'_>, earlier: &[Coded]) -> Coded {
        let pairs = self.pairs(clause, reading.bound);
        let event = event::of(self.scene, self.sentence, clause.verb, reading, &pairs, self.nouns);
        let mut codings: Vec<Coding> = Vec::new();
        for coding in self.codings(clause, reading, &pairs, event.as_ref()) {
            let known = |other: &Coding| {
                let code = |coding: &Coding| [coding.source.code.clone(), coding.target.code.clone()];
                other.code == coding.code && code(other) == code(&coding)
            };
            if !earlier.iter().flat_map(|coded| &coded.codings).chain(&codings).any(known) {
                codings.push(coding);
            }
        }
        Coded { trigger: syntax::stretch(self.parse, &reading.words, clause.verb), codings, event }
    }

    fn codings(
        &self,
        clause: &Clause<'_>,
        reading: &Reading<'_>,
        pairs: &[(Side, Side)],
        event: Option<&Event>,
    ) -> Vec<Coding> {
        let mut found = Vec::new();
        for (source, target) in pairs {
            let mut add = |code: &Option<EventCode>, source: &Side, target: &Side| {
                if let Some(code) = code {
                    found.push(self.coding(reading, clause.verb, code, [source, target], event));
                }
            };
            add(&reading.codes.forward, source, target);
            add(&reading.codes.backward, target, source);
        }
        found
    }

    /// Everybody on one side with everybody on the other, but nobody with himself.
    fn pairs(&self, clause: &Clause<'_>, bound: Bound) -> Vec<(Side, Side)> {
        let Bound { source, target, together, together_after } = bound;
        let (sources, targets) = match (together, together_after) {
            (Some(group), _) => (self.sides(clause, Some(group)), self.sides(clause, Some(group))),
            (None, group) => {
                let sides = clause.sides(Sides { source, target: target.or(group) });
                let apart = sides.source.is_some_and(|s| group.is_none_or(|g| !self.nouns.together(g).contains(&s)));
                let source = if apart { sides.source } else { group.or(sides.source) };
                (self.sides(clause, source), self.sides(clause, sides.target))
            }
        };
        let pairs = sources.iter().flat_map(|s| targets.iter().map(move |t| (s.clone(), t.clone())));
        pairs.filter(|(source, target)| source.code != target.code).collect()
    }

    /// The actors of a phrase and of those coordinated with it, or of what hangs on these.
    fn sides(&self, clause: &Clause<'_>, phrase: Option<usize>) -> Vec<Side> {
        let Some(id) = phrase else { return vec![] };
        let together = self.nouns.together(id).into_iter().filter_map(|id| self.nouns.get(id));
        let coded = |noun: &'s Noun| match noun.codes.is_empty() {
            false => Some(noun),
            true => clause.coded_at(noun.head).and_then(|id| self.nouns.get(id)),
        };
        let side = |noun: &Noun| {
            let span = Some(noun.span(self.parse));
            noun.codes.iter().map(|code| Side { code: code.clone(), span }).collect::<Vec<_>>()
        };
        together.filter_map(coded).flat_map(side).collect()
    }

    fn coding(
        &self,
        reading: &Reading<'_>,
        verb: TokenId,
        code: &EventCode,
        [source, target]: [&Side; 2],
        event: Option<&Event>,
    ) -> Coding {
        let told = status::of(self.scene, self.sentence, verb, &reading.words);
        Coding {
            source: source.clone(),
            target: target.clone(),
            code: code.clone(),
            status: event.map_or(told.status, |event| event.status),
            attribution: attribution::of(self.scene, self.sentence, verb),
            hedge: attribution::hedge(self.scene, self.sentence, verb),
            place: event.and_then(|event| event.place.clone()),
            time: event.and_then(|event| event.time),
            evidence: Evidence {
                sentence: self.parse.span,
                trigger: syntax::stretch(self.parse, &reading.words, verb),
                status_cue: told.cue,
                rule: reading.place.to_owned(),
                path: vec![],
            },
        }
    }
}
