//! The whole: takes articles in, keeps what they have in common, and answers.

use crate::article::{Article, Report};
use crate::background::Background;
use crate::calendar;
use crate::cluster::{self, Pair};
use crate::copies::{Copies, Copy};
use crate::ledger::Line;
use crate::likeness::Face;
use crate::links::{Judge, Link};
use crate::minhash::Runs;
use crate::settings::Settings;
use crate::shelf::Shelf;
use crate::story::{self, Story};
use crate::words::Words;
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// Articles and what hangs together among them.
#[derive(Debug)]
pub struct Stories {
    settings: Settings,
    background: Background,
    entries: Vec<Entry>,
    ids: HashSet<String>,
    shelf: Shelf,
    links: BTreeMap<(usize, usize), Vec<Link>>,
    /// Groups by their first member; those of `open` articles are out of date.
    groups: BTreeMap<usize, Vec<usize>>,
    open: BTreeSet<usize>,
}

#[derive(Debug)]
struct Entry {
    article: Article,
    face: Face,
    runs: Runs,
    alike: BTreeMap<usize, f64>,
    copies: BTreeMap<usize, f64>,
    /// The group it is in.
    group: usize,
}

impl Entry {
    /// Its place in the order that everything is made in.
    fn order(&self) -> (Option<i32>, &str) {
        (self.face.day, &self.article.id)
    }
}

impl Stories {
    /// Without any article.
    pub fn new(settings: Settings, background: Background) -> Self {
        Self {
            settings,
            background,
            entries: Vec::new(),
            ids: HashSet::new(),
            shelf: Shelf::default(),
            links: BTreeMap::new(),
            groups: BTreeMap::new(),
            open: BTreeSet::new(),
        }
    }

    /// Takes an article in; one whose id is known is passed over, and the answer is no.
    pub fn add(&mut self, article: Article) -> bool {
        if !self.ids.insert(article.id.clone()) {
            return false;
        }
        let slot = self.entries.len();
        let entry = self.entry(slot, article);
        let (bands, stretch) = (entry.runs.bands(), entry.face.stretch(&self.settings.story));
        let links = self.found_links(&entry);
        self.shelf.put(slot, &bands, &entry.face.words.keys, stretch);
        self.links.extend(links.into_iter().map(|(other, links)| ((other, slot), links)));
        self.meet(slot, &entry);
        self.entries.push(entry);
        self.open.insert(slot);
        true
    }

