//! Where storylines lose: what of B-cubed precision and recall goes to which kind of text, and what the texts most alike
//! tell of threads at all.

use super::Threaded;
use super::plain::Cosines;
use serde::Serialize;
use std::collections::HashMap;

/// What is lost, as shares of all texts: precision and recall would be 1 without.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
pub struct Losses {
    /// Precision, to texts that have another of their threads in common.
    pub kin: f64,
    /// Precision, to texts with no thread in common.
    pub strangers: f64,
    /// Recall, to texts of the same thread whose words have a cosine below 0.1.
    pub unlike: f64,
    /// Recall, to those below 0.2.
    pub faint: f64,
    /// Recall, to those more alike.
    pub alike: f64,
}

/// What the text most alike says, by the cosine of words.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
pub struct Nearest {
    /// Of texts whose thread has others, the share whose most alike text is of the same.
    pub same: f64,
    /// Of these, the share whose most alike text has another of their threads in common.
    pub kin: f64,
    /// The median cosine of such a text with the most alike of its thread.
    pub within: f64,
    /// The median cosine of a text that is alone in its thread with the most alike of all.
    pub alone: f64,
}

/// How the threads of two texts stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Relation {
    Same,
    Kin,
    Strangers,
}

fn relation(one: &Threaded, other: &Threaded) -> Relation {
    match (one.narrowest() == other.narrowest(), one.story.iter().any(|thread| other.story.contains(thread))) {
        (true, _) => Relation::Same,
        (false, true) => Relation::Kin,
        (false, false) => Relation::Strangers,
    }
}

impl Losses {
    /// Of the groups that texts were put into.
    pub(super) fn of(threads: &[&Threaded], found: &[usize], alike: &Cosines) -> Self {
        let mut losses = Self::default();
        for one in 0..threads.len() {
            let company = |same: &dyn Fn(usize) -> bool| (0..threads.len()).filter(|other| same(*other)).collect();
            let group: Vec<usize> = company(&|other| found.get(other) == found.get(one));
            let thread: Vec<usize> = company(&|other| related(threads, one, other) == Some(Relation::Same));
            losses.count_precision(threads, one, &group);
            losses.count_recall(one, &thread, found, alike);
        }
        losses.shared(threads.len())
    }

    fn count_precision(&mut self, threads: &[&Threaded], one: usize, group: &[usize]) {
        for other in group {
            match related(threads, one, *other) {
                Some(Relation::Kin) => self.kin += 1.0 / group.len() as f64,
                Some(Relation::Strangers) => self.strangers += 1.0 / group.len() as f64,
                Some(Relation::Same) | None => {}
            }
        }
    }

    fn count_recall(&mut self, one: usize, thread: &[usize], found: &[usize], alike: &Cosines) {
        for other in thread.iter().filter(|other| found.get(**other) != found.get(one)) {
            let lost = match alike.between(one, *other) {
                cosine if cosine < 0.1 => &mut self.unlike,
                cosine if cosine < 0.2 => &mut self.faint,
                _ => &mut self.alike,
            };
            *lost += 1.0 / thread.len() as f64;
        }
    }

    fn shared(self, texts: usize) -> Self {
        let share = |sum: f64| sum / texts.max(1) as f64;
        Self {
            kin: share(self.kin),
            strangers: share(self.strangers),
            unlike: share(self.unlike),
            faint: share(self.faint),
            alike: share(self.alike),
        }
    }
}

fn related(threads: &[&Threaded], one: usize, other: usize) -> Option<Relation> {
    Some(relation(threads.get(one)?, threads.get(other)?))
}

/// What is most alike to a text.
#[derive(Debug, Clone, Copy, Default)]
struct Closest {
    relation: Option<Relation>,
    cosine: f64,
    /// The highest cosine within its thread.
    within: f64,
}

