//! Who takes part in a story.

use tidings::wire::StoryParticipant;

/// A name, else a code.
pub fn label(participant: &StoryParticipant) -> String {
    participant.name.clone().unwrap_or_else(|| code(participant))
}

/// Country and sector: `RUS.MIL`, `RUS` or `MIL`.
pub fn code(participant: &StoryParticipant) -> String {
    let country = participant.country.map(|country| country.to_string());
    let sector = participant.sector.map(|sector| sector.to_string());
    country.into_iter().chain(sector).collect::<Vec<_>>().join(".")
}

/// Those who take part, most often first, each once.
pub fn labels(participants: &[StoryParticipant]) -> Vec<String> {
    let mut labels: Vec<String> = Vec::new();
    for label in participants.iter().map(label).filter(|label| !label.is_empty()) {
        if !labels.contains(&label) {
            labels.push(label);
        }
    }
    labels
}

/// Some of them.
pub fn leading(participants: &[StoryParticipant], most: usize) -> String {
    let labels = labels(participants);
    let rest = if labels.len() > most { ", …" } else { "" };
    labels.into_iter().take(most).collect::<Vec<_>>().join(", ") + rest
}
