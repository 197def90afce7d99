//! What a user brings besides the data files: dictionaries of several formats, told apart by what they hold.

use crate::petrarch::Actor;
use crate::petrarch::{self, Codebook};
use crate::{Cameo, DataFile, Entry, Learnt, Lexicon, NameKind, Problem};

/// The formats that are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// A dictionary of PETRARCH or TABARI.
    Petrarch(petrarch::Kind),
    /// Actors that were learnt from documents.
    Learnt,
}

impl Format {
    /// The format of a text, or nothing if it is none that is known.
    pub fn of(text: &str) -> Option<Format> {
        if Learnt::is(text) { Some(Format::Learnt) } else { petrarch::Kind::of(text).map(Format::Petrarch) }
    }

    /// What its files are called.
    pub fn as_str(self) -> &'static str {
        match self {
            Format::Petrarch(kind) => kind.as_str(),
            Format::Learnt => "learnt",
        }
    }
}

/// A user's dictionaries.
#[derive(Debug, Clone, Default)]
pub struct Extension {
    /// Dictionaries of PETRARCH and TABARI, taken together.
    pub codebook: Codebook,
    /// Actors learnt from documents and accepted.
    pub learnt: Learnt,
}

impl Extension {
    /// Reads dictionaries, each with its format. Lines that cannot be read are told and passed over.
    pub fn read(files: &[(Format, DataFile<'_>)]) -> (Self, Vec<Problem>) {
        let (mut extension, mut problems) = (Self::default(), Vec::new());
        for (format, file) in files {
            match format {
                Format::Petrarch(kind) => extension.codebook.read(*kind, file, &mut problems),
                Format::Learnt => extension.learnt.read(file, &mut problems),
            }
        }
        problems.sort_by(|a, b| (&a.file, a.line).cmp(&(&b.file, b.line)));
        (extension, problems)
    }
}

impl Lexicon {
    /// Takes the names of a user's dictionaries over into its own, with country and sectors. Learnt actors of countries
    /// that no table knows are told and passed over.
    pub fn learn(&mut self, extension: &Extension) -> Vec<Problem> {
        for actor in extension.codebook.actors.all() {
            for entry in entries(&self.cameo, actor) {
                let (id, index) = self.world.names.add(entry);
                for name in actor.names.iter().flat_map(|name| spellings(name)) {
                    // A name without a letter names nobody; reading told so.
                    let _ = index.add(&name, id);
                }
            }
        }
        extension.learnt.join(&self.world.states, &mut self.world.names)
    }
}

/// What an actor is for each time; codes that say neither country nor sector are left out.
fn entries(cameo: &Cameo, actor: &Actor) -> Vec<Entry> {
    let entry = |(code, term): (&types::ActorCode, crate::Term)| {
        let who = cameo.affiliation(code);
        let known = who.country.is_some() || !who.sectors.is_empty();
        let name = actor.names.first().map(|name| spellings(name).swap_remove(0)).unwrap_or_default().into();
        let entry = Entry { name, country: who.country, sectors: who.sectors, kind: NameKind::Body, term };
        known.then_some(entry)
    };
    let dated = actor.codes.iter().flat_map(|dated| dated.codes.iter().map(|code| (code, dated.term)));
    dated.filter_map(entry).collect()
}

/// How news writes a name that the dictionary has in capitals: with a capital to each longer word, or a short one as it
/// is.
fn spellings(name: &str) -> Vec<String> {
    let words: Vec<&str> = name.split(['_', ' ']).filter(|word| !word.is_empty()).collect();
    let written = |(nth, word): (usize, &&str)| {
        let (first, rest) = word.split_at(word.chars().next().map_or(0, char::len_utf8));
        match nth > 0 && word.len() <= SMALL_WORD {
            true => word.to_lowercase(),
            false => first.to_uppercase() + &rest.to_lowercase(),
        }
    };
    let title = words.iter().enumerate().map(written).collect::<Vec<_>>().join(" ");
    match words.as_slice() {
        [one] if one.len() <= ABBREVIATION => vec![title, one.to_uppercase()],
        _ => vec![title],
    }
}

/// Words up to this length, such as "of", "al" and "the", may go without a capital.
const SMALL_WORD: usize = 3;

/// Names up to this length may be abbreviations.
const ABBREVIATION: usize = 6;

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, want: &[&str]) {
        assert_eq!(spellings(name), want, "{name}");
    }

    #[test]
    fn names_in_capitals_are_written_as_news_writes_them() {
        check("REPUBLIC_OF_NORDLAND_", &["Republic of Nordland"]);
        check("AL-NUR", &["Al-nur", "AL-NUR"]);
        check("ANNA HOLM", &["Anna Holm"]);
        check("U.N.", &["U.n.", "U.N."]);
    }
}
