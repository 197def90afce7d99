//! What an article names, paired with what its corpus has.

use super::read::{Article, Corpus, Toponym};
use crate::Tidings;
use crate::eval::bare::document;
use crate::wire::Offsets;
use types::{Country, Span, ToponymKind};

/// A toponym found by Tidings, in code points.
#[derive(Debug, Clone, PartialEq)]
pub struct Predicted {
    /// First code point.
    pub start: usize,
    /// Past the last.
    pub end: usize,
    /// The country meant.
    pub country: Option<Country>,
    /// Latitude and longitude.
    pub point: Option<(f64, f64)>,
    /// Its number in GeoNames.
    pub geonames: Option<u32>,
    /// The place meant, for people.
    pub name: String,
}

/// A toponym of the corpus with the one found for it.
#[derive(Debug, Clone, PartialEq)]
pub struct Pair {
    /// As the corpus has it.
    pub gold: Toponym,
    /// Its country, where it has one.
    pub country: Option<Country>,
    /// As it was found.
    pub predicted: Option<Predicted>,
}

/// All of an article.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// The article's number.
    pub number: usize,
    /// Its text.
    pub text: String,
    /// What counts in the corpus.
    pub pairs: Vec<Pair>,
    /// What was found and fits nothing.
    pub spurious: Vec<Predicted>,
}

/// Reads an article.
pub fn find(tidings: &Tidings, article: &Article) -> Finding {
    let predicted = predicted(tidings, article);
    let (gold, passed): (Vec<&Toponym>, Vec<&Toponym>) = article.toponyms.iter().partition(|t| t.counts());
    let mut left: Vec<Option<Predicted>> = predicted.into_iter().map(Some).collect();
    let mut found: Vec<Option<Predicted>> = vec![None; gold.len()];
    for fits in [is_same, overlaps] {
        for (gold, found) in gold.iter().zip(&mut found).filter(|(_, found)| found.is_none()) {
            let at = left.iter().position(|p| p.as_ref().is_some_and(|p| fits(gold, p)));
            *found = at.and_then(|at| left.get_mut(at)).and_then(Option::take);
        }
    }
    let spurious = left.into_iter().flatten().filter(|p| !passed.iter().any(|gold| overlaps(gold, p))).collect();
    let pair = |(gold, predicted): (&Toponym, Option<Predicted>)| Pair {
        country: country(tidings, gold),
        gold: gold.clone(),
        predicted,
    };
    let pairs = gold.into_iter().zip(found).map(pair).collect();
    Finding { number: article.number, text: article.text.clone(), pairs, spurious }
}

fn is_same(gold: &Toponym, found: &Predicted) -> bool {
    gold.start == found.start && gold.end == found.end
}

fn overlaps(gold: &Toponym, found: &Predicted) -> bool {
    gold.start < found.end && found.start < gold.end
}

fn predicted(tidings: &Tidings, article: &Article) -> Vec<Predicted> {
    let names_only = article.toponyms.iter().any(|t| t.corpus == Corpus::GeoVirus);
    let paragraphs = paragraphs(&article.text);
    let document = document(&format!("article {}", article.number), &article.text, &paragraphs, None);
    let offsets = Offsets::new(&document.text);
    let all = tidings.toponyms(&document).into_iter();
    let counted = all.filter(|toponym| !names_only || toponym.kind == ToponymKind::Name);
    let one = |toponym: types::Toponym| {
        let slice = offsets.slice(toponym.place.span);
        let place = toponym.place;
        let name = [Some(place.name), place.admin1].into_iter().flatten().collect::<Vec<_>>().join(", ");
        Predicted {
            start: slice.start,
            end: slice.end,
            country: place.country,
            point: place.point,
            geonames: place.geonames,
            name,
        }
    };
    counted.map(one).collect()
}

fn paragraphs(text: &str) -> Vec<Span> {
    let mut at = 0;
    let lines = text.split_inclusive('\n').map(|line| {
        at += line.len();
        Span::new(at - line.len(), at - line.len() + line.trim_end().len())
    });
    lines.filter(|span| span.start < span.end).collect()
}

/// The country of a place of the corpus.
fn country(tidings: &Tidings, gold: &Toponym) -> Option<Country> {
    let world = &tidings.lexicon().world;
    let state = |number: u32| world.states.all().iter().find(|s| s.geonames == Some(number)).map(|s| s.country);
    if gold.corpus == Corpus::Lgl {
        return gold.country.and_then(state);
    }
    if spans_countries(tidings, &gold.words) {
        return None;
    }
    let listed = |number: u32| world.places.all().iter().find(|e| e.geonames == Some(number)).map(|e| e.country);
    let numbered = gold.geonames.and_then(|n| state(n).map(Some).or_else(|| listed(n)));
    numbered.unwrap_or_else(|| nearest(tidings, gold.point?))
}

/// "Middle East", "Atlantic": of no one country, wherever a corpus puts its point.
fn spans_countries(tidings: &Tidings, words: &str) -> bool {
    let words: Vec<&str> = words.split(' ').collect();
    let listed = tidings.lexicon().world.places.longest(&words, lexicon::Case::Sentence);
    listed.is_some_and(|(count, all)| count == words.len() && all.first().is_some_and(|e| e.country.is_none()))
}

/// The country of the nearest listed town.
fn nearest(tidings: &Tidings, point: (f64, f64)) -> Option<Country> {
    /// Degrees of latitude beyond which no town is near.
    const REACH: f64 = 3.0;
    let towns = tidings.lexicon().world.places.all().iter().filter(|e| e.population > 0 && e.admin1.is_some());
    let near = towns.filter(|e| (e.lat - point.0).abs() < REACH);
    let distance = |e: &&lexicon::PlaceEntry| kilometres((e.lat, e.lon), point);
    near.min_by(|a, b| distance(a).total_cmp(&distance(b)))?.country
}

/// The distance between two points of the earth.
pub fn kilometres(a: (f64, f64), b: (f64, f64)) -> f64 {
    const RADIUS: f64 = 6371.0;
    let (lat, lon) = ((b.0 - a.0).to_radians() / 2.0, (b.1 - a.1).to_radians() / 2.0);
    let h = lat.sin().powi(2) + a.0.to_radians().cos() * b.0.to_radians().cos() * lon.sin().powi(2);
    2.0 * RADIUS * h.sqrt().clamp(0.0, 1.0).asin()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances_are_those_of_the_globe() {
        for (a, b, want) in [
            ((52.52, 13.40), (48.86, 2.35), 878.0),
            ((0.0, 179.5), (0.0, -179.5), 111.0),
            ((10.0, 10.0), (10.0, 10.0), 0.0),
        ] {
            assert!((kilometres(a, b) - want).abs() < 2.0, "{a:?} {b:?}");
        }
    }

    #[test]
    fn every_line_with_words_is_a_paragraph() {
        let text = "A b.\n\n  c \r\nd";
        let told: Vec<&str> = paragraphs(text).into_iter().map(|span| span.of(text)).collect();
        assert_eq!(told, ["A b.", "  c", "d"]);
    }
}
