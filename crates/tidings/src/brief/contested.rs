//! Where statements of one act disagree: some tell it, some deny it, or they state different numbers.

use super::acts::{Act, Basis};
use super::articles::outlet;
use super::calendar::time;
use super::card::clause;
use super::counts::{Count, stated};
use super::marked::sentence;
use super::matter::{Matter, link};
use super::phrases::{act, figure};
use super::standing::Standing;
use super::statement::Statement;
use super::summary::heading;
use crate::html::escaped;
use crate::wire::Record;
use std::collections::BTreeMap;

/// Statements that are quoted on each side; of others the number stands there.
const QUOTED: usize = 3;

/// Denials and diverging numbers.
pub(super) fn section(matter: &Matter) -> String {
    let disputes: Vec<String> = matter.acts.iter().filter_map(|act| dispute(act, matter)).collect();
    let numbers: Vec<String> = matter.acts.iter().flat_map(|act| diverging(act, matter)).collect();
    let count = disputes.len() + numbers.len();
    let table = if numbers.is_empty() { String::new() } else { table(&numbers.concat()) };
    let none = if count == 0 {
        "<p class=\"none\">No statement denies another, and no stated numbers differ.</p>\n"
    } else {
        ""
    };
    format!(
        "<section aria-labelledby=\"contested\">\n{}{}{table}{none}</section>\n",
        heading("contested", "Contested", Some(count)),
        disputes.concat(),
    )
}

fn told<'m, 'a>(act: &Act, matter: &'m Matter<'a>) -> Vec<(usize, &'m Statement<'a>)> {
    act.statements.iter().filter_map(|number| Some((*number, matter.statement(*number)?))).collect()
}

/// One side says that it happened, the other denies it.
fn dispute(act: &Act, matter: &Matter) -> Option<String> {
    let told = told(act, matter);
    let (says, _) = told.iter().find(|(_, told)| happened(told)).map(|(_, told)| (told, ()))?;
    let denied: Vec<_> = told.iter().filter(|(_, told)| told.standing() == Standing::Denied).collect();
    let happened: Vec<_> = told.iter().filter(|(_, told)| happened(told)).collect();
    (!denied.is_empty()).then(|| {
        format!(
            "<div class=\"dispute\">\n<h3>{}</h3>\n<div class=\"sides\">\n{}{}</div>\n</div>\n",
            clause(says.record),
            side("Says so", Standing::Occurred, &happened),
            side("Denies it", Standing::Denied, &denied)
        )
    })
}

fn happened(statement: &Statement) -> bool {
    matches!(statement.standing(), Standing::Occurred | Standing::Background)
}

fn side(label: &str, standing: Standing, told: &[&(usize, &Statement)]) -> String {
    let quotes: String = told.iter().take(QUOTED).map(|(number, statement)| quote(*number, statement)).collect();
    let more: Vec<String> = told.iter().skip(QUOTED).map(|(number, _)| link(*number)).collect();
    let more = if more.is_empty() { String::new() } else { format!("<p class=\"more\">also {}</p>\n", more.join(" ")) };
    format!("<div class=\"{}\">\n<h4>{label}</h4>\n{quotes}{more}</div>\n", standing.class())
}

fn quote(number: usize, statement: &Statement) -> String {
    let record = statement.record;
    let day = record.document.published.map(|day| format!(" · {}", time(day))).unwrap_or_default();
    format!(
        "<p class=\"voice\">{} <b>{}</b>{day}</p>\n<blockquote dir=\"auto\">{}</blockquote>\n",
        link(number),
        voice(record),
        sentence(record, &record.evidence)
    )
}

/// On whose word: the outermost source that the text names, else the outlet.
pub(super) fn voice(record: &Record) -> String {
    let source = record.attribution.iter().find_map(|source| source.text.as_deref());
    let outlet = || {
        outlet(&record.document)
            .map_or_else(|| "the article".to_owned(), |name| format!("<bdi>{}</bdi>", escaped(name)))
    };
    source.map_or_else(outlet, super::card::quoted)
}

fn table(rows: &str) -> String {
    format!(
        "<table class=\"fixed\">\n<caption>Numbers that differ</caption>\n<thead><tr><th scope=\"col\">Act</th><th scope=\"col\">Of</th>\
         <th scope=\"col\">Stated</th></tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n"
    )
}

/// A row for each count that is stated differently.
fn diverging(act: &Act, matter: &Matter) -> Vec<String> {
    let told: Vec<_> = told(act, matter).into_iter().filter(|(_, told)| happened(told)).collect();
    let told = if act.basis == Basis::Ledger { told } else { of_one_place_and_day(told) };
    Count::ALL.iter().filter_map(|count| row(*count, &told)).collect()
}

/// What no ledger puts together must lie at one place and day.
fn of_one_place_and_day<'s, 'a>(told: Vec<(usize, &'s Statement<'a>)>) -> Vec<(usize, &'s Statement<'a>)> {
    let spot = |told: &Statement| {
        let place = told.record.place.as_ref().map(|place| place.name.clone());
        place.zip(told.record.time.start_date).zip(Some(told.record.mode))
    };
    let first = told.iter().find_map(|(_, told)| spot(told));
    told.into_iter().filter(|(_, told)| spot(told).is_some() && spot(told) == first).collect()
}

fn row(count: Count, told: &[(usize, &Statement)]) -> Option<String> {
    let mut values: BTreeMap<u32, Vec<&(usize, &Statement)>> = BTreeMap::new();
    for entry in told {
        let stated = stated(entry.1.record).into_iter().find(|(of, _)| *of == count);
        if let Some((_, value)) = stated {
            values.entry(value).or_default().push(entry);
        }
    }
    let (_, first) = told.first().filter(|_| values.len() > 1)?;
    let list: String = values.into_iter().map(|(value, told)| value_of(value, &told)).collect();
    let act = escaped(&act(first.record));
    Some(format!("<tr><th scope=\"row\">{act}</th><td>{}</td><td><ul>{list}</ul></td></tr>\n", count.label()))
}

fn value_of(value: u32, told: &[&(usize, &Statement)]) -> String {
    let voices: Vec<String> =
        told.iter().map(|(number, statement)| format!("{} {}", voice(statement.record), link(*number))).collect();
    format!("<li><b>{}</b> {}</li>", figure(value), voices.join(", "))
}
