//! What documents teach, counted.

use super::conflicts;
use extract::Lesson;
use lexicon::{Lexicon, NameKind};
use std::collections::{BTreeMap, BTreeSet};
use types::{Country, Date, Document, Sector};

/// All lessons of all documents.
#[derive(Debug, Default)]
pub struct Ledger {
    documents: usize,
    entries: BTreeMap<Key, Entry>,
}

/// One name in one place: those who say otherwise of it have an entry of their own.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    name: String,
    country: Option<Country>,
    sectors: Vec<Sector>,
}

#[derive(Debug)]
struct Entry {
    kind: NameKind,
    spellings: BTreeMap<String, usize>,
    short: BTreeSet<String>,
    roles: BTreeMap<String, usize>,
    documents: usize,
    sentences: usize,
    days: BTreeSet<Date>,
    examples: Vec<String>,
}

/// What documents teach of one name.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// The name, as most of them write it.
    pub name: String,
    /// Its short forms.
    pub short: Vec<String>,
    /// What kind of actor.
    pub kind: NameKind,
    /// Country or international code.
    pub country: Option<Country>,
    /// Sectors, the leading one first.
    pub sectors: Vec<Sector>,
    /// Offices or sorts of organisation, the most frequent first.
    pub roles: Vec<Role>,
    /// In how many documents.
    pub documents: usize,
    /// In how many sentences.
    pub sentences: usize,
    /// Publication of the first and the last dated document.
    pub days: Option<(Date, Date)>,
    /// Sentences that say so.
    pub examples: Vec<String>,
    /// What speaks against it.
    pub conflicts: Vec<String>,
}

/// An office, and how often it is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Role {
    /// Its words.
    pub words: String,
    /// In how many sentences.
    pub count: usize,
}

/// So many sentences are kept for the reader of a finding.
const EXAMPLES: usize = 2;

impl Ledger {
    /// Takes in what a document teaches.
    pub fn add(&mut self, document: &Document, lessons: &[Lesson]) {
        self.documents += 1;
        let mut told = BTreeSet::new();
        for lesson in lessons {
            let key =
                Key { name: lesson.name.to_lowercase(), country: lesson.country, sectors: lesson.sectors.clone() };
            let entry = self.entries.entry(key).or_insert_with(|| Entry::new(lesson.kind));
            entry.add(document, lesson);
            entry.documents += usize::from(told.insert((lesson.name.to_lowercase(), lesson.country, &lesson.sectors)));
        }
    }

    /// How many documents were read.
    pub fn documents(&self) -> usize {
        self.documents
    }

    /// All findings with what speaks against them, by name; those that the tables of a lexicon hold are left out, and
    /// counted.
    pub fn findings(&self, lexicon: &Lexicon) -> (Vec<Finding>, usize) {
        let mut all: Vec<Finding> = self.entries.iter().map(|(key, entry)| entry.finding(key)).collect();
        all.sort_by(|a, b| (&a.name, a.days).cmp(&(&b.name, b.days)));
        conflicts::note_among(&mut all);
        let found = all.len();
        all.retain_mut(|finding| !conflicts::is_listed(lexicon, finding));
        let listed = found - all.len();
        (all, listed)
    }
}

impl Entry {
    fn new(kind: NameKind) -> Self {
        Self {
            kind,
            spellings: BTreeMap::new(),
            short: BTreeSet::new(),
            roles: BTreeMap::new(),
            documents: 0,
            sentences: 0,
            days: BTreeSet::new(),
            examples: Vec::new(),
        }
    }

    fn add(&mut self, document: &Document, lesson: &Lesson) {
        *self.spellings.entry(lesson.name.clone()).or_default() += 1;
        self.short.extend(lesson.short.clone());
        if !lesson.role.is_empty() {
            *self.roles.entry(lesson.role.clone()).or_default() += 1;
        }
        self.sentences += 1;
        self.days.extend(document.published);
        let sentence = lesson.sentence.of(&document.text).split_whitespace().collect::<Vec<_>>().join(" ");
        if self.examples.len() < EXAMPLES && !self.examples.contains(&sentence) {
            self.examples.push(sentence);
        }
    }

    fn finding(&self, key: &Key) -> Finding {
        let spellings = by_count(&self.spellings);
        Finding {
            name: spellings.first().map_or_else(String::new, |spelling| spelling.words.clone()),
            short: self.short.iter().cloned().collect(),
            kind: self.kind,
            country: key.country,
            sectors: key.sectors.clone(),
            roles: by_count(&self.roles),
            documents: self.documents,
            sentences: self.sentences,
            days: self.days.first().copied().zip(self.days.last().copied()),
            examples: self.examples.clone(),
            conflicts: Vec::new(),
        }
    }
}

fn by_count(counts: &BTreeMap<String, usize>) -> Vec<Role> {
    let mut all: Vec<Role> = counts.iter().map(|(words, &count)| Role { words: words.clone(), count }).collect();
    all.sort_by_key(|role| std::cmp::Reverse(role.count));
    all
}
