//! Stories, one after the other. A story is wanted if one of its records is.

use super::condition::Condition;
use super::events::TABLES;
use super::filter::{Dispute, Filter, StoryFilter};
use super::order::{Order, StoryKey};
use crate::engine::Engine;
use crate::{StoreError, Value};
use std::ops::ControlFlow;

/// A story as it comes out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FoundStory {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its first day.
    pub start: Option<String>,
    /// Its last day.
    pub end: Option<String>,
    /// Articles that tell it.
    pub articles: usize,
    /// Outlets of these.
    pub outlets: usize,
    /// Its records.
    pub events: usize,
    /// In how many pairs of its records one says what the other denies.
    pub contradictions: usize,
    /// The whole story, as it came in.
    pub json: String,
}

const COLUMNS: &str =
    "v.id, v.title, v.time_start, v.time_end, v.documents, v.outlets, v.events, v.contradictions, v.json";

/// The view `stories`, but of some only, so that no others are counted.
fn counted(picked: &str) -> String {
    format!(
        "SELECT s.id, s.title, s.time_start, s.time_end, count(r.key) AS events,
            count(DISTINCT r.document) AS documents, count(DISTINCT d.outlet) AS outlets, s.contradictions, s.json
         FROM story s LEFT JOIN story_event m ON m.story = s.key
         LEFT JOIN record r ON r.key = m.record AND r.superseded = 0 LEFT JOIN document d ON d.key = r.document
         WHERE s.key IN ({picked})
         GROUP BY s.key, s.id, s.title, s.time_start, s.time_end, s.contradictions, s.json"
    )
}

/// Shows stories, one after the other, until `each` has enough.
pub(crate) fn stories<E: Engine>(
    engine: &mut E,
    filter: &StoryFilter,
    order: &Order<StoryKey>,
    each: &mut dyn FnMut(FoundStory) -> ControlFlow<()>,
) -> Result<(), StoreError> {
    let mut condition = condition(engine, filter)?;
    let ordered = order.clause("v.id");
    let first = if filter.articles == 0 && order.by.is_uncounted() { ordered.as_str() } else { "" };
    let counted = counted(&format!("SELECT v.key FROM story v {} {first}", condition.clause()));
    condition.clear();
    condition.holds("v.documents >=", filter.articles.into());
    let sql = format!("SELECT {COLUMNS} FROM ({counted}) v {} {ordered}", condition.clause());
    engine.rows(&sql, &condition.values, &mut |row| match story(row) {
        Some(story) => each(story),
        None => ControlFlow::Continue(()),
    })
}

/// On `story v`. Its own id is not asked of its records, since a story may have none that counts.
fn condition<E: Engine>(engine: &E, filter: &StoryFilter) -> Result<Condition, StoreError> {
    let events = Filter { story: None, ..filter.events.clone() };
    let mut condition = Condition::of(engine.dialect(), &events)?;
    if events == Filter::default() {
        condition = Condition::none(engine.dialect());
    } else {
        condition.within(|clause| format!("v.key IN (SELECT m.story {TABLES} {clause})"));
    }
    if let Some(id) = &filter.events.story {
        condition.holds("v.id =", id.clone().into());
    }
    if filter.dispute == Dispute::Contested {
        condition.holds("v.contradictions >", 0i64.into());
    }
    Ok(condition)
}

fn story(row: &[Value<'_>]) -> Option<FoundStory> {
    let text = |at: usize| row.get(at).and_then(Value::text).map(str::to_owned);
    let count = |at: usize| row.get(at).and_then(Value::integer).and_then(|n| usize::try_from(n).ok()).unwrap_or(0);
    Some(FoundStory {
        id: text(0)?,
        title: text(1)?,
        start: text(2),
        end: text(3),
        articles: count(4),
        outlets: count(5),
        events: count(6),
        contradictions: count(7),
        json: text(8)?,
    })
}
