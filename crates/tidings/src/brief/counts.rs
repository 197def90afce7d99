//! The numbers that sentences state, by day and source.

use super::calendar::time;
use super::contested::voice;
use super::matter::{Matter, link};
use super::phrases::figure;
use super::statement::Statement;
use super::summary::heading;
use crate::wire::Record;

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Count {
    Killed,
    Injured,
    Arrested,
    Participants,
}

impl Count {
    pub(super) const ALL: [Self; 4] = [Self::Killed, Self::Injured, Self::Arrested, Self::Participants];

    pub(super) fn label(self) -> &'static str {
        match self {
            Self::Killed => "killed",
            Self::Injured => "injured",
            Self::Arrested => "arrested",
            Self::Participants => "taking part",
        }
    }

    fn of(self, record: &Record) -> Option<u32> {
        let stated = &record.magnitude;
        match self {
            Self::Killed => stated.killed,
            Self::Injured => stated.injured,
            Self::Arrested => stated.arrested,
            Self::Participants => stated.participants,
        }
    }
}

/// What a record states.
pub(super) fn stated(record: &Record) -> Vec<(Count, u32)> {
    Count::ALL.into_iter().filter_map(|count| Some((count, count.of(record)?))).collect()
}

/// A table for each thing that is counted.
pub(super) fn section(matter: &Matter) -> String {
    let tables: String = Count::ALL.into_iter().map(|count| table(count, matter)).collect();
    let none = if tables.is_empty() { "<p class=\"none\">No sentence states how many.</p>\n" } else { "" };
    format!(
        "<section aria-labelledby=\"numbers\">\n{}{tables}{none}</section>\n",
        heading("numbers", "Numbers that sentences state", None)
    )
}

fn table(count: Count, matter: &Matter) -> String {
    let mut told: Vec<(usize, &Statement, u32)> =
        matter.numbered().filter_map(|(at, told)| Some((at, told, count.of(told.record)?))).collect();
    told.sort_by_key(|(number, told, _)| (told.day(), *number));
    let most = told.iter().map(|(_, _, value)| *value).max().unwrap_or(1).max(1);
    let rows: String = told.iter().map(|(number, told, value)| row(*number, told, *value, most)).collect();
    if rows.is_empty() {
        return rows;
    }
    format!(
        "<table class=\"fixed stated\">\n<caption>People {}</caption>\n<thead><tr><th scope=\"col\">Day</th><th scope=\"col\">Number</th>\
         <th scope=\"col\">On whose word</th><th scope=\"col\">No.</th></tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n",
        count.label()
    )
}

/// The bar has the colour of the statement's status.
fn row(number: usize, told: &Statement, value: u32, most: u32) -> String {
    let share = f64::from(value) * 100.0 / f64::from(most);
    let standing = told.standing();
    format!(
        "<tr class=\"{}\"><td>{}</td><td class=\"figure\">{} <small class=\"standing\">{}</small><span class=\"bar\" style=\"width:{share:.1}%\"></span></td>\
         <td>{}</td><td>{}</td></tr>\n",
        standing.class(),
        told.day().map_or_else(|| "no date".to_owned(), time),
        figure(value),
        standing.label().to_lowercase(),
        voice(told.record),
        link(number)
    )
}
