//! What is found across documents, seen from who finds it: which are still to be compared, with which, and what came of
//! it.
//!
//! A document is compared once. What is found of it is kept, so that later ones can be compared with it without looking at
//! all that it was compared with; and where one goes, those whose place hung on it are to be compared again.

mod read;
mod undo;
mod write;

pub(crate) use read::{generation, later, mates, members, on_shelf, shelved, undescribed, ungrouped};
pub(crate) use undo::ungroup;
pub(crate) use write::{describe, place};

use crate::StoreError;
use crate::filing::{Findings, LinkRow, StoryRow};
use types::Date;

/// What a store keeps so that documents can be grouped one after the other. All are named by their ids in the store.
pub trait Groups {
    /// Changes with every change of groups.
    fn generation(&mut self) -> Result<i64, StoreError>;

    /// Some documents that were not compared with others yet.
    fn ungrouped(&mut self, limit: usize) -> Result<Vec<Shelved>, StoreError>;

    /// Which documents lie at one of these places.
    fn on_shelf(&mut self, places: &[ShelfPlace]) -> Result<Vec<String>, StoreError>;

    /// Documents with what was found of them.
    fn shelved(&mut self, ids: &[String]) -> Result<Vec<Shelved>, StoreError>;

    /// Which documents have one of these among those they are most like.
    fn later(&mut self, ids: &[String]) -> Result<Vec<String>, StoreError>;

    /// Which documents are copies of one of these, themselves included.
    fn mates(&mut self, ids: &[String]) -> Result<Vec<String>, StoreError>;

    /// Stores what came of comparing, all of it or nothing; nothing if groups are not of this generation any more.
    fn place(&mut self, found: &Placements) -> Result<Placing, StoreError>;

    /// Some first documents whose story must be described anew.
    fn undescribed(&mut self, limit: usize) -> Result<Vec<String>, StoreError>;

    /// The documents of the story that begins with one, the earliest first, and the links among their records.
    fn members(&mut self, founder: &str) -> Result<(Vec<Shelved>, Vec<LinkRow>), StoreError>;

    /// Stores stories, all of them or none.
    fn describe(&mut self, stories: &[Described]) -> Result<(), StoreError>;
}

/// Where a document is found again: the hash of what it has in common with others there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ShelfPlace(pub u64);

/// A document's place among all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// Its id.
    pub id: String,
    /// Day of publication.
    pub published: Option<Date>,
}

/// A document with what was found of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Shelved {
    /// The document.
    pub name: Named,
    /// Outlet as the page names itself.
    pub outlet: Option<String>,
    /// Headline.
    pub title: Option<String>,
    /// Canonical text.
    pub text: String,
    /// Its records: id in the store, and the whole as JSON.
    pub records: Vec<(String, String)>,
    /// The first document of its story.
    pub founder: Option<Named>,
    /// The earlier documents it is most like, each with the first document of its story.
    pub near: Vec<(Named, f64, Option<Named>)>,
}

/// What came of comparing some documents with others.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Placements {
    /// The generation that it was found in.
    pub generation: i64,
    /// Documents that have a place now, or another.
    pub documents: Vec<Placement>,
    /// Copies and links.
    pub findings: Findings,
}

/// The place of a document.
#[derive(Debug, Clone, PartialEq)]
pub struct Placement {
    /// The document.
    pub document: String,
    /// The first document of its story.
    pub founder: String,
    /// The earlier documents it is most like.
    pub near: Vec<(String, f64)>,
    /// Where it is found again.
    pub places: Vec<ShelfPlace>,
}

/// What became of placements.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Placing {
    /// They are stored.
    Done,
    /// Groups were changed by another in between, so they may be wrong.
    Overtaken,
}

/// The story that begins with a document.
#[derive(Debug, Clone, PartialEq)]
pub struct Described {
    /// The document.
    pub founder: String,
    /// The id of the story.
    pub id: String,
    /// The story; nothing if there is none.
    pub story: Option<StoryRow>,
}
