//! Role nouns: what "foreign minister", "troops" or "villagers" say of an actor's sector.

use crate::fold::Pieces;
use crate::table::{Table, cell};
use crate::{DataFile, Problem, Row};
use std::{collections::HashMap, str::FromStr};
use types::{Sector, UnknownCode};

/// The columns of `actors/roles.tsv`.
const COLUMNS: usize = 4;

/// What a role noun refers to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RoleClass {
    /// One person: "minister".
    Person,
    /// People or things taken together: "police", "troops", "jets".
    Collective,
    /// A body: "ministry", "court".
    Body,
}

impl FromStr for RoleClass {
    type Err = UnknownCode;

    fn from_str(s: &str) -> Result<Self, Self::Err> {
        Ok(match s {
            "person" => RoleClass::Person,
            "collective" => RoleClass::Collective,
            "body" => RoleClass::Body,
            _ => return Err(UnknownCode { list: "class of role", name: s.to_owned() }),
        })
    }
}

/// A role noun or phrase.
#[derive(Debug, Clone, PartialEq)]
pub struct Role {
    /// Its lemmas, in lower case.
    pub phrase: Box<str>,
    /// Sectors, the leading one first; none where the role inherits those of whom it serves ("spokesman").
    pub sectors: Vec<Sector>,
    /// What it refers to.
    pub class: RoleClass,
    /// How it must be written.
    pub writing: Writing,
}

/// How a role must be written to be one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Writing {
    /// In any way.
    Any,
    /// With a capital: "the House" is a parliament, a "house" is not.
    Capital,
}

impl Role {
    /// Whether country and sector are those of the body or person it serves.
    pub fn inherits(&self) -> bool {
        self.sectors.is_empty()
    }
}

/// All role nouns.
#[derive(Debug, Default)]
pub struct Roles {
    roles: Vec<Role>,
    by_phrase: HashMap<Box<str>, usize>,
    reach: HashMap<Box<str>, usize>,
}

impl Roles {
    /// Reads the table of roles.
    pub(crate) fn read(&mut self, file: &DataFile<'_>, problems: &mut Vec<Problem>) {
        Table::read(file, COLUMNS, problems, |table, row| self.row(table, row));
    }

    fn row<'a>(&mut self, table: &mut Table<'a, '_>, row: &Row<'a>) {
        let sectors: Vec<Sector> = table.codes(row, 1);
        if sectors.is_empty() != (cell(row, 3) == "inherits") {
            table.problem(row.line, "a role has sectors, or `-` and the note `inherits`");
        }
        let Some(class) = table.value(row, 2) else { return };
        let pieces = Pieces::of(cell(row, 0));
        if pieces.key() != pieces.surface() {
            table.problem(row.line, "a role is written in lower case");
        }
        self.extend_reach(&pieces);
        if self.by_phrase.insert(pieces.key().into(), self.roles.len()).is_some() {
            table.problem(row.line, format!("{:?} is listed twice", cell(row, 0)));
        }
        let writing = if cell(row, 3) == "capital" { Writing::Capital } else { Writing::Any };
        self.roles.push(Role { phrase: pieces.key().into(), sectors, class, writing });
    }

    fn extend_reach(&mut self, pieces: &Pieces) {
        let last = pieces.key().rsplit(' ').next().unwrap_or_default();
        let reach = self.reach.entry(last.into()).or_default();
        *reach = pieces.count().max(*reach);
    }

    /// The longest role that ends with the last lemma, and over how many lemmas it reaches.
    pub fn longest_ending(&self, lemmas: &[&str]) -> Option<(usize, &Role)> {
        let ends = Endings::of(lemmas, |last| self.reach.get(last).copied());
        ends.longest_first().find_map(|(words, phrase)| {
            let role = self.roles.get(*self.by_phrase.get(phrase)?)?;
            Some((words, role))
        })
    }

    /// All roles, in the order of the table.
    pub fn all(&self) -> &[Role] {
        &self.roles
    }
}

/// The phrases that end some words: where each starts in the joined text, and at which word.
struct Endings {
    joined: String,
    starts: Vec<(usize, usize)>,
}

impl Endings {
    fn of(words: &[&str], reach: impl Fn(&str) -> Option<usize>) -> Self {
        let mut found = Self { joined: String::new(), starts: Vec::new() };
        let last = words.last().map(|word| Pieces::of(word)).unwrap_or_default();
        let Some(reach) = last.key().rsplit(' ').next().and_then(reach) else { return found };
        let first = words.len() - words.len().min(reach + words_without_pieces(words));
        for (index, word) in words.iter().enumerate().skip(first) {
            found.push(&Pieces::of(word), words.len() - index);
        }
        found
    }

    fn push(&mut self, pieces: &Pieces, words: usize) {
        for piece in pieces.key().split(' ').filter(|p| !p.is_empty()) {
            if !self.joined.is_empty() {
                self.joined.push(' ');
            }
            self.starts.push((self.joined.len(), words));
            self.joined.push_str(piece);
        }
    }

    fn longest_first(&self) -> impl Iterator<Item = (usize, &str)> {
        self.starts.iter().filter_map(|(start, words)| Some((*words, self.joined.get(*start..)?)))
    }
}

/// Hyphens among the last words, which do not count.
fn words_without_pieces(words: &[&str]) -> usize {
    words.iter().filter(|word| !word.contains(char::is_alphanumeric)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLE: &str = "foreign minister\tGOV\tperson\t-\njet\tMIL\tcollective\t-\nminister\tGOV\tperson\t-\n\
        spokesman\t-\tperson\tinherits\nvice president\tGOV\tperson\t-\n";

    #[track_caller]
    fn check(text: &str, expected: Option<(usize, &str)>) {
        let (mut roles, mut problems) = (Roles::default(), Vec::new());
        roles.read(&DataFile { path: "actors/roles.tsv", text: TABLE }, &mut problems);
        assert_eq!(problems, []);
        let words: Vec<&str> = text.split(' ').collect();
        let found = roles.longest_ending(&words).map(|(words, role)| (words, role.phrase.to_string()));
        assert_eq!(found, expected.map(|(words, phrase)| (words, phrase.to_owned())), "{text}");
    }

    #[test]
    fn the_longest_role_at_the_head_is_found() {
        for (text, expected) in [
            ("the foreign minister", Some((2, "foreign minister"))),
            ("foreign prime minister", Some((1, "minister"))),
            ("Foreign Minister", Some((2, "foreign minister"))),
            ("vice-president", Some((1, "vice president"))),
            ("a vice - president", Some((3, "vice president"))),
            ("ex-minister", Some((1, "minister"))),
            ("spokesman", Some((1, "spokesman"))),
            ("minister of war", None),
            ("", None),
        ] {
            check(text, expected);
        }
    }

    #[test]
    fn faults_are_told_with_their_line() {
        let text = "b\tGOV\tperson\t-\na\t-\tperson\t-\na\tXXX\tthing\tinherits\n";
        let (mut roles, mut problems) = (Roles::default(), Vec::new());
        roles.read(&DataFile { path: "actors/roles.tsv", text }, &mut problems);
        let told: Vec<String> = problems.iter().map(Problem::to_string).collect();
        assert_eq!(told.len(), 4, "{told:#?}");
        assert!(told.iter().all(|t| t.starts_with("actors/roles.tsv:")), "{told:#?}");
    }
}
