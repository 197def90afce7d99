//! The cells of a row: status, event, who and whom, where and when, on whose word.

use super::columns;
use crate::ink::{Ink, Inked};
use crate::layout::Cell;
use crate::screen::Screen;
use tidings::types::Status;
use tidings::wire::dyad::{Dyad, Party};
use tidings::wire::{Attribution, Participant, Place, Record, Time};

/// The heads of the columns.
pub const HEADINGS: [&str; 5] = ["status", "event", "who → whom", "where, when", "on whose word"];

/// The cells of a record.
pub fn cells(record: &Record, screen: Screen) -> [Cell; 5] {
    let [.., who, _, _] = columns(screen);
    let event = Inked::new(Ink::Strong, record.kind.as_str());
    [
        vec![Inked::new(status_ink(record.status), record.status.as_str())],
        vec![record.mode.into_iter().fold(event, |cell, mode| cell.and(Ink::Plain, &format!(" {mode}")))],
        who_whom(record, who),
        where_when(record.place.as_ref(), &record.time),
        on_whose_word(&record.attribution, record.hedge.as_deref()),
    ]
}

/// The heads of the columns of a pair.
pub const PAIRED: [&str; 5] = ["status", "code", "source → target", "where, when", "on whose word"];

/// The cells of a pair of actors.
pub fn paired(dyad: &Dyad, screen: Screen) -> [Cell; 5] {
    let [.., who, _, _] = columns(screen);
    let [source, target] = [&dyad.source, &dyad.target].map(|side| party(side.as_ref()));
    let target = Inked::new(Ink::Faint, "→ ").then(target);
    let together = source.clone().and(Ink::Plain, " ").then(target.clone());
    [
        vec![Inked::new(status_ink(dyad.status), dyad.status.as_str())],
        vec![Inked::new(Ink::Strong, &dyad.code)],
        if together.width() <= who { vec![together] } else { vec![source, target] },
        where_when(dyad.place.as_ref(), &dyad.time),
        on_whose_word(&dyad.attribution, dyad.hedge.as_deref()),
    ]
}

fn party(party: Option<&Party>) -> Inked {
    match party {
        None => Inked::new(Ink::Faint, "nobody"),
        Some(party) => {
            let words = party.text.as_ref().map_or_else(String::new, |words| format!(" ({words})"));
            Inked::new(Ink::Strong, &party.code).and(Ink::Faint, &words)
        }
    }
}

/// The colour of a status.
pub fn status_ink(status: Status) -> Ink {
    match status {
        Status::Occurred => Ink::Green,
        Status::Historical => Ink::Faint,
        Status::Planned => Ink::Blue,
        Status::Considered => Ink::Yellow,
        Status::Hypothetical => Ink::Magenta,
        Status::Denied => Ink::Red,
    }
}

/// On one line where it fits, else whom below who.
fn who_whom(record: &Record, width: usize) -> Cell {
    let who = match record.actors.as_slice() {
        [] => Inked::new(Ink::Faint, "someone"),
        actors => side(actors),
    };
    if record.recipients.is_empty() {
        return vec![who];
    }
    let whom = Inked::new(Ink::Faint, "→ ").then(side(&record.recipients));
    let together = who.clone().and(Ink::Plain, " ").then(whom.clone());
    if together.width() <= width { vec![together] } else { vec![who, whom] }
}

fn side(participants: &[Participant]) -> Inked {
    let all = participants.iter().map(|participant| {
        let words = participant.text.as_ref().or(participant.name.as_ref());
        let code = participant.entity.as_ref().map_or_else(String::new, |entity| format!(" ({entity})"));
        Inked::new(Ink::Plain, words.map_or("", |w| w)).and(Ink::Faint, &code)
    });
    all.reduce(|before, next| before.and(Ink::Faint, ", ").then(next)).unwrap_or_default()
}

fn where_when(place: Option<&Place>, time: &Time) -> Cell {
    let place = place.map(|place| place.name.clone());
    place.into_iter().chain(when(time)).map(|text| Inked::new(Ink::Plain, &text)).collect()
}

fn when(time: &Time) -> Option<String> {
    let (first, last) = (time.start_date?.to_string(), time.end_date?.to_string());
    Some(match time.precision.as_deref() {
        Some("year") => first.get(..4)?.to_owned(),
        Some("month") => first.get(..7)?.to_owned(),
        _ if first == last => first,
        _ => format!("{first} to {last}"),
    })
}

fn on_whose_word(attribution: &[Attribution], hedge: Option<&str>) -> Cell {
    let sources = attribution.iter().map(|source| {
        let words = source.text.as_deref().unwrap_or("it is said");
        Inked::new(Ink::Plain, words).and(Ink::Faint, &format!(" ({})", source.kind))
    });
    let chain = sources.reduce(|outer, inner| outer.and(Ink::Faint, " › ").then(inner));
    let hedge = hedge.into_iter().map(|hedge| Inked::new(Ink::Yellow, &format!("“{hedge}”")));
    std::iter::once(chain.unwrap_or_else(|| Inked::new(Ink::Faint, "the author"))).chain(hedge).collect()
}
