//! What comes in: an article with its records, as far as stories need them.

use crate::kept::Name;
use types::{Country, Date, EventType, Magnitude, Mode, PlacePrecision, Sector, Status};

/// An article. Its id tells it from all others.
#[derive(Debug, Clone, PartialEq)]
pub struct Article {
    /// Its id.
    pub id: String,
    /// Day of publication. Without one it is only compared with others without.
    pub published: Option<Date>,
    /// Who published it.
    pub outlet: Option<String>,
    /// Its headline, or where it has none its first sentence.
    pub title: String,
    /// Its text.
    pub text: String,
    /// Its records, in text order.
    pub reports: Vec<Report>,
}

impl Article {
    /// What tells its place in the order of all.
    pub fn name(&self) -> Name {
        Name { published: self.published, id: self.id.clone() }
    }
}

/// A record.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// Its id.
    pub id: String,
    /// Event type.
    pub kind: EventType,
    /// Mode of the type.
    pub mode: Option<Mode>,
    /// Whether it happened, as the text presents it.
    pub status: Status,
    /// Who.
    pub actors: Vec<Party>,
    /// Whom.
    pub recipients: Vec<Party>,
    /// Where.
    pub place: Option<Spot>,
    /// Its first and last day, if told.
    pub days: Option<(Date, Date)>,
    /// How many were killed, injured or arrested.
    pub toll: Magnitude,
    /// The sentence.
    pub sentence: String,
    /// On whose word, as the text names it.
    pub source: Option<String>,
}

/// A participant.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Party {
    /// Canonical name.
    pub name: Option<String>,
    /// Country or international code.
    pub country: Option<Country>,
    /// The leading sector.
    pub sector: Option<Sector>,
}

/// A place.
#[derive(Debug, Clone, PartialEq)]
pub struct Spot {
    /// Canonical name.
    pub name: String,
    /// Country.
    pub country: Option<Country>,
    /// How finely the text states it.
    pub precision: PlacePrecision,
}
