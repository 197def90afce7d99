//! Actor dictionaries: names, their synonyms and the codes they have at a time.
//!
//! A block is a name, synonyms that begin with `+`, and codes in brackets beside or below them. A code may hold
//! before (`<`), from (`>`) or between two days; the first that holds on a day counts, else the one without days.

use super::codes::{actor_codes, day};
use super::lines::{Line, brackets, lines};
use super::report::Report;
use super::words::{PhraseIndex, Piece, phrase};
use crate::{DataFile, Problem, Term};
use types::{ActorCode, Date};

/// Codes that hold for a time; several where the name stands for several actors.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DatedCode {
    /// Who.
    pub codes: Vec<ActorCode>,
    /// When; always where both ends are open.
    pub term: Term,
}

/// An actor: its codes in the order of the file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Actor {
    /// Its names in the dictionary's spelling, the one that heads the block first.
    pub names: Vec<Box<str>>,
    /// Its codes.
    pub codes: Vec<DatedCode>,
}

impl Actor {
    /// What holds of it on a day: the first code of a time that the day lies in, else the one that always holds; without a
    /// day that one, else the latest.
    fn at(&self, day: Option<Date>) -> Option<&DatedCode> {
        let now = self.codes.iter().find(|code| day.is_some_and(|day| code.holds(day)));
        let ever = || self.codes.iter().find(|code| code.term == Term::default());
        let last = || self.codes.iter().max_by_key(|code| code.term.to.or(Some(FAR)));
        now.or_else(ever).or_else(|| day.is_none().then(last).flatten())
    }
}

impl DatedCode {
    /// Whether it is of a time that the day lies in.
    fn holds(&self, day: Date) -> bool {
        let Term { from, to } = self.term;
        self.ends() > 0 && from.is_none_or(|from| from <= day) && to.is_none_or(|to| day <= to)
    }

    /// How many ends its time has.
    fn ends(&self) -> usize {
        usize::from(self.term.from.is_some()) + usize::from(self.term.to.is_some())
    }
}

/// Later than any office.
const FAR: Date = Date { year: i16::MAX, month: 12, day: 31 };

/// All who bear a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bearers<'a>(Vec<&'a Actor>);

impl<'a> Bearers<'a> {
    /// The codes of the one who is meant on a day: who holds an office that begins and ends goes before a former holder of
    /// the same name.
    pub fn on(&self, day: Option<Date>) -> &'a [ActorCode] {
        let found: Vec<&DatedCode> = self.0.iter().filter_map(|actor| actor.at(day)).collect();
        let closest = found.iter().map(|code| code.ends()).max();
        let best = found.into_iter().find(|code| day.is_none() || Some(code.ends()) == closest);
        best.map_or(&[], |code| &code.codes)
    }
}

/// All actors of the dictionaries.
#[derive(Debug, Clone, Default)]
pub struct Actors {
    actors: Vec<Actor>,
    index: PhraseIndex,
}

impl Actors {
    /// The longest name that begins at a piece, with one past its last piece. Words may be passed over up to `within`.
    pub fn longest(&self, text: &[Piece], from: usize, within: usize) -> Option<(Bearers<'_>, usize)> {
        let (ids, end) = self.index.all_longest(text, from, within)?;
        Some((Bearers(ids.iter().filter_map(|&id| self.actors.get(id)).collect()), end))
    }

    /// All actors.
    pub fn all(&self) -> &[Actor] {
        &self.actors
    }

    /// How many names there are, synonyms included.
    pub fn names(&self) -> usize {
        self.index.count()
    }

    /// Reads a dictionary.
    pub(super) fn read(&mut self, file: &DataFile<'_>, problems: &mut Vec<Problem>) {
        let mut report = Report::new(file.path, problems);
        let mut block: Option<Block> = None;
        for line in lines(file.text) {
            match brackets(line.text) {
                None => report.fault(line.number, "a bracket is not closed"),
                Some((head, inner)) => {
                    let begins = !head.is_empty() && !head.starts_with('+');
                    if begins && let Some(done) = block.replace(Block::at(line.number)) {
                        self.add(done, &mut report);
                    }
                    match &mut block {
                        Some(block) => block.take(line, head, &inner, &mut report),
                        None => report.fault(line.number, "no name stands above this line"),
                    }
                }
            }
        }
        if let Some(done) = block {
            self.add(done, &mut report);
        }
    }

    fn add(&mut self, block: Block, report: &mut Report<'_, '_>) {
        if block.codes.is_empty() {
            if !block.faulty {
                report.fault(block.line, "the name has no code in brackets");
            }
            return;
        }
        let id = self.actors.len();
        let names = block.names.iter().map(|(_, name)| name.as_str().into()).collect();
        self.actors.push(Actor { names, codes: block.codes });
        for (line, name) in block.names {
            if !self.index.add(phrase(&name), id) {
                report.fault(line, format!("{name:?} holds no word"));
            }
        }
    }
}

