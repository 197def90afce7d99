//! The store on top of any database that runs SQL.

use crate::engine::{Answer, Engine, cell, transaction};
use crate::{
    EventRow, Fault, Filing, Filter, Findings, FoundStory, Identity, Order, Period, PeriodRow, Receipt, Removed, Size,
    Store, StoreError, StoryFilter, StoryKey, Telling, Which, add, check, group, query, remove,
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
