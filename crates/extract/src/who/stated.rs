//! What a phrase itself says of where its bearer belongs and whom he serves.

use super::finds::Meaning;
use super::office::Office;
use super::phrase::Phrase;
use super::reader::Reader;
use super::reading::{Class, Reading};
use super::setting;
use crate::syntax;
use lexicon::DescriptionKind;
use types::{Affiliation, Country, EntityKind, TokenId, Upos, Xpos};

/// Countries and masters that a phrase states.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Stated {
    /// Countries, in the order in which they count.
    pub(crate) countries: Vec<Country>,
    /// Bodies and persons that the bearer belongs to or serves.
    pub(crate) serves: Vec<Affiliation>,
    /// Whether the master is a body or person of its own rather than a role noun beside it.
    pub(crate) by_name: bool,
    /// Whether the countries are stated as the bearer's own, not only as where he is.
    pub(crate) firm: bool,
}

impl Stated {
    fn add(&mut self, country: Option<Country>) {
        if let Some(country) = country.filter(|c| !self.countries.contains(c)) {
            self.countries.push(country);
        }
    }

    fn serve(&mut self, reading: &Reading) {
        if reading.who.iter().any(|a| !a.sectors.is_empty() || a.country.is_some()) {
            self.by_name |= reading.is_somebody();
            self.serves.extend(reading.who.iter().cloned());
        }
    }
}

