//! Whether an act that is told as a fact is news or background.
//!
//! Nothing but the grammar of its clause, the times told round it, its place in the article and what the judge thinks of
//! it tell the two apart where no date does. The signs are read off here; what they weigh is data.

use crate::judged;
use crate::scene::Scene;
use crate::time;
use crate::trigger::Hit;
use lexicon::{Sign, TimeWord};
use types::{Deprel, Parse, Time, TokenId, Upos, Xpos};

/// How many sentences make a text brief, and how many its opening.
const BRIEF: usize = 2;

/// The signs found and what they come to.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Weighed {
    pub(crate) signs: Vec<Sign>,
    pub(crate) sum: f32,
}

/// The weight of what speaks for background.
pub(crate) fn of(scene: &Scene<'_>, sentence: usize, hit: &Hit<'_>, own: Option<&Time>) -> Weighed {
    let parse = scene.parse(sentence);
    let act = Act { scene, sentence, parse, head: hit.head, clause: clause_of(parse, hit.head), own };
    let signs: Vec<Sign> = Sign::ALL.into_iter().filter(|&sign| act.has(sign)).collect();
    let sum = scene.lexicon.background.sum(&signs, judged::history(parse, hit.head).unwrap_or(0.0));
    Weighed { signs, sum }
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
}

impl Act<'_> {
    fn has(&self, sign: Sign) -> bool {
        match sign {
            Sign::PastPerfect => self.perfect() == Some(Xpos::Vbd),
            Sign::PresentPerfect => matches!(self.perfect(), Some(Xpos::Vbz | Xpos::Vbp)),
            Sign::Past => self.perfect().is_none() && self.finite() == Xpos::Vbd,
            Sign::Present => self.perfect().is_none() && is_present(self.finite()),
            Sign::NonFinite => matches!(self.finite(), Xpos::Vbn | Xpos::Vbg | Xpos::Vb),
            Sign::PastInPresent => self.finite() == Xpos::Vbd && self.is_told_in_present(),
            Sign::ToldInPresent => self.is_told_in_present(),
            Sign::Noun => self.parse.token(self.head).upos == Upos::Noun,
            Sign::Relative => self.is_below(|deprel| matches!(deprel, Deprel::AclRelcl | Deprel::AdvclRelcl)),
            Sign::Attribute => self.is_below(|deprel| deprel == Deprel::Acl),
            Sign::Apposition => self.is_below(|deprel| deprel == Deprel::Appos),
            Sign::Adverbial => self.is_below(|deprel| deprel == Deprel::Advcl),
            Sign::Reported => self.is_below(|deprel| deprel == Deprel::Ccomp),
            Sign::Below => self.is_below(|deprel| matches!(deprel, Deprel::Nmod | Deprel::Obl)),
            Sign::Sequel => self.has_sequel(),
            Sign::Former => self.has_former(),
            Sign::Opening => self.sentence < BRIEF,
            Sign::Late => 2 * self.sentence >= self.scene.parses.len(),
            Sign::Brief => self.scene.parses.len() <= BRIEF,
            Sign::Quoted => self.scene.quotations.around(self.parse.token(self.head).span).is_some(),
            Sign::Recent => self.own.is_some_and(|own| !time::is_lasting(self.scene, own)),
            Sign::Lasting => self.own.is_some_and(|own| time::is_lasting(self.scene, own)),
            Sign::DatedSentence => time::tells(self.scene, self.sentence, time::Age::Old),
            Sign::RecentSentence => time::tells(self.scene, self.sentence, time::Age::New),
            Sign::DatedBefore => time::is_era(self.scene, self.sentence),
        }
    }

    fn finite(&self) -> Xpos {
        time::finite(self.parse, self.clause)
    }

    /// The form of "have" where the clause is in a perfect tense.
    fn perfect(&self) -> Option<Xpos> {
        let has = |&t: &TokenId| &*self.parse.token(t).lemma == "have";
        self.parse.children_by(self.clause, Deprel::Aux).find(has).map(|t| self.parse.token(t).xpos)
    }

    fn is_told_in_present(&self) -> bool {
        is_present(time::finite(self.parse, self.parse.root()))
    }

    /// Whether it or a word above it hangs on its head so.
    fn is_below(&self, so: impl Fn(Deprel) -> bool) -> bool {
        std::iter::once(self.head).chain(self.parse.ancestors(self.head)).any(|t| so(self.parse.token(t).deprel))
    }

    fn has_sequel(&self) -> bool {
        let time = &self.scene.lexicon.circumstances.time;
        self.parse
            .children_by(self.clause, Deprel::Advmod)
            .any(|t| time.get(&self.parse.token(t).lemma.to_lowercase()).contains(&TimeWord::Sequel))
    }

    fn has_former(&self) -> bool {
        let former = |t: TokenId| self.scene.lexicon.background.is_former(&self.parse.token(t).lemma.to_lowercase());
        let near = |at: TokenId| {
            let children = self.parse.children(at).iter().copied();
            children.clone().any(former) || children.into_iter().any(|c| self.parse.children(c).iter().copied().any(former))
        };
        near(self.head) || near(self.clause)
    }
}

fn is_present(form: Xpos) -> bool {
    matches!(form, Xpos::Vbz | Xpos::Vbp)
}
