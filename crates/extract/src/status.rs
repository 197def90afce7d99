//! Did it happen? The words round a trigger, from the inside out, say whether it is planned, considered, feared or denied.
//!
//! Each step up the tree may meet a modifier of the clause (a modal, a negation, "if") or a cue that governs it ("plans
//! to", "denied", "threat of"). What is said last rules: the least certain status wins, a denial turns what it covers into
//! denied, and the denial of a denial leaves the act under consideration.

use crate::scene::Scene;
use crate::syntax;
use lexicon::{CueEdge, Slot, StatusCue};
use types::{BlockKind, Deprel, Parse, Span, Status, TokenId, Upos, Xpos};

/// How many words of a listed phrase may stand before the one that hangs on the event ("in the past").
const MAX_BEFORE: usize = 2;

/// A status and the words that decided it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Reading {
    pub(crate) status: Status,
    pub(crate) cue: Option<Span>,
}

/// The status of the event whose trigger has these words.
pub(crate) fn of(scene: &Scene<'_>, sentence: usize, head: TokenId, words: &[TokenId]) -> Reading {
    let mut climb = Climb { scene, parse: scene.parse(sentence), sentence, reading: CERTAIN };
    climb.modifiers(head, words);
    climb.go(head);
    climb.question();
    climb.reading
}

const CERTAIN: Reading = Reading { status: Status::Occurred, cue: None };

struct Climb<'a> {
    scene: &'a Scene<'a>,
    parse: &'a Parse,
    sentence: usize,
    reading: Reading,
}

/// How the event at hand reaches the word above it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Step {
    edge: CueEdge,
    /// Whether modifiers of the word above also modify the event.
    open: bool,
}

