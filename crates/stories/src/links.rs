//! Records of different articles that tell one event.
//!
//! Never by words alone: types must be related, the times near, and who and whom must not contradict each other.

use crate::article::{Article, Party, Report, Spot};
use crate::background::Background;
use crate::calendar;
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

/// What speaks for a link, each from 0 to 1.
#[derive(Debug, Clone, Copy)]
struct Case {
    who: f64,
    whom: f64,
    place: f64,
    time: f64,
    text: f64,
}

impl Judge<'_> {
    /// All links between two articles so much alike.
    pub(crate) fn links(&self, earlier: &Article, later: &Article, text: f64) -> Vec<Link> {
        if text < self.settings.link.least {
            return Vec::new();
        }
        let pairs = earlier.reports.iter().flat_map(|one| later.reports.iter().map(move |other| (one, other)));
        pairs.filter_map(|(one, other)| self.link((earlier, one), (later, other), text)).collect()
    }

    fn link(&self, one: (&Article, &Report), other: (&Article, &Report), text: f64) -> Option<Link> {
        let (first, second) = (one.1, other.1);
        let related = self.settings.related(first.kind, second.kind);
        let time = self.nearness(days(one)?, days(other)?).filter(|_| related)?;
        let who = self.sides(&first.actors, &second.actors)?;
        let whom = self.sides(&first.recipients, &second.recipients)?;
        let place = self.places(first.place.as_ref(), second.place.as_ref())?;
        let case = Case { who, whom, place, time, text };
        let score = self.weighed(case);
        (score >= self.settings.link.linked).then(|| Link {
            earlier: first.id.clone(),
            later: second.id.clone(),
            score,
            reason: reason(first, second, case),
        })
    }

    fn weighed(&self, case: Case) -> f64 {
        let weights = &self.settings.link;
        let words = (case.text * 2.0).min(1.0);
        weights.who * case.who
            + weights.whom * case.whom
            + weights.place * case.place
            + weights.time * case.time
            + weights.text * words
    }

    fn nearness(&self, one: (i32, i32), other: (i32, i32)) -> Option<f64> {
        let apart = (one.0 - other.1).max(other.0 - one.1).max(0);
        let most = self.settings.link.days;
        (apart <= most).then(|| 1.0 - f64::from(apart) / f64::from(most + 1))
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

    fn places(&self, one: Option<&Spot>, other: Option<&Spot>) -> Option<f64> {
        let (Some(one), Some(other)) = (one, other) else { return Some(self.settings.link.untold) };
        let country = one.country.zip(other.country).map(|(one, other)| one == other);
        let coarse = [one, other].iter().any(|spot| spot.precision != PlacePrecision::City);
        match (one.name == other.name, country) {
            (true, _) => Some(1.0),
            (false, None) => Some(self.settings.link.untold),
            (false, Some(true)) if coarse => Some(self.settings.link.untold),
            (false, Some(_)) => None,
        }
    }
}

/// The days of the act, or where none are told that of the article.
fn days((article, report): (&Article, &Report)) -> Option<(i32, i32)> {
    let told = report.days.map(|(start, end)| (calendar::number(start), calendar::number(end)));
    told.or_else(|| article.published.map(calendar::number).map(|day| (day, day)))
}

fn reason(one: &Report, other: &Report, case: Case) -> String {
    format!(
        "{} and {}: who {:.2}, whom {:.2}, place {:.2}, time {:.2}, text {:.2}",
        one.kind, other.kind, case.who, case.whom, case.place, case.time, case.text
    )
}
