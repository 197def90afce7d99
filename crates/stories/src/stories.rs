//! The whole: takes articles in, compares each with those it may be like, and answers.
//!
//! It need not hold all articles: those that a new one may be like, which a store finds by their [`Key`]s, can be
//! [recalled](Stories::recall) with what was found of them, and [`Changes`] tells what to keep.

use crate::article::Article;
use crate::background::Background;
use crate::connected::{Edges, reached};
use crate::copies::{Copies, Copy};
use crate::entry::Entry;
use crate::kept::{Changes, Kept, Key, Name, Placed};
use crate::likeness::Face;
use crate::links::{Case, Judge, Link};
use crate::minhash::Runs;
use crate::near::{Near, joined};
use crate::settings::Settings;
use crate::shelf::{self, Shelf};
use crate::story::{self, Member, Story};
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Articles and what hangs together among them.
#[derive(Debug)]
pub struct Stories {
    settings: Settings,
    background: Background,
    entries: Vec<Entry>,
    slots: HashMap<String, usize>,
    shelf: Shelf,
    links: BTreeMap<(String, String), Link>,
    /// Articles that must be placed, in the order they are placed in.
    open: BTreeSet<(Name, usize)>,
    changed: Changed,
}

/// What changed since it was asked for.
#[derive(Debug, Default)]
struct Changed {
    placed: BTreeSet<usize>,
    came: Vec<usize>,
    links: BTreeSet<(String, String)>,
}

impl Stories {
    /// Without any article.
    pub fn new(settings: Settings, background: Background) -> Self {
        Self {
            settings,
            background,
            entries: Vec::new(),
            slots: HashMap::new(),
            shelf: Shelf::default(),
            links: BTreeMap::new(),
            open: BTreeSet::new(),
            changed: Changed::default(),
        }
    }

    /// When articles belong together.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// What speaks for and against records of two articles telling one event.
    pub fn cases(&self, one: &Article, other: &Article) -> Vec<Case> {
        let judge = Judge { settings: &self.settings, background: &self.background };
        let (earlier, later) = if one.name() <= other.name() { (one, other) } else { (other, one) };
        let text = self.face(one).likeness(&self.face(other), &self.settings.story);
        text.map_or(Vec::new(), |text| judge.cases(earlier, later, text))
    }

    /// How many articles can be compared or are named.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Whether an article can be compared.
    pub fn has(&self, id: &str) -> bool {
        self.slots.get(id).and_then(|slot| self.entries.get(*slot)).is_some_and(Entry::is_whole)
    }

    /// Where articles are found that an article may be like.
    pub fn wanted(&self, article: &Article) -> Vec<Key> {
        let mut keys = shelf::near_words(&self.face(article), &self.settings.story);
        keys.extend(shelf::bands(&self.runs(article)));
        keys
    }

    /// Takes an article in; one that is there is passed over, and the answer is no.
    pub fn add(&mut self, article: Article) -> bool {
        if self.has(&article.id) {
            return false;
        }
        let slot = self.hold(article);
        self.compare(slot);
        self.changed.placed.insert(slot);
        self.changed.came.push(slot);
        self.reopen(slot);
        true
    }

    /// Takes an article in again, with what was found of it. It must have been settled before.
    pub fn recall(&mut self, kept: Kept) {
        if self.has(&kept.article.id) {
            return;
        }
        let slot = self.hold(kept.article);
        for near in kept.near {
            let (other, story) = (self.named(near.name), near.story.map(|name| self.named(name)));
            self.presume(other, story);
            self.draw(slot, Near { slot: other, likeness: near.likeness });
        }
        let story = kept.story.map(|name| self.named(name));
        self.presume(slot, story);
        self.changed.placed.remove(&slot);
        self.reopen(slot);
    }

    fn presume(&mut self, slot: usize, story: Option<usize>) {
        if let Some(entry) = self.entries.get_mut(slot) {
            entry.story = entry.story.or(story);
        }
    }

    /// The slot of an article, held from now on if only by its name.
    fn named(&mut self, name: Name) -> usize {
        let next = self.entries.len();
        let slot = *self.slots.entry(name.id.clone()).or_insert(next);
        if slot == next {
            self.entries.push(Entry::named(name));
        }
        slot
    }

    fn hold(&mut self, article: Article) -> usize {
        let (face, runs) = (self.face(&article), self.runs(&article));
        let slot = self.named(article.name());
        let copies = self.copies_of(&runs);
        for (other, share) in &copies {
            self.entries.get_mut(*other).map(|entry| entry.copies.insert(slot, *share));
        }
        let keys = shelf::words(&face, &self.settings.story).into_iter().chain(shelf::bands(&runs));
        self.shelf.put(slot, keys);
        if let Some(entry) = self.entries.get_mut(slot) {
            let article = Some(Article { text: String::new(), ..article });
            (entry.article, entry.face, entry.runs, entry.copies) = (article, face, runs, copies);
        }
        slot
    }

    fn face(&self, article: &Article) -> Face {
        Face::of(article, &self.settings.words, &self.background)
    }

    fn runs(&self, article: &Article) -> Runs {
        Runs::of(&article.text, self.settings.copies.run)
    }

