//! The timeline as a table, for those who do not see it and for those who want the figures.

use super::axis::Axis;
use super::matter::{Matter, link};
use super::standing::Standing;

/// A row for each slot that holds a statement, a column for each standing that has one.
pub(super) fn table(matter: &Matter, axis: &Axis) -> String {
    let used: Vec<Standing> =
        Standing::ALL.iter().copied().filter(|standing| matter.standing(*standing).next().is_some()).collect();
    let heads: String = used.iter().map(|standing| format!("<th scope=\"col\">{}</th>", standing.label())).collect();
    let rows: String = (0..axis.slots()).map(|slot| row(slot, &used, matter, axis)).collect();
    format!(
        "<details class=\"data\">\n<summary>The same as a table</summary>\n<div class=\"scroll\" tabindex=\"0\" role=\"region\" \
         aria-label=\"Statements by {unit}\">\n<table>\n<caption>Statements by {unit} and status, by number</caption>\n\
         <thead><tr><th scope=\"col\">{title}</th>{heads}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n</div>\n</details>\n",
        unit = axis.unit.name(),
        title = title(axis),
    )
}

fn title(axis: &Axis) -> String {
    let name = axis.unit.name();
    name.chars().take(1).flat_map(char::to_uppercase).chain(name.chars().skip(1)).collect()
}

fn row(slot: usize, used: &[Standing], matter: &Matter, axis: &Axis) -> String {
    let cells: Vec<String> = used.iter().map(|standing| cell(slot, *standing, matter, axis)).collect();
    if cells.iter().all(String::is_empty) {
        return String::new();
    }
    let cells: String = cells.iter().map(|cell| format!("<td>{cell}</td>")).collect();
    format!("<tr><th scope=\"row\">{}</th>{cells}</tr>\n", axis.dated(slot))
}

fn cell(slot: usize, standing: Standing, matter: &Matter, axis: &Axis) -> String {
    let own = matter.standing(standing).filter(|(_, told)| told.day().is_some_and(|day| axis.slot(day) == slot));
    own.map(|(number, _)| link(number)).collect::<Vec<_>>().join(" ")
}
