//! Verb dictionaries: blocks of verbs that share patterns, in the dialects of PETRARCH 1 and 2.
//!
//! ```text
//! &COIN                       a synset and its phrases
//! +FLORIN
//!
//! --- GIVE [070] ---          a block with the code of its verbs
//! GIVE {GIVES GAVE GIVING}    a verb with its irregular forms
//! +HAND_OVER [071]            a verb of several words, with a code of its own
//! - * &COIN [0711]            patterns of all verbs of the block
//! ```

use super::codes::EventCodes;
use super::forms::{Form, forms};
use super::lines::{Line, brackets, lines};
use super::pattern::{Dialect, Pattern, sides};
use super::report::Report;
use super::synsets::{self, Written};
use super::transform::{Transformation, transformation};
use crate::{DataFile, Problem};
use std::collections::HashMap;
use types::EventCode;

/// One form of a verb, with its block and the code it has where no pattern fits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerbForm {
    /// The words.
    pub form: Form,
    /// Number of the block.
    pub block: usize,
    /// What it codes by itself.
    pub codes: EventCodes,
    /// File and line.
    pub place: Box<str>,
}

/// All verbs of the dictionaries.
#[derive(Debug, Clone, Default)]
pub struct Verbs {
    forms: HashMap<Box<str>, Vec<VerbForm>>,
    blocks: Vec<Vec<Pattern>>,
    synsets: Vec<Vec<Vec<Box<str>>>>,
    transformations: Vec<Transformation>,
    verbs: usize,
}

impl Verbs {
    /// The verbs with this inflected word, those of more words first.
    pub fn of(&self, word: &str) -> &[VerbForm] {
        self.forms.get(word).map_or(&[], Vec::as_slice)
    }

    /// The patterns of a block, those of more places first.
    pub fn patterns(&self, block: usize) -> &[Pattern] {
        self.blocks.get(block).map_or(&[], Vec::as_slice)
    }

    /// The phrases of a synset.
    pub fn synset(&self, id: usize) -> &[Vec<Box<str>>] {
        self.synsets.get(id).map_or(&[], Vec::as_slice)
    }

    /// All transformations, in the order of the files.
    pub fn transformations(&self) -> &[Transformation] {
        &self.transformations
    }

    /// Whether a verb stands in a block.
    pub fn are_alike(&self, verb: &str, block: usize) -> bool {
        self.of(verb).iter().any(|form| form.block == block)
    }

    /// Whether a code is that of a verb, or a finer one of its category (`194` and `190`).
    pub fn codes_as(&self, verb: &str, code: &EventCode) -> bool {
        let category =
            |own: &EventCode| own.as_str().strip_suffix('0').is_some_and(|root| code.as_str().starts_with(root));
        let plain = self.of(verb).iter().filter_map(|form| form.codes.forward.as_ref());
        plain.into_iter().any(|own| own == code || category(own))
    }

    /// How many verbs, patterns and synsets there are.
    pub fn counts(&self) -> (usize, usize, usize) {
        (self.verbs, self.blocks.iter().map(Vec::len).sum(), self.synsets.len())
    }

    /// Every code that a verb or pattern gives.
    pub fn codes(&self) -> impl Iterator<Item = (&EventCodes, &str)> {
        let verbs = self.forms.values().flatten().map(|form| (&form.codes, &*form.place));
        verbs.chain(self.blocks.iter().flatten().map(|pattern| (&pattern.codes, &*pattern.place)))
    }

    /// Reads a dictionary.
    pub(super) fn read(&mut self, file: &DataFile<'_>, problems: &mut Vec<Problem>) {
        let lines = lines(file.text);
        let dialect = dialect(&lines);
        let (written, numbers) = written_synsets(&lines, self.synsets.len());
        let mut reader = Reader {
            report: Report::new(file.path, problems),
            dialect,
            numbers,
            state: State::Outside,
            code: EventCodes::default(),
        };
        reader.synsets(&written, self);
        lines.iter().for_each(|line| reader.line(*line, self));
        self.blocks.iter_mut().for_each(|block| block.sort_by_key(|pattern| std::cmp::Reverse(pattern.len())));
        let words = |form: &VerbForm| std::cmp::Reverse(form.form.before.len() + form.form.after.len());
        self.forms.values_mut().for_each(|forms| forms.sort_by_key(words));
    }
}

