//! A sentence with the words that count: what was done, who, to whom, on whose word, and what decided the status.

use crate::html::escaped;
use crate::wire::{Evidence, Participant, Record};

/// What words of a sentence are to the statement. Of words that are several things the last counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Recipient,
    Actor,
    Source,
    Cue,
    Trigger,
}

impl Role {
    pub(super) const ALL: [Self; 5] = [Self::Trigger, Self::Actor, Self::Recipient, Self::Source, Self::Cue];

    pub(super) fn label(self) -> &'static str {
        match self {
            Self::Trigger => "what",
            Self::Actor => "who",
            Self::Recipient => "to whom",
            Self::Source => "on whose word",
            Self::Cue => "what decides the status",
        }
    }

    fn class(self) -> &'static str {
        match self {
            Self::Trigger => "what",
            Self::Actor => "who",
            Self::Recipient => "whom",
            Self::Source => "word",
            Self::Cue => "cue",
        }
    }

    /// Words as the page marks them. What happened is marked for those too who do not see it.
    pub(super) fn wrap(self, html: &str) -> String {
        match self {
            Self::Trigger => format!("<mark>{html}</mark>"),
            _ => format!("<span class=\"{}\">{html}</span>", self.class()),
        }
    }
}

/// Offsets in the document.
type Stretch = (usize, usize, Role);

/// The sentence of a record's evidence.
pub(super) fn sentence(record: &Record, evidence: &Evidence) -> String {
    let mut letters: Vec<(char, Option<Role>)> = evidence.text.chars().map(|c| (c, None)).collect();
    for (start, end, role) in stretches(record, evidence) {
        let (skipped, length) = (start.saturating_sub(evidence.start), end.saturating_sub(start));
        let inside = start >= evidence.start;
        let own = letters.iter_mut().skip(skipped).take(if inside { length } else { 0 });
        own.for_each(|letter| letter.1 = Some(role));
    }
    letters.chunk_by(|one, next| one.1 == next.1).map(run).collect()
}

fn run(letters: &[(char, Option<Role>)]) -> String {
    let text = escaped(&letters.iter().map(|letter| letter.0).collect::<String>());
    letters.first().and_then(|letter| letter.1).map_or_else(|| text.clone(), |role| role.wrap(&text))
}

/// All that is marked, what counts most last.
fn stretches(record: &Record, evidence: &Evidence) -> Vec<Stretch> {
    let mut all: Vec<Stretch> = record.recipients.iter().filter_map(|party| stretch(party, Role::Recipient)).collect();
    all.extend(record.actors.iter().filter_map(|party| stretch(party, Role::Actor)));
    let sources = record.attribution.iter().filter_map(|source| Some((source.start?, source.end?, Role::Source)));
    all.extend(sources);
    all.extend(evidence.status_cue.iter().map(|cue| (cue.start, cue.end, Role::Cue)));
    all.push((evidence.trigger.start, evidence.trigger.end, Role::Trigger));
    all
}

fn stretch(party: &Participant, role: Role) -> Option<Stretch> {
    Some((party.start?, party.end?, role))
}
