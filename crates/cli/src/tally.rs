//! What a run came to, for the last line of a table.

use crate::fallible::complain;
use std::collections::BTreeMap;
use tidings::types::Status;
use tidings::{Coded, NoEvents};

/// Counts over documents.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tally {
    documents: usize,
    events: BTreeMap<Status, usize>,
    without: BTreeMap<&'static str, usize>,
}

impl Tally {
    /// Counts a document.
    pub fn add(&mut self, coded: &Coded) {
        self.documents += 1;
        coded.events.iter().for_each(|event| *self.events.entry(event.status).or_default() += 1);
        if let Some(reason) = &coded.reason {
            *self.without.entry(reason.code()).or_default() += 1;
        }
    }

    /// Says so where the statuses that are wanted left nothing.
    pub fn complain(&self) {
        let left_out = self.without.get(NoEvents::OtherStatus.code()).copied().unwrap_or(0);
        if self.events.is_empty() && left_out > 0 {
            complain(format_args!(
                "nothing is left: the events of {} have other statuses",
                counted(left_out, "document")
            ));
        }
    }

    /// One line that sums it up.
    pub fn line(&self) -> String {
        let events = self.events.values().sum();
        let mut line = format!("{} in {}", counted(events, "event"), counted(self.documents, "document"));
        line += &listed(self.events.iter().map(|(status, n)| (status.as_str(), *n)));
        match self.without.values().sum() {
            0 => line,
            without => format!("{line}; {without} without{}", listed(self.without.iter().map(|(code, n)| (*code, *n)))),
        }
    }
}

/// So many of something.
pub fn counted(n: usize, what: &str) -> String {
    format!("{n} {what}{}", if n == 1 { "" } else { "s" })
}

/// What is counted, in brackets behind a blank; nothing where there is nothing.
pub fn listed<'a>(counts: impl Iterator<Item = (&'a str, usize)>) -> String {
    let parts: Vec<String> = counts.map(|(name, n)| format!("{n} {name}")).collect();
    if parts.is_empty() { String::new() } else { format!(" ({})", parts.join(", ")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_counts_what_is_there_and_says_what_is_not() {
        let mut tally = Tally::default();
        assert_eq!(tally.line(), "0 events in 0 documents");
        tally.add(&Coded { reason: Some(NoEvents::NoTrigger), ..Coded::default() });
        assert_eq!(tally.line(), "0 events in 1 document; 1 without (1 no-trigger)");
    }
}
