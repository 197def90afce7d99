//! The measures: each role by words and by stretches, and who said what as a whole.
//!
//! *Words* is the overlap measure of Citron: words that the predicted and the annotated stretches of a role have in
//! common, among all predicted words of that role (precision) and among all annotated ones (recall), summed over the
//! texts. *Spans* counts sources, cues and contents as wholes: a predicted one is right where it shares a word with an
//! annotated one of its role (precision), an annotated one is found where a predicted one shares a word with it
//! (recall). A *triple* links the three: one to one by [`pairs`], it is right where source, cue and content of the two
//! all share a word; no source agrees with no source.

use super::Case;
use super::pairing::{pairs, shared};
use super::words::{Indices, Relation, Role};
use crate::eval::counts::{Found, harmonic_mean};
use serde::{Serialize, Serializer};

/// Both measures of a role.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct OfRole {
    /// By words.
    pub words: Found,
    /// By spans.
    pub spans: Overlap,
}

/// How many spans of each side share a word with one of the other.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Overlap {
    /// Predicted spans that share a word with an annotated one.
    pub right: usize,
    /// Predicted spans.
    pub predicted: usize,
    /// Annotated spans that share a word with a predicted one.
    pub found: usize,
    /// Annotated spans.
    pub gold: usize,
}

impl Overlap {
    /// Share of the predicted that is right.
    pub fn precision(self) -> f64 {
        Found { right: self.right, gold: 0, predicted: self.predicted }.precision()
    }

    /// Share of the annotated that is found.
    pub fn recall(self) -> f64 {
        Found { right: self.found, gold: self.gold, predicted: 0 }.recall()
    }

    /// Harmonic mean of the two.
    pub fn f1(self) -> f64 {
        harmonic_mean(self.precision(), self.recall())
    }

    fn add(&mut self, more: Overlap) {
        self.right += more.right;
        self.predicted += more.predicted;
        self.found += more.found;
        self.gold += more.gold;
    }
}

impl Serialize for Overlap {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Shape {
            precision: f64,
            recall: f64,
            f1: f64,
            right: usize,
            predicted: usize,
            found: usize,
            gold: usize,
        }
        let Overlap { right, predicted, found, gold } = *self;
        let (precision, recall, f1) = (self.precision(), self.recall(), self.f1());
        Shape { precision, recall, f1, right, predicted, found, gold }.serialize(to)
    }
}

/// All measures over a set of texts.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Scores {
    /// Annotations; a text that several people annotated counts once for each.
    pub annotations: usize,
    /// Annotated attributions.
    pub gold: usize,
    /// Predicted ones.
    pub predicted: usize,
    /// Whose word it is.
    pub source: OfRole,
    /// What says so.
    pub cue: OfRole,
    /// What is told.
    pub content: OfRole,
    /// Words of all three roles together.
    pub words: Found,
    /// Attributions with all three roles right.
    pub triple: Found,
    /// What is missed, spurious or differs, in text order.
    #[serde(skip)]
    pub errors: Vec<Error>,
}

/// An attribution that was not read as annotated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    /// The annotation.
    pub name: String,
    /// What is wrong with it.
    pub fault: Fault,
    /// As annotated; nothing where nobody did.
    pub gold: Option<Told>,
    /// As predicted; nothing where it was missed.
    pub predicted: Option<Told>,
}

/// What is wrong with an attribution.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// It was not found.
    Missed,
    /// Nobody annotated it.
    Spurious,
    /// Stretches of this role have no word in common.
    Role(Role),
}

/// The words of an attribution.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// Whose word it is.
    pub source: String,
    /// What says so.
    pub cue: String,
    /// What is told.
    pub content: String,
}

/// Measures the predictions.
pub fn score(cases: &[Case]) -> Scores {
    let mut scores = Scores { annotations: cases.len(), ..Scores::default() };
    cases.iter().for_each(|case| scores.count(case));
    for role in Role::ALL {
        let Found { right, gold, predicted } = scores.of(role).words;
        scores.words.right += right;
        scores.words.gold += gold;
        scores.words.predicted += predicted;
    }
    scores
}

impl Scores {
    fn of(&mut self, role: Role) -> &mut OfRole {
        match role {
            Role::Source => &mut self.source,
            Role::Cue => &mut self.cue,
            Role::Content => &mut self.content,
        }
    }

    fn count(&mut self, case: &Case) {
        self.gold += case.gold.len();
        self.predicted += case.predicted.len();
        let linked = pairs(&case.gold, &case.predicted);
        for role in Role::ALL {
            let of = self.of(role);
            add(&mut of.words, words(case, role));
            of.spans.add(spans(case, role));
        }
        let whole = linked.iter().filter(|pair| fault(case, **pair).is_none()).count();
        add(&mut self.triple, Found { right: whole, gold: case.gold.len(), predicted: case.predicted.len() });
        self.errors.extend(errors(case, &linked));
    }
}

fn add(sum: &mut Found, more: Found) {
    sum.right += more.right;
    sum.gold += more.gold;
    sum.predicted += more.predicted;
}

fn words(case: &Case, role: Role) -> Found {
    let all = |side: &[Relation]| side.iter().flat_map(|r| r.of(role)).copied().collect::<Indices>();
    let (gold, predicted) = (all(&case.gold), all(&case.predicted));
    Found { right: shared(&gold, &predicted), gold: gold.len(), predicted: predicted.len() }
}

