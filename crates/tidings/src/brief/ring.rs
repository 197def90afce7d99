//! Where names stand on a ring, and in which order: so that lines cross each other and other names as little as can be
//! found by swapping two at a time.

use super::network::LONGEST;
use super::phrases::shortened;
use std::f64::consts::{FRAC_PI_2, TAU};

/// The middle of the drawing.
const MIDDLE: (f64, f64) = (200.0, 150.0);
/// The ring.
const RADII: (f64, f64) = (122.0, 132.0);
/// Half of the height of a label, and of the width of a letter.
const HALF: f64 = 12.0;
const LETTER: f64 = 3.25;
/// What a line over a name costs, counted in crossings of lines.
const COVERED: usize = 4;

/// The middle of a label, and half of its width.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Spot {
    pub(super) x: f64,
    pub(super) y: f64,
    half: f64,
}

impl Spot {
    /// Left, top, width and height.
    pub(super) fn frame(self) -> (f64, f64, f64, f64) {
        (self.x - self.half, self.y - HALF, self.half * 2.0, HALF * 2.0)
    }
}

/// A name, and its place on the ring.
pub(super) type Placed<'a> = (&'a str, usize);

/// Names with their places, for lines between names told by their position in the list. Of the orders that swapping leads
/// to, from each turn of the list, the best.
pub(super) fn order<'a>(names: &[&'a str], lines: &[(usize, usize)]) -> Vec<Placed<'a>> {
    let turned = |by: usize| {
        let places = names.iter().enumerate().map(move |(at, name)| (*name, (at + by) % names.len().max(1)));
        settled(places.collect(), lines)
    };
    (0..names.len()).map(turned).min_by_key(|placed| cost(placed, lines)).unwrap_or_default()
}

/// Swapped as long as that is better.
fn settled<'a>(mut placed: Vec<Placed<'a>>, lines: &[(usize, usize)]) -> Vec<Placed<'a>> {
    let mut least = cost(&placed, lines);
    while let Some(better) =
        swaps(&placed).min_by_key(|next| cost(next, lines)).filter(|next| cost(next, lines) < least)
    {
        least = cost(&better, lines);
        placed = better;
    }
    placed
}

/// All orders in which two have changed places.
fn swaps<'p, 'a>(placed: &'p [Placed<'a>]) -> impl Iterator<Item = Vec<Placed<'a>>> + use<'p, 'a> {
    let pairs = (0..placed.len()).flat_map(move |one| (one + 1..placed.len()).map(move |other| (one, other)));
    pairs.map(|(one, other)| {
        let place = |(name, at): &Placed<'a>| match *at {
            at if at == one => (*name, other),
            at if at == other => (*name, one),
            at => (*name, at),
        };
        placed.iter().map(place).collect()
    })
}

/// Crossings, names that lines run over, and in the last place the length of all lines.
fn cost(placed: &[Placed], lines: &[(usize, usize)]) -> (usize, i64) {
    let spots = spots(placed);
    let ends = |line: &(usize, usize)| Some((*spots.get(line.0)?, *spots.get(line.1)?));
    let drawn: Vec<(Spot, Spot)> = lines.iter().filter_map(ends).collect();
    let crossings = drawn
        .iter()
        .enumerate()
        .map(|(at, line)| drawn.iter().skip(at + 1).filter(|next| cross(*line, **next)).count());
    let covered = drawn.iter().map(|line| spots.iter().filter(|spot| covers(*line, **spot)).count());
    let length: f64 = drawn.iter().map(|(a, b)| (a.x - b.x).hypot(a.y - b.y)).sum();
    (crossings.sum::<usize>() + COVERED * covered.sum::<usize>(), length.round() as i64)
}

/// Spots in the order of the names, evenly on the ring from the top clockwise.
pub(super) fn spots(placed: &[Placed]) -> Vec<Spot> {
    let spot = |(name, place): &Placed| {
        let angle = TAU * *place as f64 / placed.len().max(1) as f64 - FRAC_PI_2;
        let half = LETTER * shortened(name, LONGEST).chars().count() as f64 + 10.0;
        Spot { x: MIDDLE.0 + RADII.0 * angle.cos(), y: MIDDLE.1 + RADII.1 * angle.sin(), half }
    };
    placed.iter().map(spot).collect()
}

/// Where the line from a label to another leaves it.
pub(super) fn edge(from: Spot, to: Spot) -> (f64, f64) {
    let (dx, dy) = (to.x - from.x, to.y - from.y);
    let share = ((from.half + 2.0) / dx.abs().max(0.01)).min((HALF + 2.0) / dy.abs().max(0.01)).min(0.5);
    (from.x + dx * share, from.y + dy * share)
}

/// On which side of a line a point lies.
fn side((a, b): (Spot, Spot), x: f64, y: f64) -> f64 {
    (b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x)
}

fn cross(one: (Spot, Spot), other: (Spot, Spot)) -> bool {
    let apart = |line: (Spot, Spot), (a, b): (Spot, Spot)| side(line, a.x, a.y) * side(line, b.x, b.y) < -1e-6;
    apart(one, other) && apart(other, one)
}

/// Whether a line runs over a label that is not one of its ends.
fn covers(line: (Spot, Spot), spot: Spot) -> bool {
    if spot == line.0 || spot == line.1 {
        return false;
    }
    let (left, top, width, height) = spot.frame();
    let corner = |x: f64, y: f64| Spot { x, y, half: 0.0 };
    let falling = (corner(left, top), corner(left + width, top + height));
    let rising = (corner(left, top + height), corner(left + width, top));
    cross(line, falling) || cross(line, rising)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_do_not_cross_where_they_need_not() {
        let lines = [(0, 2), (1, 3), (0, 1)];
        let names = ["one", "two", "three", "four"];
        let first: Vec<Placed> = names.iter().enumerate().map(|(at, name)| (*name, at)).collect();
        assert_eq!(cost(&first, &lines).0, 1);
        assert_eq!(cost(&order(&names, &lines), &lines).0, 0);
    }

    #[test]
    fn a_line_over_a_name_is_seen() {
        let at = |x: f64, y: f64| Spot { x, y, half: 20.0 };
        assert!(covers((at(0.0, 0.0), at(200.0, 0.0)), at(100.0, 5.0)));
        assert!(!covers((at(0.0, 0.0), at(200.0, 0.0)), at(100.0, 30.0)));
    }
}
