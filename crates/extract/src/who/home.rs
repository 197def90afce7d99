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
        if matches!(sector, Some(Sector::Uaf | Sector::Unk | Sector::Rel)) || self.is_elsewhere(sentence, phrase) {
            return None;
        }
        let noun = reading.nouns.first().map(String::as_str).unwrap_or_default();
        let called = self.called(sentence, phrase.head, noun).and_then(|r| r.country());
        let definite = !phrase.is_plural(self.parse(sentence)) || phrase.determiner(self.parse(sentence)).is_some();
        let alike = || self.alike(sentence, phrase.head, sector).filter(|_| definite);
        let local = self.setting.local(sentence);
        let story = self.setting.story();
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

    /// "Iranian command centres and launch sites": what is listed without a determiner of its own shares the country of
    /// the first.
    fn listed(&self, sentence: usize, phrase: &Phrase) -> Option<Country> {
        let parse = self.parse(sentence);
        let token = parse.token(phrase.head);
        let first = token.head.filter(|_| token.deprel == Deprel::Conj && phrase.determiner(parse).is_none())?;
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

    /// "foreign powers", "several countries": no country is the bearer's by default.
    pub(crate) fn is_elsewhere(&self, sentence: usize, phrase: &Phrase) -> bool {
        let kind = |t: TokenId| self.description(sentence, t);
        let states = kind(phrase.head) == Some(DescriptionKind::State) && phrase.is_plural(self.parse(sentence));
        states || phrase.core.iter().any(|&t| kind(t) == Some(DescriptionKind::Elsewhere))
    }
}

/// Sectors of people who are where the events are.
fn is_local(sector: Sector) -> bool {
    use Sector::*;
    matches!(sector, Cvl | Cop | Crm | Lab | Med | Edu | Rel | Ref | Bus | Agr | Soc | Jrn)
}
