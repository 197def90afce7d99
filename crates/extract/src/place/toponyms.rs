//! All place names of a document, each with the place meant.
//!
//! * [`super::spot`]: which words name a place; [`super::listing`]: which places have that name
//! * [`senses`](super::senses): which of them is meant, for the whole document at once
//!
//! Towns that no table lists are toponyms too; they get the country that most others have, and no point.

use super::senses::Senses;
use super::spot::{self, Spot};
use super::{named_place, resolve};
use lexicon::{Lexicon, PlaceEntry};
use types::{Country, Document, Parse, Place, PlacePrecision, Span, TokenId, Toponym};

/// What a document names.
pub(crate) struct Toponyms<'a> {
    document: &'a Document,
    parses: &'a [Parse],
    spots: Vec<Spot<'a>>,
    senses: Senses,
}

impl<'a> Toponyms<'a> {
    /// Finds and settles them.
    pub(crate) fn of(lexicon: &'a Lexicon, document: &'a Document, parses: &'a [Parse]) -> Self {
        let spots = spot::all(lexicon, document, parses);
        let senses = Senses::of(&spots);
        Self { document, parses, spots, senses }
    }

    /// All of them, in text order.
    pub(crate) fn all(&self) -> Vec<Toponym> {
        let country = self.leading();
        self.spots.iter().enumerate().map(|(at, spot)| self.toponym(at, spot, country)).collect()
    }

    fn toponym(&self, at: usize, spot: &Spot<'_>, leading: Option<Country>) -> Toponym {
        let span = self.span(spot);
        let chosen = self.senses.choice(at).and_then(|choice| spot.entries.get(choice));
        let place =
            chosen.map_or_else(|| self.unlisted(span, leading), |entry| pointed(named_place(entry, span), entry));
        Toponym { kind: spot.kind, place }
    }

    fn span(&self, spot: &Spot<'_>) -> Span {
        let token = |t: TokenId| self.parses[spot.sentence].token(t).span;
        token(spot.first).join(token(spot.last))
    }

    fn unlisted(&self, span: Span, country: Option<Country>) -> Place {
        let name = span.of(&self.document.text).to_owned();
        let precision = PlacePrecision::Country;
        Place { span, name, country, admin1: None, geonames: None, point: None, precision }
    }

    /// The country of most listed names.
    fn leading(&self) -> Option<Country> {
        let chosen = self.spots.iter().enumerate().filter_map(|(at, spot)| spot.entries.get(self.senses.choice(at)?));
        resolve::most(chosen.filter_map(|entry| entry.country))
    }
}

/// With the middle even of what spans several countries.
fn pointed(place: Place, entry: &PlaceEntry) -> Place {
    Place { point: Some((entry.lat, entry.lon)), ..place }
}
