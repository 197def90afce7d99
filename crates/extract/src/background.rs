//! Whether an act that is told as a fact is news or background.
//!
//! Nothing but the grammar of its clause, the times told round it, its place in the article and what the judge thinks of
//! it tell the two apart where no date does. The signs are read off here; what they weigh is data.

use crate::judged;
use crate::scene::Scene;
use crate::time::{self, Age, Aged};
use crate::trigger::Hit;
use lexicon::{Sign, TimeWord};
use std::fmt;
use types::{Deprel, Parse, Time, TokenId, Upos, Xpos};

/// How many sentences make a text brief.
const BRIEF: usize = 2;

/// Why an act is background.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Why {
    /// The time stated for it is long past.
    Dated,
    /// These signs together.
    Signs(Vec<Sign>),
}

impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Why::Dated => f.write_str("its time"),
            Why::Signs(signs) => {
                let names: Vec<&str> = signs.iter().map(|sign| sign.as_str()).collect();
                write!(f, "signs: {}", names.join(", "))
            }
        }
    }
}

/// Why the act is background, if it is; its own time is given.
pub(crate) fn of(scene: &Scene<'_>, sentence: usize, hit: &Hit<'_>, own: Option<&Time>) -> Option<Why> {
    if time::is_background(scene, own) {
        return Some(Why::Dated);
    }
    let act = Act::new(scene, sentence, hit.head, own);
    let after = sentence.checked_sub(1).filter(|&before| is_story(scene, before)).map(|_| Sign::AfterBackground);
    let signs: Vec<Sign> = act.signs().chain(after).collect();
    scene.lexicon.background.is_enough(act.sum(&signs)).then_some(Why::Signs(signs))
}

/// Whether what a sentence mainly tells is background.
fn is_story(scene: &Scene<'_>, sentence: usize) -> bool {
    let Some(parse) = scene.parses.get(sentence) else { return false };
    let act = Act::new(scene, sentence, parse.root(), None);
    let signs: Vec<Sign> = act.signs().collect();
    scene.lexicon.background.is_story(act.sum(&signs))
}

/// The verb of the clause that a word stands in.
fn clause_of(parse: &Parse, head: TokenId) -> TokenId {
    let verbal = |&t: &TokenId| matches!(parse.token(t).upos, Upos::Verb | Upos::Aux) || has_copula(parse, t);
    std::iter::once(head).chain(parse.ancestors(head)).find(verbal).unwrap_or(head)
}

fn has_copula(parse: &Parse, word: TokenId) -> bool {
    parse.children_by(word, Deprel::Cop).next().is_some()
}

struct Act<'a> {
    scene: &'a Scene<'a>,
    sentence: usize,
    parse: &'a Parse,
    head: TokenId,
    clause: TokenId,
    own: Option<&'a Time>,
    times: Vec<Aged>,
}

impl<'a> Act<'a> {
    fn new(scene: &'a Scene<'a>, sentence: usize, head: TokenId, own: Option<&'a Time>) -> Self {
        let parse = scene.parse(sentence);
        Self { scene, sentence, parse, head, clause: clause_of(parse, head), own, times: time::ages(scene, sentence) }
    }

    fn sum(&self, signs: &[Sign]) -> f32 {
        self.scene.lexicon.background.sum(signs, judged::history(self.parse, self.head).unwrap_or(0.0))
    }

    /// What its own sentence and the times told before say.
    fn signs(&self) -> impl Iterator<Item = Sign> + '_ {
        Sign::ALL.into_iter().filter(|&sign| self.has(sign))
    }

    fn has(&self, sign: Sign) -> bool {
        match sign {
            Sign::Past => self.finite() == Xpos::Vbd,
            Sign::Present => !self.is_perfect() && is_present(self.finite()),
            Sign::NonFinite => matches!(self.finite(), Xpos::Vbn | Xpos::Vbg | Xpos::Vb),
            Sign::Noun => self.parse.token(self.head).upos == Upos::Noun,
            Sign::Relative => self.is_below(|deprel| matches!(deprel, Deprel::AclRelcl | Deprel::AdvclRelcl)),
            Sign::Apposition => self.is_below(|deprel| deprel == Deprel::Appos),
            Sign::Below => self.is_below(|deprel| matches!(deprel, Deprel::Nmod | Deprel::Obl)),
            Sign::AfterBackground => false,
            Sign::Sequel => self.has_sequel(),
            Sign::Former => self.has_former(),
            Sign::Late => 2 * self.sentence >= self.scene.parses.len(),
            Sign::Brief => self.scene.parses.len() <= BRIEF,
            Sign::Recent => self.own.is_some_and(|own| !time::is_lasting(self.scene, own)),
            Sign::Lasting => self.own.is_some_and(|own| time::is_lasting(self.scene, own)),
            Sign::DatedClause => self.is_told(Age::Old, Self::is_around),
            Sign::DatedElsewhere => self.is_told(Age::Old, |act, at| !act.is_around(at)),
            Sign::RecentClause => self.is_told(Age::New, Self::is_around),
            Sign::RecentElsewhere => self.is_told(Age::New, |act, at| !act.is_around(at)),
            Sign::DatedBefore => time::is_era(self.scene, self.sentence),
        }
    }

    fn finite(&self) -> Xpos {
        time::finite(self.parse, self.clause)
    }

    fn is_perfect(&self) -> bool {
        self.parse.children_by(self.clause, Deprel::Aux).any(|t| &*self.parse.token(t).lemma == "have")
    }

    /// Whether it or a word above it hangs on its head so.
    fn is_below(&self, so: impl Fn(Deprel) -> bool) -> bool {
        std::iter::once(self.head).chain(self.parse.ancestors(self.head)).any(|t| so(self.parse.token(t).deprel))
    }

    /// Whether the sentence states a time of that age at such a place.
    fn is_told(&self, age: Age, place: impl Fn(&Self, TokenId) -> bool) -> bool {
        self.times.iter().any(|told| told.age == age && place(self, told.at))
    }

    /// Whether a phrase of time stands in the clause of the act or in one above it.
    fn is_around(&self, at: TokenId) -> bool {
        let told = clause_of(self.parse, at);
        told == self.clause || self.parse.ancestors(self.head).any(|above| above == told)
    }

    fn word(&self, at: TokenId) -> String {
        self.scene.word(self.sentence, at).to_lowercase()
    }

    /// "later", "then" beside the verb.
    fn has_sequel(&self) -> bool {
        let time = &self.scene.lexicon.circumstances.time;
        let sequel = |t: TokenId| time.get(&self.word(t)).contains(&TimeWord::Sequel);
        self.parse.children_by(self.clause, Deprel::Advmod).any(sequel)
    }

    /// "former", "then" near the act or its verb: "under its former president".
    fn has_former(&self) -> bool {
        let former = |t: TokenId| self.scene.lexicon.background.is_former(&self.word(t));
        let near = |at: TokenId| {
            let children = self.parse.children(at).iter().copied();
            children.clone().any(former)
                || children.into_iter().any(|c| self.parse.children(c).iter().copied().any(former))
        };
        near(self.head) || near(self.clause)
    }
}

fn is_present(form: Xpos) -> bool {
    matches!(form, Xpos::Vbz | Xpos::Vbp)
}
