//! Who takes part, and who acts on whom.

use super::matter::Matter;
use super::network;
use super::pairs::{Pair, pairs};
use super::people::{called, name};
use super::standing::Standing;
use super::summary::heading;
use crate::html::escaped;
use crate::wire::Participant;
use std::collections::{BTreeMap, BTreeSet};

/// Rows of a table that stand there at once; the others can be opened.
const SHOWN: usize = 12;

/// The network, the pairs and the participants.
pub(super) fn section(matter: &Matter) -> String {
    let pairs = pairs(matter);
    let parties = parties(matter);
    let none = if parties.is_empty() { "<p class=\"none\">No statement names anybody.</p>\n" } else { "" };
    format!(
        "<section aria-labelledby=\"participants\">\n{}{}{}{}{none}</section>\n",
        heading("participants", "Participants", Some(parties.len())),
        network::figure(&pairs),
        table(
            "Who acts on whom",
            "pairs",
            &["Who", "To whom", "Statements"],
            &pairs.iter().map(pair).collect::<Vec<_>>()
        ),
        table(
            "In how many statements",
            "parties",
            &["Participant", "Acts", "Is acted on"],
            &parties.iter().map(party).collect::<Vec<_>>()
        ),
    )
}

fn table(caption: &str, class: &str, heads: &[&str], rows: &[String]) -> String {
    if rows.is_empty() {
        return String::new();
    }
    let (shown, more) = rows.split_at(rows.len().min(SHOWN));
    let heads: String = heads.iter().map(|head| format!("<th scope=\"col\">{head}</th>")).collect();
    let body = |rows: &[String], caption: &str| {
        format!(
            "<table class=\"fixed {class}\">\n<caption>{caption}</caption>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{}</tbody>\n</table>\n",
            rows.concat()
        )
    };
    let rest = format!(
        "<details class=\"tail\">\n<summary>{} more</summary>\n{}</details>\n",
        more.len(),
        body(more, &format!("{caption}, continued"))
    );
    body(shown, caption) + if more.is_empty() { "" } else { &rest }
}

fn pair(pair: &Pair) -> String {
    let (who, whom) = pair.names;
    format!("<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td></tr>\n", name(who), name(whom), shares(&pair.counts))
}

/// How many are of which standing.
fn shares(counts: &BTreeMap<Standing, usize>) -> String {
    let part = |(standing, count): (&Standing, &usize)| {
        format!("<span class=\"{}\">{count} {}</span>", standing.class(), standing.label().to_lowercase())
    };
    counts.iter().map(part).collect::<Vec<_>>().join(", ")
}

/// A participant by name: codes, and in how many statements it acts and is acted on.
#[derive(Default)]
struct Party<'a> {
    name: &'a str,
    codes: BTreeSet<&'a str>,
    acts: usize,
    suffers: usize,
}

fn parties<'a>(matter: &Matter<'a>) -> Vec<Party<'a>> {
    let mut parties: BTreeMap<&str, Party> = BTreeMap::new();
    for statement in &matter.statements {
        let (actors, recipients) = (&statement.record.actors, &statement.record.recipients);
        names(actors).into_iter().for_each(|name| parties.entry(name).or_default().acts += 1);
        names(recipients).into_iter().for_each(|name| parties.entry(name).or_default().suffers += 1);
        for (name, code) in
            actors.iter().chain(recipients).filter_map(|party| Some((called(party)?, party.entity.as_deref()?)))
        {
            parties.entry(name).or_default().codes.insert(code);
        }
    }
    let mut parties: Vec<Party> = parties.into_iter().map(|(name, party)| Party { name, ..party }).collect();
    parties.sort_by(|one, other| {
        (other.acts + other.suffers).cmp(&(one.acts + one.suffers)).then(one.name.cmp(other.name))
    });
    parties
}

fn names(participants: &[Participant]) -> BTreeSet<&str> {
    participants.iter().filter_map(called).collect()
}

fn party(party: &Party) -> String {
    let codes: Vec<String> = party.codes.iter().map(|code| escaped(code)).collect();
    format!(
        "<tr><th scope=\"row\">{} <small>{}</small></th><td>{}</td><td>{}</td></tr>\n",
        name(party.name),
        codes.join(" "),
        party.acts,
        party.suffers
    )
}