impl Closest {
    fn note(&mut self, relation: Option<Relation>, cosine: f64) {
        if cosine > self.cosine {
            (self.relation, self.cosine) = (relation, cosine);
        }
        if relation == Some(Relation::Same) {
            self.within = self.within.max(cosine);
        }
    }
}

impl Nearest {
    /// Of texts and how alike their words are.
    pub(super) fn of(threads: &[&Threaded], alike: &Cosines) -> Self {
        let mut sizes: HashMap<&str, usize> = HashMap::new();
        threads.iter().for_each(|text| *sizes.entry(text.narrowest()).or_default() += 1);
        let closest = threads.iter().zip(closest(threads, alike));
        let (company, alone): (Vec<_>, Vec<_>) = closest.partition(|(text, _)| sizes.get(text.narrowest()) > Some(&1));
        let count = |wanted| company.iter().filter(|(_, closest)| closest.relation == Some(wanted)).count();
        let share = |wanted| count(wanted) as f64 / company.len().max(1) as f64;
        Self {
            same: share(Relation::Same),
            kin: share(Relation::Kin),
            within: median(company.iter().map(|(_, closest)| closest.within).collect()),
            alone: median(alone.iter().map(|(_, closest)| closest.cosine).collect()),
        }
    }
}

fn closest(threads: &[&Threaded], alike: &Cosines) -> Vec<Closest> {
    let mut closest = vec![Closest::default(); threads.len()];
    for (one, other, cosine) in alike.pairs(f64::MIN_POSITIVE) {
        for text in [one, other] {
            if let Some(closest) = closest.get_mut(text) {
                closest.note(related(threads, one, other), cosine);
            }
        }
    }
    closest
}

fn median(mut numbers: Vec<f64>) -> f64 {
    numbers.sort_by(f64::total_cmp);
    numbers.get(numbers.len() / 2).copied().unwrap_or(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One letter a thread, the widest first; groups found; words.
    fn check(texts: &[(&str, usize, &str)], losses: [f64; 5], nearest: [f64; 2]) {
        let threaded = |(threads, _, words): &(&str, usize, &str)| Threaded {
            date: String::new(),
            text: (*words).to_owned(),
            story: threads.chars().map(String::from).collect(),
        };
        let made: Vec<Threaded> = texts.iter().map(threaded).collect();
        let threads: Vec<&Threaded> = made.iter().collect();
        let alike = Cosines::of_texts(&texts.iter().map(|(_, _, words)| *words).collect::<Vec<_>>());
        let found: Vec<usize> = texts.iter().map(|(_, group, _)| *group).collect();
        let Losses { kin, strangers, unlike, faint, alike: close } = Losses::of(&threads, &found, &alike);
        assert_eq!([kin, strangers, unlike, faint, close], losses, "{texts:?}");
        let Nearest { same, kin, .. } = Nearest::of(&threads, &alike);
        assert_eq!([same, kin], nearest, "{texts:?}");
    }

    #[test]
    fn losses_by_kind() {
        check(&[("ab", 0, "grain"), ("ab", 0, "grain"), ("c", 1, "talks")], [0.0; 5], [1.0, 0.0]);
        check(&[("ab", 0, "grain"), ("a", 0, "grain"), ("c", 1, "talks")], [1.0 / 3.0, 0.0, 0.0, 0.0, 0.0], [0.0; 2]);
        check(&[("ab", 0, "grain"), ("c", 0, "talks")], [0.0, 0.5, 0.0, 0.0, 0.0], [0.0; 2]);
        check(&[("b", 0, "grain"), ("b", 1, "talks"), ("c", 2, "grain")], [0.0, 0.0, 1.0 / 3.0, 0.0, 0.0], [0.0; 2]);
        let near = [("b", 0, "grain"), ("b", 1, "grain talks"), ("ac", 2, "oil"), ("ad", 3, "oil"), ("ad", 4, "gas")];
        check(&near, [0.0, 0.0, 0.2, 0.0, 0.2], [0.5, 0.25]);
    }
}
