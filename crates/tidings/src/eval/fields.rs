//! What is compared on a matched pair, field by field.

use super::gold::{Mention, Party};
use super::matching::{countries, outer_source};
use serde::{Serialize, Serializer};
use std::collections::BTreeSet;
use std::fmt::Display;
use types::{Sector, Status};

/// A compared field, in the order of reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// The status.
    Status,
    /// The status where gold says anything but `occurred`.
    StatusNotOccurred,
    /// The set of actor countries.
    Actor,
    /// The set of recipient countries.
    Recipient,
    /// Any sector of the actors, or none where gold has none.
    ActorSector,
    /// The kind of the outermost source.
    Attribution,
    /// The same where gold names a source.
    Attributed,
    /// The mode.
    Mode,
    /// The country of the place.
    Place,
    /// The date.
    Date,
}

impl Field {
    /// The name in reports.
    pub const fn name(self) -> &'static str {
        match self {
            Field::Status => "status",
            Field::StatusNotOccurred => "status≠occurred",
            Field::Actor => "actor",
            Field::Recipient => "recipient",
            Field::ActorSector => "actor_sector",
            Field::Attribution => "attribution",
            Field::Attributed => "attributed",
            Field::Mode => "mode",
            Field::Place => "place",
            Field::Date => "date",
        }
    }

    /// Whether it looks at a part of what another field counts.
    pub const fn is_part_of_another(self) -> bool {
        matches!(self, Field::StatusNotOccurred | Field::Attributed)
    }
}

impl Serialize for Field {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.name())
    }
}

/// A field as gold has it and as it was predicted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Reading {
    /// Which field.
    pub field: Field,
    /// As gold has it; empty for none.
    pub gold: String,
    /// As predicted.
    pub predicted: String,
    /// Whether that counts as right.
    #[serde(skip)]
    pub right: bool,
}

/// Both values of every field that is compared on this pair.
pub fn readings(gold: &Mention, predicted: &Mention) -> Vec<Reading> {
    let mut all = vec![
        same(Field::Status, gold, predicted, |m| m.status.to_string()),
        same(Field::Actor, gold, predicted, |m| list(countries(&m.actors))),
        same(Field::Recipient, gold, predicted, |m| list(countries(&m.recipients))),
        sector(gold, predicted),
        same(Field::Attribution, gold, predicted, outer),
        same(Field::Mode, gold, predicted, |m| list(m.mode)),
        same(Field::Place, gold, predicted, |m| list(m.place.iter().filter_map(|p| p.country))),
        same(Field::Date, gold, predicted, |m| m.date.clone().unwrap_or_default()),
    ];
    if gold.status != Status::Occurred {
        all.push(same(Field::StatusNotOccurred, gold, predicted, |m| m.status.to_string()));
    }
    if outer_source(gold).is_some() {
        all.push(same(Field::Attributed, gold, predicted, outer));
    }
    all
}

fn same(field: Field, gold: &Mention, predicted: &Mention, value: fn(&Mention) -> String) -> Reading {
    let (gold, predicted) = (value(gold), value(predicted));
    Reading { field, right: gold == predicted, gold, predicted }
}

fn outer(mention: &Mention) -> String {
    list(outer_source(mention))
}

fn sector(gold: &Mention, predicted: &Mention) -> Reading {
    let (gold, predicted) = (sectors(&gold.actors), sectors(&predicted.actors));
    let right = !gold.is_disjoint(&predicted) || gold.is_empty() && predicted.is_empty();
    Reading { field: Field::ActorSector, right, gold: list(gold), predicted: list(predicted) }
}

fn sectors(side: &[Party]) -> BTreeSet<Sector> {
    side.iter().filter_map(|party| party.sector).collect()
}

fn list<T: Display>(values: impl IntoIterator<Item = T>) -> String {
    values.into_iter().map(|value| value.to_string()).collect::<Vec<_>>().join(" ")
}
