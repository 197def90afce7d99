//! Between records and stories: what a coded document is to them.

use crate::wire::{Detail, Participant, Place, Record};
use crate::{Coded, Tidings, builtin};
use stories::{Article, Background, Party, Report, Settings, Spot, Stories};
use types::{Document, Magnitude};

/// The data of stories cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum StoriesError {
    /// A file is not there.
    #[error("data file {0} is missing")]
    Missing(&'static str),
    /// The settings.
    #[error("stories.toml: {0}")]
    Settings(#[from] stories::InvalidSettings),
    /// The words.
    #[error("stories/words.tsv: {0}")]
    Words(#[from] stories::InvalidBackground),
}

/// Stories with the settings that the binary carries, without any article.
pub fn stories() -> Result<Stories, StoriesError> {
    stories_with(settings()?)
}

/// The settings that the binary carries.
pub(crate) fn settings() -> Result<Settings, StoriesError> {
    Ok(Settings::read(text("stories.toml")?)?)
}

/// Stories with other settings.
pub(crate) fn stories_with(settings: Settings) -> Result<Stories, StoriesError> {
    Ok(Stories::new(settings, Background::read(text("stories/words.tsv")?)?))
}

fn text(path: &'static str) -> Result<&'static str, StoriesError> {
    let file = builtin::DATA.iter().find(|file| file.path == path);
    file.map(|file| file.text).ok_or(StoriesError::Missing(path))
}

impl Tidings {
    /// A coded document as stories take it.
    pub fn article(&self, document: &Document, coded: &Coded) -> Article {
        let reports: Vec<Report> = self.records(document, coded, Detail::Plain).iter().map(report).collect();
        Article {
            id: document.id.0.clone(),
            published: document.published,
            outlet: document.outlet.clone(),
            title: title(document.title.as_deref(), &reports, &document.text),
            text: document.text.clone(),
            reports,
        }
    }
}

/// The headline, else the first sentence of an event, else the first line.
pub(crate) fn title(headline: Option<&str>, reports: &[Report], text: &str) -> String {
    let sentence = reports.first().map(|report| report.sentence.as_str());
    headline.or(sentence).or_else(|| text.lines().next()).unwrap_or_default().to_owned()
}

/// A record as stories take it.
pub(crate) fn report(record: &Record) -> Report {
    let days = record.time.start_date.zip(record.time.end_date);
    Report {
        id: record.id.clone(),
        kind: record.kind,
        mode: record.mode,
        status: record.status,
        actors: record.actors.iter().map(party).collect(),
        recipients: record.recipients.iter().map(party).collect(),
        place: record.place.as_ref().map(spot),
        days,
        toll: toll(record),
        sentence: record.evidence.text.clone(),
        source: record.attribution.iter().find_map(|source| source.text.clone()),
    }
}

fn toll(record: &Record) -> Magnitude {
    let counts = &record.magnitude;
    Magnitude {
        killed: counts.killed,
        injured: counts.injured,
        arrested: counts.arrested,
        participants: counts.participants,
    }
}

fn party(participant: &Participant) -> Party {
    Party { name: participant.name.clone(), country: participant.country, sector: participant.sector }
}

fn spot(place: &Place) -> Spot {
    Spot { name: place.name.clone(), country: place.country, precision: place.precision }
}
