//! What a preposition says of the phrase behind it.

use crate::source::rows;
use crate::{DataFile, Problem};
use std::collections::HashMap;

/// What a phrase behind a preposition is to the act that it stands with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Introduces {
    /// Whom several verbs are aimed at together.
    Aim,
    /// Who takes part in a mutual event.
    Party,
    /// What only acts have, never the place that they are told with.
    OfAct,
    /// What goes on while the act of the verb does.
    During,
    /// What the act was done with, or in the course of.
    Means,
    /// An event before, behind or beside the act, in which whoever acts may have taken part.
    Occasion,
}

/// All prepositions listed.
#[derive(Debug, Clone, Default)]
pub struct Prepositions {
    introduces: HashMap<Box<str>, Vec<Introduces>>,
}

impl Prepositions {
    /// Takes in `cues/prepositions.tsv`: lemma of a preposition, what it introduces, an example with it.
    pub(crate) fn read(&mut self, file: &DataFile<'_>, problems: &mut Vec<Problem>) {
        for row in rows(file, 3, problems) {
            let [preposition, introduces, example] = row.cells[..] else { continue };
            let mut report = |message| problems.push(Problem { file: file.path.to_owned(), line: row.line, message });
            let words: Vec<Option<Introduces>> = introduces.split(',').map(|word| introduced(word.trim())).collect();
            if words.contains(&None) {
                report(format!("\"{introduces}\" is not a list of aim, party, of-act, during, means and occasion"));
            }
            if !format!(" {}", example.to_lowercase()).contains(&format!(" {preposition}")) {
                report(format!("the example does not hold \"{preposition}\""));
            }
            self.introduces.entry(preposition.into()).or_default().extend(words.into_iter().flatten());
        }
    }

    /// Whether a preposition may introduce this.
    pub fn introduces(&self, preposition: &str, what: Introduces) -> bool {
        self.introduces.get(preposition).is_some_and(|all| all.contains(&what))
    }

    /// All prepositions that may introduce this, in the order of the alphabet.
    pub fn of(&self, what: Introduces) -> Vec<&str> {
        let all = self.introduces.iter().filter(|(_, introduces)| introduces.contains(&what));
        let mut found: Vec<&str> = all.map(|(preposition, _)| &**preposition).collect();
        found.sort_unstable();
        found
    }
}

fn introduced(word: &str) -> Option<Introduces> {
    match word {
        "aim" => Some(Introduces::Aim),
        "party" => Some(Introduces::Party),
        "of-act" => Some(Introduces::OfAct),
        "during" => Some(Introduces::During),
        "means" => Some(Introduces::Means),
        "occasion" => Some(Introduces::Occasion),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, aims: &[&str], wrong: &[&str]) {
        let mut problems = Vec::new();
        let mut prepositions = Prepositions::default();
        prepositions.read(&DataFile { path: "cues/prepositions.tsv", text }, &mut problems);
        assert_eq!(prepositions.of(Introduces::Aim), aims, "{text:?}");
        assert_eq!(problems.iter().map(|p| p.message.as_str()).collect::<Vec<_>>(), wrong, "{text:?}");
    }

    #[test]
    fn a_preposition_introduces_what_is_listed() {
        check("on\taim\tTariffs on Chad.\nagainst\tof-act, aim\tA march against Chad.\n", &["against", "on"], &[]);
        check("with\tparty\tTalks with Chad.\n", &[], &[]);
    }

    #[test]
    fn what_cannot_be_read_is_told() {
        let kinds = "\"on top\" is not a list of aim, party, of-act, during, means and occasion";
        check("on\ton top\tTariffs on Chad.\n", &[], &[kinds]);
        check("on\taim\tTariffs against Chad.\n", &["on"], &["the example does not hold \"on\""]);
    }
}
