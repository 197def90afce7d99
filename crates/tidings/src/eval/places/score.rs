//! Recognition and resolution, counted.

use super::find::{Finding, Pair, kilometres};
use crate::eval::counts::{Found, Share};
use serde::Serialize;

/// As far as this a point is right: 100 miles.
pub const NEAR: f64 = 161.0;

/// The measures of a corpus.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct PlaceScores {
    /// Articles.
    pub articles: usize,
    /// Recognition, the spans being the same.
    pub exact: Found,
    /// Recognition, the spans overlapping.
    pub overlap: Found,
    /// Countries of recognised toponyms whose country is known.
    pub country: Share,
    /// Points of recognised toponyms within 161 km.
    pub within_161_km: Share,
}

impl<'a> FromIterator<&'a Finding> for PlaceScores {
    fn from_iter<I: IntoIterator<Item = &'a Finding>>(findings: I) -> Self {
        let mut scores = Self::default();
        for finding in findings {
            scores.articles += 1;
            let recognised = finding.pairs.iter().filter(|pair| pair.predicted.is_some()).count();
            let same = finding.pairs.iter().filter(|pair| is_exact(pair)).count();
            for (found, right) in [(&mut scores.exact, same), (&mut scores.overlap, recognised)] {
                found.right += right;
                found.gold += finding.pairs.len();
                found.predicted += recognised + finding.spurious.len();
            }
            finding.pairs.iter().filter_map(is_right_country).for_each(|right| scores.country.add(right));
            finding.pairs.iter().filter_map(is_near).for_each(|right| scores.within_161_km.add(right));
        }
        scores
    }
}

fn is_exact(pair: &Pair) -> bool {
    pair.predicted.as_ref().is_some_and(|p| (p.start, p.end) == (pair.gold.start, pair.gold.end))
}

/// Whether the country is right; nothing where that is not asked.
pub fn is_right_country(pair: &Pair) -> Option<bool> {
    let country = pair.country.filter(|_| pair.gold.point.is_some())?;
    Some(pair.predicted.as_ref()?.country == Some(country))
}

/// Whether the point is near the right one; nothing where that is not asked.
pub fn is_near(pair: &Pair) -> Option<bool> {
    let (point, predicted) = (pair.gold.point?, pair.predicted.as_ref()?);
    let same = pair.gold.geonames.is_some() && pair.gold.geonames == predicted.geonames;
    Some(same || predicted.point.is_some_and(|found| kilometres(found, point) <= NEAR))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::eval::places::find::Predicted;
    use crate::eval::places::read::Toponym;

    type Point = (f64, f64);

    /// End, country and point.
    type Found<'a> = (usize, Option<&'a str>, Option<Point>);

    fn pair(point: Option<Point>, predicted: Option<Found<'_>>) -> Pair {
        let gold = Toponym { start: 0, end: 5, point, ..Toponym::default() };
        let found = |(end, country, point): Found<'_>| Predicted {
            start: 0,
            end,
            country: country.and_then(|c| c.parse().ok()),
            point,
            geonames: None,
            name: String::new(),
        };
        Pair { gold, country: point.and("YEM".parse().ok()), predicted: predicted.map(found) }
    }

    #[test]
    fn recognition_and_resolution_are_counted_apart() {
        let aden = (12.8, 45.0);
        let spurious = pair(None, Some((3, None, None))).predicted.into_iter().collect();
        let pairs = vec![
            pair(Some(aden), Some((5, Some("YEM"), Some((12.9, 45.1))))),
            pair(Some(aden), Some((4, Some("USA"), Some((40.0, -80.0))))),
            pair(Some(aden), Some((5, None, None))),
            pair(Some(aden), None),
            pair(None, Some((5, Some("YEM"), None))),
        ];
        let finding = Finding { number: 1, text: String::new(), pairs, spurious };
        let scores: PlaceScores = [&finding].into_iter().collect();
        assert_eq!(scores.exact, super::Found { right: 3, gold: 5, predicted: 5 });
        assert_eq!(scores.overlap, super::Found { right: 4, gold: 5, predicted: 5 });
        assert_eq!(scores.country, Share { right: 1, of: 3 });
        assert_eq!(scores.within_161_km, Share { right: 1, of: 3 });
    }
}
