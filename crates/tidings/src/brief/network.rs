//! The commonest pairs as a drawing: names on a ring, lines from who acts to whom.
//!
//! Names stand where lines cross each other and other names least; equal names and counts give the same drawing.

use super::pairs::{Names, Pair};
use super::phrases::shortened;
use super::ring::{Spot, edge, order, spots};
use crate::html::escaped;
use std::collections::BTreeMap;

/// More would be a thicket.
const NAMES: usize = 8;
/// The longest label.
pub(super) const LONGEST: usize = 20;

/// The drawing; nothing where nobody acts on anybody.
pub(super) fn figure(pairs: &[Pair]) -> String {
    let names = names(pairs);
    let links: Vec<Link> = links(pairs, &names);
    let joined: Vec<(usize, usize)> = links.iter().map(|link| link.ends).collect();
    let spots = spots(&order(&names, &joined));
    let lines: String = links.iter().filter_map(|link| line(link, &spots)).collect();
    let labels: String = names.iter().zip(&spots).map(|(name, spot)| label(name, *spot)).collect();
    if lines.is_empty() {
        return lines;
    }
    format!(
        "<figure>\n<svg class=\"network\" viewBox=\"0 0 400 300\" role=\"img\" aria-label=\"Participants, with lines from who acts \
         to whom; the table below says the same\">\n<defs><marker id=\"tip\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"9\" \
         markerHeight=\"9\" markerUnits=\"userSpaceOnUse\" orient=\"auto-start-reverse\"><path d=\"M0 0 8 4 0 8z\"/></marker></defs>\n\
         {lines}{labels}</svg>\n<figcaption>Who acts on whom: the wider the line, the more statements. Dashed lines: nothing of it is told as \
         having occurred.</figcaption>\n</figure>\n"
    )
}

/// Names in the order of their commonest pair, as many as the ring holds.
fn names<'a>(pairs: &[Pair<'a>]) -> Vec<&'a str> {
    let mut names: Vec<&str> = Vec::new();
    for (who, whom) in pairs.iter().map(|pair| pair.names).filter(|(who, whom)| who != whom) {
        let new: Vec<&str> = [who, whom].into_iter().filter(|name| !names.contains(name)).collect();
        if names.len() + new.len() <= NAMES {
            names.extend(new);
        }
    }
    names
}

/// What goes to and fro between two names, which are told by their place in the list.
#[derive(Debug, Clone, Copy)]
struct Link {
    ends: (usize, usize),
    to: usize,
    fro: usize,
    occurred: bool,
}

/// Both directions of a pair together.
fn links(pairs: &[Pair], names: &[&str]) -> Vec<Link> {
    let mut links: BTreeMap<(usize, usize), Link> = BTreeMap::new();
    for pair in pairs {
        let Some((who, whom)) = places(pair.names, names).filter(|(who, whom)| who != whom) else { continue };
        let ends = (who.min(whom), who.max(whom));
        let link = links.entry(ends).or_insert(Link { ends, to: 0, fro: 0, occurred: false });
        *(if who < whom { &mut link.to } else { &mut link.fro }) += pair.count();
        link.occurred |= pair.occurred();
    }
    links.into_values().collect()
}

fn places((who, whom): Names, names: &[&str]) -> Option<(usize, usize)> {
    let place = |wanted: &str| names.iter().position(|name| *name == wanted);
    place(who).zip(place(whom))
}

fn line(link: &Link, spots: &[Spot]) -> Option<String> {
    let (a, b) = (*spots.get(link.ends.0)?, *spots.get(link.ends.1)?);
    let ((x1, y1), (x2, y2)) = (edge(a, b), edge(b, a));
    let width = 1.0 + ((link.to + link.fro) as f64).log2().min(5.0) * 0.6;
    let tip = |count: usize, end: &str| if count > 0 { format!(" marker-{end}=\"url(#tip)\"") } else { String::new() };
    let dashed = if link.occurred { "" } else { " stroke-dasharray=\"5 4\"" };
    Some(format!(
        "<line x1=\"{x1:.1}\" y1=\"{y1:.1}\" x2=\"{x2:.1}\" y2=\"{y2:.1}\" stroke-width=\"{width:.1}\"{dashed}{}{}/>\n",
        tip(link.to, "end"),
        tip(link.fro, "start")
    ))
}

fn label(name: &str, spot: Spot) -> String {
    let (left, top, width, height) = spot.frame();
    format!(
        "<g><title>{}</title><rect x=\"{left:.1}\" y=\"{top:.1}\" width=\"{width:.1}\" height=\"{height:.0}\" rx=\"12\"/>\
         <text x=\"{:.1}\" y=\"{:.1}\">{}</text></g>\n",
        escaped(name),
        spot.x,
        spot.y + 4.0,
        escaped(&shortened(name, LONGEST))
    )
}
