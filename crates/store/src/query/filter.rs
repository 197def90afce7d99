//! What can be asked for, and how a user writes it.

use std::fmt;
use std::str::FromStr;
use types::{Country, Date, EventType, Mode, Sector, SourceKind, Status};

/// Which records are wanted: those for which everything that is stated holds. Of several values of one field, one must
/// hold.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Filter {
    /// Who did it.
    pub actors: Vec<Party>,
    /// To whom.
    pub recipients: Vec<Party>,
    /// Between whom, in either direction.
    pub dyad: Option<(Party, Party)>,
    /// Event types.
    pub kinds: Vec<EventType>,
    /// Modes.
    pub modes: Vec<Mode>,
    /// Whether it happened.
    pub statuses: Vec<Status>,
    /// On whose word.
    pub sources: Vec<SourceFilter>,
    /// Where: a country's code, or the name of a place.
    pub places: Vec<String>,
    /// From this day on.
    pub since: Option<Date>,
    /// Up to this day, inclusive.
    pub until: Option<Date>,
    /// Words of the sentence, or names of participants or place.
    pub words: Option<String>,
    /// Words of the article.
    pub article: Option<String>,
    /// At least this sure.
    pub confidence: Option<f64>,
    /// Of this story.
    pub story: Option<String>,
    /// Of this document.
    pub document: Option<String>,
    /// Of which revisions of a page.
    pub revisions: Revisions,
}

/// Of which revisions of a page records are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Revisions {
    /// The latest.
    #[default]
    Latest,
    /// All of them.
    All,
}

/// A party: `USA`, `USA.MIL`, `REB`, or words of its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Party {
    /// Of a country or international body.
    Country(Country),
    /// Of a sector.
    Sector(Sector),
    /// Of a sector of a country.
    Entity(Country, Sector),
    /// Of a name or text with these words in it.
    Named(String),
}

impl FromStr for Party {
    type Err = UnknownFilter;

    fn from_str(text: &str) -> Result<Self, UnknownFilter> {
        let halves = text.split_once('.').and_then(|(a, b)| Some((a.parse().ok()?, b.parse().ok()?)));
        if let Some((country, sector)) = halves {
            return Ok(Party::Entity(country, sector));
        }
        match (text.parse(), text.parse(), text.trim()) {
            (Ok(sector), _, _) => Ok(Party::Sector(sector)),
            (_, Ok(country), _) => Ok(Party::Country(country)),
            (_, _, "") => Err(UnknownFilter { what: "party", text: text.to_owned() }),
            (_, _, name) => Ok(Party::Named(name.to_owned())),
        }
    }
}

/// On whose word something is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SourceFilter {
    /// The author's own.
    Author,
    /// That of a source of this kind.
    Kind(SourceKind),
}

impl FromStr for SourceFilter {
    type Err = UnknownFilter;

    fn from_str(text: &str) -> Result<Self, UnknownFilter> {
        match (text, text.parse()) {
            ("author", _) => Ok(SourceFilter::Author),
            (_, Ok(kind)) => Ok(SourceFilter::Kind(kind)),
            _ => Err(UnknownFilter { what: "kind of source", text: text.to_owned() }),
        }
    }
}

/// What records are counted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Period {
    /// Days.
    Day,
    /// Weeks, from Monday on.
    Week,
    /// Months.
    Month,
}

impl FromStr for Period {
    type Err = UnknownFilter;

    fn from_str(text: &str) -> Result<Self, UnknownFilter> {
        match text {
            "day" => Ok(Period::Day),
            "week" => Ok(Period::Week),
            "month" => Ok(Period::Month),
            _ => Err(UnknownFilter { what: "period", text: text.to_owned() }),
        }
    }
}

/// Which stories are wanted: those for which everything that is stated holds.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct StoryFilter {
    /// At least one of its records is among these.
    pub events: Filter,
    /// At least so many articles tell it.
    pub articles: usize,
    /// Whether its records contradict each other.
    pub dispute: Dispute,
}

/// Whether one record of a story denies what another says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Dispute {
    /// It does or does not.
    #[default]
    Any,
    /// It does.
    Contested,
}

/// A word that names nothing that can be asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownFilter {
    pub(super) what: &'static str,
    pub(super) text: String,
}

impl fmt::Display for UnknownFilter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} is no {}", self.text, self.what)
    }
}

impl std::error::Error for UnknownFilter {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parties_are_told_apart_by_how_they_are_written() {
        let check = |text: &str, want: Option<Party>| assert_eq!(text.parse::<Party>().ok(), want, "{text}");
        let country: Country = "USA".parse().unwrap();
        check("USA", Some(Party::Country(country)));
        check("USA.MIL", Some(Party::Entity(country, Sector::Mil)));
        check("MIL", Some(Party::Sector(Sector::Mil)));
        check("Foreign Office", Some(Party::Named("Foreign Office".into())));
        check("U.S.", Some(Party::Named("U.S.".into())));
        check("  ", None);
    }
}