/// Only PETRARCH 2 groups words in patterns, and it does so in most of them.
fn dialect(lines: &[Line<'_>]) -> Dialect {
    let grouped =
        |line: &&Line<'_>| line.text.starts_with("- ") && line.text.contains(['{', '(']) && !line.text.contains('|');
    if lines.iter().any(|line| grouped(&line)) { Dialect::Petrarch2 } else { Dialect::Petrarch1 }
}

/// The synsets of a file, and the numbers that their names will have.
fn written_synsets(lines: &[Line<'_>], taken: usize) -> (Vec<Written>, HashMap<String, usize>) {
    let (mut written, mut numbers) = (Vec::<Written>::new(), HashMap::new());
    let mut inside = false;
    for line in lines {
        if let Some(name) = line.text.strip_prefix('&') {
            let rigid = name.ends_with('_');
            numbers.insert(name.trim_end_matches('_').to_owned(), taken + written.len());
            written.push(Written { line: line.number, members: Vec::new(), rigid });
            inside = true;
        } else if let (true, Some(member)) = (inside, line.text.strip_prefix('+')) {
            written.last_mut().into_iter().for_each(|synset| synset.members.push(member.trim().to_owned()));
        } else {
            inside = false;
        }
    }
    (written, numbers)
}

/// Where in the file a reader is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Outside,
    Synset,
    Block(usize),
}

struct Reader<'a, 'p> {
    report: Report<'a, 'p>,
    dialect: Dialect,
    numbers: HashMap<String, usize>,
    state: State,
    /// The code of the block.
    code: EventCodes,
}

impl Reader<'_, '_> {
    fn synsets(&mut self, written: &[Written], verbs: &mut Verbs) {
        let taken = verbs.synsets.len();
        let own: HashMap<String, usize> = self.numbers.iter().map(|(name, id)| (name.clone(), id - taken)).collect();
        let resolved = synsets::resolved(written, &own, |line, message| self.report.fault(line, message));
        verbs.synsets.extend(resolved);
    }

    fn line(&mut self, line: Line<'_>, verbs: &mut Verbs) {
        let read = if line.text.starts_with("---") {
            self.header(line, verbs)
        } else if line.text.starts_with('-') {
            self.pattern(line, verbs)
        } else if line.text.starts_with('~') {
            transformation(line.text, self.report.place(line.number)).map(|t| verbs.transformations.push(t))
        } else if line.text.starts_with('&') {
            self.state = State::Synset;
            Ok(())
        } else if self.state == State::Synset && line.text.starts_with('+') {
            Ok(())
        } else {
            self.verb(line, verbs)
        };
        self.report.good(line.number, read);
    }

    fn header(&mut self, line: Line<'_>, verbs: &mut Verbs) -> Result<(), String> {
        let (_, inner) = brackets(line.text).ok_or("a bracket is not closed")?;
        verbs.blocks.push(Vec::new());
        self.state = State::Block(verbs.blocks.len() - 1);
        self.code = EventCodes::default();
        self.code = inner.first().map(|code| EventCodes::read(code)).transpose()?.unwrap_or_default();
        Ok(())
    }

    fn block(&mut self) -> Result<usize, String> {
        match self.state {
            State::Block(block) => Ok(block),
            _ => Err("no block (--- NAME [CODE] ---) is open".to_owned()),
        }
    }

    fn pattern(&mut self, line: Line<'_>, verbs: &mut Verbs) -> Result<(), String> {
        let block = self.block()?;
        let (text, inner) = brackets(line.text).ok_or("a bracket is not closed")?;
        let [code, ..] = inner.as_slice() else { return Err("the pattern has no code in brackets".to_owned()) };
        let (before, after) = sides(text.trim_start_matches('-'), self.dialect, &self.numbers)?;
        let codes = EventCodes::read(code)?;
        let pattern =
            Pattern { before, after, reach: self.dialect.reach(), codes, place: self.report.place(line.number) };
        verbs.blocks.get_mut(block).into_iter().for_each(|patterns| patterns.push(pattern.clone()));
        Ok(())
    }

    fn verb(&mut self, line: Line<'_>, verbs: &mut Verbs) -> Result<(), String> {
        // A blank line, not seen here, ends a synset; what follows without `+` belongs to the last block.
        let block = match self.state {
            State::Synset => verbs.blocks.len().checked_sub(1).ok_or("no block (--- NAME [CODE] ---) is open")?,
            _ => self.block()?,
        };
        let (text, inner) = brackets(line.text).ok_or("a bracket is not closed")?;
        let codes = match inner.first() {
            Some(code) => EventCodes::read(code)?,
            None => self.code.clone(),
        };
        for form in forms(text)? {
            let entry = VerbForm { block, codes: codes.clone(), place: self.report.place(line.number), form };
            let listed = verbs.forms.entry(entry.form.verb.clone()).or_default();
            if !listed.iter().any(|other| other.form == entry.form && other.block == block) {
                listed.push(entry);
            }
        }
        verbs.verbs += 1;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "\
&COIN
+FLORIN
+GOLD_CROWN

--- GIVE [070:071] ---
GIVE {GIVES GAVE GIVING} # irregular
+HAND_OVER [072]
- * &COIN [0711]
- HAVE NOT * AID_TO + [---]
- * &SILVER [0712]
- GRAIN [0713]

--- WAIT ---
WAIT
~ a (a b GIVE) WAIT = a b 030
- * LONG
";

    fn read() -> (Verbs, Vec<String>) {
        let (mut verbs, mut problems) = (Verbs::default(), Vec::new());
        verbs.read(&DataFile { path: "v.txt", text: TEXT }, &mut problems);
        (verbs, problems.iter().map(Problem::to_string).collect())
    }

    #[track_caller]
    fn check(word: &str, want: Option<(&str, usize)>) {
        let (verbs, _) = read();
        let found = verbs.of(word).first().map(|form| {
            let codes =
                [&form.codes.forward, &form.codes.backward].map(|code| code.as_ref().map_or("-", |c| c.as_str()));
            (codes.join(":"), verbs.patterns(form.block).len())
        });
        assert_eq!(found, want.map(|(codes, patterns)| (codes.to_owned(), patterns)), "{word}");
    }

    #[test]
    fn blocks_give_codes_and_patterns_to_their_verbs() {
        check("gave", Some(("070:071", 2)));
        check("handed", Some(("072:-", 2)));
        check("waited", Some(("-:-", 0)));
        check("florin", None);
        let (verbs, _) = read();
        assert_eq!(verbs.counts(), (3, 2, 1));
        assert_eq!(verbs.patterns(0).iter().map(Pattern::len).collect::<Vec<_>>(), [5, 1]);
        assert_eq!(verbs.synset(0).len(), 4);
        assert_eq!(verbs.transformations().len(), 1);
        assert!(verbs.are_alike("wait", 1) && !verbs.are_alike("wait", 0));
        assert!(verbs.codes_as("give", &"0711".parse().unwrap()) && !verbs.codes_as("give", &"080".parse().unwrap()));
    }

    #[test]
    fn every_line_that_cannot_be_read_is_told() {
        assert_eq!(
            read().1,
            [
                "v.txt:10: no synset is called &SILVER",
                "v.txt:11: a pattern has a * for its verb",
                "v.txt:16: the pattern has no code in brackets",
            ]
        );
    }
}
