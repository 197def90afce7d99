//! All statements, under what is known of whether they happened.

use super::card::card;
use super::marked::Role;
use super::matter::Matter;
use super::standing::Standing;
use super::summary::heading;

/// The parts of the page, and what stands in each.
const PARTS: [(&str, &str, &[Standing]); 5] = [
    ("known", "Known: told as having occurred", &[Standing::Occurred]),
    ("planned", "Planned", &[Standing::Planned]),
    (
        "open",
        "Considered, threatened or hypothetical",
        &[Standing::Considered, Standing::Threatened, Standing::Hypothetical],
    ),
    ("denied", "Denied", &[Standing::Denied]),
    ("background", "Background: told of earlier times", &[Standing::Background]),
];

/// The statements.
pub(super) fn sections(matter: &Matter) -> String {
    let parts: String = PARTS.iter().map(|(id, label, standings)| part(id, label, standings, matter)).collect();
    format!(
        "<section aria-labelledby=\"told\">\n{}{}{parts}</section>\n",
        heading("told", "What is told", Some(matter.statements.len())),
        legend()
    )
}

/// How the words of a sentence are marked.
fn legend() -> String {
    let roles: Vec<String> = Role::ALL.iter().map(|role| role.wrap(role.label())).collect();
    format!("<p class=\"legend\">In quoted sentences: {}</p>\n", roles.join(" "))
}

fn part(id: &str, label: &str, standings: &[Standing], matter: &Matter) -> String {
    let own: Vec<_> = standings.iter().flat_map(|standing| matter.standing(*standing)).collect();
    let Some(class) = standings.first().filter(|_| !own.is_empty()).map(|standing| standing.class()) else {
        return String::new();
    };
    let cards: String = own.iter().map(|(number, statement)| card(*number, statement, &matter.articles)).collect();
    format!(
        "<section class=\"part {class}\" aria-labelledby=\"{id}\">\n<h3 id=\"{id}\">{label} <small>{}</small></h3>\n{cards}</section>\n",
        own.len()
    )
}
