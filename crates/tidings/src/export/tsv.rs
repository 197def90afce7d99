//! Rows of pairs of actors, separated by tabs: what GDELT, ICEWS and POLECAT have in common.

use super::{Counted, Counts};
use crate::wire::{Participant, Record, dyad};
use types::Date;

/// One actor, one recipient and what is between them.
pub(super) struct Pair<'a> {
    pub(super) record: &'a Record,
    pub(super) counts: Counts,
    pub(super) source: Option<&'a Participant>,
    pub(super) target: Option<&'a Participant>,
    /// A number of its own.
    pub(super) number: u64,
    /// Which of the event's pairs it is, from 1.
    pub(super) position: u64,
}

/// Every actor of an event with every recipient; an event without either has no pair.
pub(super) fn pairs(counted: &Counted) -> impl Iterator<Item = Pair<'_>> {
    let Counted { record, counts, .. } = counted;
    let [actors, recipients] = [&record.actors, &record.recipients].map(|side| side.iter().collect::<Vec<_>>());
    let first = number(&record.id);
    dyad::pairs(&actors, &recipients).into_iter().zip(1..).map(move |((source, target), position)| Pair {
        record,
        counts: *counts,
        source,
        target,
        number: first.saturating_add(position),
        position,
    })
}

/// Digits of an identity that make a number which a double still holds exactly.
const DIGITS: usize = 13;

/// A number of the record's identity.
fn number(id: &str) -> u64 {
    let digits: String = id.chars().filter(char::is_ascii_hexdigit).rev().take(DIGITS).collect();
    u64::from_str_radix(&digits, 16).unwrap_or(0)
}

impl Pair<'_> {
    /// The first day of the act, else the day of publication.
    pub(super) fn date(&self) -> Option<Date> {
        self.record.time.start_date.or(self.record.document.published)
    }
}

/// A line of cells; what would break the line is a space.
pub(super) fn line(cells: impl IntoIterator<Item = String>) -> String {
    let clean = |cell: String| cell.replace(|c: char| c.is_control(), " ");
    cells.into_iter().map(clean).collect::<Vec<_>>().join("\t") + "\n"
}

/// A cell of what may be unknown.
pub(super) fn cell<T: ToString>(value: Option<T>) -> String {
    value.map_or_else(String::new, |value| value.to_string())
}

/// Names or words of a participant.
pub(super) fn name(party: Option<&Participant>) -> String {
    cell(party.and_then(|party| party.name.as_ref().or(party.text.as_ref())))
}
