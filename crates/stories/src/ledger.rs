//! What became of each event of a story: considered, planned, occurred or denied, by date and by source.

use crate::article::{Article, Report};
use crate::links::Link;
use crate::settings::LedgerSettings;
use std::collections::BTreeSet;
use types::{Date, EventType, Status};

/// One event and all that was told of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// Its type, as told first.
    pub kind: EventType,
    /// What was told, the earliest first.
    pub entries: Vec<Entry>,
    /// Who says what another denies.
    pub contradictions: Vec<Contradiction>,
}

/// One record of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Day of the article.
    pub date: Option<Date>,
    /// Whether it happened, as told there.
    pub status: Status,
    /// On whose word: the source that the text names, else the outlet.
    pub source: Option<String>,
    /// The article.
    pub article: String,
    /// The record.
    pub report: String,
    /// The sentence.
    pub sentence: String,
}

/// Two records of one event of which one says it happened and the other denies it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contradiction {
    /// The record that says so.
    pub says: String,
    /// The record that denies it.
    pub denies: String,
    /// Both in words.
    pub reason: String,
}

/// A record and the article it is of.
type Told<'a> = (&'a Article, &'a Report);

/// Which records are linked themselves, not over others.
struct Linked<'a>(BTreeSet<(&'a str, &'a str)>);

impl<'a> Linked<'a> {
    fn of(links: &[&'a Link]) -> Self {
        Self(links.iter().map(|link| (link.earlier.as_str(), link.later.as_str())).collect())
    }

    fn has(&self, one: &str, other: &str) -> bool {
        self.0.contains(&(one, other)) || self.0.contains(&(other, one))
    }

    /// With what share of some records one is linked.
    fn share(&self, some: &[Told<'_>], one: &Report) -> f64 {
        let linked = some.iter().filter(|(_, other)| self.has(&other.id, &one.id)).count();
        linked as f64 / some.len().max(1) as f64
    }
}

/// The events of articles. Each record, in the order of articles and text, joins the records before it that it is linked
/// with most, if these are enough of an event; so an event doesn't grow from link to link into others.
pub(crate) fn lines(articles: &[&Article], links: &[&Link], settings: &LedgerSettings) -> Vec<Line> {
    let linked = Linked::of(links);
    let mut events: Vec<Vec<Told<'_>>> = Vec::new();
    for told in articles.iter().flat_map(|article| reports(article)) {
        match closest(&mut events, &linked, told.1, settings.share) {
            Some(event) => event.push(told),
            None => events.push(vec![told]),
        }
    }
    events.iter().filter_map(|event| Line::of(event, &linked, settings)).collect()
}

/// The event that a record is linked with most; of several the first.
fn closest<'a, 'b>(
    events: &'a mut [Vec<Told<'b>>],
    linked: &Linked<'_>,
    report: &Report,
    least: f64,
) -> Option<&'a mut Vec<Told<'b>>> {
    let shares = events.iter_mut().map(|event| (linked.share(event, report), event));
    let enough = shares.filter(|(share, _)| *share > 0.0 && *share >= least);
    enough.rev().max_by(|one, other| one.0.total_cmp(&other.0)).map(|(_, event)| event)
}

fn reports(article: &Article) -> impl Iterator<Item = Told<'_>> {
    article.reports.iter().map(move |report| (article, report))
}

impl Line {
    /// Of the records of one event; nothing where there are none.
    fn of(told: &[Told<'_>], linked: &Linked<'_>, settings: &LedgerSettings) -> Option<Self> {
        let kind = told.first()?.1.kind;
        let pairs = told.iter().flat_map(|says| told.iter().map(move |denies| (*says, *denies)));
        let contradict = |(says, denies): &(Told<'_>, Told<'_>)| {
            linked.has(&says.1.id, &denies.1.id) && do_contradict(*says, *denies, settings)
        };
        let contradictions = pairs.filter(contradict).map(|(says, denies)| contradiction(says, denies)).collect();
        Some(Self {
            kind,
            entries: told.iter().map(|(article, report)| entry(article, report)).collect(),
            contradictions,
        })
    }
}

fn entry(article: &Article, report: &Report) -> Entry {
    Entry {
        date: article.published,
        status: report.status,
        source: source((article, report)).map(str::to_owned),
        article: article.id.clone(),
        report: report.id.clone(),
        sentence: report.sentence.clone(),
    }
}

/// On whose word something is told: who the text names, else the outlet.
fn source<'a>((article, report): Told<'a>) -> Option<&'a str> {
    report.source.as_deref().or(article.outlet.as_deref())
}

/// Whether one tells an act that the other denies. Who denies it must be known, and be another than who tells it.
fn do_contradict(says: Told<'_>, denies: Told<'_>, settings: &LedgerSettings) -> bool {
    let tells = matches!(says.1.status, Status::Occurred | Status::Historical);
    let deniable = [says, denies].iter().all(|(_, report)| settings.deniable.contains(&report.kind));
    let others = says.0.id != denies.0.id && source(denies).is_some() && source(says) != source(denies);
    tells && denies.1.status == Status::Denied && deniable && others
}

fn contradiction(says: Told<'_>, denies: Told<'_>) -> Contradiction {
    let name = |told: Told<'_>| source(told).unwrap_or(&told.0.id).to_owned();
    Contradiction {
        says: says.1.id.clone(),
        denies: denies.1.id.clone(),
        reason: format!("{} says, {} denies", name(says), name(denies)),
    }
}
