//! How participants are called.

use super::phrases::shortened;
use crate::html::escaped;
use crate::wire::Participant;

/// The longest name that a heading takes.
const LONGEST: usize = 60;

/// The canonical name, else the words of the text, else the code.
pub(super) fn called(participant: &Participant) -> Option<&str> {
    participant.name.as_deref().or(participant.text.as_deref()).or(participant.entity.as_deref())
}

/// All of a side, in words. Several parts of one body, as a government and its army, count once.
pub(super) fn names(participants: &[Participant]) -> Option<String> {
    let mut names: Vec<&str> = Vec::new();
    for name in participants.iter().filter_map(called) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let names: Vec<String> = names.into_iter().map(name).collect();
    (!names.is_empty()).then(|| names.join(", "))
}

/// A name, whose direction of writing does not spill over to what follows.
pub(super) fn name(name: &str) -> String {
    format!("<bdi>{}</bdi>", escaped(&shortened(name, LONGEST)))
}
