//! What the user named: files, folders and standard input, in a fixed order.

use crate::read::{Defaults, Results, read_from};
use crate::{Format, IngestError, Place};
use std::fs::{self, File};
use std::io::{self, BufReader};
use std::path::{Path, PathBuf};

/// One file or stream to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// Standard input.
    Stdin,
    /// A file.
    File(PathBuf),
}

impl Source {
    /// The name as the user knows it.
    pub fn name(&self) -> String {
        match self {
            Source::Stdin => "-".to_owned(),
            Source::File(path) => path.display().to_string(),
        }
    }

    /// Its documents, one after the other; a file that cannot be opened is one error.
    pub fn read(&self, defaults: &Defaults) -> Results {
        let name = self.name();
        match self {
            Source::Stdin => read_from(&name, BufReader::new(io::stdin()), None, defaults),
            Source::File(path) => match File::open(path) {
                Ok(file) => read_from(&name, BufReader::new(file), None, defaults),
                Err(cause) => Box::new(std::iter::once(Err(io_error(path, cause)))),
            },
        }
    }
}

/// The sources behind paths: `-` is standard input, a folder stands for the files of known kinds in
/// it and below, sorted by name, hidden ones left out.
pub fn inputs<P: AsRef<Path>>(paths: &[P]) -> Vec<Result<Source, IngestError>> {
    paths.iter().flat_map(|path| of_path(path.as_ref())).collect()
}

fn of_path(path: &Path) -> Vec<Result<Source, IngestError>> {
    if path == Path::new("-") {
        return vec![Ok(Source::Stdin)];
    }
    match fs::metadata(path) {
        Err(cause) => vec![Err(io_error(path, cause))],
        Ok(meta) if meta.is_dir() => of_whole_folder(path),
        Ok(_) => vec![Ok(Source::File(path.to_owned()))],
    }
}

fn of_whole_folder(path: &Path) -> Vec<Result<Source, IngestError>> {
    let found = of_folder(path);
    if found.is_empty() { vec![Err(IngestError::EmptyFolder(path.display().to_string()))] } else { found }
}

fn of_folder(path: &Path) -> Vec<Result<Source, IngestError>> {
    match entries(path) {
        Err(cause) => vec![Err(io_error(path, cause))],
        Ok(entries) => entries.iter().flat_map(|entry| of_entry(entry)).collect(),
    }
}

fn of_entry(path: &Path) -> Vec<Result<Source, IngestError>> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    match fs::symlink_metadata(path) {
        _ if name.starts_with('.') => Vec::new(),
        Err(cause) => vec![Err(io_error(path, cause))],
        Ok(meta) if meta.is_dir() => of_folder(path),
        Ok(_) if path.is_file() && Format::of_name(&name).is_some() => vec![Ok(Source::File(path.to_owned()))],
        Ok(_) => Vec::new(),
    }
}

fn entries(path: &Path) -> io::Result<Vec<PathBuf>> {
    let mut entries = fs::read_dir(path)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
    entries.sort();
    Ok(entries)
}

fn io_error(path: &Path, cause: io::Error) -> IngestError {
    IngestError::Io { place: Place { name: path.display().to_string(), line: None }, cause }
}
