//! The store on top of any database that runs SQL.

use crate::engine::{Answer, Engine, cell, transaction};
use crate::{
    Described, DocumentRow, EventRow, Fault, Filing, Filter, Findings, FoundStory, Groups, Identity, LinkRow, Order,
    Period, PeriodRow, Placements, Placing, Receipt, Removed, ShelfPlace, Shelved, Size, Store, StoreError,
    StoryFilter, StoryKey, Telling, Which, add, check, group, groups, query, remove,
};
use std::collections::BTreeSet;
use std::ops::ControlFlow;

/// A store on top of a database.
pub(crate) struct Database<E> {
    pub(crate) engine: E,
}

impl<E: Engine> Database<E> {
    /// The database must have the latest schema.
    pub(crate) fn new(engine: E) -> Self {
        Self { engine }
    }
}

impl<E: Engine + Send> Store for Database<E> {
    fn name(&self) -> &str {
        self.engine.name()
    }

    fn known(&mut self, identities: &[Identity]) -> Result<BTreeSet<Identity>, StoreError> {
        Ok(add::known(&mut self.engine, identities.iter())?.into_keys().collect())
    }

    fn add(&mut self, batch: &[Filing]) -> Result<Vec<Receipt>, StoreError> {
        transaction(&mut self.engine, |engine| add::add(engine, batch))
    }

    fn outdated(&mut self, coder: &str, limit: usize) -> Result<Vec<DocumentRow>, StoreError> {
        add::outdated(&mut self.engine, coder, limit)
    }

    fn count_outdated(&mut self, coder: &str) -> Result<usize, StoreError> {
        add::count_outdated(&mut self.engine, coder)
    }

    fn recode(&mut self, batch: &[Filing]) -> Result<Vec<Receipt>, StoreError> {
        transaction(&mut self.engine, |engine| add::recode(engine, batch))
    }

    fn group(&mut self, findings: &Findings) -> Result<(), StoreError> {
        transaction(&mut self.engine, |engine| group::group(engine, findings))
    }

    fn remove(&mut self, which: &Which) -> Result<Removed, StoreError> {
        let removed = transaction(&mut self.engine, |engine| remove::remove(engine, which))?;
        self.engine.forget()?;
        Ok(removed)
    }

    fn events(
        &mut self,
        filter: &Filter,
        order: &Order,
        each: &mut dyn FnMut(EventRow) -> ControlFlow<()>,
    ) -> Result<(), StoreError> {
        query::events(&mut self.engine, filter, order, each)
    }

    fn tellings(
        &mut self,
        filter: &Filter,
        order: &Order,
        each: &mut dyn FnMut(Telling) -> ControlFlow<()>,
    ) -> Result<(), StoreError> {
        query::tellings(&mut self.engine, filter, order, each)
    }

    fn stories(
        &mut self,
        filter: &StoryFilter,
        order: &Order<StoryKey>,
        each: &mut dyn FnMut(FoundStory) -> ControlFlow<()>,
    ) -> Result<(), StoreError> {
        query::stories(&mut self.engine, filter, order, each)
    }

    fn periods(&mut self, filter: &Filter, by: Period) -> Result<Vec<PeriodRow>, StoreError> {
        query::periods(&mut self.engine, filter, by)
    }

    fn read(&mut self, sql: &str, answer: &mut dyn Answer) -> Result<(), StoreError> {
        self.engine.read(sql, answer)
    }

    fn check(&mut self) -> Result<Vec<Fault>, StoreError> {
        check::check(&mut self.engine)
    }

    fn size(&mut self) -> Result<Size, StoreError> {
        let mut count = |sql| Ok(cell(&mut self.engine, sql, &[])?.and_then(|value| value.integer()).unwrap_or(0));
        let documents = count("SELECT count(*) FROM document")?;
        let records = count("SELECT count(*) FROM record")?;
        let whole = |number: i64| usize::try_from(number).unwrap_or(0);
        Ok(Size { documents: whole(documents), records: whole(records) })
    }
}

impl<E: Engine + Send> Groups for Database<E> {
    fn generation(&mut self) -> Result<i64, StoreError> {
        groups::generation(&mut self.engine)
    }

    fn ungrouped(&mut self, limit: usize) -> Result<Vec<Shelved>, StoreError> {
        groups::ungrouped(&mut self.engine, limit)
    }

    fn on_shelf(&mut self, places: &[ShelfPlace]) -> Result<Vec<String>, StoreError> {
        groups::on_shelf(&mut self.engine, places)
    }

    fn shelved(&mut self, ids: &[String]) -> Result<Vec<Shelved>, StoreError> {
        groups::shelved(&mut self.engine, ids)
    }

    fn later(&mut self, ids: &[String]) -> Result<Vec<String>, StoreError> {
        groups::later(&mut self.engine, ids)
    }

    fn mates(&mut self, ids: &[String]) -> Result<Vec<String>, StoreError> {
        groups::mates(&mut self.engine, ids)
    }

    fn place(&mut self, found: &Placements) -> Result<Placing, StoreError> {
        transaction(&mut self.engine, |engine| groups::place(engine, found))
    }

    fn undescribed(&mut self, limit: usize) -> Result<Vec<String>, StoreError> {
        groups::undescribed(&mut self.engine, limit)
    }

    fn members(&mut self, founder: &str) -> Result<(Vec<Shelved>, Vec<LinkRow>), StoreError> {
        groups::members(&mut self.engine, founder)
    }

    fn describe(&mut self, stories: &[Described]) -> Result<(), StoreError> {
        transaction(&mut self.engine, |engine| groups::describe(engine, stories))
    }
}
