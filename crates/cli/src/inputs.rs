//! The articles behind what the user named, one after the other; faults are told as they are met.

use crate::fallible::{Outcome, complain};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::fs::{self, File};
use std::io::{BufReader, IsTerminal};
use std::path::PathBuf;
use std::vec::IntoIter;
use tidings::ingest::{self, Defaults, IngestError, Ingested, Results, Source};

/// From this many bytes on, progress is worth showing.
const MUCH: u64 = 50_000;

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
        let bar = bar(sources.iter().flatten().map(size).sum(), progress);
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

    /// The articles of a source; the bar moves with the bytes that are read.
    fn read(&self, source: &Source) -> Results {
        let file = match source {
            Source::File(path) => File::open(path).ok(),
            Source::Stdin => None,
        };
        match file {
            Some(file) => {
                let counted = BufReader::new(self.bar.wrap_read(file));
                ingest::read_from(&source.name(), counted, None, &self.defaults)
            }
            None => source.read(&self.defaults),
        }
    }

    fn open_next(&mut self) -> Option<()> {
        match self.sources.next()? {
            Ok(source) => self.current = self.read(&source),
            Err(error) => self.fault(&error),
        }
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

/// Bytes of a source, as far as they are known beforehand.
fn size(source: &Source) -> u64 {
    match source {
        Source::File(path) => fs::metadata(path).map_or(0, |meta| meta.len()),
        Source::Stdin => 0,
    }
}

fn bar(bytes: u64, progress: Progress) -> ProgressBar {
    let wanted = progress == Progress::Shown && bytes >= MUCH && std::io::stderr().is_terminal();
    let target = if wanted { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
    let style = ProgressStyle::with_template("{bar:40} {bytes} of {total_bytes}, {eta} left");
    ProgressBar::with_draw_target(Some(bytes), target)
        .with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}