impl Climb<'_> {
    fn go(&mut self, from: TokenId) {
        let mut at = from;
        while let Some(above) = self.parse.token(at).head {
            let Some(step) = self.step(at, above).filter(|step| !self.is_given(above, &step.edge)) else { break };
            let governed = self.governing_cue(at, above, &step.edge);
            let light = self.is_support(above, &step.edge);
            if governed && self.is_report(above, &step.edge) {
                self.report(above, at);
            } else if governed || light || step.open {
                self.modifiers(above, &[at]);
            } else if !matches!(step.edge, CueEdge::Clause | CueEdge::Modifier) {
                break;
            }
            at = above;
        }
    }

    /// "would disrupt talks": the talks are there, whether or not they are disrupted.
    fn is_given(&self, verb: TokenId, edge: &CueEdge) -> bool {
        *edge == CueEdge::Object && self.find_cue(verb, &CueEdge::Given).is_some()
    }

    /// Whether a verb tells what is below it as said or known.
    fn is_report(&self, verb: TokenId, edge: &CueEdge) -> bool {
        let tells = self.find_cue(verb, edge).is_some_and(|cue| cue.status == Status::Occurred);
        tells && *edge == CueEdge::Clause && !self.scene.lexicon.cues.source(&self.lemma(verb)).is_empty()
    }

    /// "can confirm that", "will say that" tell a fact; "cannot confirm that", "if he says that" leave it open.
    fn report(&mut self, verb: TokenId, told: TokenId) {
        let before = self.reading;
        self.modifiers(verb, &[told]);
        let open = matches!(self.reading.status, Status::Denied | Status::Hypothetical);
        let status = if open && before == CERTAIN { Status::Hypothetical } else { before.status };
        let cue = if status == before.status { before.cue } else { self.reading.cue };
        self.reading = Reading { status, cue };
    }

    fn lemma(&self, token: TokenId) -> String {
        self.parse.token(token).lemma.to_lowercase()
    }

    fn apply(&mut self, status: Status, cue: Span) {
        let next = combine(self.reading.status, status);
        if next != self.reading.status {
            self.reading = Reading { status: next, cue: Some(cue) };
        }
    }

    /// Modals, negations and conjunctions that hang on a word.
    fn modifiers(&mut self, head: TokenId, own: &[TokenId]) {
        let inherited = self.shared_auxiliaries(head);
        let children: Vec<TokenId> = self.parse.children(head).iter().copied().chain(inherited).collect();
        for child in children.into_iter().filter(|c| !own.contains(c)) {
            self.modifier(head, child);
        }
        if let Some(auxiliary) = self.inverted(head) {
            self.apply(Status::Hypothetical, self.parse.token(auxiliary).span);
        }
        self.scheduled_infinitive(head);
    }

    fn modifier(&mut self, head: TokenId, child: TokenId) {
        let lemma = self.lemma(child);
        if self.modifies(child) && (lemma == "would" || self.scene.word(self.sentence, child) == "'d") {
            self.would(head, child);
        } else if let Some((status, span)) = self.modifier_cue(child) {
            self.apply(status, span);
        }
        if self.is_negated_argument(head, child) {
            self.apply(Status::Denied, self.parse.token(child).span);
        }
        if self.is_condition(child) {
            self.conditional(head, child);
        }
    }

    /// Whether a word bears on how the clause stands.
    fn modifies(&self, child: TokenId) -> bool {
        use Deprel::{Advmod, Amod, Aux, Case, Cc, CcPreconj, Det, Mark, Nsubj, NsubjPass};
        let token = self.parse.token(child);
        match token.deprel {
            Aux | Advmod | Mark | Det | Amod | Cc | CcPreconj | Case => true,
            Nsubj | NsubjPass => token.upos == Upos::Pron,
            _ => false,
        }
    }

    /// "no protester was arrested", "not a single one", "neither side attacked", "nobody fired".
    fn is_negated_argument(&self, head: TokenId, child: TokenId) -> bool {
        use Deprel::{Advmod, CcPreconj, Det, Nsubj, NsubjPass, Obj};
        let verbal = self.parse.token(head).upos == Upos::Verb;
        let argument = matches!(self.parse.token(child).deprel, Nsubj | NsubjPass | Obj);
        let denies = |token: TokenId| self.modifier_cue(token).is_some_and(|(status, _)| status == Status::Denied);
        let parts = self.parse.children(child).iter().copied();
        let mut denying = parts.filter(|&c| matches!(self.parse.token(c).deprel, Det | Advmod | CcPreconj));
        verbal && argument && denying.any(denies)
    }

    /// What a modifier says, by the longest listed phrase that it is part of.
    fn modifier_cue(&self, child: TokenId) -> Option<(Status, Span)> {
        let edges = self.modifier_edges(child)?;
        let starts = child.saturating_sub(MAX_BEFORE)..=child;
        let found = starts
            .flat_map(|start| self.phrases_from(start, child))
            .filter(|(cue, _)| cue.edges.iter().any(|edge| edges.contains(edge)));
        found.max_by_key(|(cue, _)| cue.lemmas.len()).map(|(cue, span)| (cue.status, span))
    }

    /// Listed phrases that begin at a word and hold the modifier.
    fn phrases_from(&self, start: TokenId, child: TokenId) -> impl Iterator<Item = (&StatusCue, Span)> {
        let cues = &self.scene.lexicon.cues;
        let (lemma, word) = (self.lemma(start), self.scene.word(self.sentence, start).to_lowercase());
        let other = if word == lemma { &[] } else { cues.status(&word) };
        cues.status(&lemma).iter().chain(other).filter_map(move |cue| {
            let last = start + cue.lemmas.len() - 1;
            let whole = last >= child && cue.lemmas.iter().enumerate().skip(1).all(|(i, l)| self.reads(start + i, l));
            let end = self.parse.tokens().get(last)?.span;
            whole.then(|| (cue, self.parse.token(start).span.join(end)))
        })
    }

    /// Whether a word stands at a place, as written or in its base form.
    fn reads(&self, at: TokenId, word: &str) -> bool {
        at < self.parse.tokens().len()
            && (self.lemma(at) == word || self.scene.word(self.sentence, at).eq_ignore_ascii_case(word))
    }

    /// As what a dependent may modify its head.
    fn modifier_edges(&self, child: TokenId) -> Option<&'static [CueEdge]> {
        match self.parse.token(child).deprel {
            Deprel::Advmod => Some(&[CueEdge::Modifier, CueEdge::Adverb]),
            Deprel::Mark if self.is_adverbial(child) => Some(&[CueEdge::Modifier, CueEdge::Mark]),
            Deprel::Obl | Deprel::OblTmod | Deprel::OblUnmarked => Some(&[CueEdge::Adverb]),
            Deprel::Compound if self.may_be_headline_verb(child) => Some(&[CueEdge::Object]),
            _ if self.modifies(child) => Some(&[CueEdge::Modifier]),
            _ => None,
        }
    }

    /// "US mulls strikes": a headline's verb is easily taken for the plural of a noun.
    fn may_be_headline_verb(&self, compound: TokenId) -> bool {
        let block = self.scene.document.blocks.get(self.parse.block);
        block.is_some_and(|block| block.kind == BlockKind::Title)
            && matches!(self.parse.token(compound).xpos, Xpos::Nns | Xpos::Vbz | Xpos::Vbg)
    }

    /// Whether a mark opens an adverbial clause.
    fn is_adverbial(&self, mark: TokenId) -> bool {
        let Some(clause) = self.parse.token(mark).head else { return false };
        let is_word = |t: &TokenId| self.parse.token(*t).upos != Upos::Punct;
        let first = self.parse.subtree(clause).into_iter().filter(is_word).min();
        self.parse.token(clause).deprel == Deprel::Advcl && first == Some(mark)
    }

    /// An if-clause, or one that opens with its auxiliary: "Should Iran attack, …".
    fn is_condition(&self, clause: TokenId) -> bool {
        let conditional = |mark| self.modifier_cue(mark).is_some_and(|(status, _)| status == Status::Hypothetical);
        self.parse.token(clause).deprel == Deprel::Advcl
            && (self.parse.children_by(clause, Deprel::Mark).any(conditional) || self.inverted(clause).is_some())
    }

    /// The auxiliary before the subject of an adverbial clause.
    fn inverted(&self, clause: TokenId) -> Option<TokenId> {
        let subject =
            self.parse.children(clause).iter().copied().find(|&c| self.parse.token(c).deprel.is(Deprel::Nsubj))?;
        let first = self.parse.children(clause).iter().copied().find(|&c| self.parse.token(c).upos != Upos::Punct)?;
        let auxiliary = matches!(self.parse.token(first).deprel, Deprel::Aux | Deprel::AuxPass);
        (auxiliary && first < subject && self.parse.token(clause).deprel == Deprel::Advcl).then_some(first)
    }

    /// The main clause of an if-clause is as uncertain as the condition, when it is not yet told as a fact.
    fn conditional(&mut self, head: TokenId, clause: TokenId) {
        let modal = self.parse.children_by(head, Deprel::Aux).any(|a| self.parse.token(a).xpos == Xpos::Md);
        if modal && self.reading.status != Status::Denied {
            let mark = self.parse.children_by(clause, Deprel::Mark).next().or(self.inverted(clause)).unwrap_or(clause);
            self.apply(Status::Hypothetical, self.parse.token(mark).span);
        }
    }

    /// "would" is the future of a past report, else a condition.
    fn would(&mut self, head: TokenId, aux: TokenId) {
        let status = if self.is_reported(head) { Status::Planned } else { Status::Hypothetical };
        self.apply(status, self.parse.token(aux).span);
    }

    fn is_reported(&self, head: TokenId) -> bool {
        let token = self.parse.token(head);
        let above = token.head.filter(|_| matches!(token.deprel, Deprel::Ccomp | Deprel::Conj | Deprel::Parataxis));
        let reports = |verb: TokenId| !self.scene.lexicon.cues.source(&self.lemma(verb)).is_empty();
        above.is_some_and(|h| reports(h) || self.is_reported(h))
            || self.parse.children(head).iter().any(|&c| {
                matches!(self.parse.token(c).deprel, Deprel::Parataxis | Deprel::Ccomp | Deprel::Advcl) && reports(c)
            })
    }

    /// "is to meet", and in headlines "Poland to close border".
    fn scheduled_infinitive(&mut self, head: TokenId) {
        let Some(to) = self.parse.children_by(head, Deprel::Mark).find(|&m| self.lemma(m) == "to") else { return };
        let below_be = self.parse.token(head).head.is_some_and(|h| self.lemma(h) == "be");
        let has_be = self.parse.children(head).iter().any(|&c| {
            matches!(self.parse.token(c).deprel, Deprel::Aux | Deprel::Cop) && self.lemma(c) == "be" && c < to
        });
        let planned = match self.parse.token(head).deprel {
            _ if has_be => true,
            Deprel::Root | Deprel::Parataxis => true,
            Deprel::Advcl | Deprel::Acl => self.governing_any(head).is_none(),
            _ => below_be,
        };
        if planned {
            self.apply(Status::Planned, self.parse.token(to).span);
        }
    }

    /// A verb joined to one with a modal shares it: "will meet and discuss".
    fn shared_auxiliaries(&self, head: TokenId) -> Vec<TokenId> {
        let token = self.parse.token(head);
        let Some(first) = token.head.filter(|_| token.deprel == Deprel::Conj && token.upos == Upos::Verb) else {
            return vec![];
        };
        let own = self
            .parse
            .children(head)
            .iter()
            .any(|&c| self.parse.token(c).deprel.is(Deprel::Nsubj) || self.parse.token(c).deprel.is(Deprel::Aux));
        let bare = matches!(token.xpos, Xpos::Vb | Xpos::Vbn | Xpos::Vbg);
        if own || !bare {
            return vec![];
        }
        let shared = |c: &TokenId| {
            matches!(self.parse.token(*c).deprel, Deprel::Aux | Deprel::Mark)
                || self.lemma(*c) == "not"
                || self.lemma(*c) == "never"
        };
        self.parse.children(first).iter().copied().filter(shared).chain(self.shared_auxiliaries(first)).collect()
    }

    /// The relation of the event's word to the one above, if the climb goes on.
    fn step(&self, at: TokenId, above: TokenId) -> Option<Step> {
        use Deprel::*;
        let token = self.parse.token(at);
        let step = |edge, open| Some(Step { edge, open });
        match token.deprel {
            Xcomp => step(CueEdge::Clause, true),
            Ccomp | Csubj | CsubjPass | Acl => step(CueEdge::Clause, false),
            Advcl if syntax::has_mark(self.parse, at, "whether") => step(CueEdge::Clause, false),
            Advcl => match syntax::case_of(self.parse, at) {
                Some(case) => step(CueEdge::Preposition(case.into()), false),
                None if self.is_close(at, above) => step(CueEdge::Clause, false),
                None => step(CueEdge::Modifier, false),
            },
            Obj | NsubjPass => step(CueEdge::Object, self.is_open(at)),
            Nsubj if syntax::is_passive(self.parse, above) => step(CueEdge::Object, self.is_open(at)),
            Nsubj => step(CueEdge::Subject, self.is_open(at)),
            Obl | Nmod | OblAgent => {
                syntax::case_of(self.parse, at).and_then(|case| step(CueEdge::Preposition(case.into()), false))
            }
            Compound | NmodDesc | Amod => step(CueEdge::Compound, false),
            Conj if !self.has_subject(at) => step(CueEdge::Modifier, false),
            _ => None,
        }
    }

    /// Whether an adverbial clause stands right behind its verb as a complement does: "appealed to them to leave", not "Asked
    /// whether they would leave, he declined".
    fn is_close(&self, clause: TokenId, verb: TokenId) -> bool {
        let first = self.parse.subtree(clause).into_iter().min().unwrap_or(clause);
        let apart = first.checked_sub(1).is_some_and(|before| self.parse.token(before).upos == Upos::Punct)
            || self.parse.token(first).upos == Upos::Punct;
        clause > verb && !apart && !self.has_subject(clause)
    }

    /// An indefinite or bare event noun shares the modality of its clause: "a strike would …", "talks will resume", "to
    /// draft new sanctions".
    fn is_open(&self, noun: TokenId) -> bool {
        if self.parse.token(noun).upos == Upos::Verb {
            return false;
        }
        let definite = self.parse.children(noun).iter().any(|&c| {
            let token = self.parse.token(c);
            token.deprel == Deprel::NmodPoss
                || token.deprel == Deprel::Det && matches!(&*token.lemma, "the" | "this" | "that")
        });
        !definite
    }

    /// Applies the cue that governs the event here, and says whether there is one.
    fn governing_cue(&mut self, at: TokenId, above: TokenId, edge: &CueEdge) -> bool {
        if self.is_participle_of_noun(at, above) {
            return false;
        }
        match self.find_cue(above, edge) {
            Some(cue) => {
                let (status, span) = (cue.status, self.cue_span(above, cue));
                if status == Status::Considered && *edge == CueEdge::Clause && self.is_told_in_past(at) {
                    return true;
                }
                if status == Status::Considered && self.is_open_question(at) {
                    self.reading = CERTAIN;
                }
                self.apply(status, span);
                true
            }
            None => false,
        }
    }

    /// "suggested that rebels shelled the town": a finite past below a proposal is no proposal.
    fn is_told_in_past(&self, clause: TokenId) -> bool {
        let mut words = std::iter::once(clause).chain(self.parse.children_by(clause, Deprel::Aux));
        let past = words.any(|word| self.parse.token(word).xpos == Xpos::Vbd);
        past && self.parse.token(clause).deprel == Deprel::Ccomp && !self.is_open_question(clause)
    }

    /// "exploring whether to": the mark says no more than the verb above.
    fn is_open_question(&self, clause: TokenId) -> bool {
        let mark = self.parse.children_by(clause, Deprel::Mark).next().map(|mark| self.parse.token(mark).span);
        self.reading.status == Status::Hypothetical && mark.is_some() && self.reading.cue == mark
    }

    fn has_subject(&self, verb: TokenId) -> bool {
        self.parse.children(verb).iter().any(|&c| self.parse.token(c).deprel.is(Deprel::Nsubj))
    }

    /// "an order imposing sanctions" has the sanctions in force, "talks mediated by Qatar" were mediated; "an order to impose"
    /// has not.
    fn is_participle_of_noun(&self, at: TokenId, above: TokenId) -> bool {
        let token = self.parse.token(at);
        token.deprel == Deprel::Acl
            && matches!(token.xpos, Xpos::Vbg | Xpos::Vbn)
            && self.parse.token(above).upos == Upos::Noun
    }

    /// The cue above a clause, or beside the noun it hangs on: "the first president to visit".
    fn governing_any(&self, head: TokenId) -> Option<&StatusCue> {
        let above = self.parse.token(head).head?;
        let beside = self.parse.children_by(above, Deprel::Amod).filter_map(|word| self.ranks(word));
        self.find_cue(above, &CueEdge::Clause).or_else(|| beside.into_iter().next())
    }

    /// What a word such as "first" says of what somebody is the first to do.
    fn ranks(&self, word: TokenId) -> Option<&StatusCue> {
        self.scene.lexicon.cues.status(&self.lemma(word)).iter().find(|cue| cue.edges.contains(&CueEdge::Purpose))
    }

    fn find_cue(&self, above: TokenId, edge: &CueEdge) -> Option<&StatusCue> {
        let lemma = self.lemma(above);
        self.scene
            .lexicon
            .cues
            .status(&lemma)
            .iter()
            .filter(|cue| governs(cue, edge))
            .filter(|cue| cue.lemmas.iter().skip(1).all(|word| syntax::has_companion(self.parse, above, word)))
            .max_by_key(|cue| (cue.lemmas.len(), certainty_lost(cue.status)))
    }

    fn cue_span(&self, above: TokenId, cue: &StatusCue) -> Span {
        let mut span = self.parse.token(above).span;
        for word in cue.lemmas.iter().skip(1) {
            if let Some(companion) = syntax::companion(self.parse, above, word).filter(|&c| c == above + 1) {
                span = span.join(self.parse.token(companion).span);
            }
        }
        span
    }

    /// A light verb carries its modality over to the noun.
    fn is_support(&self, above: TokenId, edge: &CueEdge) -> bool {
        let via = match edge {
            CueEdge::Object => Slot::Object,
            CueEdge::Preposition(word) => Slot::Preposition(word.clone()),
            _ => return false,
        };
        let cues = &self.scene.lexicon.cues;
        let carried = matches!(edge, CueEdge::Preposition(word) if cues.light_noun(&self.lemma(above), word).is_some());
        carried || cues.light(&self.lemma(above)).iter().any(|light| light.via == via)
    }

    /// What a sentence asks is not said to have happened.
    fn question(&mut self) {
        let last = self.parse.tokens().len().saturating_sub(1);
        let asks = self.scene.word(self.sentence, last) == "?";
        if asks && self.reading.status == Status::Occurred {
            self.apply(Status::Hypothetical, self.parse.token(last).span);
        }
    }
}

