//! From a verb to its codings.

use super::Manner;
use super::clause::{Clause, Sides};
use super::event::{self, At};
use super::matching::Bound;
use super::nouns::{Noun, Nouns};
use super::reading::Reading;
use crate::scene::Scene;
use crate::{attribution, status, syntax};
use lexicon::petrarch::{Codebook, EventCodes};
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
        let Some(reading) = coder.with_complement(&clause) else { continue };
        if manner == Manner::Alone {
            taken.extend((0..coder.parse.tokens().len()).filter(|&token| clause.covers(token)));
        }
        found.push(coder.coded(&clause, &reading, &found));
    }
    found
}

fn is_same(a: &Coding, b: &Coding) -> bool {
    a.code == b.code && a.source.code == b.source.code && a.target.code == b.target.code
}

fn is_verb(parse: &Parse, token: TokenId) -> bool {
    use Xpos::{Vb, Vbd, Vbg, Vbn, Vbp, Vbz};
    let word = parse.token(token);
    word.upos == Upos::Verb || matches!(word.xpos, Vb | Vbd | Vbg | Vbn | Vbp | Vbz) && word.upos != Upos::Noun
}

/// Codes one sentence.
pub(super) struct Coder<'s, 'a> {
    pub(super) scene: &'s Scene<'a>,
    pub(super) book: &'s Codebook,
    pub(super) sentence: usize,
    pub(super) nouns: &'s Nouns,
    pub(super) parse: &'a Parse,
}

impl<'s> Coder<'s, '_> {
    /// What a verb codes that no earlier one does.
    fn coded(&self, clause: &Clause<'_>, reading: &Reading<'_>, earlier: &[Coded]) -> Coded {
        let pairs = self.pairs(clause, reading);
        let at = At { scene: self.scene, sentence: self.sentence, nouns: self.nouns, verb: clause.verb };
        let event = event::of(&at, reading, &pairs);
        let trigger = syntax::stretch(self.parse, &reading.words, clause.verb);
        let mut codings: Vec<Coding> = Vec::new();
        for coding in self.codings(clause, reading, &pairs, event.as_ref()) {
            let mut known = earlier.iter().flat_map(|coded| &coded.codings).chain(&codings);
            if !known.any(|other| is_same(other, &coding)) {
                codings.push(coding);
            }
        }
        Coded { trigger, codings, event }
    }

    fn codings(
        &self,
        clause: &Clause<'_>,
        reading: &Reading<'_>,
        pairs: &[(Side, Side)],
        event: Option<&Event>,
    ) -> Vec<Coding> {
        let EventCodes { forward, backward } = &reading.codes;
        let made = |code: &Option<EventCode>, source: &Side, target: &Side| {
            code.as_ref().map(|code| self.coding(reading, clause.verb, code, [source, target], event))
        };
        pairs
            .iter()
            .flat_map(|(one, other)| [made(forward, one, other), made(backward, other, one)])
            .flatten()
            .collect()
    }

    /// Everybody on one side with everybody on the other, but nobody with himself.
    fn pairs(&self, clause: &Clause<'_>, reading: &Reading<'_>) -> Vec<(Side, Side)> {
        let (source, target) = self.phrases(clause, reading);
        let [sources, targets] = [source, target].map(|phrase| self.sides(clause, phrase));
        let pairs = sources.iter().flat_map(|s| targets.iter().map(move |t| (s.clone(), t.clone())));
        pairs.filter(|(source, target)| source.code != target.code).collect()
    }

    /// The phrases of source and target; of those who act on each other it is the same one.
    pub(super) fn phrases(&self, clause: &Clause<'_>, reading: &Reading<'_>) -> (Option<usize>, Option<usize>) {
        let Bound { source, target, together, together_after: group } = reading.bound;
        if together.is_some() {
            return (together, together);
        }
        let Sides { source, target } = clause.sides(Sides { source, target: target.or(group) });
        let inside = |source: usize| group.is_some_and(|group| self.nouns.together(group).contains(&source));
        match source.filter(|&source| !inside(source)) {
            None => (group.or(source), target),
            Some(_) if target.is_none() && reading.codes.is_mutual() => (source, source),
            source => (source, target),
        }
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
        let evidence = Evidence {
            sentence: self.parse.span,
            trigger: syntax::stretch(self.parse, &reading.words, verb),
            status_cue: told.cue,
            rule: reading.place.to_owned(),
            path: vec![],
        };
        Coding {
            source: source.clone(),
            target: target.clone(),
            code: code.clone(),
            status: event.map_or(told.status, |event| event.status),
            attribution: attribution::of(self.scene, self.sentence, verb),
            hedge: attribution::hedge(self.scene, self.sentence, verb),
            place: event.and_then(|event| event.place.clone()),
            time: event.and_then(|event| event.time),
            evidence,
        }
    }
}
