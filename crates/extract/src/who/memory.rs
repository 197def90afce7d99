//! The names that a document has taught: who bears them, and by which nouns they go.

use super::reading::{Class, Reading};
use lexicon::Gender;
use types::Affiliation;

/// How the document or the tables came to know somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Certainty {
    /// By the surroundings alone.
    Guessed,
    /// By a table.
    Listed,
    /// By the text's own words.
    Told,
}

/// Somebody with a name.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Known {
    names: Vec<Vec<String>>,
    /// What sort.
    pub(crate) class: Class,
    /// Who that is.
    pub(crate) who: Vec<Affiliation>,
    /// The nouns it goes by.
    pub(crate) nouns: Vec<String>,
    /// The sex told.
    pub(crate) gender: Option<Gender>,
    /// How it is known.
    pub(crate) certainty: Certainty,
}

/// All who have a name.
#[derive(Debug, Default)]
pub(crate) struct Names {
    known: Vec<Known>,
}

impl Names {
    /// Who bears the name; the one met last if several do.
    pub(crate) fn recall(&self, name: &[String]) -> Option<&Known> {
        self.known.get(self.bearer(name)?)
    }

    /// The number of the bearer of a name.
    pub(crate) fn bearer(&self, name: &[String]) -> Option<usize> {
        let exact = |k: &Known| k.is_called(name);
        let alike = |k: &Known| k.names.iter().any(|n| agree(n, name, k.class));
        self.known.iter().rposition(exact).or_else(|| self.known.iter().rposition(alike))
    }

    /// The sex of a bearer, if told.
    pub(crate) fn gender(&self, bearer: usize) -> Option<Gender> {
        self.known.get(bearer)?.gender
    }

    /// Notes the sex that a pronoun told of somebody; what was known before stays.
    pub(crate) fn note_gender(&mut self, bearer: usize, gender: Option<Gender>) {
        if let Some(known) = self.known.get_mut(bearer) {
            known.gender = known.gender.or(gender);
        }
    }

    /// Takes in what a phrase tells of a name; what is surer stays.
    pub(crate) fn learn(&mut self, name: &[String], reading: &Reading, certainty: Certainty) {
        if name.is_empty() || reading.who.is_empty() {
            return;
        }
        let found = self.known.iter().rposition(|k| k.names.iter().any(|n| n == name || agree(n, name, k.class)));
        match found.and_then(|at| self.known.get_mut(at)) {
            Some(known) => known.update(name, reading, certainty),
            None => self.known.push(Known {
                names: vec![name.to_vec()],
                class: reading.class,
                who: reading.who.clone(),
                nouns: reading.nouns.clone(),
                gender: reading.gender,
                certainty,
            }),
        }
    }

    /// Adds another name of somebody known: "(ELN)", "known as".
    pub(crate) fn alias(&mut self, name: &[String], alias: &[String]) {
        let found = self.known.iter_mut().rev().find(|k| k.names.iter().any(|n| n == name));
        if let Some(known) = found.filter(|k| !k.names.iter().any(|n| n == alias)) {
            known.names.push(alias.to_vec());
        }
    }
}

impl Known {
    /// Whether this very name is one of its names.
    pub(crate) fn is_called(&self, name: &[String]) -> bool {
        self.names.iter().any(|n| n == name)
    }

    fn update(&mut self, name: &[String], reading: &Reading, certainty: Certainty) {
        if certainty > self.certainty || certainty == self.certainty && is_fuller(&reading.who, &self.who) {
            self.who.clone_from(&reading.who);
            self.class = reading.class;
            self.certainty = certainty;
        }
        self.gender = self.gender.or(reading.gender);
        let fresh: Vec<String> = reading.nouns.iter().filter(|n| !self.nouns.contains(n)).cloned().collect();
        self.nouns.extend(fresh);
        self.spell_out(name);
    }

    /// A fuller name takes the place of its short form, which others may share.
    fn spell_out(&mut self, name: &[String]) {
        let short = self.names.iter_mut().find(|n| n.len() < name.len() && agree(n, name, self.class));
        if let Some(short) = short {
            *short = name.to_vec();
        }
    }
}

fn is_fuller(new: &[Affiliation], old: &[Affiliation]) -> bool {
    let facts = |who: &[Affiliation]| {
        who.iter().map(|a| usize::from(a.country.is_some()) + usize::from(!a.sectors.is_empty())).max()
    };
    facts(new) > facts(old)
}

/// Whether two names may be one bearer's: a surname and a full name, the short form of an organisation.
fn agree(known: &[String], asked: &[String], class: Class) -> bool {
    let (short, long) = if known.len() < asked.len() { (known, asked) } else { (asked, known) };
    match (class, short, long) {
        (_, [], _) => false,
        (Class::Person, [surname], [_, others @ ..]) => others.contains(surname),
        (Class::Person, [first, .., last], [start, .., end]) => {
            last == end && (first == start || short.iter().all(|w| long.contains(w)))
        }
        (Class::Body | Class::People, ..) => long.starts_with(short) && short.concat().chars().count() > MIN_SHORT_NAME,
        _ => false,
    }
}

/// Shorter beginnings of an organisation's name are no name of it.
const MIN_SHORT_NAME: usize = 3;

#[cfg(test)]
mod tests {
    use super::*;

    fn words(name: &str) -> Vec<String> {
        name.split(' ').map(str::to_owned).collect()
    }

    fn person(country: &str) -> Reading {
        Reading::one(Class::Person, Affiliation { country: country.parse().ok(), ..Affiliation::default() }, true)
    }

    #[track_caller]
    fn check(asked: &str, expected: Option<&str>) {
        let mut names = Names::default();
        names.learn(&words("ana duarte"), &person("PRT"), Certainty::Told);
        names.learn(&words("rui duarte"), &person("BRA"), Certainty::Told);
        names.learn(&words("duarte"), &person("USA"), Certainty::Guessed);
        let body = Reading { class: Class::Body, ..person("ESP") };
        names.learn(&words("northern transport workers"), &body, Certainty::Told);
        names.alias(&words("northern transport workers"), &words("ntw"));
        let found = names.recall(&words(asked)).and_then(|known| known.who[0].country);
        assert_eq!(found.map(|c| c.to_string()), expected.map(str::to_owned), "{asked}");
    }

    #[test]
    fn a_short_name_recalls_its_bearer() {
        for (asked, expected) in [
            ("ana duarte", Some("PRT")),
            ("rui duarte", Some("BRA")),
            ("duarte", Some("BRA")),
            ("rosa duarte", None),
            ("ana", None),
            ("ntw", Some("ESP")),
            ("northern transport", Some("ESP")),
            ("workers", None),
        ] {
            check(asked, expected);
        }
    }
}
