//! How many statements there are per day: what occurred upwards, all else downwards.

use super::axis::Axis;
use super::matter::Matter;
use super::standing::Standing;
use super::timeline::{SCALE, scale};

/// The height of the highest bar.
const HIGHEST: f64 = 56.0;
/// Above the bars, for their numbers.
const TOP: f64 = 14.0;

/// Statements of a slot by standing.
type Slot = [usize; Standing::ALL.len()];

/// The bars.
pub(super) fn figure(matter: &Matter, axis: &Axis) -> String {
    let slots = slots(matter, axis);
    let most = slots.iter().flat_map(|slot| [up(slot), down(slot)]).max().unwrap_or(1).max(1);
    let unit = HIGHEST / most as f64;
    let base = TOP + slots.iter().map(up).max().unwrap_or(0) as f64 * unit;
    let foot = base + slots.iter().map(down).max().unwrap_or(0) as f64 * unit + TOP;
    let bars: String = slots.iter().enumerate().map(|(at, slot)| bar(at, slot, base, unit, axis)).collect();
    format!(
        "<figure>\n<svg class=\"bars\" width=\"100%\" height=\"{:.0}\" role=\"img\" aria-label=\"Statements per {name}: occurred, and all else\">\n\
         {bars}<line x1=\"0\" x2=\"100%\" y1=\"{base:.1}\" y2=\"{base:.1}\"/>\n{}</svg>\n\
         <figcaption>Statements per {name}: what occurred above the line, all else below it.</figcaption>\n</figure>\n",
        foot + SCALE as f64,
        scale(axis, foot.ceil() as usize),
        name = axis.unit.name(),
    )
}

fn slots(matter: &Matter, axis: &Axis) -> Vec<Slot> {
    let mut slots = vec![Slot::default(); axis.slots()];
    for (_, statement) in matter.numbered() {
        let slot = statement.day().and_then(|day| slots.get_mut(axis.slot(day)));
        if let Some(count) = slot.and_then(|slot| slot.get_mut(statement.standing() as usize)) {
            *count += 1;
        }
    }
    slots
}

fn up(slot: &Slot) -> usize {
    slot.first().copied().unwrap_or_default()
}

fn down(slot: &Slot) -> usize {
    slot.iter().skip(1).sum()
}

fn bar(at: usize, slot: &Slot, base: f64, unit: f64, axis: &Axis) -> String {
    let (x, width) = (axis.middle(at) - axis.width() * 0.35, axis.width() * 0.7);
    let mut rects = String::new();
    let mut below = base;
    for (standing, count) in Standing::ALL.iter().zip(slot).filter(|(_, count)| **count > 0) {
        let height = *count as f64 * unit;
        let y = if *standing == Standing::Occurred { base - height } else { below };
        below += if *standing == Standing::Occurred { 0.0 } else { height };
        rects += &format!(
            "<rect class=\"{}\" x=\"{x:.2}%\" y=\"{y:.1}\" width=\"{width:.2}%\" height=\"{height:.1}\"/>",
            standing.class()
        );
    }
    rects
        + &figure_at(up(slot), at, base - up(slot) as f64 * unit - 3.0, axis)
        + &figure_at(down(slot), at, below + 11.0, axis)
}

fn figure_at(count: usize, slot: usize, y: f64, axis: &Axis) -> String {
    let x = axis.middle(slot);
    if count == 0 {
        String::new()
    } else {
        format!("<text class=\"count\" x=\"{x:.2}%\" y=\"{y:.1}\">{count}</text>\n")
    }
}
