//! Words that tell what somebody says, thinks, feels or means to do, and where what they tell stands.

use crate::source::rows;
use crate::{DataFile, Problem};
use std::collections::HashMap;
use types::Upos;

/// How what is told stands to the word that tells it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum SayingEdge {
    /// A clause ("said that she left").
    Clause,
    /// An infinitive ("vowed to leave").
    Infinitive,
    /// A participle ("recalled leaving").
    Gerund,
    /// The object ("praised the plan").
    Object,
    /// The subject of the passive ("the plan was praised").
    Passive,
    /// What is said of the object ("called the plan a mistake").
    Predicate,
    /// The subject of the word, which has no source then ("the plan seems to fail").
    Raised,
    /// What stands behind a preposition ("called for peace").
    Preposition(Box<str>),
}

impl SayingEdge {
    fn named(name: &str) -> Self {
        match name {
            "clause" => SayingEdge::Clause,
            "infinitive" => SayingEdge::Infinitive,
            "gerund" => SayingEdge::Gerund,
            "object" => SayingEdge::Object,
            "passive" => SayingEdge::Passive,
            "predicate" => SayingEdge::Predicate,
            "raised" => SayingEdge::Raised,
            preposition => SayingEdge::Preposition(preposition.into()),
        }
    }
}

/// Words by part of speech and lemma.
#[derive(Debug, Clone, Default)]
pub struct Sayings(HashMap<Box<str>, Vec<(Upos, Vec<SayingEdge>)>>);

impl Sayings {
    /// Takes in `cues/sayings.tsv`.
    pub(crate) fn read(&mut self, file: &DataFile<'_>, problems: &mut Vec<Problem>) {
        for row in rows(file, 3, problems) {
            let part = match row.cells[1] {
                "verb" => Upos::Verb,
                "noun" => Upos::Noun,
                "adjective" => Upos::Adj,
                _ => {
                    let message = "the second column is verb, noun or adjective".to_owned();
                    problems.push(Problem { file: file.path.to_owned(), line: row.line, message });
                    continue;
                }
            };
            let edges = row.cells[2].split(',').map(|name| SayingEdge::named(name.trim())).collect();
            self.0.entry(row.cells[0].into()).or_default().push((part, edges));
        }
    }

    /// How what is told may stand to a word; nothing where it tells nothing.
    pub fn edges(&self, lemma: &str, part: Upos) -> &[SayingEdge] {
        let entries = self.0.get(lemma).map_or(&[][..], Vec::as_slice);
        entries.iter().find(|(of, _)| *of == part).map_or(&[], |(_, edges)| edges)
    }

    /// Words and parts of speech listed.
    pub fn len(&self) -> usize {
        self.0.values().map(Vec::len).sum()
    }

    /// Whether nothing is listed.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