fn spans(case: &Case, role: Role) -> Overlap {
    let (right, predicted) = touched(&case.predicted, &case.gold, role);
    let (found, gold) = touched(&case.gold, &case.predicted, role);
    Overlap { right, predicted, found, gold }
}

/// How many of one side's spans share a word with one of the other's, and how many there are.
fn touched(side: &[Relation], other: &[Relation], role: Role) -> (usize, usize) {
    let has = side.iter().map(|r| r.of(role)).filter(|span| !span.is_empty());
    let touches = |span: &&Indices| other.iter().any(|r| shared(span, r.of(role)) > 0);
    (has.clone().filter(touches).count(), has.count())
}

/// The first role in which a pair disagrees.
fn fault(case: &Case, (g, p): (usize, usize)) -> Option<Role> {
    Role::ALL.into_iter().find(|&role| {
        let (gold, predicted) = (case.gold[g].of(role), case.predicted[p].of(role));
        shared(gold, predicted) == 0 && !(gold.is_empty() && predicted.is_empty())
    })
}

fn errors(case: &Case, linked: &[(usize, usize)]) -> Vec<Error> {
    let gold = |g: usize| Some(told(case, &case.gold[g]));
    let predicted = |p: usize| Some(told(case, &case.predicted[p]));
    let error = |fault, gold, predicted| Error { name: case.name.clone(), fault, gold, predicted };
    let alone = |at: &usize, side: fn(&(usize, usize)) -> usize| linked.iter().all(|pair| side(pair) != *at);
    let missed = (0..case.gold.len()).filter(|g| alone(g, |pair| pair.0));
    let spurious = (0..case.predicted.len()).filter(|p| alone(p, |pair| pair.1));
    let differing = linked.iter().filter_map(|&(g, p)| Some((fault(case, (g, p))?, g, p)));
    let missed = missed.map(|g| error(Fault::Missed, gold(g), None));
    let spurious = spurious.map(|p| error(Fault::Spurious, None, predicted(p)));
    let differing = differing.map(|(role, g, p)| error(Fault::Role(role), gold(g), predicted(p)));
    missed.chain(spurious).chain(differing).collect()
}

fn told(case: &Case, relation: &Relation) -> Told {
    let [source, cue, content] = Role::ALL.map(|role| case.words.told(relation.of(role)));
    Told { source, cue, content }
}

#[cfg(test)]
mod tests {
    use super::super::words::Words;
    use super::*;

    const TEXT: &str = "the envoy said talks failed and his aide told radio that they will resume on Friday";

    /// Relations as words: source, cue, content.
    fn relations(rows: &[[&str; 3]]) -> Vec<Relation> {
        let indices = |part: &str| {
            let of = |word: &str| TEXT.split(' ').position(|w| w == word).expect("a word of the text");
            part.split_whitespace().map(of).collect()
        };
        rows.iter()
            .map(|[source, cue, content]| Relation {
                source: indices(source),
                cue: indices(cue),
                content: indices(content),
            })
            .collect()
    }

    /// Right, gold and predicted: the words of sources, cues and contents, the triples; and of the spans of cues the right,
    /// the predicted, the found and the gold.
    fn check(gold: &[[&str; 3]], predicted: &[[&str; 3]], want: [[usize; 3]; 4], spans: [usize; 4]) {
        let case = Case {
            name: "test".to_owned(),
            words: Words::new(TEXT),
            gold: relations(gold),
            predicted: relations(predicted),
        };
        let scores = score(&[case]);
        let all = [scores.source.words, scores.cue.words, scores.content.words, scores.triple];
        assert_eq!(all.map(|f| [f.right, f.gold, f.predicted]), want, "{gold:?} {predicted:?}");
        let cue = scores.cue.spans;
        assert_eq!([cue.right, cue.predicted, cue.found, cue.gold], spans, "{gold:?} {predicted:?}");
    }

    #[test]
    fn overlap_counts_words_and_triples_link_them() {
        let gold = [["the envoy", "said", "talks failed"], ["his aide", "told radio", "that they will resume"]];
        check(&gold, &gold, [[4, 4, 4], [3, 3, 3], [6, 6, 6], [2, 2, 2]], [2, 2, 2, 2]);
        check(&gold, &[], [[0, 4, 0], [0, 3, 0], [0, 6, 0], [0, 2, 0]], [0, 0, 0, 2]);
        let looser = [["envoy", "said", "talks failed and"], ["radio", "told", "they will resume on Friday"]];
        check(&gold, &looser, [[1, 4, 2], [2, 3, 2], [5, 6, 8], [1, 2, 2]], [2, 2, 2, 2]);
        let split = [["envoy", "said", "failed"], ["envoy", "failed", "talks"]];
        check(&gold, &split, [[1, 4, 1], [1, 3, 2], [2, 6, 2], [1, 2, 2]], [1, 2, 1, 2]);
    }

    #[test]
    fn no_source_agrees_with_no_source() {
        let gold = [["", "said", "talks failed"]];
        check(&gold, &gold, [[0, 0, 0], [1, 1, 1], [2, 2, 2], [1, 1, 1]], [1, 1, 1, 1]);
        check(&gold, &[["envoy", "said", "talks"]], [[0, 0, 1], [1, 1, 1], [1, 2, 1], [0, 1, 1]], [1, 1, 1, 1]);
    }
}
