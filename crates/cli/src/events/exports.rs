//! Stored events in the formats of other tools.
//!
//! An event that many articles tell stands once in formats of events: the first record of it in the order asked for, with
//! the counts of all. Only the numbers of such events are remembered.

use super::Args;
use crate::database::told;
use crate::left_out;
use std::collections::HashSet;
use std::io::Write;
use std::ops::ControlFlow;
use tidings::export::{Counted, Exporter, Fate, Format, Only, Unit};
use tidings::filing;
use tidings::store::{Order, Store, Telling};
use tidings::types::Status;

/// Writes the events that fit the question.
pub fn write(store: &mut dyn Store, args: &Args, format: Format, out: &mut (dyn Write + Send)) -> anyhow::Result<()> {
    let lexicon = tidings::builtin::lexicon()?;
    let filter = args.filter();
    let only = Some(Only::of(&filter.statuses)).filter(|_| !filter.statuses.is_empty());
    let exporter = Exporter::new(format, only.clone(), &lexicon, out)?;
    let mut once = Once { exporter, unit: format.unit(), written: HashSet::new() };
    let limit = args.limit.unwrap_or(usize::MAX);
    let mut done = Ok(());
    let shown = store.tellings(&filter, &Order { limit: None, ..args.sort }, &mut |telling| {
        done = once.add(telling);
        let enough = done.is_err() || once.exporter.tally().written >= limit;
        if enough { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    shown.map_err(told)?;
    done?;
    left_out::tell(format, only.as_ref(), once.exporter.finish()?);
    Ok(())
}

/// Writes each event once, where the format is one of events.
struct Once<'a> {
    exporter: Exporter<'a>,
    unit: Unit,
    /// Events told more than once that are written, by number and status.
    written: HashSet<(i64, Status)>,
}

impl Once<'_> {
    fn add(&mut self, telling: Telling) -> anyhow::Result<()> {
        let number = telling.number;
        let counted = filing::counted(telling)?;
        let event = (number, counted.record.status);
        if self.unit == Unit::Event && self.written.contains(&event) {
            return Ok(());
        }
        if self.exporter.add(&counted)? == Fate::Written && is_shared(&counted) {
            self.written.insert(event);
        }
        Ok(())
    }
}

/// Whether other records tell the same event.
fn is_shared(counted: &Counted) -> bool {
    counted.counts.articles > 1 || counted.counts.mentions > counted.record.mentions.len() + 1
}
