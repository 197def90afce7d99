//! A statement: what one or several articles tell of an act in the same words.

use super::people::called;
use super::standing::Standing;
use crate::wire::{Participant, Record};
use std::collections::BTreeMap;
use types::{Date, EventType, Mode};

/// Records that say the same in the same words.
#[derive(Debug)]
pub(super) struct Statement<'a> {
    /// The earliest, which stands for all.
    pub(super) record: &'a Record,
    /// All of them, the earliest first.
    pub(super) records: Vec<&'a Record>,
}

/// What two records must have in common to be one statement.
type Key<'a> = (String, EventType, Option<Mode>, Standing, Vec<&'a str>, Vec<&'a str>, Option<Date>);

impl Statement<'_> {
    /// The day it stands under: that of the act, else that of the article.
    pub(super) fn day(&self) -> Option<Date> {
        self.record.time.start_date.or(self.record.document.published)
    }

    pub(super) fn standing(&self) -> Standing {
        Standing::of(self.record)
    }
}

/// Records as statements, in the order of the page: by standing, then by day.
pub(super) fn statements(records: &[Record]) -> Vec<Statement<'_>> {
    let mut sorted: Vec<&Record> = records.iter().collect();
    sorted.sort_by_key(|record| (record.document.published, &record.document.id, record.evidence.start, &record.id));
    let mut groups: BTreeMap<Key, Vec<&Record>> = BTreeMap::new();
    for record in sorted {
        groups.entry(key(record)).or_default().push(record);
    }
    let mut statements: Vec<Statement> = groups.into_values().filter_map(statement).collect();
    statements.sort_by_key(order);
    statements
}

fn statement(records: Vec<&Record>) -> Option<Statement<'_>> {
    Some(Statement { record: records.first()?, records })
}

/// Those without a day come last.
fn order<'a>(statement: &Statement<'a>) -> (Standing, bool, Option<Date>, Option<Date>, &'a str, usize, &'a str) {
    let (record, day) = (statement.record, statement.day());
    let (document, start) = (&record.document, record.evidence.trigger.start);
    (statement.standing(), day.is_none(), day, document.published, &document.id, start, &record.id)
}

fn key(record: &Record) -> Key<'_> {
    (
        words(&record.evidence.text),
        record.kind,
        record.mode,
        Standing::of(record),
        names(&record.actors),
        names(&record.recipients),
        record.time.start_date,
    )
}

fn names(participants: &[Participant]) -> Vec<&str> {
    participants.iter().filter_map(called).collect()
}

/// Letters and digits only: copies differ in quotation marks, dashes and spaces.
fn words(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
