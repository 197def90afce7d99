//! The texts that annotations speak of.
//!
//! An article of the gold format lies in a file named after it. Labels name a record of a collection instead:
//! `wire:KEY` is the line of `wire.jsonl` with this `id` or, where lines have no `id`, with this number from 0.

use crate::fallible::{BadUse, text_of};
use serde::Deserialize;
use std::collections::btree_map::{BTreeMap, Entry};
use std::path::{Path, PathBuf};
use tidings::eval::annotation::Annotation;
use tidings::ingest::{self, Defaults, Format, Ingested};

/// Where texts lie.
pub struct Texts {
    folder: PathBuf,
    collections: BTreeMap<String, Collection>,
}

/// The lines of a file by their keys.
type Collection = BTreeMap<String, String>;

impl Texts {
    /// The texts of a folder, with the collections that the annotations name.
    pub fn new(folder: &Path, annotations: &[Annotation]) -> anyhow::Result<Self> {
        let mut texts = Self { folder: folder.to_owned(), collections: BTreeMap::new() };
        for annotation in annotations {
            if let Annotation::StandOff(labels) = annotation {
                texts.open(parts(&labels.text)?.0)?;
            }
        }
        Ok(texts)
    }

    fn open(&mut self, name: &str) -> anyhow::Result<()> {
        let path = self.path(name);
        if let Entry::Vacant(entry) = self.collections.entry(name.to_owned()) {
            let lines = text_of(&path)
                .map_err(|error| BadUse(format!("{error}; --docs says in which folder the labelled texts lie")))?;
            entry.insert(lines.lines().enumerate().map(|(at, line)| (key(at, line), line.to_owned())).collect());
        }
        Ok(())
    }

    fn path(&self, collection: &str) -> PathBuf {
        self.folder.join(format!("{collection}.jsonl"))
    }

    /// The text of one annotation.
    pub fn of(&self, annotation: &Annotation) -> anyhow::Result<Ingested> {
        match annotation {
            Annotation::Quoted(article) => file(&self.folder.join(format!("{}.txt", article.doc))),
            Annotation::StandOff(labels) => self.record(&labels.text),
        }
    }

    fn record(&self, name: &str) -> anyhow::Result<Ingested> {
        let (collection, key) = parts(name)?;
        let path = self.path(collection).display().to_string();
        let line = self.collections.get(collection).and_then(|lines| lines.get(key));
        let line = line.ok_or_else(|| BadUse(format!("{path}: holds no text {key:?}, which the labels speak of")))?;
        first(&path, line.clone().into_bytes(), Format::JsonLines)
    }
}

fn parts(name: &str) -> Result<(&str, &str), BadUse> {
    let fault = || BadUse(format!("labels of the text {name:?}: write it as COLLECTION:KEY"));
    name.split_once(':').filter(|(collection, key)| !collection.is_empty() && !key.is_empty()).ok_or_else(fault)
}

fn key(at: usize, line: &str) -> String {
    #[derive(Deserialize)]
    struct Record {
        id: Option<String>,
    }
    serde_json::from_str(line).ok().and_then(|record: Record| record.id).unwrap_or_else(|| at.to_string())
}

fn file(path: &Path) -> anyhow::Result<Ingested> {
    let name = path.display().to_string();
    let bytes = std::fs::read(path).map_err(|error| BadUse(format!("{name}: {error}")))?;
    first(&name, bytes, Format::Text)
}

fn first(name: &str, bytes: Vec<u8>, format: Format) -> anyhow::Result<Ingested> {
    let mut results = ingest::read(name, bytes, Some(format), &Defaults::default());
    let first = results.next().ok_or_else(|| BadUse(format!("{name}: holds no article")))?;
    Ok(first.map_err(|error| BadUse(error.to_string()))?)
}
