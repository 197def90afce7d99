//! Discard dictionaries: phrases that make a sentence be left out, or with `+` the whole story.

use super::lines::lines;
use super::report::Report;
use super::words::{PhraseIndex, Piece, phrase};
use crate::{DataFile, Problem};

/// What is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// The sentence that holds the phrase.
    Sentence,
    /// The whole article.
    Story,
}

/// All phrases that make a text be left out.
#[derive(Debug, Clone, Default)]
pub struct Discards {
    scopes: Vec<Scope>,
    index: PhraseIndex,
}

impl Discards {
    /// What a sentence makes be left out: the story outweighs the sentence.
    pub fn scope(&self, text: &[Piece]) -> Option<Scope> {
        let found = (0..text.len()).filter_map(|at| self.index.longest(text, at, 0));
        let scopes: Vec<Scope> = found.filter_map(|(id, _)| self.scopes.get(id).copied()).collect();
        scopes.iter().find(|scope| **scope == Scope::Story).or(scopes.first()).copied()
    }

    /// How many phrases there are.
    pub fn len(&self) -> usize {
        self.scopes.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.scopes.is_empty()
    }

    /// Reads a dictionary.
    pub(super) fn read(&mut self, file: &DataFile<'_>, problems: &mut Vec<Problem>) {
        let mut report = Report::new(file.path, problems);
        for line in lines(file.text) {
            let story = line.text.strip_prefix('+');
            let scope = if story.is_some() { Scope::Story } else { Scope::Sentence };
            if self.index.add(phrase(story.unwrap_or(line.text)), self.scopes.len()) {
                self.scopes.push(scope);
            } else {
                report.fault(line.number, "the line holds no word");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::words::sentence;
    use super::*;

    #[track_caller]
    fn check(text: &str, want: Option<Scope>) {
        let (mut discards, mut problems) = (Discards::default(), Vec::new());
        discards.read(&DataFile { path: "d.txt", text: "REGATTA\n+CHESS FINAL\n+_\n" }, &mut problems);
        assert_eq!(problems.len(), 1);
        assert_eq!(discards.scope(&sentence(text.split(' '))), want, "{text}");
    }

    #[test]
    fn a_phrase_anywhere_is_enough() {
        check("The regatta ended", Some(Scope::Sentence));
        check("The regatta and the chess final ended", Some(Scope::Story));
        check("The final chess move", None);
    }
}
