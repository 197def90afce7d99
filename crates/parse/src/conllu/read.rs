//! From text to sentences.

use super::misc::{self, Misc};
use super::surface::{self, Surface};
use super::{Comment, ConlluError, ConlluErrorKind, Sentence};
use types::{Parse, Span, Token};

/// Reads all sentences of a CoNLL-U text.
///
/// Spans follow `# text` where it is given, and else the forms and their SpaceAfter. Empty nodes
/// are left out; the words of a multiword range part or share its span.
pub fn read(input: &str) -> Result<Vec<Sentence>, ConlluError> {
    let mut sentences = Vec::new();
    let mut draft = Draft::default();
    for (index, line) in input.lines().enumerate() {
        if line.trim().is_empty() {
            sentences.extend(std::mem::take(&mut draft).finish()?);
        } else {
            let line_number = index + 1;
            draft.line(line_number, line).map_err(|kind| ConlluError { line: line_number, kind })?;
        }
    }
    sentences.extend(draft.finish()?);
    Ok(sentences)
}

/// A sentence while its lines are read.
#[derive(Default)]
struct Draft {
    first_line: usize,
    comments: Vec<Comment>,
    text: Option<String>,
    surfaces: Vec<Surface>,
    range_end: usize,
    tokens: Vec<Token>,
    miscs: Vec<Misc>,
}

impl Draft {
    fn line(&mut self, number: usize, line: &str) -> Result<(), ConlluErrorKind> {
        if self.first_line == 0 {
            self.first_line = number;
        }
        match line.strip_prefix('#') {
            Some(comment) => {
                self.comment(comment.trim());
                Ok(())
            }
            None => self.row(number, line),
        }
    }

    fn comment(&mut self, comment: &str) {
        let (key, value) = match comment.split_once('=') {
            Some((key, value)) => (key.trim().to_owned(), Some(value.trim().to_owned())),
            None => (comment.to_owned(), None),
        };
        if key == "text" {
            self.text = value;
        } else {
            self.comments.push(Comment { key, value });
        }
    }

    fn row(&mut self, number: usize, line: &str) -> Result<(), ConlluErrorKind> {
        let columns: Vec<&str> = line.split('\t').collect();
        let row: [&str; 10] = columns.try_into().map_err(|c: Vec<&str>| ConlluErrorKind::Columns(c.len()))?;
        match row[0] {
            id if id.contains('.') => Ok(()),
            id if id.contains('-') => self.range(number, &row),
            _ => self.word(number, &row),
        }
    }

    fn range(&mut self, line: usize, row: &[&str; 10]) -> Result<(), ConlluErrorKind> {
        let bounds =
            row[0].split_once('-').and_then(|(a, b)| Some((a.parse::<usize>().ok()?, b.parse::<usize>().ok()?)));
        match bounds {
            Some((start, end))
                if start == self.tokens.len() + 1 && start <= end && self.tokens.len() >= self.range_end =>
            {
                self.range_end = end;
                self.surfaces.push(surface(line, row)?);
                Ok(())
            }
            _ => Err(ConlluErrorKind::Id(row[0].to_owned())),
        }
    }

    fn word(&mut self, line: usize, row: &[&str; 10]) -> Result<(), ConlluErrorKind> {
        if row[0].parse() != Ok(self.tokens.len() + 1) {
            return Err(ConlluErrorKind::Id(row[0].to_owned()));
        }
        let misc = misc::read(row[9])?;
        self.tokens.push(token(row, &misc)?);
        self.miscs.push(misc);
        if self.tokens.len() > self.range_end {
            self.surfaces.push(surface(line, row)?);
        }
        if let Some(surface) = self.surfaces.last_mut() {
            surface.words.push(row[1].to_owned());
        }
        Ok(())
    }

    fn finish(self) -> Result<Option<Sentence>, ConlluError> {
        if self.tokens.is_empty() {
            return Ok(None);
        }
        let first_line = self.first_line;
        self.sentence().map(Some).map_err(|(line, kind)| ConlluError { line: line.unwrap_or(first_line), kind })
    }

    fn sentence(mut self) -> Result<Sentence, (Option<usize>, ConlluErrorKind)> {
        let text = self.text.take().unwrap_or_else(|| surface::written(&self.surfaces));
        let spans = surface::spans(&self.surfaces, &text).map_err(|(line, kind)| (Some(line), kind))?;
        for (token, span) in self.tokens.iter_mut().zip(spans) {
            token.span = span;
        }
        let tags: Vec<_> = self.miscs.iter().map(|m| m.named).collect();
        let parse = Parse::new(Span::new(0, text.len()), 0, self.tokens, misc::names(&tags));
        let space_after = self.surfaces.last().is_none_or(|s| s.space_after);
        let parse = parse.map_err(|error| (None, error.into()))?;
        Ok(Sentence { comments: self.comments, text, space_after, parse })
    }
}

fn surface(line: usize, row: &[&str; 10]) -> Result<Surface, ConlluErrorKind> {
    let space_after = misc::read(row[9])?.space_after;
    Ok(Surface { line, form: row[1].to_owned(), space_after, words: Vec::new() })
}

/// A token that has yet to learn where it stands.
fn token(row: &[&str; 10], misc: &Misc) -> Result<Token, ConlluErrorKind> {
    let head: usize = row[6].parse().map_err(|_| ConlluErrorKind::Head(row[6].to_owned()))?;
    Ok(Token {
        span: Span::default(),
        lemma: row[2].into(),
        upos: row[3].parse()?,
        xpos: row[4].parse()?,
        head: head.checked_sub(1),
        deprel: row[7].parse()?,
        entity: misc.entity,
        factuality: misc.factuality,
        judgement: None,
    })
}