impl Reader<'_> {
    /// Reads whose, of what and from where the bearer is.
    pub(crate) fn stated(
        &mut self,
        sentence: usize,
        phrase: &Phrase,
        own: &dyn Fn(TokenId) -> bool,
        offices: &[Office],
    ) -> Stated {
        let mut stated = Stated::default();
        self.before(sentence, phrase, own, offices, &mut stated);
        self.known_before(sentence, phrase, &|t| own(t) || offices.iter().any(|o| o.covers(t)), &mut stated);
        self.beside(phrase, offices, &mut stated);
        self.owners(sentence, phrase, &mut stated);
        self.behind(sentence, phrase, &|t| own(t) || offices.iter().any(|o| o.covers(t)), &mut stated);
        if stated.countries.is_empty() {
            let masters: Vec<Option<Country>> = stated.serves.iter().map(|a| a.country).collect();
            masters.into_iter().for_each(|country| stated.add(country));
        }
        stated.firm = !stated.countries.is_empty();
        if stated.countries.is_empty() && !self.is_elsewhere(sentence, phrase) {
            self.whereabouts(sentence, phrase, &mut stated);
        }
        if stated.countries.is_empty() {
            self.town(sentence, phrase, own, &mut stated);
        }
        stated
    }

    /// A town or region before the noun, which is the least sure: "Kenosha police".
    fn town(&self, sentence: usize, phrase: &Phrase, own: &dyn Fn(TokenId) -> bool, stated: &mut Stated) {
        let head = self.parse(sentence).token(phrase.head);
        if head.upos == Upos::Propn && head.entity == Some(EntityKind::Person) {
            return;
        }
        let town =
            |&t: &TokenId| self.find_at(sentence, t).filter(|f| matches!(f.meaning, Meaning::Place(..)) && !own(t));
        stated.add(phrase.core.iter().find_map(town).and_then(|find| find.meaning.country()));
    }

    /// Names among the words before the noun: "Iranian", "US", "Hamas".
    fn before(
        &self,
        sentence: usize,
        phrase: &Phrase,
        own: &dyn Fn(TokenId) -> bool,
        offices: &[Office],
        stated: &mut Stated,
    ) {
        let mut last = None;
        let beside = self.is_beside(sentence, phrase);
        for &token in phrase.core.iter().filter(|&&t| !own(t)) {
            let Some(find) = self.find_at(sentence, token).filter(|f| Some(f.first) != last).cloned() else { continue };
            last = Some(find.first);
            let part = matches!(find.meaning, Meaning::Actor(..))
                && self.goes_on_as_name(sentence, phrase, find.last, offices);
            if part || self.is_foreign(sentence, find.first, find.last) {
                continue;
            }
            match &find.meaning {
                Meaning::Actor(affiliation, _) => {
                    stated.by_name = true;
                    stated.serves.push(affiliation.clone());
                }
                Meaning::Place(..) => {}
                Meaning::State(..) | Meaning::People(..) | Meaning::Capital(_) if beside => {}
                _ if !stated.countries.is_empty() && !self.is_joined(sentence, find.first) => {}
                meaning => stated.add(meaning.country()),
            }
        }
    }

    /// Whether a name is the beginning of a longer one that no table knows.
    fn goes_on_as_name(&self, sentence: usize, phrase: &Phrase, last: TokenId, offices: &[Office]) -> bool {
        let next = last + 1;
        let proper = self.parse(sentence).tokens().get(next).is_some_and(|token| token.upos == Upos::Propn);
        let listed = self.find_at(sentence, next).is_some_and(|find| !matches!(find.meaning, Meaning::Place(..)));
        let known = listed || offices.iter().any(|o| o.covers(next));
        proper && !known && next < phrase.head && phrase.core.contains(&next)
    }

    /// Names before the noun that the document has taught: "the Duarte government".
    fn known_before(&mut self, sentence: usize, phrase: &Phrase, own: &dyn Fn(TokenId) -> bool, stated: &mut Stated) {
        for &token in phrase.core.iter().filter(|&&t| !own(t) && t < phrase.head) {
            if self.find_at(sentence, token).is_none() && self.parse(sentence).token(token).upos == Upos::Propn {
                let name = [self.word(sentence, token).to_lowercase()];
                if let Some(known) = self.names.recall(&name).filter(|k| k.class == Class::Person || k.is_called(&name))
                {
                    stated.by_name = true;
                    stated.serves.extend(known.who.iter().cloned());
                }
            }
        }
    }

    /// Roles before the one that the phrase bears: "interior ministry" in "interior ministry spokesman".
    fn beside(&self, phrase: &Phrase, offices: &[Office], stated: &mut Stated) {
        let before = offices.iter().filter(|o| o.last < phrase.head && !o.covers(phrase.head) && !o.sectors.is_empty());
        stated.serves.extend(before.map(|o| Affiliation { sectors: o.sectors.clone(), ..Affiliation::default() }));
    }

    fn owners(&mut self, sentence: usize, phrase: &Phrase, stated: &mut Stated) {
        let before = stated.countries.clone();
        let beside = self.is_beside(sentence, phrase);
        for &possessor in &phrase.possessors {
            for head in syntax::coordinated(self.parse(sentence), possessor) {
                let reading = self.read(sentence, head);
                if !(beside && reading.class == Class::State) {
                    self.take(&reading, stated);
                }
            }
        }
        if !before.is_empty() {
            stated.countries = before;
        }
    }

    fn take(&self, reading: &Reading, stated: &mut Stated) {
        match reading.class {
            Class::State | Class::Place => reading.who.iter().for_each(|a| stated.add(a.country)),
            Class::Idea | Class::Thing if reading.owner.is_none() => {
                reading.who.iter().for_each(|a| stated.add(a.country))
            }
            _ => {
                stated.serve(reading);
                reading.who.iter().for_each(|a| stated.add(a.country));
            }
        }
    }

    /// "of Mexico", "of the union", "for the ministry", "from Yemen".
    fn behind(&mut self, sentence: usize, phrase: &Phrase, own: &dyn Fn(TokenId) -> bool, stated: &mut Stated) {
        for (case, head) in phrase.after.iter().filter(|(_, head)| !own(*head)) {
            let example = self.lexicon.world.descriptions.kind(case) == Some(DescriptionKind::Example);
            if !example
                && !matches!(case.as_str(), "of" | "for" | "from" | "with")
                && !setting::is_where(self.lexicon, case)
            {
                continue;
            }
            let open = stated.countries.is_empty();
            for head in syntax::coordinated(self.parse(sentence), *head) {
                let reading = self.read(sentence, head);
                let place = matches!(reading.class, Class::State | Class::Place);
                if case == "of" && (open || !place) || (case == "from" || example) && open {
                    self.take(&reading, stated);
                } else if !place && stated.serves.is_empty() {
                    stated.serve(&reading);
                }
            }
        }
    }

    /// Where the phrase says that its bearer is: "protesters in Minsk".
    fn whereabouts(&mut self, sentence: usize, phrase: &Phrase, stated: &mut Stated) {
        for (case, head) in &phrase.after {
            if setting::is_where(self.lexicon, case) || matches!(case.as_str(), "along" | "on") {
                let reading = self.read(sentence, *head);
                if matches!(reading.class, Class::State | Class::Place | Class::Thing) {
                    reading.who.iter().for_each(|a| stated.add(a.country));
                }
            }
        }
    }

    /// Whether a name is one of several side by side: "Lithuanian and Latvian", "US-Israeli".
    fn is_joined(&self, sentence: usize, first: TokenId) -> bool {
        let parse = self.parse(sentence);
        let before = first.checked_sub(1).map(|t| parse.token(t));
        before.is_some_and(|token| {
            matches!(token.upos, Upos::Cconj | Upos::Punct | Upos::Sym) || token.xpos == Xpos::Hyph
        })
    }

    /// "pro-Russian", "Iran-backed": the state named is not the one that the bearer belongs to.
    fn is_foreign(&self, sentence: usize, first: TokenId, last: TokenId) -> bool {
        let parse = self.parse(sentence);
        let hyphen = |t: TokenId| parse.tokens().get(t).is_some_and(|token| token.xpos == Xpos::Hyph);
        let foreign =
            |t: TokenId| t < parse.tokens().len() && self.description(sentence, t) == Some(DescriptionKind::Foreign);
        let joined = parse.tokens().get(last).map(|_| self.word(sentence, last).to_lowercase()).unwrap_or_default();
        let behind = hyphen(last + 1) && foreign(last + 2)
            || joined.split_once('-').is_some_and(|(_, tail)| self.is_foreign_word(tail));
        let before = first >= 2 && hyphen(first - 1) && foreign(first - 2)
            || first >= 1 && foreign(first - 1) && parse.token(first).head == Some(first - 1);
        behind || before
    }

    fn is_foreign_word(&self, word: &str) -> bool {
        self.lexicon.world.descriptions.kind(word) == Some(DescriptionKind::Foreign)
    }
}
