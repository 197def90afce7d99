//! Where the act took place.
//!
//! * [`named`]: the places that a phrase names
//! * [`resolve`]: which of the places of one name is meant
//! * [`countries`]: of which the document speaks
//! * [`toponyms`]: all place names of the document, whether or not something is told to happen there
//!
//! Asked are, in this order: phrases of place on the event's word and on those that share its circumstances
//! ([`crate::hosts`]); phrases of place inside its arguments, as far as an act of that type is done where they are; a
//! place name before the noun of the act; the argument itself where it is a place that was struck, entered or visited.

mod countries;
mod listing;
mod named;
mod resolve;
mod senses;
mod spot;
#[cfg(test)]
mod tests;
mod toponyms;

use crate::roles::Roles;
use crate::scene::Scene;
use crate::trigger::Hit;
use crate::{hosts, syntax};
use lexicon::{ActPlace, Ground, PlaceEntry, PlaceKind, Slot};
use named::{Named, Reader};
pub(crate) use toponyms::Toponyms;
use types::{Actor, Deprel, EntityKind, Parse, Place, PlacePrecision, Span, TokenId, Upos};

/// Whether the head names a place, as the model or the gazetteer has it.
pub(crate) fn is_named(scene: &Scene<'_>, sentence: usize, head: TokenId) -> bool {
    let token = scene.parse(sentence).token(head);
    let listed = || token.upos == Upos::Propn && Reader::new(scene, sentence).own(head).is_some();
    token.entity == Some(EntityKind::Place) || listed()
}

/// The place of an event, if the sentence states one.
pub(crate) fn of(scene: &Scene<'_>, sentence: usize, hit: &Hit<'_>, roles: &Roles) -> Option<Place> {
    let act = scene.lexicon.circumstances.acts.of(hit.rule.kind, hit.mode);
    let (parse, reader) = (scene.parse(sentence), Reader::new(scene, sentence));
    let hosts = hosts::of(scene, sentence, hit.head);
    let seeker = Seeker { scene, sentence, parse, reader, hit, roles, act, hosts };
    seeker.beside().or_else(|| seeker.in_arguments()).or_else(|| seeker.before_noun()).or_else(|| seeker.argument())
}

struct Seeker<'a> {
    scene: &'a Scene<'a>,
    sentence: usize,
    parse: &'a Parse,
    reader: Reader<'a>,
    hit: &'a Hit<'a>,
    roles: &'a Roles,
    act: &'a ActPlace,
    hosts: Vec<TokenId>,
}

