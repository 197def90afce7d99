//! What the statements do not say.

use super::matter::{Matter, link};
use super::statement::Statement;
use super::summary::heading;
use types::SourceKind;

/// A gap, and whether a statement has it.
type Gap = (&'static str, fn(&Statement) -> bool);

const GAPS: [Gap; 6] = [
    ("Who did it is not named", |told| told.record.actors.is_empty()),
    ("To whom is not named", |told| told.record.recipients.is_empty()),
    ("No place", |told| told.record.place.is_none()),
    ("No time", |told| told.record.time.start_date.is_none()),
    ("No named source", |told| !told.record.attribution.iter().any(|source| NAMED.contains(&source.kind))),
    ("Told by one article only", |told| {
        told.records.iter().all(|record| record.document.id == told.record.document.id)
    }),
];

/// Kinds of source that can be asked.
const NAMED: [SourceKind; 4] = [SourceKind::Named, SourceKind::Organisation, SourceKind::Document, SourceKind::Media];

/// A row for each gap.
pub(super) fn section(matter: &Matter) -> String {
    let rows: String = GAPS.iter().map(|gap| row(gap, matter)).collect();
    format!(
        "<section aria-labelledby=\"unknown\">\n{}<table class=\"fixed gaps\">\n<caption>What statements do not say</caption>\n\
         <thead><tr><th scope=\"col\">Gap</th><th scope=\"col\">Of {}</th><th scope=\"col\">Statements</th></tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n</section>\n",
        heading("unknown", "Unknown", None),
        matter.statements.len()
    )
}

fn row((label, lacks): &Gap, matter: &Matter) -> String {
    let (own, others): (Vec<_>, Vec<_>) = matter.numbered().partition(|(_, told)| lacks(told));
    let [own, others] = [own, others].map(|told| told.into_iter().map(|(number, _)| number).collect::<Vec<_>>());
    let which = match (own.len(), others.len()) {
        (0, _) => "none".to_owned(),
        (_, 0) => "all".to_owned(),
        (lacking, having) if lacking > 2 * having => format!("all but {}", ranges(&others)),
        _ => ranges(&own),
    };
    format!("<tr><th scope=\"row\">{label}</th><td>{}</td><td>{which}</td></tr>\n", own.len())
}

/// Numbers that follow each other as one.
fn ranges(numbers: &[usize]) -> String {
    let runs = numbers.chunk_by(|one, next| one + 1 == *next);
    let run = |run: &[usize]| match run {
        [first, .., last] => Some(format!("<span class=\"run\">{}–{}</span>", link(*first), link(*last))),
        [only] => Some(link(*only)),
        [] => None,
    };
    runs.filter_map(run).collect::<Vec<_>>().join(" ")
}
