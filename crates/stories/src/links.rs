//! Records of different articles that tell one event.
//!
//! Never by words alone: types must be related, the times near, and who, whom and where must not contradict each other.
//! Of what passes, [clues](crate::clues) are weighed.

use crate::article::{Article, Party, Report, Spot};
use crate::background::Background;
use crate::clues::{Agreed, Clue, Clues, Span, clues};
use crate::settings::Settings;
use types::PlacePrecision;

/// Two records that tell one event.
#[derive(Debug, Clone, PartialEq)]
pub struct Link {
    /// The record of the earlier article.
    pub earlier: String,
    /// The record of the later one.
    pub later: String,
    /// How sure that is, from 0 to 1.
    pub score: f64,
    /// What speaks for it.
    pub reason: String,
}

/// What links are judged by.
pub(crate) struct Judge<'a> {
    pub(crate) settings: &'a Settings,
    pub(crate) background: &'a Background,
}

/// Two records that may tell one event.
#[derive(Debug, Clone, PartialEq)]
pub struct Case {
    /// The record of the earlier article.
    pub earlier: String,
    /// The record of the later one.
    pub later: String,
    /// What speaks for and against it.
    pub clues: Clues,
}

impl Judge<'_> {
    /// All links between two articles so much alike.
    pub(crate) fn links(&self, earlier: &Article, later: &Article, text: f64) -> Vec<Link> {
        self.cases(earlier, later, text).into_iter().filter_map(|case| self.link(case)).collect()
    }

    /// All pairs of records of two articles of which nothing says that they tell different events.
    pub(crate) fn cases(&self, earlier: &Article, later: &Article, text: f64) -> Vec<Case> {
        if text < self.settings.link.least {
            return Vec::new();
        }
        let pairs = earlier.reports.iter().flat_map(|one| later.reports.iter().map(move |other| (one, other)));
        pairs.filter_map(|(one, other)| self.case((earlier, one), (later, other), text)).collect()
    }

    fn case(&self, one: (&Article, &Report), other: (&Article, &Report), text: f64) -> Option<Case> {
        let (first, second) = (one.1, other.1);
        let spans = [Span::of(one.0, first)?, Span::of(other.0, second)?];
        if !self.settings.related(first.kind, second.kind) || !self.near(spans) {
            return None;
        }
        let who = self.sides(&first.actors, &second.actors)?;
        let whom = self.sides(&first.recipients, &second.recipients)?;
        if !self.places(first.place.as_ref(), second.place.as_ref()) {
            return None;
        }
        let clues = clues(first, second, Agreed { who, whom, spans, text }, self.settings, self.background);
        Some(Case { earlier: first.id.clone(), later: second.id.clone(), clues })
    }

    fn link(&self, case: Case) -> Option<Link> {
        let score = self.score(&case.clues);
        (score >= self.settings.link.linked).then(|| Link {
            reason: self.reason(&case.clues),
            earlier: case.earlier,
            later: case.later,
            score,
        })
    }

    /// How likely two records tell one event.
    fn score(&self, clues: &Clues) -> f64 {
        1.0 / (1.0 + (-self.counted(clues).map(|(.., counts)| counts).sum::<f64>()).exp())
    }

    /// The clues that count, each with its value and what it counts.
    fn counted<'a>(&'a self, clues: &'a Clues) -> impl Iterator<Item = (Clue, f64, f64)> + 'a {
        let weight = |clue: &Clue| self.settings.link.weights.get(clue).copied();
        clues.iter().filter_map(move |(clue, value)| Some((*clue, *value, value * weight(clue)?)))
    }

    /// What speaks for it and against it, each with how much of it there is.
    fn reason(&self, clues: &Clues) -> String {
        let told = |(clue, value, _): &(Clue, f64, f64)| format!("{clue} {value:.2}");
        let counted = self.counted(clues).filter(|(clue, ..)| *clue != Clue::Start);
        let (against, speaks): (Vec<_>, Vec<_>) = counted.partition(|(.., counts)| *counts < 0.0);
        let [speaks, against] = [speaks, against].map(|some| some.iter().map(told).collect::<Vec<_>>().join(", "));
        if against.is_empty() { speaks } else { format!("{speaks}; against it {against}") }
    }

    /// Whether both are near in time: a day of a year is not that year.
    fn near(&self, [one, other]: [Span; 2]) -> bool {
        let apart = one.apart(other);
        apart <= self.settings.link.days && (apart > 0 || one.shared(other) >= self.settings.link.shared)
    }

    /// How well two sides agree; nothing where they contradict each other.
    fn sides(&self, one: &[Party], other: &[Party]) -> Option<f64> {
        if one.is_empty() || other.is_empty() {
            return Some(self.settings.link.untold);
        }
        let pairs = one.iter().flat_map(|one| other.iter().map(move |other| self.same(one, other)));
        Some(pairs.fold(0.0, f64::max)).filter(|best| *best > 0.0)
    }

    fn same(&self, one: &Party, other: &Party) -> f64 {
        let named = one.name.as_ref().filter(|name| Some(*name) == other.name.as_ref());
        let rare = named.map_or(0.0, |name| 0.5 + 0.5 * self.rarity(name));
        let state = match (one.country.is_some() && one.country == other.country, one.sector == other.sector) {
            (false, _) => 0.0,
            (true, true) => 1.0,
            (true, false) => self.settings.link.country,
        };
        f64::max(rare, state)
    }

    fn rarity(&self, name: &str) -> f64 {
        let words = crate::words::plain(name).map(|word| self.background.rarity(&word.to_lowercase()));
        words.fold(0.0, f64::max) / self.background.most()
    }

    /// Whether two places do not contradict each other: of one name, or one of them coarse or not placed.
    fn places(&self, one: Option<&Spot>, other: Option<&Spot>) -> bool {
        let Some((one, other)) = one.zip(other) else { return true };
        let coarse = [one, other].iter().any(|spot| spot.precision != PlacePrecision::City);
        one.name == other.name
            || one.country.zip(other.country).is_none_or(|(country, theirs)| country == theirs && coarse)
    }
}
