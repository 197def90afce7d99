//! The data files of a folder, or those built in.

use crate::fallible::{BadUse, complain, text_of};
use std::fs;
use std::path::{Path, PathBuf};
use tidings::builtin;
use tidings::lexicon::{DataFile, Lexicon};

/// Endings of data files.
const ENDINGS: [&str; 3] = ["toml", "tsv", "txt"];

/// The lexicon, or nothing where its files have faults, which are told.
pub fn load(folder: Option<&Path>) -> anyhow::Result<Option<Lexicon>> {
    let Some(folder) = folder else { return Ok(checked("data", builtin::DATA)) };
    let texts = read(folder)?;
    let files: Vec<DataFile<'_>> = texts.iter().map(|(path, text)| DataFile { path, text }).collect();
    Ok(checked(&folder.display().to_string(), &files))
}

fn checked(folder: &str, files: &[DataFile<'_>]) -> Option<Lexicon> {
    match Lexicon::load(files) {
        Ok(lexicon) => Some(lexicon),
        Err(error) => {
            error.problems.iter().for_each(|problem| complain(format_args!("{folder}/{problem}")));
            None
        }
    }
}

/// Path below the folder and text of every data file, by path.
fn read(folder: &Path) -> anyhow::Result<Vec<(String, String)>> {
    let mut paths = Vec::new();
    list(folder, &mut paths)?;
    paths.sort();
    paths.iter().map(|path| Ok((name(folder, path), text_of(path)?))).collect()
}

fn list(folder: &Path, paths: &mut Vec<PathBuf>) -> anyhow::Result<()> {
    let fault = |error| BadUse(format!("{}: {error}", folder.display()));
    for entry in fs::read_dir(folder).map_err(fault)? {
        let path = entry.map_err(fault)?.path();
        if path.is_dir() {
            list(&path, paths)?;
        } else if path.extension().is_some_and(|ending| ENDINGS.iter().any(|known| ending == *known)) {
            paths.push(path);
        }
    }
    Ok(())
}

fn name(folder: &Path, path: &Path) -> String {
    path.strip_prefix(folder).unwrap_or(path).to_string_lossy().replace('\\', "/")
}
