//! What a role, and what the phrase states of country and master, say of its bearer.

use super::office::Office;
use super::phrase::Phrase;
use super::reader::Reader;
use super::reading::{Class, Reading};
use super::stated::Stated;
use lexicon::{Tenure, TimeWord};
use types::{Affiliation, EntityKind, Sector, TokenId};

impl Reader<'_> {
    /// Lets the role and what the phrase states of country and master speak.
    pub(crate) fn apply(
        &mut self,
        sentence: usize,
        phrase: &Phrase,
        offices: &[Office],
        stated: &Stated,
        reading: &mut Reading,
    ) {
        reading.gender = reading.gender.or_else(|| self.gender(sentence, phrase));
        if self.is_idea(sentence, phrase, offices, reading) {
            return self.owned(sentence, phrase, reading);
        }
        if let Some(office) = offices.first() {
            self.hold(sentence, phrase, office, stated, reading);
        } else if reading.class == Class::Thing {
            let own = phrase.possessors.iter().any(|&p| self.is_reflexive(sentence, phrase, p));
            let said = stated.firm || !stated.countries.is_empty() && !self.is_object(sentence, phrase);
            reading.who = vec![Affiliation::default(); usize::from(said && !own)];
        } else if reading.sector().is_none() && !reading.who.is_empty() {
            reading.in_sectors(&master_sectors(stated));
        }
        let unknown = matches!(reading.sector(), Some(Sector::Uaf | Sector::Unk)) && !stated.firm;
        if !unknown
            && !stated.countries.is_empty()
            && (!reading.stated || reading.class == Class::Person && stated.firm)
        {
            for affiliation in &mut reading.who {
                affiliation.country = None;
            }
            reading.belong_to(&stated.countries);
            reading.stated = true;
        }
        if self.tenure(sentence, phrase) == Some(Tenure::Former) && reading.class == Class::Person {
            retire(reading);
        }
    }

    /// Acts, ideas and times are nobody; a role noun tagged as one is doubtful unless it names people or takes several
    /// words ("oil infrastructure").
    pub(crate) fn is_idea(&self, sentence: usize, phrase: &Phrase, offices: &[Office], reading: &Reading) -> bool {
        let kind = self.parse(sentence).token(phrase.head).entity;
        let no_people =
            matches!(kind, Some(EntityKind::Event | EntityKind::Abstract | EntityKind::Time | EntityKind::Substance));
        let office = offices.iter().find(|o| o.covers(phrase.head));
        reading.class == Class::Idea
            || self.is_day(sentence, phrase.head)
            || !reading.proper
                && no_people
                && office.is_none_or(|o| o.class == Class::Body && o.first == o.last || kind == Some(EntityKind::Time))
    }

    fn is_day(&self, sentence: usize, token: TokenId) -> bool {
        let word = self.word(sentence, token).to_lowercase();
        let words = self.lexicon.circumstances.time.get(&word);
        words.iter().any(|word| matches!(word, TimeWord::Weekday(_) | TimeWord::Day(_)))
    }

    /// The sectors of a role, or of whom its bearer serves.
    pub(crate) fn hold(
        &mut self,
        sentence: usize,
        phrase: &Phrase,
        office: &Office,
        stated: &Stated,
        reading: &mut Reading,
    ) {
        reading.nouns.retain(|n| *n != office.noun);
        reading.nouns.insert(0, office.noun.clone());
        if reading.class != Class::Person || office.class == Class::Person && !reading.proper {
            reading.class = office.class;
        }
        let masters = master_sectors(stated);
        let sectors = if office.sectors.is_empty() {
            if masters.is_empty() { self.inherited(sentence, phrase, stated, reading) } else { masters }
        } else if stated.by_name && masters.first().is_some_and(|m| outranks(*m, &office.sectors)) {
            masters
        } else {
            office.sectors.clone()
        };
        if !sectors.is_empty() {
            reading.in_sectors(&sectors);
        }
    }

    /// Whom a spokesman, head or member serves when the phrase does not tell: a state's, or who was told of last.
    pub(crate) fn inherited(
        &mut self,
        sentence: usize,
        phrase: &Phrase,
        stated: &Stated,
        reading: &mut Reading,
    ) -> Vec<Sector> {
        if !stated.countries.is_empty() {
            return vec![Sector::Gov];
        }
        let Some(master) = self.master(sentence, phrase.head).filter(|_| !reading.stated) else { return vec![] };
        reading.belong_to(&master.country().into_iter().collect::<Vec<_>>());
        master.who.first().map(|a| a.sectors.clone()).unwrap_or_default()
    }
}

/// The sectors of the first master that has any.
pub(crate) fn master_sectors(stated: &Stated) -> Vec<Sector> {
    stated.serves.iter().find(|a| !a.sectors.is_empty()).map(|a| a.sectors.clone()).unwrap_or_default()
}

/// Whether the master's sector says more than the role's: a rebel group's "leader" or "fighters".
fn outranks(master: Sector, office: &[Sector]) -> bool {
    use Sector::*;
    let apart = matches!(master, Reb | Crm | Prm | Uaf | Pty | Opp | Lab | Rel | Bus);
    let general = office.first().is_some_and(|s| matches!(s, Gov | Mil | Leg | Reb | Soc | Cvl | Uaf));
    apart && general
}

/// A former holder of a public office.
fn retire(reading: &mut Reading) {
    use Sector::*;
    if reading.sector().is_some_and(|s| matches!(s, Gov | Mil | Leg | Jud | Spy | Cop)) {
        reading.in_sectors(&[Eli]);
    }
}