    fn get(&self, slot: usize) -> Option<&Entry> {
        self.entries.get(slot)
    }

    fn copies_of(&self, runs: &Runs) -> BTreeMap<usize, f64> {
        let share = |other| Some((other, self.get(other)?.runs.share(runs)));
        let shares = self.shelf.same(&shelf::bands(runs)).into_iter().filter_map(share);
        shares.filter(|(_, share)| *share >= self.settings.copies.share).collect()
    }

    /// Finds what an article is like, and what tells the same events.
    fn compare(&mut self, slot: usize) {
        for (other, likeness) in self.alike(slot) {
            match self.order(slot, other) {
                Ordering::Less => self.draw(other, Near { slot, likeness }),
                _ => self.draw(slot, Near { slot: other, likeness }),
            }
            for link in self.links_between(slot, other, likeness) {
                let records = (link.earlier.clone(), link.later.clone());
                self.changed.links.insert(records.clone());
                self.links.insert(records, link);
            }
        }
    }

    fn alike(&self, slot: usize) -> Vec<(usize, f64)> {
        let Some(entry) = self.get(slot) else { return Vec::new() };
        let found = self.shelf.same(&shelf::near_words(&entry.face, &self.settings.story));
        let likeness = |other| Some((other, self.get(other)?.face.likeness(&entry.face, &self.settings.story)?));
        found.into_iter().filter(|other| *other != slot).filter_map(likeness).collect()
    }

    fn order(&self, one: usize, other: usize) -> Ordering {
        let name = |slot| self.get(slot).map(|entry: &Entry| &entry.name);
        name(one).cmp(&name(other))
    }

    fn links_between(&self, slot: usize, other: usize, likeness: f64) -> Vec<Link> {
        let judge = Judge { settings: &self.settings, background: &self.background };
        let (earlier, later) = if self.order(slot, other).is_lt() { (slot, other) } else { (other, slot) };
        let article = |slot| self.get(slot).and_then(|entry: &Entry| entry.article.as_ref());
        article(earlier).zip(article(later)).map_or(Vec::new(), |(one, two)| judge.links(one, two, likeness))
    }

    /// Puts an earlier article among those that one is most like, if it is. One that comes in again after it was taken out
    /// may be there already.
    fn draw(&mut self, slot: usize, near: Near) {
        let Some(mut all) = self.get(slot).map(|entry| entry.near.clone()) else { return };
        all.retain(|other| other.slot != near.slot);
        all.push(near);
        all.sort_by(|one, two| two.likeness.total_cmp(&one.likeness).then(self.order(one.slot, two.slot)));
        let dropped = all.split_off(all.len().min(self.settings.story.near));
        self.entries.get_mut(near.slot).map(|entry| entry.later.insert(slot));
        for out in &dropped {
            self.entries.get_mut(out.slot).map(|entry| entry.later.remove(&slot));
        }
        if let Some(entry) = self.entries.get_mut(slot).filter(|entry| entry.near != all) {
            entry.near = all;
            self.changed.placed.insert(slot);
            self.reopen(slot);
        }
    }

    fn reopen(&mut self, slot: usize) {
        if let Some(name) = self.get(slot).map(|entry| entry.name.clone()) {
            self.open.insert((name, slot));
        }
    }

    /// Places the articles that came in, and what hangs on them. Tells which were placed anew: of those that are not held
    /// but have one of these among the articles they are most like, the place may change too.
    pub fn settle(&mut self) -> Vec<String> {
        let mut moved = BTreeSet::new();
        while let Some((_, slot)) = self.open.pop_first() {
            let story = self.joined(slot);
            let Some(entry) = self.entries.get_mut(slot).filter(|entry| entry.story != Some(story)) else { continue };
            entry.story = Some(story);
            let later: Vec<usize> = entry.later.iter().copied().collect();
            self.changed.placed.insert(slot);
            moved.insert(slot);
            later.into_iter().for_each(|slot| self.reopen(slot));
        }
        moved.into_iter().filter_map(|slot| Some(self.get(slot)?.name.id.clone())).collect()
    }

    fn joined(&self, slot: usize) -> usize {
        let near = self.get(slot).into_iter().flat_map(|entry| &entry.near);
        let stories: Vec<(usize, f64)> =
            near.filter_map(|near| Some((self.get(near.slot)?.story?, near.likeness))).collect();
        joined(&stories, &self.settings.story).unwrap_or(slot)
    }

    /// Those that share much of their wording with articles that came in.
    pub fn copied(&self) -> Vec<String> {
        let slots = self.changed.came.iter().filter_map(|slot| self.get(*slot)).flat_map(|entry| entry.copies.keys());
        let others: BTreeSet<usize> = slots.copied().collect();
        others.into_iter().filter_map(|slot| Some(self.get(slot)?.name.id.clone())).collect()
    }

    /// What changed since this was last asked for, or since the beginning.
    pub fn changes(&mut self) -> Changes {
        self.settle();
        let changed = std::mem::take(&mut self.changed);
        Changes {
            placed: changed.placed.iter().filter_map(|slot| self.placed(*slot)).collect(),
            links: changed.links.iter().filter_map(|records| self.links.get(records)).cloned().collect(),
            copies: self.groups_of_copies(&changed.came),
        }
    }

