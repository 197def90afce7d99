//! `--lexicon`: the user's own dictionaries, found in files and folders and told apart by what they hold.

use crate::fallible::{BadUse, complain};
use std::fs;
use std::path::{Path, PathBuf};
use tidings::Tidings;
use tidings::lexicon::{DataFile, Extension, Format, Problem};

/// The option.
#[derive(Debug, clap::Args)]
pub struct Dictionaries {
    /// A dictionary of your own, or a folder of them; may be given several times
    #[arg(long = "lexicon", value_name = "PATH")]
    paths: Vec<PathBuf>,
}

/// Dictionaries that were read.
pub struct Read {
    /// What they say.
    pub extension: Extension,
    /// The files.
    pub dictionaries: Vec<Dictionary>,
    /// Lines that could not be read.
    pub problems: Vec<Problem>,
}

/// So many lines that cannot be read are told; `lexicon check` tells all.
const TOLD: usize = 5;

impl Dictionaries {
    /// Whether any is named.
    pub fn are_named(&self) -> bool {
        !self.paths.is_empty()
    }

    /// The coder with them beside what it knows.
    pub fn beside(&self, tidings: Tidings) -> anyhow::Result<Tidings> {
        if self.paths.is_empty() {
            return Ok(tidings);
        }
        let Read { extension, dictionaries, .. } = self.told()?;
        tell_open(extension.learnt.open);
        let texts = dictionaries.iter().map(|dictionary| dictionary.text.as_str());
        let (tidings, problems) = tidings.extended(extension, texts);
        tell(&problems);
        Ok(tidings)
    }

    /// What they say.
    pub fn extension(&self) -> anyhow::Result<Extension> {
        Ok(self.told()?.extension)
    }

    /// Reads all of them, and tells some of the lines that cannot be read.
    fn told(&self) -> anyhow::Result<Read> {
        let read = self.read()?;
        tell(&read.problems);
        Ok(read)
    }

    /// Reads all of them.
    pub fn read(&self) -> anyhow::Result<Read> {
        let mut found: Vec<Dictionary> = Vec::new();
        for path in &self.paths {
            if path.is_dir() {
                found.extend(inside(path)?);
            } else {
                found.push(named(path)?);
            }
        }
        let files: Vec<(Format, DataFile<'_>)> = found.iter().map(Dictionary::file).collect();
        let (extension, problems) = Extension::read(&files);
        Ok(Read { extension, dictionaries: found, problems })
    }
}

fn tell(problems: &[Problem]) {
    problems.iter().take(TOLD).for_each(complain);
    let more = problems.len().saturating_sub(TOLD);
    if more > 0 {
        complain(format_args!("{more} more such lines are passed over; `tidings lexicon check` lists them"));
    }
}

/// Rows of learnt actors that nobody has looked at.
fn tell_open(rows: usize) {
    if rows > 0 {
        complain(format_args!("{rows} rows of learnt actors are open and not used; write yes or no for their ?"));
    }
}

/// A file.
pub struct Dictionary {
    /// As the user named it, or the folder.
    pub path: String,
    /// What it is.
    pub format: Format,
    text: String,
}

impl Dictionary {
    fn file(&self) -> (Format, DataFile<'_>) {
        (self.format, DataFile { path: &self.path, text: &self.text })
    }
}

/// A file that the user names must be a dictionary.
fn named(path: &Path) -> anyhow::Result<Dictionary> {
    let unknown = || BadUse(format!("{}: no dictionary of a format that is known", path.display()));
    Ok(dictionary(path)?.ok_or_else(unknown)?)
}

/// The dictionaries of a folder, in the order of their names; other files are passed over.
fn inside(folder: &Path) -> anyhow::Result<Vec<Dictionary>> {
    let fault = |error| BadUse(format!("{}: {error}", folder.display()));
    let entries = fs::read_dir(folder).map_err(fault)?;
    let mut paths = entries.map(|entry| Ok(entry.map_err(fault)?.path())).collect::<anyhow::Result<Vec<PathBuf>>>()?;
    paths.retain(|path| path.is_file());
    paths.sort();
    let found = paths.iter().map(|path| dictionary(path)).collect::<anyhow::Result<Vec<_>>>()?;
    let found: Vec<Dictionary> = found.into_iter().flatten().collect();
    if found.is_empty() {
        return Err(BadUse(format!("{}: the folder holds no dictionary", folder.display())).into());
    }
    Ok(found)
}

fn dictionary(path: &Path) -> anyhow::Result<Option<Dictionary>> {
    let bytes = fs::read(path).map_err(|error| BadUse(format!("{}: {error}", path.display())))?;
    let text = text(bytes);
    Ok(Format::of(&text).map(|format| Dictionary { path: path.display().to_string(), format, text }))
}

/// Old dictionaries are often in Latin-1, or partly.
fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap_or_else(|error| error.into_bytes().into_iter().map(char::from).collect())
}
