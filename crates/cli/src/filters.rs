//! Which events are wanted, as options; the same for all commands that ask for them.

use tidings::store::{Filter, Party, Revisions, SourceFilter};
use tidings::types::{Date, EventType, Mode, Status};

/// The options. All that are given must hold; of several values of one, one must.
#[derive(Debug, clap::Args)]
pub struct Filters {
    /// Who did it
    #[arg(long, value_name = "PARTY", value_delimiter = ',')]
    actor: Vec<Party>,
    /// To whom
    #[arg(long, value_name = "PARTY", value_delimiter = ',')]
    recipient: Vec<Party>,
    /// Between whom, in either direction
    #[arg(long, value_name = "PARTY,PARTY", value_parser = dyad)]
    dyad: Option<(Party, Party)>,
    /// Event types, for example ASSAULT
    #[arg(long = "type", value_name = "TYPE", value_delimiter = ',')]
    kinds: Vec<EventType>,
    /// Modes, for example drone
    #[arg(long, value_name = "MODE", value_delimiter = ',')]
    mode: Vec<Mode>,
    /// Statuses: occurred, historical, planned, considered, hypothetical, denied
    #[arg(long, value_name = "STATUS", value_delimiter = ',')]
    status: Vec<Status>,
    /// On whose word: author, named, organisation, anonymous, media, document, public
    #[arg(long, value_name = "KIND", value_delimiter = ',')]
    source: Vec<SourceFilter>,
    /// Where: a country's code, or the name of a town or division
    #[arg(long, value_name = "PLACE", value_delimiter = ',')]
    place: Vec<String>,
    /// From this day on; an event of no stated day counts on the day of publication
    #[arg(long, value_name = "YYYY-MM-DD")]
    since: Option<Date>,
    /// Up to this day
    #[arg(long, value_name = "YYYY-MM-DD")]
    until: Option<Date>,
    /// Words of the sentence, or names of participants or place: two words, "a phrase", one or other, -without
    #[arg(long, value_name = "WORDS", allow_hyphen_values = true)]
    text: Option<String>,
    /// Words of the whole article
    #[arg(long, value_name = "WORDS", allow_hyphen_values = true)]
    article: Option<String>,
    /// At least this sure, from 0 to 1
    #[arg(long, value_name = "P", value_parser = probability)]
    confidence: Option<f64>,
    /// Of this story
    #[arg(long, value_name = "ID")]
    pub story: Option<String>,
    /// Of this article
    #[arg(long, value_name = "ID")]
    document: Option<String>,
    /// Events of superseded revisions too
    #[arg(long)]
    superseded: bool,
}

impl Filters {
    /// The same for the store.
    pub fn filter(&self) -> Filter {
        Filter {
            actors: self.actor.clone(),
            recipients: self.recipient.clone(),
            dyad: self.dyad.clone(),
            kinds: self.kinds.clone(),
            modes: self.mode.clone(),
            statuses: self.status.clone(),
            sources: self.source.clone(),
            places: self.place.clone(),
            since: self.since,
            until: self.until,
            words: self.text.clone(),
            article: self.article.clone(),
            confidence: self.confidence,
            story: self.story.clone(),
            document: self.document.clone(),
            revisions: if self.superseded { Revisions::All } else { Revisions::Latest },
        }
    }
}

fn probability(text: &str) -> Result<f64, String> {
    let number = text.parse().ok().filter(|number| (0.0..=1.0).contains(number));
    number.ok_or_else(|| "a number from 0 to 1 is needed, as in 0.8".to_owned())
}

fn dyad(text: &str) -> Result<(Party, Party), String> {
    let (one, other) = text.split_once(',').ok_or("two parties are needed, as in USA,IRN")?;
    let party = |text: &str| text.trim().parse::<Party>().map_err(|error| error.to_string());
    Ok((party(one)?, party(other)?))
}
