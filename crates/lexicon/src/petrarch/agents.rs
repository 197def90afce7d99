//! Agent dictionaries: role nouns whose codes join the code of an actor, behind it (`[~GOV]`) or before it (`[NGO~]`).
//!
//! `{}` says that there is no plural, `{GEESE}` what it is; else it is made. `!PERSON!` stands for each word of the
//! list that `!PERSON! = MAN, WOMAN` gives.

use super::lines::{Line, brackets, lines};
use super::report::Report;
use super::words::{PhraseIndex, Piece, phrase};
use crate::{DataFile, Problem};
use std::collections::HashMap;
use types::ActorCode;

/// On which side of an actor's code the code of an agent stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Joint {
    /// Before it.
    Prefix,
    /// Behind it.
    Suffix,
}

/// The code of a role noun.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agent {
    /// What it adds.
    pub code: ActorCode,
    /// Where.
    pub joint: Joint,
}

/// All agents of the dictionaries.
#[derive(Debug, Clone, Default)]
pub struct Agents {
    agents: Vec<Agent>,
    index: PhraseIndex,
}

impl Agents {
    /// The longest role noun that begins at a piece, with one past its last piece.
    pub fn longest(&self, text: &[Piece], from: usize, within: usize) -> Option<(&Agent, usize)> {
        let (id, end) = self.index.longest(text, from, within)?;
        Some((self.agents.get(id)?, end))
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.agents.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.agents.is_empty()
    }

    /// How many words and phrases there are, plurals included.
    pub fn names(&self) -> usize {
        self.index.count()
    }

    /// Reads a dictionary.
    pub(super) fn read(&mut self, file: &DataFile<'_>, problems: &mut Vec<Problem>) {
        let mut report = Report::new(file.path, problems);
        let mut sets = Sets::new();
        for line in lines(file.text) {
            let read = match line.text.split_once('=') {
                Some((name, words)) => substitution(name, words).map(|(name, words)| _ = sets.insert(name, words)),
                None => self.entry(line, &sets),
            };
            report.good(line.number, read);
        }
    }

    fn entry(&mut self, line: Line<'_>, sets: &Sets) -> Result<(), String> {
        let (head, inner) = brackets(line.text).ok_or("a bracket is not closed")?;
        let [code] = inner.as_slice() else {
            return Err("an agent has one code in brackets, such as [~GOV]".to_owned());
        };
        let agent = agent(code)?;
        let (singular, plurals) = nouns(head)?;
        let id = self.agents.len();
        self.agents.push(agent);
        for noun in substituted(singular, sets)? {
            let made = plurals.clone().unwrap_or_else(|| vec![plural(&noun)]);
            for text in std::iter::once(noun).chain(made) {
                if !self.index.add(phrase(&text), id) {
                    return Err(format!("{text:?} holds no word"));
                }
            }
        }
        Ok(())
    }
}

type Sets = HashMap<String, Vec<String>>;

/// `!PERSON! = MAN, WOMAN`
fn substitution(name: &str, words: &str) -> Result<(String, Vec<String>), String> {
    let name = name.trim().strip_prefix('!').and_then(|name| name.strip_suffix('!'));
    let name = name.ok_or("a list of words is written !NAME! = WORD, WORD")?;
    Ok((name.to_owned(), words.split(',').map(|word| word.trim().to_owned()).collect()))
}

fn agent(code: &str) -> Result<Agent, String> {
    let code = code.trim();
    let (text, joint) = match (code.strip_prefix('~'), code.strip_suffix('~')) {
        (Some(text), _) => (text, Joint::Suffix),
        (_, Some(text)) => (text, Joint::Prefix),
        _ => return Err(format!("the code {code:?} of an agent begins or ends with ~")),
    };
    Ok(Agent { code: text.trim().parse().map_err(|error| format!("{error}"))?, joint })
}

/// The noun and, where given, its plurals.
fn nouns(head: &str) -> Result<(&str, Option<Vec<String>>), String> {
    let Some((noun, rest)) = head.split_once('{') else { return Ok((head, None)) };
    let (plurals, _) = rest.split_once('}').ok_or("a brace is not closed")?;
    let plurals = plurals.split(|c: char| c.is_whitespace() || c == ',').filter(|plural| !plural.is_empty());
    Ok((noun.trim(), Some(plurals.map(str::to_owned).collect())))
}

fn substituted(noun: &str, sets: &Sets) -> Result<Vec<String>, String> {
    let mut parts = noun.splitn(3, '!');
    let (Some(before), Some(name), Some(after)) = (parts.next(), parts.next(), parts.next()) else {
        return Ok(vec![noun.to_owned()]);
    };
    let words = sets.get(name).ok_or_else(|| format!("no list of words is called !{name}!"))?;
    Ok(words.iter().map(|word| format!("{before}{word}{after}")).collect())
}

/// The regular plural.
pub(super) fn plural(noun: &str) -> String {
    let noun = noun.trim_end_matches('_');
    match noun.strip_suffix(['Y', 'y']) {
        Some(stem) if !stem.ends_with(['A', 'E', 'O', 'a', 'e', 'o']) => format!("{stem}IES"),
        _ if noun.ends_with(['S', 's']) => format!("{noun}ES"),
        _ => format!("{noun}S"),
    }
}

#[cfg(test)]
mod tests {
    use super::super::words::sentence;
    use super::*;

    const TEXT: &str = "\
!PERSON! = MAN, WOMAN
MAYOR [~GOV]
DEPUTY_MAYOR [~GOVDEP]
RELIEF_BODY [NGO~]
POLICE {} [ ~COP]
WILD_GOOSE {WILD_GEESE} [~GGS]
COUNCIL!PERSON! [~LEG]
CLERK [GOV]
SELF!NOBODY! [~CVL]
CHIEF
";

    fn read() -> (Agents, Vec<String>) {
        let (mut agents, mut problems) = (Agents::default(), Vec::new());
        agents.read(&DataFile { path: "r.txt", text: TEXT }, &mut problems);
        (agents, problems.iter().map(Problem::to_string).collect())
    }

    #[track_caller]
    fn check(text: &str, want: Option<(&str, Joint)>) {
        let (agents, _) = read();
        let pieces = sentence(text.split(' '));
        let found = agents.longest(&pieces, 0, pieces.len()).map(|(agent, _)| (agent.code.as_str(), agent.joint));
        assert_eq!(found, want, "{text}");
    }

    #[test]
    fn roles_are_found_in_both_numbers() {
        check("mayors", Some(("GOV", Joint::Suffix)));
        check("deputy mayor", Some(("GOVDEP", Joint::Suffix)));
        check("relief bodies", Some(("NGO", Joint::Prefix)));
        check("police", Some(("COP", Joint::Suffix)));
        check("polices", None);
        check("wild geese", Some(("GGS", Joint::Suffix)));
        check("councilwoman", Some(("LEG", Joint::Suffix)));
    }

    #[test]
    fn every_line_that_cannot_be_read_is_told() {
        assert_eq!(
            read().1,
            [
                "r.txt:8: the code \"GOV\" of an agent begins or ends with ~",
                "r.txt:9: no list of words is called !NOBODY!",
                "r.txt:10: an agent has one code in brackets, such as [~GOV]",
            ]
        );
    }
}
