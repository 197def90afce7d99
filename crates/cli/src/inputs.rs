//! The articles behind what the user named, one after the other; faults are told as they are met.

use crate::fallible::{Outcome, complain};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::IsTerminal;
use std::path::PathBuf;
use std::vec::IntoIter;
use tidings::ingest::{self, Defaults, IngestError, Ingested, Results, Source};

/// From this many inputs on, progress is worth showing.
const MANY: usize = 20;

/// Whether what is written shares the terminal with a progress bar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// It may be shown.
    Shown,
    /// It would be in the way.
    Hidden,
}

/// An iterator over articles.
pub struct Inputs {
    sources: IntoIter<Result<Source, IngestError>>,
    current: Results,
    defaults: Defaults,
    outcome: Outcome,
    bar: ProgressBar,
}

impl Inputs {
    /// The articles of some paths, `-` being standard input.
    pub fn new(paths: &[PathBuf], defaults: Defaults, progress: Progress) -> Self {
        let sources = ingest::inputs(paths);
        let bar = bar(sources.len(), progress);
        let sources = sources.into_iter();
        Self { sources, current: Box::new(std::iter::empty()), defaults, outcome: Outcome::Done, bar }
    }

    /// Whether all that was read so far could be read.
    pub fn outcome(&self) -> Outcome {
        self.outcome
    }

    fn fault(&mut self, error: &IngestError) {
        self.outcome = Outcome::BadInput;
        self.bar.suspend(|| complain(error));
    }

    fn open_next(&mut self) -> Option<()> {
        match self.sources.next()? {
            Ok(source) => self.current = source.read(&self.defaults),
            Err(error) => self.fault(&error),
        }
        self.bar.inc(1);
        Some(())
    }
}

impl Iterator for Inputs {
    type Item = Ingested;

    fn next(&mut self) -> Option<Ingested> {
        loop {
            match self.current.next() {
                Some(Ok(input)) => return Some(input),
                Some(Err(error)) => self.fault(&error),
                None => self.open_next()?,
            }
        }
    }
}

impl Drop for Inputs {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}

fn bar(inputs: usize, progress: Progress) -> ProgressBar {
    let wanted = progress == Progress::Shown && inputs >= MANY && std::io::stderr().is_terminal();
    let target = if wanted { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
    let style = ProgressStyle::with_template("{bar:40} {pos}/{len} files, {eta} left");
    ProgressBar::with_draw_target(Some(inputs as u64), target)
        .with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}
