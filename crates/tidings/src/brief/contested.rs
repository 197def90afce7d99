//! Where statements of one act disagree: some tell it, some deny it, or they state different numbers.

use super::acts::{Act, within};
use super::articles::outlet;
use super::calendar::{span, time};
use super::card::clause;
use super::counts::{Count, stated};
use super::marked::sentence;
use super::matter::{Matter, link};
use super::phrases::{act, figure};
use super::standing::Standing;
use super::statement::Statement;
use super::summary::heading;
use crate::html::escaped;
use crate::wire::{Place, Record};
use std::collections::BTreeMap;
use types::PlacePrecision;

/// A denial is of what is told of no more days before or after.
const APART: i32 = 3;
/// Numbers differ where no more days lie between one statement and the next.
const NEXT: i32 = 1;
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

/// Statements with their numbers.
type Told<'m, 'a> = Vec<(usize, &'m Statement<'a>)>;

fn told<'m, 'a>(act: &Act, matter: &'m Matter<'a>) -> Told<'m, 'a> {
    act.iter().filter_map(|number| Some((*number, matter.statement(*number)?))).collect()
}

/// One side says that it happened, another denies it, at about the same time.
fn dispute(act: &Act, matter: &Matter) -> Option<String> {
    let told = told(act, matter);
    let near = |one: &Statement, wanted: fn(&Statement) -> bool| {
        told.iter()
            .any(|(_, other)| wanted(other) && within(APART, one, other) && voice(one.record) != voice(other.record))
    };
    let says: Told = told.iter().filter(|(_, told)| happened(told) && near(told, denied)).copied().collect();
    let denies: Told = told.iter().filter(|(_, told)| denied(told) && near(told, happened)).copied().collect();
    let (_, first) = says.first()?;
    Some(format!(
        "<div class=\"dispute\">\n<h3>{}</h3>\n<div class=\"sides\">\n{}{}</div>\n</div>\n",
        clause(first.record),
        side("Says so", Standing::Occurred, &says),
        side("Denies it", Standing::Denied, &denies)
    ))
}

fn denied(statement: &Statement) -> bool {
    statement.standing() == Standing::Denied
}

fn happened(statement: &Statement) -> bool {
    matches!(statement.standing(), Standing::Occurred | Standing::Background)
}

fn side(label: &str, standing: Standing, told: &[(usize, &Statement)]) -> String {
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
        "<table class=\"fixed differ\">\n<caption>Numbers that differ</caption>\n<thead><tr><th scope=\"col\">Act</th><th scope=\"col\">Of</th>\
         <th scope=\"col\">Stated</th></tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n"
    )
}

/// A row for each count that is stated differently of one place at about the same time.
fn diverging(act: &Act, matter: &Matter) -> Vec<String> {
    let mut places: BTreeMap<&str, Told> = BTreeMap::new();
    for (number, told) in told(act, matter) {
        if let Some(place) = told.record.place.as_ref().filter(|place| is_spot(place) && happened(told)) {
            places.entry(&place.name).or_default().push((number, told));
        }
    }
    places.iter_mut().for_each(|(_, told)| told.sort_by_key(|(number, told)| (told.day(), *number)));
    let groups = places.values().flat_map(|told| told.chunk_by(|(_, one), (_, next)| within(NEXT, one, next)));
    groups.flat_map(|told| Count::ALL.iter().filter_map(|count| row(*count, told))).collect()
}

/// In a whole country much can happen on one day.
fn is_spot(place: &Place) -> bool {
    place.precision != PlacePrecision::Country
}

fn row(count: Count, told: &[(usize, &Statement)]) -> Option<String> {
    let mut values: BTreeMap<u32, Told> = BTreeMap::new();
    for entry in told {
        if let Some((_, value)) = stated(entry.1.record).into_iter().find(|(of, _)| *of == count) {
            values.entry(value).or_default().push(*entry);
        }
    }
    let (_, first) = told.first().filter(|_| values.len() > 1)?;
    let (_, last) = told.last()?;
    let list: String = values.into_iter().map(|(value, told)| value_of(value, &told)).collect();
    Some(format!(
        "<tr><th scope=\"row\">{} <small>{}{}</small></th><td>{}</td><td><ul>{list}</ul></td></tr>\n",
        escaped(&act(first.record)),
        first.record.place.as_ref().map(|place| format!("<bdi>{}</bdi>, ", escaped(&place.name))).unwrap_or_default(),
        first.day().zip(last.day()).map(|(first, last)| span(first, last)).unwrap_or_default(),
        count.label()
    ))
}

fn value_of(value: u32, told: &[(usize, &Statement)]) -> String {
    let voices: Vec<String> =
        told.iter().map(|(number, statement)| format!("{} {}", voice(statement.record), link(*number))).collect();
    format!("<li><b>{}</b> {}</li>", figure(value), voices.join(", "))
}
