//! What is wrong, by its cause, as one page that needs nothing else: to read, to filter, to print.

use super::said::{self, Sentence, Value};
use std::collections::BTreeSet;
use tidings::eval::faults::{Cause, Fault, Spoiled, by_cause};
use tidings::eval::gold::{Explanation, Mention};
use tidings::eval::scores::Scores;
use tidings::html::escaped;
use tidings::types::EventType;

const STYLE: &str = include_str!("page/style.css");
const SCRIPT: &str = include_str!("page/script.js");

/// The page of a gold file of this name.
pub fn errors(name: &str, scores: &Scores, faults: &[Fault]) -> String {
    let sections: String = by_cause(faults).into_keys().map(|cause| section(cause, faults)).collect();
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>Errors on {name}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n\
         <header>\n<h1>What is wrong on {name}, and why</h1>\n{}</header>\n<main>\n{}{}{sections}\
         <p class=\"none\" hidden>Nothing fits this choice.</p>\n</main>\n<script>\n{SCRIPT}</script>\n</body>\n</html>\n",
        summary(scores),
        counts(faults),
        filters(faults),
        name = escaped(name),
    )
}

fn summary(scores: &Scores) -> String {
    let (mention, strict) = (scores.mention, scores.strict);
    format!(
        "<p>{} texts, {} gold mentions, {} found. Mention precision {:.3}, recall {:.3}, F1 {:.3}; strict F1 {:.3}.</p>\n",
        scores.documents,
        mention.gold,
        mention.predicted,
        mention.precision(),
        mention.recall(),
        mention.f1(),
        strict.f1(),
    )
}

fn counts(faults: &[Fault]) -> String {
    let causes = by_cause(faults);
    let most = causes.values().map(|spoiled| spoiled.faults).max().unwrap_or(0);
    let rows: String = causes.iter().map(|(cause, spoiled)| row(*cause, *spoiled, most)).collect();
    let all = causes.into_values().fold(Spoiled::default(), Spoiled::and);
    format!(
        "<table class=\"counts\">\n<thead><tr><th>cause<th>faults<th>missed<th>spurious<th>fields</thead>\n\
         <tbody>\n{rows}</tbody>\n<tfoot><tr><th>all{}</tfoot>\n</table>\n",
        cells(all)
    )
}

fn row(cause: Cause, spoiled: Spoiled, most: usize) -> String {
    let share = 100 * spoiled.faults / most.max(1);
    format!(
        "<tr><th><a href=\"#{name}\">{name}</a> <small>{}</small><span class=\"bar\" style=\"width:{share}%\"></span>{}\n",
        escaped(cause.meaning()),
        cells(spoiled),
        name = cause.name(),
    )
}

fn cells(spoiled: Spoiled) -> String {
    let Spoiled { faults, missed, spurious, fields } = spoiled;
    [faults, missed, spurious, fields].map(|n| if n == 0 { "<td>".to_owned() } else { format!("<td>{n}") }).concat()
}

/// Shown where scripts run.
fn filters(faults: &[Fault]) -> String {
    let causes: BTreeSet<Cause> = faults.iter().map(|fault| fault.cause).collect();
    let types: BTreeSet<&str> = faults.iter().flat_map(kinds).map(EventType::as_str).collect();
    format!(
        "<form class=\"filters\" hidden>\n{}{}{}\
         <label>Words <input type=\"search\" name=\"words\" placeholder=\"any\"></label>\n<output></output>\n</form>\n",
        choice("Cause", "cause", causes.into_iter().map(Cause::name)),
        choice("Type", "type", types.into_iter()),
        choice("Fault", "what", ["missed", "spurious", "other type", "fields"].into_iter()),
    )
}

fn choice<'a>(label: &str, name: &str, values: impl Iterator<Item = &'a str>) -> String {
    let options: String = values.map(|value| format!("<option>{value}</option>")).collect();
    format!("<label>{label} <select name=\"{name}\"><option value=\"\">all</option>{options}</select></label>\n")
}

fn kinds(fault: &Fault) -> impl Iterator<Item = EventType> {
    fault.gold.iter().chain(&fault.found).map(|mention| mention.kind)
}

