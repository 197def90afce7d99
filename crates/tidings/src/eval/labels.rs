//! Stand-off labels: what was annotated on texts that lie elsewhere, by offsets and codes alone.
//!
//! One JSON object per text and line. `text` names the text as `COLLECTION:KEY`; all offsets are code points of it.
//! Put beside its text, a line becomes an [`Article`] like any other.

use super::gold::{Article, GoldError, Mention, Party, Source, Spot, Stretch};
use crate::wire::{Offsets, code};
use serde::Deserialize;
use types::{Country, Date, EventType, Mode, Sector, SourceKind, Status};

/// The labels of one text.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Labels {
    /// The text, as `COLLECTION:KEY`.
    pub text: String,
    /// Day of publication.
    #[serde(with = "code")]
    pub published: Date,
    events: Vec<Label>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
struct Label {
    #[serde(default)]
    event: Option<String>,
    sentence: Stretch,
    trigger: Stretch,
    #[serde(rename = "type", with = "code")]
    kind: EventType,
    #[serde(default, with = "code::option")]
    mode: Option<Mode>,
    #[serde(default, with = "code::list")]
    alt: Vec<EventType>,
    #[serde(with = "code")]
    status: Status,
    #[serde(default)]
    actors: Vec<LabelledParty>,
    #[serde(default)]
    recipients: Vec<LabelledParty>,
    #[serde(default)]
    place: Option<LabelledSpot>,
    #[serde(default)]
    date: Option<String>,
    #[serde(default)]
    attribution: Vec<LabelledSource>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
struct LabelledParty {
    #[serde(default)]
    at: Option<Stretch>,
    #[serde(default, with = "code::option")]
    country: Option<Country>,
    #[serde(default, with = "code::option")]
    sector: Option<Sector>,
    #[serde(default)]
    implicit: bool,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
struct LabelledSpot {
    #[serde(default)]
    at: Option<Stretch>,
    #[serde(default, with = "code::option")]
    country: Option<Country>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
struct LabelledSource {
    #[serde(with = "code")]
    kind: SourceKind,
    #[serde(default)]
    at: Option<Stretch>,
    #[serde(default)]
    cue: Option<Stretch>,
}

impl Labels {
    /// The same with the words of the text it was made on.
    ///
    /// # Errors
    /// Where an offset does not lie in the text.
    pub fn on(self, text: &str) -> Result<Article, GoldError> {
        let words = Words { doc: &self.text, offsets: Offsets::new(text) };
        let events = self.events.into_iter().map(|label| words.mention(label)).collect::<Result<_, _>>()?;
        Ok(Article { date: self.published, title: None, events, doc: self.text })
    }
}

struct Words<'a> {
    doc: &'a str,
    offsets: Offsets<'a>,
}

impl Words<'_> {
    fn mention(&self, label: Label) -> Result<Mention, GoldError> {
        Ok(Mention {
            event_id: label.event,
            quote: self.at(label.sentence)?,
            span: Some(label.sentence),
            trigger: Some(self.at(label.trigger)?),
            trigger_span: Some(label.trigger),
            kind: label.kind,
            mode: label.mode,
            alt: label.alt,
            actors: self.parties(label.actors)?,
            recipients: self.parties(label.recipients)?,
            status: label.status,
            place: label.place.map(|spot| self.spot(spot)).transpose()?,
            date: label.date,
            attribution: label.attribution.into_iter().map(|s| self.source(s)).collect::<Result<_, _>>()?,
            hedge: None,
            confidence: None,
            explanation: None,
        })
    }

    fn parties(&self, side: Vec<LabelledParty>) -> Result<Vec<Party>, GoldError> {
        let party = |LabelledParty { at, country, sector, implicit }| {
            Ok(Party { text: self.at_any(at)?, country, sector, implicit })
        };
        side.into_iter().map(party).collect()
    }

    fn spot(&self, spot: LabelledSpot) -> Result<Spot, GoldError> {
        Ok(Spot { text: self.at_any(spot.at)?, country: spot.country })
    }

    fn source(&self, source: LabelledSource) -> Result<Source, GoldError> {
        Ok(Source { kind: source.kind, text: self.at_any(source.at)?, cue: self.at_any(source.cue)? })
    }

    fn at_any(&self, stretch: Option<Stretch>) -> Result<Option<String>, GoldError> {
        stretch.map(|stretch| self.at(stretch)).transpose()
    }

    fn at(&self, (start, end): Stretch) -> Result<String, GoldError> {
        let words = self.offsets.between(start, end).filter(|words| !words.is_empty());
        words.map(str::to_owned).ok_or_else(|| GoldError::Offsets { doc: self.doc.to_owned(), start, end })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Chad’s army shelled Faya, Reuters said.";

    fn labels(place: &str) -> Labels {
        let line = format!(
            r#"{{"text": "wire:7", "published": "2025-03-04", "sentences": [[0, 39]], "events": [{{"event": "e1",
            "sentence": [0, 39], "trigger": [12, 19], "type": "ASSAULT", "mode": "heavy-weapons", "alt": [],
            "status": "occurred", "actors": [{{"at": [0, 11], "country": "TCD", "sector": "MIL"}}],
            "recipients": [{{"at": null, "country": null, "sector": "CVL", "implicit": true}}],
            "place": {{"at": {place}, "country": "TCD"}}, "date": null,
            "attribution": [{{"kind": "media", "at": [26, 33], "cue": [34, 38]}}]}}]}}"#
        );
        serde_json::from_str(&line).unwrap()
    }

    #[test]
    fn offsets_become_words() {
        let article = labels("[20, 24]").on(TEXT).unwrap();
        let mention = &article.events[0];
        assert_eq!((article.doc.as_str(), mention.quote.as_str(), mention.span), ("wire:7", TEXT, Some((0, 39))));
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let words = [
            text(&mention.trigger),
            text(&mention.actors[0].text),
            text(&mention.recipients[0].text),
            text(&mention.place.as_ref().unwrap().text),
            text(&mention.attribution[0].text),
            text(&mention.attribution[0].cue),
        ];
        assert_eq!(words, ["shelled", "Chad’s army", "", "Faya", "Reuters", "said"]);
    }

    #[test]
    fn offsets_outside_the_text_are_told() {
        for place in ["[20, 99]", "[24, 20]", "[39, 39]"] {
            let error = labels(place).on(TEXT).unwrap_err().to_string();
            let digits = place.trim_matches(['[', ']']).replace(", ", "–");
            assert_eq!(error, format!("wire:7: {digits} is no stretch of this text; is it the one that was labelled?"));
        }
    }
}
