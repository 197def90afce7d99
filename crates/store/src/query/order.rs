//! In which order answers come, and how a user writes it.

use super::filter::UnknownFilter;
use std::str::FromStr;

/// In which order, by a key of records or of stories, and how many.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Order<K = SortKey> {
    /// By what.
    pub by: K,
    /// From which end.
    pub direction: Direction,
    /// No more than this.
    pub limit: Option<usize>,
}

/// From which end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Direction {
    /// The least first.
    #[default]
    Ascending,
    /// The greatest first.
    Descending,
}

/// What things can be put in order by.
pub trait Key: Copy + 'static {
    /// Every key.
    const ALL: &[Self];

    /// The written form.
    fn as_str(self) -> &'static str;

    /// The column behind it.
    fn column(self) -> &'static str;
}

/// By what records are put in order; records that agree stand in the order of their documents' ids and texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum SortKey {
    /// First day of the act, else day of publication.
    #[default]
    Day,
    /// Day of publication.
    Published,
    /// How sure the reading is.
    Confidence,
    /// Score, from conflict to cooperation.
    Score,
    /// Event type.
    Kind,
    /// Status.
    Status,
}

impl Key for SortKey {
    const ALL: &[Self] =
        &[SortKey::Day, SortKey::Published, SortKey::Confidence, SortKey::Score, SortKey::Kind, SortKey::Status];

    fn as_str(self) -> &'static str {
        match self {
            SortKey::Day => "day",
            SortKey::Published => "published",
            SortKey::Confidence => "confidence",
            SortKey::Score => "score",
            SortKey::Kind => "type",
            SortKey::Status => "status",
        }
    }

    fn column(self) -> &'static str {
        match self {
            SortKey::Day => "r.day",
            SortKey::Published => "d.published",
            SortKey::Confidence => "r.confidence",
            SortKey::Score => "r.score",
            SortKey::Kind => "r.type",
            SortKey::Status => "r.status",
        }
    }
}

/// By what stories are put in order; stories that agree stand in the order of their ids.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum StoryKey {
    /// Their last day.
    #[default]
    Last,
    /// Their first day.
    First,
    /// How many articles tell them.
    Articles,
    /// How many outlets.
    Outlets,
    /// How many events they have.
    Events,
}

impl StoryKey {
    /// Whether it is known without counting records.
    pub(super) const fn is_uncounted(self) -> bool {
        matches!(self, StoryKey::Last | StoryKey::First)
    }
}

impl Key for StoryKey {
    const ALL: &[Self] = &[StoryKey::Last, StoryKey::First, StoryKey::Articles, StoryKey::Outlets, StoryKey::Events];

    fn as_str(self) -> &'static str {
        match self {
            StoryKey::Last => "last",
            StoryKey::First => "first",
            StoryKey::Articles => "articles",
            StoryKey::Outlets => "outlets",
            StoryKey::Events => "events",
        }
    }

    fn column(self) -> &'static str {
        match self {
            StoryKey::Last => "v.time_end",
            StoryKey::First => "v.time_start",
            StoryKey::Articles => "v.documents",
            StoryKey::Outlets => "v.outlets",
            StoryKey::Events => "v.events",
        }
    }
}

impl<K: Key> Order<K> {
    /// As SQL; what agrees stands in the order of `rest`.
    pub(super) fn clause(&self, rest: &str) -> String {
        let direction = match self.direction {
            Direction::Ascending => "ASC NULLS FIRST",
            Direction::Descending => "DESC NULLS LAST",
        };
        let limit = self.limit.map_or_else(String::new, |limit| format!(" LIMIT {limit}"));
        format!("ORDER BY {} {direction}, {rest}{limit}", self.by.column())
    }
}

/// A key, with `-` before it for the other direction.
impl<K: Key> FromStr for Order<K> {
    type Err = UnknownFilter;

    fn from_str(text: &str) -> Result<Self, UnknownFilter> {
        let (direction, name) = match text.strip_prefix('-') {
            Some(name) => (Direction::Descending, name),
            None => (Direction::Ascending, text),
        };
        let by = K::ALL.iter().find(|key| key.as_str() == name).copied();
        let by = by.ok_or_else(|| UnknownFilter { what: "order", text: text.to_owned() })?;
        Ok(Order { by, direction, limit: None })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_order_has_a_direction() {
        let order = |text: &str| text.parse::<Order>().ok().map(|order| (order.by, order.direction));
        assert_eq!(order("day"), Some((SortKey::Day, Direction::Ascending)));
        assert_eq!(order("-confidence"), Some((SortKey::Confidence, Direction::Descending)));
        assert_eq!(order("articles"), None);
        let order = |text: &str| text.parse::<Order<StoryKey>>().ok().map(|order| (order.by, order.direction));
        assert_eq!(order("-articles"), Some((StoryKey::Articles, Direction::Descending)));
        assert_eq!(order("confidence"), None);
    }
}
