//! Thresholds and weights, read from data.

use crate::clues::Clue;
use serde::Deserialize;
use std::collections::BTreeMap;
use types::EventType;

/// What counts as a copy, a link and a story; documented where it is set, in `data/stories.toml`.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Copies.
    pub copies: CopySettings,
    /// Words.
    pub words: WordSettings,
    /// Stories.
    pub story: StorySettings,
    /// Links.
    pub link: LinkSettings,
    /// Ledgers.
    pub ledger: LedgerSettings,
    family: Vec<Family>,
}

/// When texts are copies.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CopySettings {
    /// Words in a run.
    pub run: usize,
    /// The share of runs in common.
    pub share: f64,
}

/// What articles are compared by.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WordSettings {
    /// What a name counts besides its word.
    pub name: f64,
    /// What a participant counts.
    pub party: f64,
    /// Endings that are cut off.
    pub endings: Vec<String>,
    /// Letters that must stay.
    pub stem: usize,
    /// How many of its rarest words an article is found by.
    pub keys: usize,
}

/// How articles are joined.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StorySettings {
    /// Days after which likeness counts a third.
    pub fading: f64,
    /// Days beyond which articles are not compared.
    pub window: i32,
    /// By how many of the earlier articles that it is most like an article is placed.
    pub near: usize,
    /// How much a story must draw an article that joins it.
    pub joined: f64,
    /// How much the closest article of a story counts against the average over some.
    pub closest: f64,
    /// Over how many; those that lack count nothing.
    pub company: usize,
    /// Likeness below this counts nothing.
    pub least: f64,
}

/// When records tell one event.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LinkSettings {
    /// Days that may lie between them.
    pub days: i32,
    /// What share of the days of either must lie in both, if any does.
    pub shared: f64,
    /// How alike the articles must be.
    pub least: f64,
    /// What counts where one of both says nothing.
    pub untold: f64,
    /// What the same country in another sector counts.
    pub country: f64,
    /// How likely it must be that linked records tell one event.
    pub linked: f64,
    /// What each clue counts; what is not listed counts nothing.
    pub weights: BTreeMap<Clue, f64>,
}

/// What stands in a ledger.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LedgerSettings {
    /// With what share of a line a record must be linked to join it.
    pub share: f64,
    /// Types of acts that can be denied.
    #[serde(deserialize_with = "types")]
    pub deniable: Vec<EventType>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Family {
    #[serde(deserialize_with = "types")]
    types: Vec<EventType>,
}

/// A settings file that cannot be read.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error(transparent)]
pub struct InvalidSettings(#[from] toml::de::Error);

impl Settings {
    /// Reads them.
    pub fn read(text: &str) -> Result<Self, InvalidSettings> {
        Ok(toml::from_str(text)?)
    }

    /// Whether texts give one act both types by turns.
    pub(crate) fn related(&self, one: EventType, other: EventType) -> bool {
        let together = |family: &Family| family.types.contains(&one) && family.types.contains(&other);
        one == other || self.family.iter().any(together)
    }
}

fn types<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Vec<EventType>, D::Error> {
    let names = Vec::<String>::deserialize(from)?;
    names.iter().map(|name| name.parse().map_err(serde::de::Error::custom)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHIPPED: &str = include_str!("../../../data/stories.toml");

    #[test]
    fn the_shipped_ones_load() {
        let settings = Settings::read(SHIPPED).unwrap();
        assert!(settings.related(EventType::Agree, EventType::Consult));
        assert!(!settings.related(EventType::Agree, EventType::Assault));
    }

    #[test]
    fn unknown_types_are_told() {
        let fault = Settings::read(&SHIPPED.replace("\"COERCE\"", "\"COERSE\"")).unwrap_err();
        assert!(fault.to_string().contains("COERSE"), "{fault}");
    }
}
