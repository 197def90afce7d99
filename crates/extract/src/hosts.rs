//! The words of a sentence whose phrases of time and place also speak of an event.
//!
//! "Police on Monday began arresting protesters and charged three" tells of two acts and one day; "the strike hit a depot
//! in Sumy" puts a place beside the verb that belongs to the noun. From the word of an event, [`of`] goes to the verbs
//! and nouns that share their circumstances with it, nearest first.

use crate::scene::Scene;
use crate::syntax;
use lexicon::{ActAt, CueEdge, Introduces, TimeUnit, TimeWord};
use types::{Deprel, EntityKind, Parse, Status, TokenId, Upos, Xpos};

/// How many words are asked at most; a bound against odd trees.
const MAX_HOSTS: usize = 12;

/// The word itself and those that share its circumstances, nearest first.
pub(crate) fn of(scene: &Scene<'_>, sentence: usize, head: TokenId) -> Vec<TokenId> {
    let walk = Walk { scene, sentence, parse: scene.parse(sentence) };
    let mut found = vec![head];
    let mut next = 0;
    while let Some(&at) = found.get(next).filter(|_| next < MAX_HOSTS) {
        for related in walk.related(at) {
            if !found.contains(&related) {
                found.push(related);
            }
        }
        next += 1;
    }
    found
}

/// The word that a phrase of time or place belongs to: the one it hangs on, unless a verb of speech stands nearer.
///
/// Parsers hang "on Friday" in "said on Friday he would sign" and in "was signed, officials said on Friday" on the signing.
pub(crate) fn governor(scene: &Scene<'_>, sentence: usize, phrase: TokenId) -> Option<TokenId> {
    let walk = Walk { scene, sentence, parse: scene.parse(sentence) };
    let above = walk.past_times(walk.parse.token(phrase).head?);
    walk.speech_between(above, phrase).or_else(|| walk.speech_before(above, phrase)).or(Some(above))
}

/// Whether the noun of an act hangs on a verb of speech ("claimed the attack"), whose arguments are elsewhere.
pub(crate) fn is_told(scene: &Scene<'_>, sentence: usize, noun: TokenId) -> bool {
    let walk = Walk { scene, sentence, parse: scene.parse(sentence) };
    !walk.is_verbal(noun) && walk.parse.token(noun).head.is_some_and(|above| walk.is_speech(above))
}

struct Walk<'a> {
    scene: &'a Scene<'a>,
    sentence: usize,
    parse: &'a Parse,
}