    fn placed(&self, slot: usize) -> Option<Placed> {
        let entry = self.get(slot)?;
        let words = shelf::words(&entry.face, &self.settings.story);
        Some(Placed {
            article: entry.name.id.clone(),
            story: self.get(entry.story?)?.name.id.clone(),
            near: self.near(entry),
            keys: words.into_iter().chain(shelf::bands(&entry.runs)).collect(),
        })
    }

    fn near(&self, entry: &Entry) -> Vec<(String, f64)> {
        let named = |near: &Near| Some((self.get(near.slot)?.name.id.clone(), near.likeness));
        entry.near.iter().filter_map(named).collect()
    }

    /// The ids of articles that belong together, the earliest first; an article without company is a group of one.
    pub fn groups(&mut self) -> Vec<Vec<&str>> {
        let groups = self.ordered_groups();
        let ids = |slots: Vec<usize>| slots.into_iter().filter_map(|slot| Some(self.get(slot)?.name.id.as_str()));
        groups.into_iter().map(|slots| ids(slots).collect()).collect()
    }

    fn ordered_groups(&mut self) -> Vec<Vec<usize>> {
        self.settle();
        let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for slot in self.in_order(0..self.entries.len()) {
            if let Some(story) = self.get(slot).and_then(|entry| entry.story) {
                groups.entry(story).or_default().push(slot);
            }
        }
        let firsts = self.in_order(groups.keys().copied());
        firsts.iter().filter_map(|first| groups.remove(first)).collect()
    }

    fn in_order(&self, slots: impl IntoIterator<Item = usize>) -> Vec<usize> {
        let mut sorted: Vec<usize> = slots.into_iter().collect();
        sorted.sort_by(|one, other| self.order(*one, *other));
        sorted
    }

    /// The stories, by their first article; an article without company is a story of its own.
    pub fn stories(&mut self) -> Vec<Story> {
        let groups = self.ordered_groups();
        groups.iter().filter_map(|slots| self.story(slots)).collect()
    }

    fn story(&self, slots: &[usize]) -> Option<Story> {
        let whole = slots.iter().filter_map(|slot| self.get(*slot));
        let near: Vec<_> = whole.filter_map(|entry| Some((entry.article.as_ref()?, self.near(entry)))).collect();
        let members: Vec<Member<'_>> = near.iter().map(|(article, near)| Member { article, near }).collect();
        Story::of(&members, &self.links(), &self.settings)
    }

    /// All links, by their records.
    pub fn links(&self) -> Vec<&Link> {
        self.links.values().collect()
    }

    /// Groups of near-identical texts, by their first article.
    pub fn duplicates(&self) -> Vec<Copies> {
        let copied = self.entries.iter().enumerate().filter(|(_, entry)| !entry.copies.is_empty());
        self.groups_of_copies(&copied.map(|(slot, _)| slot).collect::<Vec<_>>())
    }

    fn groups_of_copies(&self, slots: &[usize]) -> Vec<Copies> {
        let (edges, mut seen) = (self.edges(slots), BTreeSet::new());
        let groups = slots.iter().map(|slot| reached(*slot, &edges, &mut seen)).filter(|group| group.len() > 1);
        let mut groups: Vec<Vec<usize>> = groups.map(|group| self.in_order(group)).collect();
        groups.sort_by_key(|group| group.first().and_then(|slot| self.get(*slot)).map(|entry| &entry.name));
        groups.iter().map(|group| self.copies(group)).collect()
    }

    /// What shares wording with some articles, and with these, and so on.
    fn edges(&self, slots: &[usize]) -> Edges {
        let (mut open, mut edges) = (slots.to_vec(), Edges::new());
        while let Some(slot) = open.pop() {
            if edges.contains_key(&slot) {
                continue;
            }
            let copies = self.get(slot).into_iter().flat_map(|entry| entry.copies.keys());
            let others: BTreeSet<usize> = copies.copied().collect();
            open.extend(others.iter().filter(|other| !edges.contains_key(other)));
            edges.insert(slot, others);
        }
        edges
    }

    fn copies(&self, group: &[usize]) -> Copies {
        let entries: Vec<&Entry> = group.iter().filter_map(|slot| self.get(*slot)).collect();
        let articles: Vec<&Article> = entries.iter().filter_map(|entry| entry.article.as_ref()).collect();
        Copies {
            articles: entries.iter().filter_map(|entry| self.copy(entry)).collect(),
            outlets: story::outlets(&articles),
        }
    }

    fn copy(&self, entry: &Entry) -> Option<Copy> {
        let others = self.in_order(entry.copies.keys().copied());
        let shares = others.into_iter().rev().filter_map(|slot| Some((slot, *entry.copies.get(&slot)?)));
        let (closest, share) = shares.max_by(|one, other| one.1.total_cmp(&other.1))?;
        Some(Copy::new(&entry.name.id, share, &self.get(closest)?.name.id))
    }
}
