//! Where somebody belongs of whom nothing is told.

use super::phrase::Phrase;
use super::reader::Reader;
use super::reading::{Class, Reading};
use lexicon::DescriptionKind;
use types::{Country, Deprel, Sector, TokenId};

impl Reader<'_> {
    /// The country of somebody of whom none is told.
    ///
    /// Locals are looked for where the sentence plays; organs of a state where such organs were told of before.
    /// Unidentified perpetrators have none.
    pub(crate) fn default_country(&self, sentence: usize, phrase: &Phrase, reading: &Reading) -> Option<Country> {
        let sector = reading.sector();
        if matches!(sector, Some(Sector::Uaf | Sector::Unk)) || self.is_elsewhere(sentence, phrase) {
            return None;
        }
        if is_anywhere(reading) {
            return self.setting.local(sentence);
        }
        let noun = reading.nouns.first().map(String::as_str).unwrap_or_default();
        let called = self.called(sentence, phrase.head, noun).and_then(|r| r.country());
        let definite = !phrase.is_plural(self.parse(sentence)) || phrase.determiner(self.parse(sentence)).is_some();
        let alike = || self.alike(sentence, phrase.head, sector).filter(|_| definite);
        let local = self.setting.local(sentence);
        let story = self.setting.story().filter(|_| !self.setting.at_sea(sentence));
        if matches!(sector, Some(Sector::Reb | Sector::Prm)) {
            return called.or_else(alike).or(story).or(local);
        }
        if sector == Some(Sector::Crm) {
            return local.or(called).or_else(|| self.alike(sentence, phrase.head, sector)).or(story);
        }
        if let Some(listed) = self.listed(sentence, phrase) {
            return Some(listed);
        }
        if sector.is_none_or(is_local) { local.or(called).or(story) } else { called.or(story).or_else(alike).or(local) }
    }

    /// "Iranian command centres and launch sites", "Chad's envoy and another diplomat": what is listed without a
    /// determiner that sets it apart shares the country of the first.
    fn listed(&self, sentence: usize, phrase: &Phrase) -> Option<Country> {
        let parse = self.parse(sentence);
        let token = parse.token(phrase.head);
        let joined = phrase.determiner(parse).is_none_or(|word| word == ANOTHER);
        let first = token.head.filter(|_| token.deprel == Deprel::Conj && joined)?;
        self.done(sentence, first).filter(|told| told.stated)?.country()
    }

    /// The country of the nearest earlier phrase of a sector.
    pub(crate) fn alike(&self, sentence: usize, token: TokenId, sector: Option<Sector>) -> Option<Country> {
        self.earlier(sentence, token)
            .find(|r| {
                r.stated
                    && r.sector() == sector
                    && r.class != Class::State
                    && r.country().is_some_and(|c| self.is_state(c))
            })?
            .country()
    }

    /// "foreign powers", "several countries", "nationals of twelve countries", "its neighbours": no country is the
    /// bearer's by default.
    pub(crate) fn is_elsewhere(&self, sentence: usize, phrase: &Phrase) -> bool {
        let kind = |t: TokenId| self.description(sentence, t);
        let from =
            phrase.after.iter().filter(|(case, _)| matches!(case.as_str(), "of" | "from")).map(|(_, head)| *head);
        let mut heads = std::iter::once(phrase.head).chain(from);
        let states = heads.any(|head| {
            kind(head) == Some(DescriptionKind::State)
                && Phrase::of(self.parse(sentence), head).is_plural(self.parse(sentence))
        });
        let apart = |t: TokenId| kind(t) == Some(DescriptionKind::Elsewhere);
        let is_apart = |case: &str| self.lexicon.world.descriptions.kind(case) == Some(DescriptionKind::Elsewhere);
        let aboard = phrase.after.iter().any(|(case, head)| is_apart(case) || case == ON && apart(*head));
        aboard || states || self.is_beside(sentence, phrase) || phrase.core.iter().any(|&t| apart(t))
    }

    /// "its neighbours", "an American ally": the state named is not the bearer's.
    pub(crate) fn is_beside(&self, sentence: usize, phrase: &Phrase) -> bool {
        self.description(sentence, phrase.head) == Some(DescriptionKind::Beside)
    }
}

/// What stands before a ship or an aircraft: "on board".
const ON: &str = "on";

/// The determiner of one more of the same.
const ANOTHER: &str = "another";

/// Whether people are of no country but one that their sentence plays in: believers, refugees.
fn is_anywhere(reading: &Reading) -> bool {
    let believers = reading.sector() == Some(Sector::Rel) && reading.class == Class::People;
    believers || reading.sector() == Some(Sector::Ref)
}

/// Sectors of people who are where the events are.
fn is_local(sector: Sector) -> bool {
    use Sector::*;
    matches!(sector, Cvl | Cop | Crm | Lab | Med | Edu | Rel | Ref | Bus | Agr | Soc | Jrn)
}