    /// How many articles there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    fn entry(&self, slot: usize, article: Article) -> Entry {
        let (settings, runs) = (&self.settings, Runs::of(&article.text, self.settings.copies.run));
        let words = Words::of(&article, &settings.words, &self.background);
        let face = Face { words, day: article.published.map(calendar::number) };
        let near = self.shelf.same_word(&face.words.keys, face.stretch(&settings.story));
        let likeness = |other| Some((other, self.get(other)?.face.likeness(&face, &settings.story)?));
        let alike = near.into_iter().filter_map(likeness).collect();
        let share = |other| Some((other, self.get(other)?.runs.share(&runs)));
        let shares = self.shelf.same_band(&runs.bands()).into_iter().filter_map(share);
        let copies = shares.filter(|(_, share)| *share >= settings.copies.share).collect();
        Entry { article, face, runs, alike, copies, group: slot }
    }

    fn get(&self, slot: usize) -> Option<&Entry> {
        self.entries.get(slot)
    }

    fn found_links(&self, entry: &Entry) -> Vec<(usize, Vec<Link>)> {
        let judge = Judge { settings: &self.settings, background: &self.background };
        let links = |(other, text): (&usize, &f64)| {
            let pair = (&self.get(*other)?.article, &entry.article);
            let earlier_first = self.get(*other)?.order() <= entry.order();
            let (one, two) = if earlier_first { pair } else { (pair.1, pair.0) };
            Some((*other, judge.links(one, two, *text))).filter(|(_, links)| !links.is_empty())
        };
        entry.alike.iter().filter_map(links).collect()
    }

    fn meet(&mut self, slot: usize, entry: &Entry) {
        for (other, likeness) in &entry.alike {
            self.entries.get_mut(*other).map(|theirs| theirs.alike.insert(slot, *likeness));
        }
        for (other, share) in &entry.copies {
            self.entries.get_mut(*other).map(|theirs| theirs.copies.insert(slot, *share));
        }
    }

    /// Groups anew what hangs together with articles that came in, and nothing else.
    fn settle(&mut self) {
        while let Some(slot) = self.open.pop_first() {
            let component = self.component(slot);
            component.iter().for_each(|slot| _ = self.open.remove(slot));
            let old: BTreeSet<usize> = component.iter().filter_map(|slot| Some(self.get(*slot)?.group)).collect();
            old.iter().for_each(|group| _ = self.groups.remove(group));
            for numbers in cluster::groups(component.len(), &self.pairs(&component), &self.settings.story) {
                self.set_group(numbers.into_iter().filter_map(|number| component.get(number).copied()).collect());
            }
        }
    }

    fn set_group(&mut self, members: Vec<usize>) {
        let Some(first) = members.first().copied() else { return };
        for slot in &members {
            if let Some(entry) = self.entries.get_mut(*slot) {
                entry.group = first;
            }
        }
        self.groups.insert(first, members);
    }

    /// All that can come into one group with an article, in canonical order.
    fn component(&self, start: usize) -> Vec<usize> {
        let (mut open, mut seen) = (vec![start], BTreeSet::from([start]));
        while let Some(slot) = open.pop() {
            let alike = self.get(slot).into_iter().flat_map(|entry| &entry.alike);
            let close = alike.filter(|(_, likeness)| **likeness >= self.settings.story.joined);
            open.extend(close.map(|(other, _)| *other).filter(|other| seen.insert(*other)));
        }
        self.in_order(seen)
    }

    fn in_order(&self, slots: impl IntoIterator<Item = usize>) -> Vec<usize> {
        let mut sorted: Vec<usize> = slots.into_iter().collect();
        sorted.sort_by_key(|slot| self.get(*slot).map(Entry::order));
        sorted
    }

    fn pairs(&self, component: &[usize]) -> Vec<Pair> {
        let numbers: BTreeMap<usize, usize> =
            component.iter().enumerate().map(|(number, slot)| (*slot, number)).collect();
        let mut pairs: Vec<Pair> = Vec::new();
        for (number, entry) in component.iter().filter_map(|slot| self.get(*slot)).enumerate() {
            let others = entry.alike.iter().filter_map(|(other, likeness)| Some((*numbers.get(other)?, *likeness)));
            pairs
                .extend(others.filter(|(other, _)| *other > number).map(|(other, likeness)| (number, other, likeness)));
        }
        pairs
    }

    /// The ids of articles that belong together, the earliest first; an article without company is a group of one.
    pub fn groups(&mut self) -> Vec<Vec<&str>> {
        self.settle();
        let ids =
            |slots: &Vec<usize>| slots.iter().filter_map(|slot| Some(self.get(*slot)?.article.id.as_str())).collect();
        self.ordered_groups().into_iter().map(ids).collect()
    }

    /// The stories, by their first article; an article without company is a story of its own.
    pub fn stories(&mut self) -> Vec<Story> {
        self.settle();
        self.ordered_groups().into_iter().filter_map(|members| self.story(members)).collect()
    }

    fn ordered_groups(&self) -> Vec<&Vec<usize>> {
        self.in_order(self.groups.keys().copied()).iter().filter_map(|first| self.groups.get(first)).collect()
    }

    fn story(&self, members: &[usize]) -> Option<Story> {
        let articles: Vec<&Article> = members.iter().filter_map(|slot| Some(&self.get(*slot)?.article)).collect();
        let typical = &self.get(self.typical(members)?)?.article;
        Some(Story::of(&articles, typical, self.ledger(members)))
    }

    /// The one most like all others; of several the earliest.
    fn typical(&self, members: &[usize]) -> Option<usize> {
        let sum = |slot: &usize| -> f64 {
            let alike = self.get(*slot).map(|entry| &entry.alike);
            let others = members.iter().filter_map(|other| alike.and_then(|alike| alike.get(other)));
            others.sum()
        };
        let scored = members.iter().rev().map(|slot| (*slot, sum(slot)));
        scored.max_by(|one, other| one.1.total_cmp(&other.1)).map(|(slot, _)| slot)
    }

    /// The events of a group: records that are linked, and each of the others by itself.
    fn ledger(&self, members: &[usize]) -> Vec<Line> {
        let told: Vec<(&Article, &Report)> =
            members.iter().filter_map(|slot| self.get(*slot)).flat_map(reports).collect();
        let numbers: BTreeMap<&str, usize> =
            told.iter().enumerate().map(|(number, (_, report))| (report.id.as_str(), number)).collect();
        let mut edges: BTreeMap<usize, BTreeSet<usize>> =
            (0..told.len()).map(|number| (number, BTreeSet::new())).collect();
        for link in self.links_among(members) {
            if let Some((one, other)) = numbers.get(link.earlier.as_str()).zip(numbers.get(link.later.as_str())) {
                edges.entry(*one).or_default().insert(*other);
                edges.entry(*other).or_default().insert(*one);
            }
        }
        let line = |numbers: Vec<usize>| {
            Line::of(&numbers.into_iter().filter_map(|number| told.get(number).copied()).collect::<Vec<_>>())
        };
        cluster::connected(&edges).into_iter().filter_map(line).collect()
    }

    fn links_among<'a>(&'a self, members: &'a [usize]) -> impl Iterator<Item = &'a Link> {
        let within: BTreeSet<usize> = members.iter().copied().collect();
        let pairs = members.iter().filter_map(|slot| Some((*slot, self.get(*slot)?))).flat_map(|(slot, entry)| {
            entry.alike.keys().map(move |other| (slot, *other)).filter(|(slot, other)| slot < other)
        });
        pairs.filter(move |(_, other)| within.contains(other)).filter_map(|pair| self.links.get(&pair)).flatten()
    }

    /// All links, by their records.
    pub fn links(&self) -> Vec<&Link> {
        let mut links: Vec<&Link> = self.links.values().flatten().collect();
        links.sort_by(|one, other| (&one.earlier, &one.later).cmp(&(&other.earlier, &other.later)));
        links
    }

    /// Groups of near-identical texts, by their first article.
    pub fn duplicates(&self) -> Vec<Copies> {
        let copied = self.entries.iter().enumerate().filter(|(_, entry)| !entry.copies.is_empty());
        let edges = copied.map(|(slot, entry)| (slot, entry.copies.keys().copied().collect())).collect();
        let mut groups: Vec<Vec<usize>> =
            cluster::connected(&edges).into_iter().map(|group| self.in_order(group)).collect();
        groups.sort_by_key(|group| group.first().and_then(|slot| self.get(*slot)).map(Entry::order));
        groups.iter().map(|group| self.copies(group)).collect()
    }

    fn copies(&self, group: &[usize]) -> Copies {
        let entries: Vec<&Entry> = group.iter().filter_map(|slot| self.get(*slot)).collect();
        let articles: Vec<&Article> = entries.iter().map(|entry| &entry.article).collect();
        Copies {
            articles: entries.iter().filter_map(|entry| self.copy(entry)).collect(),
            outlets: story::outlets(&articles),
        }
    }

    fn copy(&self, entry: &Entry) -> Option<Copy> {
        let others = self.in_order(entry.copies.keys().copied());
        let shares = others.into_iter().rev().filter_map(|slot| Some((slot, *entry.copies.get(&slot)?)));
        let (closest, share) = shares.max_by(|one, other| one.1.total_cmp(&other.1))?;
        Some(Copy::new(&entry.article.id, share, &self.get(closest)?.article.id))
    }
}

fn reports(entry: &Entry) -> impl Iterator<Item = (&Article, &Report)> {
    entry.article.reports.iter().map(|report| (&entry.article, report))
}