fn section(cause: Cause, faults: &[Fault]) -> String {
    let own: Vec<&Fault> = faults.iter().filter(|fault| fault.cause == cause).collect();
    let cards: String = own.iter().map(|fault| card(fault)).collect();
    format!(
        "<section id=\"{name}\">\n<h2>{name} <small>{}</small></h2>\n{cards}</section>\n",
        escaped(cause.meaning()),
        name = cause.name(),
    )
}

fn what(fault: &Fault) -> &'static str {
    match (&fault.gold, &fault.found) {
        _ if !fault.fields.is_empty() => "fields",
        (Some(_), Some(_)) => "other type",
        (Some(_), None) => "missed",
        _ => "spurious",
    }
}

fn card(fault: &Fault) -> String {
    let types: BTreeSet<&str> = kinds(fault).map(EventType::as_str).collect();
    let types = types.into_iter().collect::<Vec<_>>().join(" ");
    let sentence = fault.gold.as_ref().or(fault.found.as_ref()).map(said::sentence);
    let why = fault.found.as_ref().and_then(|found| found.explanation.as_ref()).map(why);
    let note = fault.note.as_ref().map(|note| format!("<p class=\"note\">{}</p>\n", escaped(note)));
    format!(
        "<article data-cause=\"{}\" data-type=\"{types}\" data-what=\"{what}\">\n{}<p class=\"where\">{what} · {}</p>\n\
         {}{}{}</article>\n",
        fault.cause.name(),
        sentence.as_ref().map(marked).unwrap_or_default(),
        escaped(&fault.doc),
        values(fault),
        note.unwrap_or_default(),
        why.unwrap_or_default(),
        what = what(fault),
    )
}

fn marked(sentence: &Sentence) -> String {
    let Sentence { before, trigger, after } = sentence;
    let mark = if trigger.is_empty() { String::new() } else { format!("<mark>{}</mark>", escaped(trigger)) };
    format!("<blockquote>{}{mark}{}</blockquote>\n", escaped(before), escaped(after))
}

/// The two sides in columns; one that is not there has none.
fn values(fault: &Fault) -> String {
    let side = |mention: &Option<Mention>| mention.as_ref().map(said::values);
    let (gold, found) = (side(&fault.gold), side(&fault.found));
    let head =
        |name: &str, side: &Option<Vec<Value>>| side.as_ref().map_or_else(String::new, |_| format!("<th>{name}"));
    let names =
        gold.as_ref().or(found.as_ref()).map(|values| values.iter().map(|value| value.name)).into_iter().flatten();
    let at = |side: &Option<Vec<Value>>, at: usize| {
        side.as_ref().map(|values| values.get(at).map(|value| value.text.clone()).unwrap_or_default())
    };
    let rows = names.enumerate().map(|(n, name)| line(name, [at(&gold, n), at(&found, n)], is_wrong(fault, &gold, n)));
    format!(
        "<table class=\"values\">\n<thead><tr><th>{}{}</thead>\n<tbody>\n{}</tbody>\n</table>\n",
        head("gold", &gold),
        head("found", &found),
        rows.collect::<String>()
    )
}

fn is_wrong(fault: &Fault, values: &Option<Vec<Value>>, at: usize) -> bool {
    let value = values.as_ref().and_then(|values| values.get(at));
    value.is_some_and(|value| fault.fields.iter().any(|reading| value.fields.contains(&reading.field)))
}

fn line(name: &str, sides: [Option<String>; 2], wrong: bool) -> String {
    let sides: Vec<String> = sides.into_iter().flatten().collect();
    if sides.iter().all(String::is_empty) {
        return String::new();
    }
    let class = if wrong { " class=\"wrong\"" } else { "" };
    let cells: String = sides.iter().map(|text| format!("<td>{}", escaped(text))).collect();
    format!("<tr{class}><th>{name}{cells}\n")
}

fn why(explanation: &Explanation) -> String {
    let steps: String = explanation.path.iter().map(|step| format!("<li>{}", escaped(step))).collect();
    format!("<details>\n<summary>rule {}</summary>\n<ol>{steps}</ol>\n</details>\n", escaped(&explanation.rule))
}
