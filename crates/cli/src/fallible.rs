//! How commands end, and what the shell is told.

use std::io::{self, ErrorKind};
use std::path::Path;
use std::process::ExitCode;

/// The end of a command that ran.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// All was well.
    Done,
    /// Some input could not be read; the rest was worked on, and each fault was told.
    BadInput,
}

/// A wrong argument, or an input without which there is nothing to do.
#[derive(Debug)]
pub struct BadUse(pub String);

impl std::fmt::Display for BadUse {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for BadUse {}

/// Tells what went wrong and gives the exit status. A reader that has gone away is no failure.
pub fn exit_code(result: anyhow::Result<Outcome>) -> ExitCode {
    match result {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::BadInput) => ExitCode::from(2),
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            complain(format_args!("{error:#}"));
            ExitCode::from(if error.is::<BadUse>() { 2 } else { 1 })
        }
    }
}

/// Writes a fault to standard error.
pub fn complain(fault: impl std::fmt::Display) {
    eprintln!("tidings: {fault}");
}

/// The text of a file that the command cannot do without.
pub fn text_of(path: &Path) -> anyhow::Result<String> {
    std::fs::read_to_string(path).map_err(|error| BadUse(format!("{}: {error}", path.display())).into())
}

fn is_broken_pipe(error: &anyhow::Error) -> bool {
    let broken = |cause: &&(dyn std::error::Error + 'static)| {
        cause.downcast_ref::<io::Error>().is_some_and(|io| io.kind() == ErrorKind::BrokenPipe)
    };
    error.chain().any(|cause| broken(&cause))
}
