//! Statements in time, with a lane for each standing.

use super::axis::Axis;
use super::bars;
use super::days;
use super::matter::Matter;
use super::standing::Standing;
use super::summary::heading;
use std::collections::BTreeMap;

const LANE: usize = 44;
/// Of a lane: its label, and its line.
const LABEL: usize = 14;
const LINE: usize = 30;
/// Below the lanes.
pub(super) const SCALE: usize = 22;

/// The lanes, the bars and the same as a table.
pub(super) fn section(matter: &Matter) -> String {
    let Some(axis) = &matter.axis else { return String::new() };
    let unit = axis.unit.name();
    format!(
        "<section aria-labelledby=\"timeline\">\n{}\
         <figure>\n{}<figcaption>A dot is a {unit}, with the number of statements. Statements stand on the day of the act or, \
         where no time is stated, of publication.</figcaption>\n</figure>\n{}{}</section>\n",
        heading("timeline", "Timeline", None),
        lanes(matter, axis),
        bars::figure(matter, axis),
        days::table(matter, axis),
    )
}

fn lanes(matter: &Matter, axis: &Axis) -> String {
    let used: Vec<Standing> =
        Standing::ALL.iter().copied().filter(|standing| matter.standing(*standing).next().is_some()).collect();
    let lanes: String =
        used.iter().enumerate().map(|(at, standing)| lane(at * LANE, *standing, matter, axis)).collect();
    let height = used.len() * LANE;
    format!(
        "<svg class=\"timeline\" width=\"100%\" height=\"{}\" role=\"group\" aria-label=\"Statements by {} and status\">\n\
         {lanes}{}</svg>\n",
        height + SCALE,
        axis.unit.name(),
        scale(axis, height)
    )
}

fn lane(top: usize, standing: Standing, matter: &Matter, axis: &Axis) -> String {
    let mut slots: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (number, statement) in matter.standing(standing) {
        if let Some(day) = statement.day() {
            slots.entry(axis.slot(day)).or_default().push(number);
        }
    }
    let dots: String = slots.iter().map(|(slot, numbers)| dot(*slot, numbers, top + LINE, standing, axis)).collect();
    format!(
        "<g class=\"{}\"><line x1=\"0\" x2=\"100%\" y1=\"{y}\" y2=\"{y}\"/><text class=\"lane\" x=\"0\" y=\"{}\">{}</text>\n{dots}</g>\n",
        standing.class(),
        top + LABEL,
        standing.label(),
        y = top + LINE,
    )
}

/// It leads to the first of its statements, which follow each other on the page.
fn dot(slot: usize, numbers: &[usize], y: usize, standing: Standing, axis: &Axis) -> String {
    let Some(first) = numbers.first() else { return String::new() };
    let (x, count) = (axis.middle(slot), numbers.len());
    let said = format!("{}: {count} {}", axis.dated(slot), standing.label().to_lowercase());
    let radius = match count {
        1 => 5,
        2..10 => 9,
        _ => 11,
    };
    let figure = format!("<text class=\"in\" x=\"{x:.2}%\" y=\"{}\">{count}</text>", y + 4);
    format!(
        "<a href=\"#s{first}\" aria-label=\"{said}\"><circle cx=\"{x:.2}%\" cy=\"{y}\" r=\"{radius}\"><title>{said}</title></circle>{}</a>\n",
        if count == 1 { "" } else { &figure }
    )
}

/// Labels of slots; those at the ends stay inside.
pub(super) fn scale(axis: &Axis, top: usize) -> String {
    let label = |slot: usize| {
        let (x, anchor) = match slot {
            0 => (0.0, "start"),
            slot if slot + 1 == axis.slots() => (100.0, "end"),
            slot => (axis.middle(slot), "middle"),
        };
        format!(
            "<text class=\"scale\" x=\"{x:.2}%\" y=\"{}\" text-anchor=\"{anchor}\">{}</text>\n",
            top + 16,
            axis.label(slot)
        )
    };
    axis.labelled().into_iter().map(label).collect()
}
