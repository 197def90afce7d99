//! Words that name somebody only by what was said before: pronouns, "the group", "both sides", "his counterpart".

use crate::table::{Table, cell};
use crate::{DataFile, Problem};
use std::{collections::HashMap, str::FromStr};
use types::{Sector, UnknownCode};

/// How a word finds whom it names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DescriptionKind {
    /// One person spoken of: "he", "her".
    One,
    /// One body, state or thing spoken of: "it", "its".
    It,
    /// Several spoken of: "they", "their".
    They,
    /// Whoever speaks: "we", "my".
    Speaker,
    /// A person by no office: "the man".
    Person,
    /// A body of the sectors listed: "the company"; of any where none is listed.
    Group,
    /// A body of several states: "the bloc".
    Bloc,
    /// A state: "the country".
    State,
    /// All parties to the matter: "both sides".
    Sides,
    /// The holder of the same office elsewhere: "counterpart".
    Counterpart,
    /// What somebody did or said before: "the offer".
    Deed,
    /// A vehicle or weapon, which is somebody's only if the text says whose: "drone".
    Vehicle,
    /// A number or part of what follows: "dozens of protesters", "a member of the union".
    Part,
    /// A verb whose subject speaks or acts for its object: "heads".
    Leads,
    /// A participle after which a name is given: "known as".
    Named,
    /// An adjective of who is not of the country: "foreign".
    Elsewhere,
    /// Who stands beside a state without being of it: "neighbour".
    Beside,
    /// Water that belongs to no state: "ocean".
    Sea,
    /// What makes the name of a people tell descent, not citizenship: "ethnic".
    Descent,
    /// What introduces an example of what stands before it: "such as".
    Example,
    /// What joins a place to what belongs there: "Moscow-based".
    Belongs,
    /// A preposition of the place where something happens: "in".
    Where,
    /// What joins a state to what does not belong to it: "Iran-backed", "pro-Russian".
    Foreign,
}

/// Which sex a word tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Gender {
    /// "he", "king".
    Male,
    /// "she", "queen".
    Female,
}

/// One word of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Description {
    /// How it finds whom it names.
    pub kind: DescriptionKind,
    /// The sectors that whoever is named may have; any where none is listed.
    pub sectors: Vec<Sector>,
    /// The sex it tells.
    pub gender: Option<Gender>,
}

/// All such words.
#[derive(Debug, Default)]
pub struct Descriptions {
    by_word: HashMap<Box<str>, Description>,
}

impl FromStr for DescriptionKind {
    type Err = UnknownCode;

    fn from_str(s: &str) -> Result<Self, Self::Err> {
        Ok(match s {
            "one" => Self::One,
            "it" => Self::It,
            "they" => Self::They,
            "speaker" => Self::Speaker,
            "person" => Self::Person,
            "group" => Self::Group,
            "bloc" => Self::Bloc,
            "elsewhere" => Self::Elsewhere,
            "beside" => Self::Beside,
            "sea" => Self::Sea,
            "descent" => Self::Descent,
            "example" => Self::Example,
            "state" => Self::State,
            "sides" => Self::Sides,
            "counterpart" => Self::Counterpart,
            "deed" => Self::Deed,
            "vehicle" => Self::Vehicle,
            "part" => Self::Part,
            "leads" => Self::Leads,
            "named" => Self::Named,
            "belongs" => Self::Belongs,
            "where" => Self::Where,
            "foreign" => Self::Foreign,
            _ => return Err(UnknownCode { list: "kind of description", name: s.to_owned() }),
        })
    }
}

impl FromStr for Gender {
    type Err = UnknownCode;

    fn from_str(s: &str) -> Result<Self, Self::Err> {
        match s {
            "m" => Ok(Self::Male),
            "f" => Ok(Self::Female),
            _ => Err(UnknownCode { list: "gender", name: s.to_owned() }),
        }
    }
}

impl Descriptions {
    /// Reads `actors/descriptions.tsv`: word, kind, sectors, gender.
    pub(crate) fn read(&mut self, file: &DataFile<'_>, problems: &mut Vec<Problem>) {
        Table::read(file, 4, problems, |table, row| {
            let Some(kind) = table.value(row, 1) else { return };
            let description = Description { kind, sectors: table.codes(row, 2), gender: table.optional(row, 3) };
            if self.by_word.insert(cell(row, 0).into(), description).is_some() {
                table.problem(row.line, format!("{:?} is listed twice", cell(row, 0)));
            }
        });
    }

    /// What a lemma in lower case says.
    pub fn get(&self, word: &str) -> Option<&Description> {
        self.by_word.get(word)
    }

    /// Its kind alone.
    pub fn kind(&self, word: &str) -> Option<DescriptionKind> {
        self.get(word).map(|description| description.kind)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_have_kind_sectors_and_gender() {
        let (mut descriptions, mut problems) = (Descriptions::default(), Vec::new());
        let text = "company\tgroup\tBUS\t-\nshe\tone\t-\tf\n";
        descriptions.read(&DataFile { path: "actors/descriptions.tsv", text }, &mut problems);
        assert_eq!(problems, []);
        let company = Description { kind: DescriptionKind::Group, sectors: vec![Sector::Bus], gender: None };
        assert_eq!(descriptions.get("company"), Some(&company));
        assert_eq!(descriptions.get("she").and_then(|d| d.gender), Some(Gender::Female));
        assert_eq!(descriptions.kind("Company"), None);
    }

    #[test]
    fn faults_are_told_with_their_line() {
        let (mut descriptions, mut problems) = (Descriptions::default(), Vec::new());
        let text = "a\tthing\t-\t-\nb\tone\tXXX\tq\n";
        descriptions.read(&DataFile { path: "actors/descriptions.tsv", text }, &mut problems);
        let lines: Vec<usize> = problems.iter().map(|p| p.line).collect();
        assert_eq!(lines, [1, 2, 2]);
    }
}
