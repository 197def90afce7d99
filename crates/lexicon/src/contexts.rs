//! Cue words of PLOVER's contexts: what places an event in the military, the courts, migration and so on.

use crate::toml_file::{self, Located};
use crate::{DataFile, Problem};
use serde::Deserialize;
use std::collections::{BTreeMap, HashMap};
use types::{Context, UnknownCode};

/// Phrases in lemmas and the context they establish.
#[derive(Debug, Clone, Default)]
pub struct Contexts {
    by_first: HashMap<Box<str>, Vec<Cue>>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Cue {
    rest: Vec<Box<str>>,
    context: Context,
}

#[derive(Deserialize)]
struct FileShape(BTreeMap<String, Entry>);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    words: Vec<Located>,
}

impl Contexts {
    /// Reads `contexts.toml`.
    pub(crate) fn read(file: &DataFile<'_>, problems: &mut Vec<Problem>) -> Self {
        let mut contexts = Self::default();
        let Some(FileShape(entries)) = toml_file::read::<FileShape>(file, problems) else { return contexts };
        for (name, entry) in &entries {
            match name.parse() {
                Ok(context) => entry.words.iter().for_each(|words| contexts.add(file, words, context, problems)),
                Err(error) => problems.push(unknown(file, &error)),
            }
        }
        for context in Context::ALL.iter().filter(|context| !entries.contains_key(context.as_str())) {
            let message = format!("context {context} is missing");
            problems.push(Problem { file: file.path.to_owned(), line: 0, message });
        }
        contexts
    }

    fn add(&mut self, file: &DataFile<'_>, words: &Located, context: Context, problems: &mut Vec<Problem>) {
        let mut lemmas = words.get_ref().split_whitespace().map(Box::from);
        let Some(first) = lemmas.next() else {
            return problems.push(toml_file::problem(file, words, "no words"));
        };
        let cue = Cue { rest: lemmas.collect(), context };
        let cues = self.by_first.entry(first).or_default();
        if cues.contains(&cue) {
            problems.push(toml_file::problem(file, words, &format!("{:?} is listed twice", words.get_ref())));
        } else {
            cues.push(cue);
        }
    }

    /// The contexts whose phrases begin at the first of these lemmas in lower case.
    pub fn at<W: AsRef<str>>(&self, lemmas: &[W]) -> impl Iterator<Item = Context> {
        let cues = lemmas.first().and_then(|first| self.by_first.get(first.as_ref())).map_or(&[][..], Vec::as_slice);
        cues.iter().filter(|cue| starts_with(lemmas.get(1..).unwrap_or(&[]), &cue.rest)).map(|cue| cue.context)
    }
}

fn starts_with(lemmas: &[impl AsRef<str>], rest: &[Box<str>]) -> bool {
    lemmas.len() >= rest.len() && lemmas.iter().zip(rest).all(|(lemma, word)| lemma.as_ref() == &**word)
}

fn unknown(file: &DataFile<'_>, error: &UnknownCode) -> Problem {
    Problem { file: file.path.to_owned(), line: 0, message: error.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    const REAL: &str = include_str!("../../../data/contexts.toml");

    #[track_caller]
    fn check(contexts: &Contexts, text: &str, expected: &[Context]) {
        let words: Vec<&str> = text.split(' ').collect();
        assert_eq!(contexts.at(&words).collect::<Vec<_>>(), expected, "{text}");
    }

    #[test]
    fn the_real_table_names_every_context_and_finds_phrases() {
        let mut problems = Vec::new();
        let contexts = Contexts::read(&DataFile { path: "contexts.toml", text: REAL }, &mut problems);
        assert_eq!(problems, []);
        check(&contexts, "troops", &[]);
        check(&contexts, "troop", &[Context::Military]);
        check(&contexts, "border wall be", &[Context::Migration]);
        check(&contexts, "border", &[]);
    }

    #[test]
    fn faults_are_told() {
        let mut problems = Vec::new();
        let text = "[military]\nwords = [\"army\",\n\"army\", \" \"]\n[war]\nwords = []\n";
        Contexts::read(&DataFile { path: "contexts.toml", text }, &mut problems);
        let told: Vec<(usize, &str)> = problems.iter().map(|p| (p.line, p.message.as_str())).collect();
        for (line, part) in [(3, "twice"), (3, "no words"), (0, "unknown context"), (0, "legal is missing")] {
            assert!(told.iter().any(|(l, message)| *l == line && message.contains(part)), "{part}: {told:?}");
        }
    }
}