/// Whether a cue stands so to the event; a clause below it may tell what it is done for.
fn governs(cue: &StatusCue, edge: &CueEdge) -> bool {
    cue.edges.contains(edge) || *edge == CueEdge::Clause && cue.edges.contains(&CueEdge::Purpose)
}

fn certainty_lost(status: Status) -> u8 {
    match status {
        Status::Occurred => 0,
        Status::Historical => 1,
        Status::Planned => 2,
        Status::Considered => 3,
        Status::Hypothetical => 4,
        Status::Denied => 5,
    }
}

/// What the outer words make of the inner reading.
fn combine(inner: Status, outer: Status) -> Status {
    match (inner, outer) {
        (Status::Denied, Status::Denied) => Status::Considered,
        (Status::Denied, Status::Hypothetical) => Status::Hypothetical,
        _ if certainty_lost(outer) > certainty_lost(inner) => outer,
        _ => inner,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_least_certain_wins_and_denials_reverse() {
        use Status::*;
        for (inner, outer, want) in [
            (Occurred, Planned, Planned),
            (Planned, Considered, Considered),
            (Considered, Planned, Considered),
            (Planned, Denied, Denied),
            (Denied, Denied, Considered),
            (Denied, Hypothetical, Hypothetical),
            (Occurred, Occurred, Occurred),
        ] {
            assert_eq!(combine(inner, outer), want, "{inner} under {outer}");
        }
    }
}
