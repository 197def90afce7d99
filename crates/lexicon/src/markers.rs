//! Words before a role that tell whether the office is still held: "former", "ex-", "acting".

use crate::fold::Pieces;
use crate::table::{Table, cell};
use crate::{DataFile, Problem};
use std::{collections::HashMap, str::FromStr};
use types::UnknownCode;

/// How someone stands to the office named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Tenure {
    /// Held it once: "former", "ousted".
    Former,
    /// Held it at the time told of: "then".
    Then,
    /// Holds it, for now or until soon: "acting", "outgoing".
    Current,
    /// Is to hold it: "incoming", "-elect".
    Elect,
    /// Is dead: "late", "slain".
    Late,
}

impl FromStr for Tenure {
    type Err = UnknownCode;

    fn from_str(s: &str) -> Result<Self, Self::Err> {
        Ok(match s {
            "former" => Tenure::Former,
            "then" => Tenure::Then,
            "current" => Tenure::Current,
            "elect" => Tenure::Elect,
            "late" => Tenure::Late,
            _ => return Err(UnknownCode { list: "tenure", name: s.to_owned() }),
        })
    }
}

/// All such words.
#[derive(Debug, Default)]
pub struct Markers {
    by_word: HashMap<Box<str>, Tenure>,
}

impl Markers {
    /// Reads `actors/markers.tsv`: word and tenure.
    pub(crate) fn read(&mut self, file: &DataFile<'_>, problems: &mut Vec<Problem>) {
        Table::read(file, 2, problems, |table, row| {
            let Some(tenure) = table.value(row, 1) else { return };
            if self.by_word.insert(Pieces::of(cell(row, 0)).key().into(), tenure).is_some() {
                table.problem(row.line, format!("{:?} is listed twice", cell(row, 0)));
            }
        });
    }

    /// What a word, or a hyphenated part of it ("ex-minister", "president-elect"), says of the office beside it.
    pub fn tenure(&self, word: &str) -> Option<Tenure> {
        let pieces = Pieces::of(word);
        let whole = self.by_word.get(pieces.key()).copied();
        whole.or_else(|| pieces.key().split(' ').find_map(|piece| self.by_word.get(piece).copied()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_their_hyphenated_parts_are_known() {
        let (mut markers, mut problems) = (Markers::default(), Vec::new());
        let text = "elect\telect\nex\tformer\none-time\tformer\nthen\tthen\n";
        markers.read(&DataFile { path: "actors/markers.tsv", text }, &mut problems);
        assert_eq!(problems, []);
        for (word, expected) in [
            ("Ex", Some(Tenure::Former)),
            ("ex-minister", Some(Tenure::Former)),
            ("president-elect", Some(Tenure::Elect)),
            ("one-time", Some(Tenure::Former)),
            ("time", None),
            ("then-president", Some(Tenure::Then)),
            ("exit", None),
            ("", None),
        ] {
            assert_eq!(markers.tenure(word), expected, "{word}");
        }
    }
}
