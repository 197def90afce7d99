//! Documents of a store are grouped: compared with those they may be like, and placed in stories.
//!
//! [`Grouper`] brings together the [`store`], which knows all documents, and [`Stories`], which compares those at hand. It
//! asks the store for what a new document may be like, and tells it what came of that. It may be broken off at any time:
//! the store knows which documents were not compared and which stories not described yet.

mod shelved;

use crate::filing::UnreadableRecord;
use crate::told::{self, StoriesError};
use shelved::{article, kept};
use std::collections::{BTreeSet, HashSet};
use store::{
    CopyRow, Described, Findings, LinkRow, Placement, Placements, Placing, ShelfPlace, Store, StoreError, StoryRow,
};
use stories::{Changes, Copies, Key, Link, Member, Placed, Settings, Stories, Story};

/// Groups the documents of a store.
#[derive(Debug)]
pub struct Grouper {
    stories: Stories,
    asked: HashSet<Key>,
    generation: i64,
}

/// Documents cannot be grouped.
#[derive(Debug, thiserror::Error)]
pub enum GroupingError {
    /// The store says why.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The data of stories cannot be used.
    #[error(transparent)]
    Stories(#[from] StoriesError),
    /// A stored record cannot be read.
    #[error(transparent)]
    Record(#[from] UnreadableRecord),
    /// A story cannot be written down.
    #[error("story {0} cannot be written")]
    Story(String),
}

/// Documents that are compared before their places are stored.
const BATCH: usize = 64;
/// Stories that are described before they are stored.
const DESCRIBED: usize = 16;
/// Documents that are held in memory at most, save those of one batch.
const HELD: usize = 40_000;

impl Grouper {
    /// Without any document in memory.
    pub fn new() -> Result<Self, StoriesError> {
        Ok(Self { stories: told::stories()?, asked: HashSet::new(), generation: -1 })
    }

    /// Compares documents that were not compared yet, as many as make a batch, and tells how many it did.
    pub fn compare(&mut self, store: &mut dyn Store) -> Result<usize, GroupingError> {
        loop {
            self.keep_up(store.generation()?)?;
            let new = store.ungrouped(BATCH)?;
            if new.is_empty() {
                return Ok(0);
            }
            let articles = new.iter().map(article).collect::<Result<Vec<_>, _>>()?;
            self.bring_back(store, &articles)?;
            articles.into_iter().for_each(|article| _ = self.stories.add(article));
            self.settle(store)?;
            if self.hand_in(store)? == Placing::Done {
                return Ok(new.len());
            }
        }
    }

    /// What is held is dropped if others changed the groups, or if it is too much.
    fn keep_up(&mut self, generation: i64) -> Result<(), StoriesError> {
        if generation != self.generation || self.stories.len() > HELD {
            *self = Self { generation, ..Self::new()? };
        }
        Ok(())
    }

    /// Brings back what articles may be like.
    fn bring_back(&mut self, store: &mut dyn Store, articles: &[stories::Article]) -> Result<(), GroupingError> {
        let wanted: BTreeSet<Key> = articles.iter().flat_map(|article| self.stories.wanted(article)).collect();
        let new: Vec<ShelfPlace> = wanted.into_iter().filter(|key| self.asked.insert(*key)).map(place).collect();
        let found = store.on_shelf(&new)?;
        self.recall(store, found)
    }

    fn recall(&mut self, store: &mut dyn Store, mut ids: Vec<String>) -> Result<(), GroupingError> {
        ids.retain(|id| !self.stories.has(id));
        for shelved in store.shelved(&ids)? {
            self.stories.recall(kept(&shelved)?);
        }
        Ok(())
    }

    /// Places what came in, and what hangs on it, be it in memory or not.
    fn settle(&mut self, store: &mut dyn Store) -> Result<(), GroupingError> {
        let copied = store.mates(&self.stories.copied())?;
        self.recall(store, copied)?;
        loop {
            let moved = self.stories.settle();
            if moved.is_empty() {
                return Ok(());
            }
            let later = store.later(&moved)?;
            self.recall(store, later)?;
        }
    }

    fn hand_in(&mut self, store: &mut dyn Store) -> Result<Placing, GroupingError> {
        let found = placements(self.generation, self.stories.changes());
        let placing = store.place(&found)?;
        if placing == Placing::Done {
            self.generation += 1;
        }
        Ok(placing)
    }

    /// Describes stories that changed, a few, and tells how many; nothing when all are described.
    pub fn describe(&self, store: &mut dyn Store) -> Result<Option<usize>, GroupingError> {
        let founders = store.undescribed(DESCRIBED)?;
        if founders.is_empty() {
            return Ok(None);
        }
        let described = founders
            .iter()
            .map(|founder| describe(store, founder, self.stories.settings()))
            .collect::<Result<Vec<_>, _>>()?;
        store.describe(&described)?;
        Ok(Some(described.iter().filter(|described| described.story.is_some()).count()))
    }
}

fn place(key: Key) -> ShelfPlace {
    ShelfPlace(key.0)
}

fn placements(generation: i64, changes: Changes) -> Placements {
    let findings = Findings {
        copies: changes.copies.iter().flat_map(copy_rows).collect(),
        links: changes.links.into_iter().map(link_row).collect(),
        ..Findings::default()
    };
    Placements { generation, documents: changes.placed.into_iter().map(placement).collect(), findings }
}

fn placement(placed: Placed) -> Placement {
    Placement {
        document: placed.article,
        founder: placed.story,
        near: placed.near,
        places: placed.keys.into_iter().map(place).collect(),
    }
}

fn copy_rows(copies: &Copies) -> Vec<CopyRow> {
    let Some(head) = copies.articles.first() else { return Vec::new() };
    let row = |copy: &stories::Copy| CopyRow {
        document: copy.article.clone(),
        head: head.article.clone(),
        similarity: copy.similarity,
        reason: copy.reason.clone(),
    };
    copies.articles.iter().map(row).collect()
}

fn link_row(link: Link) -> LinkRow {
    LinkRow { earlier: link.earlier, later: link.later, weight: link.score, reason: link.reason }
}

fn link(row: LinkRow) -> Link {
    Link { earlier: row.earlier, later: row.later, score: row.weight, reason: row.reason }
}

/// A story is told by several articles, and of at least one event.
fn describe(store: &mut dyn Store, founder: &str, settings: &Settings) -> Result<Described, GroupingError> {
    let (documents, links) = store.members(founder)?;
    let kept = documents.iter().map(kept).collect::<Result<Vec<_>, _>>()?;
    let near: Vec<Vec<(String, f64)>> = kept.iter().map(near).collect();
    let members: Vec<Member<'_>> =
        kept.iter().zip(&near).map(|(kept, near)| Member { article: &kept.article, near }).collect();
    let links: Vec<Link> = links.into_iter().map(link).collect();
    let told = members.len() > 1 && members.iter().any(|member| !member.article.reports.is_empty());
    let story = told.then(|| Story::of(&members, &links.iter().collect::<Vec<_>>(), settings)).flatten();
    let story = story.map(|story| story_row(story, &members)).transpose()?;
    Ok(Described { founder: founder.to_owned(), id: Story::id_of(founder), story })
}

fn near(kept: &stories::Kept) -> Vec<(String, f64)> {
    kept.near.iter().map(|near| (near.name.id.clone(), near.likeness)).collect()
}

fn story_row(story: Story, members: &[Member<'_>]) -> Result<StoryRow, GroupingError> {
    let within: HashSet<&str> = members.iter().map(|member| member.article.id.as_str()).collect();
    let records = members.iter().flat_map(|member| {
        let reason = reason(member, &within);
        member.article.reports.iter().map(move |report| (report.id.clone(), reason.clone()))
    });
    let records = records.collect();
    let record = crate::wire::StoryRecord::from(story);
    let unwritable = |_| GroupingError::Story(record.id.clone());
    Ok(StoryRow {
        participants: serde_json::to_string(&record.participants).map_err(unwritable)?,
        json: serde_json::to_string(&record).map_err(unwritable)?,
        contradictions: record.ledger.iter().map(|line| line.contradictions.len()).sum(),
        start: record.start,
        end: record.end,
        id: record.id,
        title: record.title,
        records,
    })
}

/// Why an article is in its story: the one of it that it is most like.
fn reason(member: &Member<'_>, within: &HashSet<&str>) -> String {
    let near = member.near.iter().filter(|(other, _)| within.contains(other.as_str()));
    let closest = near.max_by(|one, other| one.1.total_cmp(&other.1).then(other.0.cmp(&one.0)));
    closest
        .map_or_else(|| "begins it".to_owned(), |(other, likeness)| format!("{:.0} % like {other}", likeness * 100.0))
}
