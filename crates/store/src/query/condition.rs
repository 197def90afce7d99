//! A filter as SQL.

use super::filter::{Filter, Party, Revisions, SourceFilter};
use super::words;
use crate::engine::Dialect;
use crate::value::code;
use crate::{StoreError, Value};
use types::Country;

/// Conditions that must all hold, with the values they speak of.
pub(super) struct Condition {
    dialect: Dialect,
    parts: Vec<String>,
    /// Values of `$1`, `$2`, …
    pub(super) values: Vec<Value<'static>>,
}

impl Condition {
    /// No condition.
    pub(super) fn none(dialect: Dialect) -> Self {
        Self { dialect, parts: Vec::new(), values: Vec::new() }
    }

    /// The conditions of a filter on `record r`, `document d` and `story s`.
    pub(super) fn of(dialect: Dialect, filter: &Filter) -> Result<Self, StoreError> {
        let mut all = Self::none(dialect);
        if filter.revisions == Revisions::Latest {
            all.parts.push("r.superseded = 0".to_owned());
        }
        all.parties(filter);
        all.codes(filter);
        all.places(&filter.places);
        all.days(filter);
        all.words(filter)?;
        Ok(all)
    }

    /// As a `WHERE` clause.
    pub(super) fn clause(&self) -> String {
        if self.parts.is_empty() { String::new() } else { format!("WHERE {}", self.parts.join(" AND ")) }
    }

    /// One condition instead, which has all that were there as its own `WHERE` clause.
    pub(super) fn within(&mut self, condition: impl FnOnce(&str) -> String) {
        self.parts = vec![condition(&self.clause())];
    }

    /// No condition from here on; the values stay, for what was made of them.
    pub(super) fn clear(&mut self) {
        self.parts.clear();
    }

    /// One more condition, on a value.
    pub(super) fn holds(&mut self, column: &str, value: Value<'static>) {
        let place = self.bind(value);
        self.parts.push(format!("{column} {place}"));
    }

    fn bind(&mut self, value: Value<'static>) -> String {
        self.values.push(value);
        format!("${}", self.values.len())
    }

    /// One of some alternatives must hold, if there are any.
    fn any(&mut self, alternatives: Vec<String>) {
        if !alternatives.is_empty() {
            self.parts.push(format!("({})", alternatives.join(" OR ")));
        }
    }

    fn parties(&mut self, filter: &Filter) {
        for (role, parties) in [("actor", &filter.actors), ("recipient", &filter.recipients)] {
            let each = parties.iter().map(|party| self.party(role, party)).collect();
            self.any(each);
        }
        let between = match &filter.dyad {
            None => vec![],
            Some((Party::Country(one), Party::Country(other))) => {
                vec![self.countries(*one, *other), self.countries(*other, *one)]
            }
            Some((one, other)) => vec![self.one_way(one, other), self.one_way(other, one), self.together(one, other)],
        };
        self.any(between);
    }

    /// Pairs of countries have a table of their own.
    fn countries(&mut self, from: Country, to: Country) -> String {
        let (from, to) = (self.bind(code(from)), self.bind(code(to)));
        format!("r.key IN (SELECT p.record FROM dyad p WHERE p.actor_country = {from} AND p.recipient_country = {to})")
    }

    fn one_way(&mut self, from: &Party, to: &Party) -> String {
        format!("({} AND {})", self.party("actor", from), self.party("recipient", to))
    }

    /// Both take part alike, and nobody is acted upon.
    fn together(&mut self, one: &Party, other: &Party) -> String {
        let sides = [self.party("actor", one), self.party("actor", other)];
        let [one, other] = sides;
        format!(
            "({one} AND {other} AND (SELECT count(*) FROM actor a WHERE a.record = r.key AND a.role = 'actor') > 1
             AND NOT EXISTS (SELECT 1 FROM actor a WHERE a.record = r.key AND a.role = 'recipient'))"
        )
    }

    fn party(&mut self, role: &str, party: &Party) -> String {
        let is = match party {
            Party::Country(country) => format!("a.country = {}", self.bind(code(country))),
            Party::Sector(sector) => format!("a.sector = {}", self.bind(code(sector))),
            Party::Entity(country, sector) => {
                format!("a.country = {} AND a.sector = {}", self.bind(code(country)), self.bind(code(sector)))
            }
            Party::Named(name) => {
                let like = pattern(name);
                let (text, own) = (self.bind(like.clone().into()), self.bind(like.into()));
                format!("(lower(a.text) LIKE {text} ESCAPE '!' OR lower(a.name) LIKE {own} ESCAPE '!')")
            }
        };
        format!("r.key IN (SELECT a.record FROM actor a WHERE a.role = '{role}' AND {is})")
    }

    fn codes(&mut self, filter: &Filter) {
        self.one_of("r.type", &filter.kinds);
        self.one_of("r.mode", &filter.modes);
        self.one_of("r.status", &filter.statuses);
        let sources = filter.sources.iter().map(|source| self.source(*source)).collect();
        self.any(sources);
        let ids = [("s.id", &filter.story), ("d.id", &filter.document)];
        for (column, id) in ids.into_iter().filter_map(|(column, id)| Some((column, id.as_ref()?))) {
            self.holds(&format!("{column} ="), id.clone().into());
        }
        if let Some(least) = filter.confidence {
            self.holds("r.confidence >=", least.into());
        }
    }

    fn one_of<T: ToString>(&mut self, column: &str, codes: &[T]) {
        let each = codes.iter().map(|one| format!("{column} = {}", self.bind(code(one.to_string())))).collect();
        self.any(each);
    }

    fn source(&mut self, source: SourceFilter) -> String {
        match source {
            SourceFilter::Author => "r.source_kind IS NULL".to_owned(),
            SourceFilter::Kind(kind) => {
                format!("r.key IN (SELECT c.record FROM claim c WHERE c.kind = {})", self.bind(code(kind)))
            }
        }
    }

    fn places(&mut self, places: &[String]) {
        let each = places.iter().map(|place| match place.parse::<Country>() {
            Ok(country) => format!("r.place_country = {}", self.bind(code(country))),
            Err(_) => {
                let name = place.to_lowercase();
                let (own, around) = (self.bind(name.clone().into()), self.bind(name.into()));
                format!("lower(r.place) = {own} OR lower(r.place_admin1) = {around}")
            }
        });
        let each = each.collect();
        self.any(each);
    }

    fn days(&mut self, filter: &Filter) {
        for (sign, day) in [(">=", filter.since), ("<=", filter.until)] {
            if let Some(day) = day {
                self.holds(&format!("r.day {sign}"), code(day));
            }
        }
    }

    fn words(&mut self, filter: &Filter) -> Result<(), StoreError> {
        for (row, index, text) in [("r", "record_words", &filter.words), ("d", "document_words", &filter.article)] {
            if let Some(text) = text {
                let query = words::query(self.dialect, text)?;
                let place = self.bind(query.into());
                self.parts.push(match self.dialect {
                    Dialect::Sqlite => format!("{row}.key IN (SELECT rowid FROM {index} WHERE {index} MATCH {place})"),
                    Dialect::Postgres => format!("{row}.{index} @@ websearch_to_tsquery('english', {place})"),
                });
            }
        }
        Ok(())
    }
}

/// Any text with these words in it.
fn pattern(words: &str) -> String {
    let escaped = words.to_lowercase().replace('!', "!!").replace('%', "!%").replace('_', "!_");
    format!("%{escaped}%")
}