impl Walk<'_> {
    fn related(&self, at: TokenId) -> Vec<TokenId> {
        if self.is_verbal(at) {
            let ways = [self.coordinate_above(at), self.matrix(at)].into_iter().flatten();
            ways.chain(self.coordinates_below(at)).chain(self.event_nouns(at)).chain(self.meanwhile(at)).collect()
        } else {
            let ways = [self.happening(at), self.measured(at), self.coordinate_noun(at)].into_iter().flatten();
            ways.chain(self.clauses_of(at)).collect()
        }
    }

    fn is_verbal(&self, at: TokenId) -> bool {
        matches!(self.parse.token(at).upos, Upos::Verb | Upos::Aux | Upos::Adj)
    }

    /// "blocked it for three days in 2021": what hangs on a phrase of time belongs where that one belongs.
    fn past_times(&self, above: TokenId) -> TokenId {
        let is_time = |t: TokenId| self.parse.token(t).entity == Some(EntityKind::Time) && !self.is_verbal(t);
        let mut chain = std::iter::once(above).chain(self.parse.ancestors(above));
        chain.find(|&t| !is_time(t)).unwrap_or(above)
    }

    /// "… was signed, officials said on Friday".
    fn speech_between(&self, above: TokenId, phrase: TokenId) -> Option<TokenId> {
        let speech = |t: &TokenId| self.parse.token(*t).upos == Upos::Verb && self.is_speech(*t);
        let outside = |t: &TokenId| !self.parse.ancestors(*t).any(|a| a == above);
        (above + 1..phrase).rev().find(|t| speech(t) && outside(t))
    }

    /// "said on Friday he would sign".
    fn speech_before(&self, above: TokenId, phrase: TokenId) -> Option<TokenId> {
        let token = self.parse.token(above);
        let speech = token.head.filter(|&h| token.deprel == Deprel::Ccomp && h < phrase && self.is_speech(h))?;
        let children = self.parse.children(above);
        let is = |c: TokenId, deprel: Deprel| self.parse.token(c).deprel.is(deprel);
        let subject = children.iter().copied().find(|&c| is(c, Deprel::Nsubj))?;
        let opened = children.iter().any(|&c| c < phrase && is(c, Deprel::Mark));
        (phrase < subject && !opened).then_some(speech)
    }

    fn lemma(&self, at: TokenId) -> String {
        self.parse.token(at).lemma.to_lowercase()
    }

    /// Whether a verb tells what somebody says.
    fn is_speech(&self, verb: TokenId) -> bool {
        !self.scene.lexicon.cues.source(&self.lemma(verb)).is_empty()
    }

    /// "was arrested on Monday and charged": the first verb of a chain speaks for all.
    fn coordinate_above(&self, at: TokenId) -> Option<TokenId> {
        let token = self.parse.token(at);
        let above = token.head.filter(|_| token.deprel == Deprel::Conj)?;
        (self.is_verbal(above) && self.shares_subject(above, at) && !self.is_sequel(at)).then_some(above)
    }

    /// "killed 13 men and arrested four in Guasave": so does the last one, where nothing tells them apart.
    fn coordinates_below(&self, at: TokenId) -> impl Iterator<Item = TokenId> + '_ {
        let below = self.parse.children_by(at, Deprel::Conj);
        below.filter(move |&c| {
            let alike = self.parse.token(c).xpos == self.parse.token(at).xpos;
            alike && self.is_verbal(c) && self.shares_subject(at, c) && !self.is_sequel(c)
        })
    }

    /// Whether a second verb goes on about the same people, or counts others of them: "six are killed and ten others are injured".
    fn shares_subject(&self, first: TokenId, second: TokenId) -> bool {
        let counts = |verb: TokenId| !self.scene.lexicon.circumstances.counts.counted(&self.lemma(verb)).is_empty();
        !self.has_subject(second) || counts(first) && counts(second)
    }

    fn has_subject(&self, verb: TokenId) -> bool {
        self.parse.children(verb).iter().any(|&c| self.parse.token(c).deprel.is(Deprel::Nsubj))
    }

    /// Whether a word such as "later" sets an act apart in time.
    fn is_sequel(&self, verb: TokenId) -> bool {
        let time = &self.scene.lexicon.circumstances.time;
        let adverbs = self.parse.children_by(verb, Deprel::Advmod);
        adverbs.into_iter().any(|c| time.get(&self.lemma(c)).contains(&TimeWord::Sequel))
    }

    /// The verb above whose time and place are also those of a clause below it.
    fn matrix(&self, at: TokenId) -> Option<TokenId> {
        let token = self.parse.token(at);
        let above = token.head?;
        let shares = match token.deprel {
            Deprel::Xcomp => !self.is_speech(above) && !self.defers(above),
            Deprel::Advcl => self.is_bare_participle(at) || self.is_hours_apart(at) || self.is_meanwhile(at),
            Deprel::Acl | Deprel::AclRelcl => !self.is_speech(at) && self.is_event(above),
            _ => false,
        };
        shares.then_some(above)
    }

    /// Whether a verb puts what is told below it into the future or in doubt.
    fn defers(&self, verb: TokenId) -> bool {
        let cues = self.scene.lexicon.cues.status(&self.lemma(verb));
        cues.iter().any(|cue| cue.edges.contains(&CueEdge::Clause) && cue.status != Status::Occurred)
    }

    /// "…, killing three".
    fn is_bare_participle(&self, verb: TokenId) -> bool {
        let participle = matches!(self.parse.token(verb).xpos, Xpos::Vbg | Xpos::Vbn);
        participle && !self.has_subject(verb) && self.parse.children_by(verb, Deprel::Mark).next().is_none()
    }

    /// "… when a bomb exploded".
    fn meanwhile(&self, verb: TokenId) -> impl Iterator<Item = TokenId> + '_ {
        self.parse.children_by(verb, Deprel::Advcl).filter(|&c| self.is_meanwhile(c))
    }

    fn is_meanwhile(&self, clause: TokenId) -> bool {
        let time = &self.scene.lexicon.circumstances.time;
        self.parse.children(clause).iter().any(|&c| time.get(&self.lemma(c)).contains(&TimeWord::Meanwhile))
    }

    /// "…, hours after two officers were killed".
    fn is_hours_apart(&self, verb: TokenId) -> bool {
        let time = &self.scene.lexicon.circumstances.time;
        let short = |t: TokenId| {
            let word = self.scene.word(self.sentence, t).to_lowercase();
            time.get(&word).iter().any(|w| matches!(w, TimeWord::Unit(TimeUnit::Hour | TimeUnit::Minute)))
        };
        self.parse.children(verb).iter().any(|&c| short(c) || self.parse.children(c).iter().any(|&g| short(g)))
    }

    /// "killed in a bombing in Cúcuta", "the attack in Aden killed six": nouns of acts beside a verb.
    fn event_nouns(&self, verb: TokenId) -> impl Iterator<Item = TokenId> + '_ {
        self.parse.children(verb).iter().copied().filter(move |&c| {
            let token = self.parse.token(c);
            let placed = match token.deprel {
                Deprel::Nsubj | Deprel::NsubjPass => self.lends(verb, ActAt::Subject),
                Deprel::Obj => self.lends(verb, ActAt::Object),
                Deprel::Obl | Deprel::OblAgent => {
                    syntax::case_of(self.parse, c).is_some_and(|case| self.is_during(&case))
                }
                _ => false,
            };
            placed && self.is_event(c)
        })
    }

    fn is_during(&self, case: &str) -> bool {
        self.scene.lexicon.cues.prepositions().introduces(case, Introduces::During)
    }

    fn is_event(&self, noun: TokenId) -> bool {
        self.parse.token(noun).entity == Some(EntityKind::Event)
    }

    fn lends(&self, verb: TokenId, to: ActAt) -> bool {
        self.scene.lexicon.circumstances.happening(&self.lemma(verb)).is_some_and(|at| at == to || at == ActAt::Both)
    }

    /// The verb that tells that the act of a noun took place.
    fn happening(&self, noun: TokenId) -> Option<TokenId> {
        let token = self.parse.token(noun);
        let tells = |verb: TokenId| self.scene.lexicon.circumstances.happening(&self.lemma(verb)).is_some();
        let verb = token.head.filter(|&h| self.is_verbal(h) && (tells(h) || !self.is_speech(h)))?;
        match token.deprel {
            Deprel::Nsubj | Deprel::NsubjPass if self.opens(verb).is_some() => self.opens(verb),
            Deprel::Nsubj => self.lends(verb, ActAt::Subject).then_some(verb),
            Deprel::Obj | Deprel::NsubjPass => self.lends(verb, ActAt::Object).then_some(verb),
            Deprel::Obl | Deprel::OblAgent => {
                let case = syntax::case_of(self.parse, noun)?;
                (case != "at" && self.is_during(&case)).then_some(verb)
            }
            _ => None,
        }
    }

    /// "talks are set to open on Monday": the verb below that tells it.
    fn opens(&self, verb: TokenId) -> Option<TokenId> {
        self.parse.children_by(verb, Deprel::Xcomp).find(|&c| self.lends(c, ActAt::Subject))
    }

    /// "a wave of strikes": the noun that an act is counted by.
    fn measured(&self, noun: TokenId) -> Option<TokenId> {
        let token = self.parse.token(noun);
        let above = token.head.filter(|_| token.deprel == Deprel::Nmod)?;
        let of = syntax::case_of(self.parse, noun).is_some_and(|case| case == "of");
        (of && self.parse.token(above).upos == Upos::Noun).then_some(above)
    }

    fn coordinate_noun(&self, noun: TokenId) -> Option<TokenId> {
        let token = self.parse.token(noun);
        token.head.filter(|&h| token.deprel == Deprel::Conj && !self.is_verbal(h))
    }

    /// "a summit scheduled for Friday", "an attack that took place in Ghazni", "a trial expected to open in May".
    fn clauses_of(&self, noun: TokenId) -> impl Iterator<Item = TokenId> + '_ {
        let clause =
            |c: &TokenId| matches!(self.parse.token(*c).deprel, Deprel::Acl | Deprel::AclRelcl) && !self.is_speech(*c);
        let clauses = self.parse.children(noun).iter().copied().filter(clause);
        let told = move |verb: &TokenId| self.scene.lexicon.circumstances.happening(&self.lemma(*verb)).is_some();
        clauses.flat_map(move |c| std::iter::once(c).filter(told).chain(self.opens(c)).collect::<Vec<_>>())
    }
}
