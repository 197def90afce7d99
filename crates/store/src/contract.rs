//! What can be done with a store, whichever database it is.

use crate::engine::Answer;
use crate::{
    DocumentRow, EventRow, Fault, Filing, Filter, Findings, FoundStory, Groups, Identity, Order, Period, PeriodRow,
    Receipt, Removed, StoreError, StoryFilter, StoryKey, Telling, Which,
};
use std::collections::BTreeSet;
use std::ops::ControlFlow;

/// A store of documents and their records.
pub trait Store: Groups + Send {
    /// The database as the user named it.
    fn name(&self) -> &str;

    /// Which of some documents are there already.
    fn known(&mut self, identities: &[Identity]) -> Result<BTreeSet<Identity>, StoreError>;

    /// Stores a batch, all of it or nothing. When this returns, the batch is safe.
    fn add(&mut self, batch: &[Filing]) -> Result<Vec<Receipt>, StoreError>;

    /// Documents that something else coded, as they were put in, no more than `limit`.
    fn outdated(&mut self, coder: &str, limit: usize) -> Result<Vec<DocumentRow>, StoreError>;

    /// How many documents something else coded.
    fn count_outdated(&mut self, coder: &str) -> Result<usize, StoreError>;

    /// Replaces the records of a batch of documents that are there, all of it or nothing. Those that are not there any
    /// more are passed over.
    fn recode(&mut self, batch: &[Filing]) -> Result<Vec<Receipt>, StoreError>;

    /// Stores what was found across documents, all of it or nothing.
    fn group(&mut self, findings: &Findings) -> Result<(), StoreError>;

    /// Removes documents and all that came from them.
    fn remove(&mut self, which: &Which) -> Result<Removed, StoreError>;

    /// Shows records, one after the other, until `each` has enough.
    fn events(
        &mut self,
        filter: &Filter,
        order: &Order,
        each: &mut dyn FnMut(EventRow) -> ControlFlow<()>,
    ) -> Result<(), StoreError>;

    /// The same, each with how often its event is told.
    fn tellings(
        &mut self,
        filter: &Filter,
        order: &Order,
        each: &mut dyn FnMut(Telling) -> ControlFlow<()>,
    ) -> Result<(), StoreError>;

    /// Shows stories, one after the other, until `each` has enough.
    fn stories(
        &mut self,
        filter: &StoryFilter,
        order: &Order<StoryKey>,
        each: &mut dyn FnMut(FoundStory) -> ControlFlow<()>,
    ) -> Result<(), StoreError>;

    /// Counts records per day, week or month.
    fn periods(&mut self, filter: &Filter, by: Period) -> Result<Vec<PeriodRow>, StoreError>;

    /// Runs a user's own query over the public views. Whatever it is, it changes nothing.
    fn read(&mut self, sql: &str, answer: &mut dyn Answer) -> Result<(), StoreError>;

    /// Looks for whatever should not be.
    fn check(&mut self) -> Result<Vec<Fault>, StoreError>;

    /// How much it holds.
    fn size(&mut self) -> Result<Size, StoreError>;
}

/// How much a store holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Size {
    /// Documents, superseded ones included.
    pub documents: usize,
    /// Records, superseded ones included.
    pub records: usize,
}