impl Seeker<'_> {
    /// Phrases of place on the event's word and those that share its circumstances.
    fn beside(&self) -> Option<Place> {
        let rank = |phrase: TokenId| {
            let above = hosts::governor(self.scene, self.sentence, phrase)?;
            self.hosts.iter().position(|host| *host == above).map(|rank| (rank, phrase))
        };
        let phrases = (0..self.parse.tokens().len()).filter(|&t| self.is_phrase_of_place(t));
        let mut ranked: Vec<(usize, TokenId)> = phrases.filter_map(rank).collect();
        ranked.sort_unstable();
        ranked.into_iter().find_map(|(_, phrase)| self.place(phrase))
    }

    fn is_phrase_of_place(&self, head: TokenId) -> bool {
        let acts = &self.scene.lexicon.circumstances.acts;
        let phrase = matches!(self.parse.token(head).deprel, Deprel::Obl | Deprel::Nmod | Deprel::NmodUnmarked);
        phrase && syntax::case_of(self.parse, head).is_some_and(|case| acts.is_place_of(self.act, &case))
    }

    fn place(&self, head: TokenId) -> Option<Place> {
        let named = self.reader.phrase(head);
        let several = named.as_ref().is_some_and(|_| self.is_several(head));
        match named {
            Some(named) if several => Some(self.unsettled(&named)),
            Some(named) => self.settled(&named),
            None => self.spoken_of_before(head).or_else(|| self.unlisted(head)),
        }
    }

    /// Whether places of several countries are told in one breath.
    fn is_several(&self, head: TokenId) -> bool {
        let heads = syntax::coordinated(self.parse, head);
        let country = |h: &TokenId| self.reader.own(*h).and_then(|named| self.choose(&named)).and_then(|e| e.country);
        let mut countries = heads.iter().filter_map(country);
        countries.next().is_some_and(|first| countries.any(|other| other != first))
    }

    fn choose<'n>(&self, named: &Named<'n>) -> Option<&'n PlaceEntry> {
        resolve::choose(named, || countries::spoken_of(self.scene, self.roles))
    }

    fn settled(&self, named: &Named<'_>) -> Option<Place> {
        self.choose(named).map(|entry| named_place(entry, self.reader.span(named)))
    }

    fn unsettled(&self, named: &Named<'_>) -> Place {
        let span = self.reader.span(named);
        let name = self.scene.words(span).to_owned();
        Place {
            span,
            name,
            country: None,
            admin1: None,
            geonames: None,
            point: None,
            precision: PlacePrecision::Country,
        }
    }

    /// "the country", "the region": an area named before, as far as its country is known.
    fn spoken_of_before(&self, head: TokenId) -> Option<Place> {
        let acts = &self.scene.lexicon.circumstances.acts;
        let token = self.parse.token(head);
        acts.ground(&token.lemma.to_lowercase()).filter(|ground| *ground == Ground::Area)?;
        let country = self.scene.cast.actors(self.sentence, head).first()?.affiliation.country?;
        let state = self.scene.lexicon.world.states.all().iter().find(|state| state.country == country)?;
        let span = syntax::stretch(self.parse, &syntax::phrase(self.parse, head), head);
        Some(Place {
            span,
            name: state.name().to_owned(),
            country: Some(country),
            admin1: None,
            geonames: state.geonames,
            point: Some((state.lat, state.lon)),
            precision: PlacePrecision::Country,
        })
    }

    /// A name that no table lists: its words, in the country where the document plays.
    fn unlisted(&self, head: TokenId) -> Option<Place> {
        let token = self.parse.token(head);
        let part =
            |c: TokenId| self.parse.token(c).upos == Upos::Propn && self.parse.token(c).deprel == Deprel::Compound;
        let proper = token.upos == Upos::Propn || self.parse.children(head).iter().any(|&c| part(c));
        let unlisted =
            proper && token.entity == Some(EntityKind::Place) && !self.scene.cast.is_body(self.sentence, head);
        let country = unlisted.then(|| countries::leading(self.scene, self.roles)).flatten()?;
        let span = syntax::stretch(self.parse, &syntax::phrase(self.parse, head), head);
        let name = self.scene.words(span).to_owned();
        let precision = PlacePrecision::Country;
        Some(Place { span, name, country: Some(country), admin1: None, geonames: None, point: None, precision })
    }

    /// "killed four men in Guasave", "drivers in Bamako went on strike".
    fn in_arguments(&self) -> Option<Place> {
        let told = hosts::is_told(self.scene, self.sentence, self.hit.head);
        let slots = self.act.within.iter().filter(|slot| !told || **slot != Slot::Subject);
        let own = slots.flat_map(|slot| self.hit.frame.get(slot));
        let shared = self.hosts.iter().skip(1).flat_map(|&host| self.parse.children_by(host, Deprel::Obj));
        let heads: Vec<TokenId> = own.chain(shared).collect();
        let named = heads.iter().find_map(|&head| self.reader.nested(head)).and_then(|named| self.settled(&named));
        let placed = || heads.iter().flat_map(|&head| self.reader.placed(head));
        named.or_else(|| placed().find_map(|head| self.unlisted(head)))
    }

    /// "Kabul bombing": a name before the noun, unless it is who did it.
    fn before_noun(&self) -> Option<Place> {
        if self.act.within.is_empty() {
            return None;
        }
        let nouns =
            self.hosts.iter().copied().filter(|&host| matches!(self.parse.token(host).upos, Upos::Noun | Upos::Propn));
        let names = nouns.flat_map(|noun| self.reader.before(noun).into_iter().map(move |named| (noun, named)));
        let mut free = names.filter(|(noun, named)| !self.is_participant(*noun, named));
        free.find_map(|(_, named)| self.settled(&named).filter(|place| place.precision != PlacePrecision::Country))
    }

    /// Whether a name before a noun is that of a participant, rather than part of the act's own phrase.
    fn is_participant(&self, noun: TokenId, named: &Named<'_>) -> bool {
        let (noun, name) = (self.parse.token(noun).span, self.parse.token(named.main.last).span);
        let all = self.roles.actors.iter().chain(&self.roles.recipients);
        all.filter_map(|actor: &Actor| actor.span).any(|span| span.overlaps(name) && !span.overlaps(noun))
    }

    /// "captured Kidal", "visited Beijing", "killed in the shelling of Sumy".
    fn argument(&self) -> Option<Place> {
        let own = self.act.itself.iter().flat_map(|slot| self.hit.frame.get(slot));
        let shared = self.hosts.iter().skip(1).flat_map(|&host| self.parse.children_by(host, Deprel::Nmod));
        let shared = shared.filter(|&c| self.is_itself(c));
        own.chain(shared).find_map(|head| self.reader.own(head)).and_then(|named| self.settled(&named))
    }

    fn is_itself(&self, phrase: TokenId) -> bool {
        let case = syntax::case_of(self.parse, phrase);
        case.is_some_and(|case| self.act.itself.contains(&Slot::Preposition(case.into())))
    }
}

fn named_place(entry: &PlaceEntry, span: Span) -> Place {
    let admin1 = match entry.kind {
        PlaceKind::Region => entry.country.map(|_| entry.name.to_string()),
        PlaceKind::County | PlaceKind::City => entry.admin1.as_deref().map(str::to_owned),
        PlaceKind::Country => None,
    };
    Place {
        span,
        name: entry.name.to_string(),
        country: entry.country,
        admin1,
        geonames: entry.geonames,
        point: entry.country.map(|_| (entry.lat, entry.lon)),
        precision: resolve::precision(entry),
    }
}