/// A name, its synonyms and codes, being read.
struct Block {
    line: usize,
    names: Vec<(usize, String)>,
    codes: Vec<DatedCode>,
    /// A code could not be read, which has been told.
    faulty: bool,
}

impl Block {
    fn at(line: usize) -> Self {
        Self { line, names: Vec::new(), codes: Vec::new(), faulty: false }
    }

    fn take(&mut self, line: Line<'_>, head: &str, inner: &[&str], report: &mut Report<'_, '_>) {
        let name = head.strip_prefix('+').unwrap_or(head).trim();
        if !name.is_empty() {
            self.names.push((line.number, name.to_owned()));
        } else if inner.is_empty() {
            report.fault(line.number, "neither a name nor a code");
        }
        for text in inner {
            match report.good(line.number, dated_code(text)) {
                Some(code) => self.codes.push(code),
                None => self.faulty = true,
            }
        }
    }
}

/// `HOB`, `HOB < 950601`, `HOB >990816`, `HOB 19950601 - 19990815`.
fn dated_code(text: &str) -> Result<DatedCode, String> {
    let at = text.find(|c: char| c.is_whitespace() || c == '<' || c == '>').unwrap_or(text.len());
    let (code, when) = text.split_at(at);
    Ok(DatedCode { codes: actor_codes(code)?, term: term(when.trim())? })
}

fn term(text: &str) -> Result<Term, String> {
    let bound = |text: &str| day(text.trim()).map(Some);
    if text.is_empty() {
        Ok(Term::default())
    } else if let Some(to) = text.strip_prefix('<') {
        Ok(Term { from: None, to: bound(to)? })
    } else if let Some(from) = text.strip_prefix('>') {
        Ok(Term { from: bound(from)?, to: None })
    } else if let Some((from, to)) = text.split_once('-') {
        Ok(Term { from: bound(from)?, to: bound(to)? })
    } else {
        Err(format!("{text:?} is no time: write <DAY, >DAY or DAY-DAY"))
    }
}

#[cfg(test)]
mod tests {
    use super::super::words::sentence;
    use super::*;

    const TEXT: &str = "\
NORDLAND [NOR]
+NORDIC
+OLD_NORD
ANNA_HOLM  [NOR]  # by default
\t[NORGOV 20100101-20121231]
\t[NOROPP <20091231]
\t[NORELI >20130101]
TWIN_ISLES [EST/WST]
OTTO_BERG
\t[SUDGOV 19800101-19891231]
\t[SUDELI >19900101]
OTTO_BERG
\t[SUDMIL 20050101-20151231]
NAMELESS
ODD [NOR 2010]
BAD [N R
";

    fn read() -> (Actors, Vec<String>) {
        let (mut actors, mut problems) = (Actors::default(), Vec::new());
        actors.read(&DataFile { path: "a.txt", text: TEXT }, &mut problems);
        (actors, problems.iter().map(Problem::to_string).collect())
    }

    #[track_caller]
    fn check(text: &str, on: Option<&str>, want: &str) {
        let (actors, _) = read();
        let pieces = sentence(text.split(' '));
        let found = actors.longest(&pieces, 0, pieces.len()).map(|(actor, _)| {
            let codes = actor.on(on.map(|day| day.parse().unwrap()));
            codes.iter().map(|code| code.as_str()).collect::<Vec<_>>().join("/")
        });
        assert_eq!(found.unwrap_or_default(), want, "{text} on {on:?}");
    }

    #[test]
    fn names_have_the_codes_of_the_day() {
        check("Nordic ministers", None, "NOR");
        check("Old Nord", Some("2020-01-01"), "NOR");
        check("Anna Holm", Some("2009-12-31"), "NOROPP");
        check("Anna Holm", Some("2010-01-01"), "NORGOV");
        check("Anna Holm", Some("2012-12-31"), "NORGOV");
        check("Anna Holm", Some("2024-01-01"), "NORELI");
        check("Anna Holm", None, "NOR");
        check("Twin Isles", None, "EST/WST");
        check("Anna", None, "");
        check("Otto Berg", Some("1985-06-01"), "SUDGOV");
        check("Otto Berg", Some("1995-06-01"), "SUDELI");
        check("Otto Berg", Some("2010-06-01"), "SUDMIL");
    }

    #[test]
    fn every_line_that_cannot_be_read_is_told() {
        assert_eq!(
            read().1,
            [
                "a.txt:14: the name has no code in brackets",
                "a.txt:15: \"2010\" is no time: write <DAY, >DAY or DAY-DAY",
                "a.txt:16: a bracket is not closed",
            ]
        );
    }
}
