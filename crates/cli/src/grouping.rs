//! What was stored is grouped: compared with what was there, and placed in stories.

use crate::database::told;
use crate::fallible::BadUse;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::IsTerminal;
use tidings::grouping::{Grouper, GroupingError};
use tidings::store::Store;

/// Compares all that was not compared yet.
pub fn compare(grouper: &mut Grouper, store: &mut dyn Store) -> anyhow::Result<()> {
    while grouper.compare(store).map_err(fault)? > 0 {}
    Ok(())
}

/// Describes all stories that changed, and tells how many.
pub fn describe(grouper: &Grouper, store: &mut dyn Store) -> anyhow::Result<usize> {
    let bar = bar();
    let mut stories = 0;
    while let Some(some) = grouper.describe(store).map_err(fault)? {
        stories += some;
        bar.set_position(u64::try_from(stories).unwrap_or_default());
    }
    bar.finish_and_clear();
    Ok(stories)
}

fn bar() -> ProgressBar {
    let shown = std::io::stderr().is_terminal();
    let target = if shown { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
    let style = ProgressStyle::with_template("{spinner} {pos} stories described");
    ProgressBar::with_draw_target(None, target).with_style(style.unwrap_or_else(|_| ProgressStyle::default_spinner()))
}

fn fault(error: GroupingError) -> anyhow::Error {
    match error {
        GroupingError::Store(error) => told(error),
        GroupingError::Record(_) => BadUse(error.to_string()).into(),
        GroupingError::Stories(_) | GroupingError::Story(_) => error.into(),
    }
}
