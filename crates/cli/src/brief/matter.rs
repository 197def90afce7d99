//! What there is to brief on: records, from a database or from articles that are coded on the spot, and their stories.

use crate::database::{open, told};
use crate::fallible::{Outcome, complain};
use crate::grouping;
use crate::inputs::{Inputs, Progress};
use std::collections::BTreeSet;
use std::ops::ControlFlow;
use std::path::PathBuf;
use tidings::grouping::Grouper;
use tidings::ingest::{Defaults, Ingested};
use tidings::store::{Access, Filing, Filter, Order, Store, StoryFilter};
use tidings::types::Date;
use tidings::wire::{Record, StoryRecord};
use tidings::{Tidings, filing};

/// Records and the stories they belong to.
pub struct Told {
    pub records: Vec<Record>,
    pub stories: Vec<StoryRecord>,
}

impl Told {
    /// What a store holds of it.
    pub fn read(store: &mut dyn Store, filter: &Filter) -> anyhow::Result<Self> {
        Ok(Self { records: records(store, filter)?, stories: stories(store, filter)? })
    }

    /// What articles tell of it. They are filed and grouped in a store that is gone afterwards.
    pub fn of_articles(paths: &[PathBuf], published: Option<Date>, filter: &Filter) -> anyhow::Result<(Self, Outcome)> {
        let tidings = Tidings::new()?;
        let mut inputs = Inputs::new(paths, Defaults { published }, Progress::Shown);
        let filings =
            inputs.by_ref().filter_map(|input| coded(&tidings, &input)).collect::<Result<Vec<Filing>, _>>()?;
        let mut store = open(IN_MEMORY, Access::Create)?;
        store.add(&filings).map_err(told)?;
        let mut grouper = Grouper::new()?;
        grouping::compare(&mut grouper, &mut *store)?;
        grouping::describe(&grouper, &mut *store)?;
        Ok((Self::read(&mut *store, filter)?, inputs.outcome()))
    }

    /// The title of the story that was asked for, the words that were looked for, or the headline of the only article.
    pub fn title(&self, filter: &Filter) -> Option<String> {
        let story = filter.story.as_ref().and_then(|id| self.stories.iter().find(|story| story.id == *id));
        let headlines: BTreeSet<&str> =
            self.records.iter().filter_map(|record| record.document.title.as_deref()).collect();
        let only = headlines.first().filter(|_| headlines.len() == 1).map(|title| (*title).to_owned());
        story.map(|story| story.title.clone()).or_else(|| filter.words.clone()).or(only)
    }
}

/// SQLite's name for a database that is nowhere.
const IN_MEMORY: &str = ":memory:";

fn coded(tidings: &Tidings, input: &Ingested) -> Option<Result<Filing, serde_json::Error>> {
    let coded = tidings.code_input(input);
    let file = input.document.origin.file.as_deref().unwrap_or("-");
    coded.warnings.iter().for_each(|warning| complain(format_args!("{file}: warning: {warning}")));
    filing::is_worth_keeping(&input.document).then(|| tidings.filing(&input.document, &coded))
}

fn records(store: &mut dyn Store, filter: &Filter) -> anyhow::Result<Vec<Record>> {
    let mut rows = Vec::new();
    let shown = store.events(filter, &Order::default(), &mut |row| {
        rows.push(row);
        ControlFlow::Continue(())
    });
    shown.map_err(told)?;
    rows.into_iter().map(|row| Ok(filing::record(row)?)).collect()
}

/// The stories that any of these records belongs to.
fn stories(store: &mut dyn Store, filter: &Filter) -> anyhow::Result<Vec<StoryRecord>> {
    let filter = StoryFilter { events: filter.clone(), ..StoryFilter::default() };
    let mut rows = Vec::new();
    let shown = store.stories(&filter, &Order::default(), &mut |row| {
        rows.push(row);
        ControlFlow::Continue(())
    });
    shown.map_err(told)?;
    rows.into_iter().map(|row| Ok(filing::story(row)?)).collect()
}
