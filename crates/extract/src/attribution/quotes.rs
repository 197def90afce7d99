//! Quotations, and who speaks them: often another sentence names the speaker.

use super::Source;
use crate::frame::Frame;
use lexicon::{CueEdge, DescriptionKind, Lexicon, SayingEdge, Slot, SourceCue};
use types::{BlockKind, Deprel, Document, Parse, Span, TokenId, Upos};

/// A stretch between quotation marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Quotation {
    pub(crate) span: Span,
    pub(crate) speaker: Option<Source>,
}

/// All quotations of a document.
#[derive(Debug, Default)]
pub(crate) struct Quotations(Vec<Quotation>);

/// Fewer words than these between marks are a scare quote or a title.
const MIN_WORDS: usize = 4;

impl Quotations {
    pub(crate) fn new(lexicon: &Lexicon, document: &Document, parses: &[Parse]) -> Self {
        let spans =
            marks(document).into_iter().filter(|span| span.of(&document.text).split_whitespace().count() >= MIN_WORDS);
        let find = |span| Quotation { span, speaker: speaker(lexicon, document, parses, span) };
        Self(carry_over(document, spans.map(find).collect()))
    }

    /// The quotation that holds a stretch of text.
    pub(crate) fn around(&self, at: Span) -> Option<&Quotation> {
        self.0.iter().find(|quotation| quotation.span.contains(at))
    }
}

/// A quotation without a speaker of its own that follows another in the same block has that one's speaker.
fn carry_over(document: &Document, mut quotations: Vec<Quotation>) -> Vec<Quotation> {
    for index in 1..quotations.len() {
        let (before, after) = quotations.split_at_mut(index);
        let (previous, this) = (&before[index - 1], &mut after[0]);
        let together = document.blocks.iter().any(|b| b.span.contains(previous.span) && b.span.contains(this.span));
        if this.speaker.is_none() && together {
            this.speaker = previous.speaker.clone();
        }
    }
    quotations
}

/// All stretches between marks in the running text of a document.
pub(crate) fn marks(document: &Document) -> Vec<Span> {
    let blocks = document.blocks.iter().filter(|block| block.kind != BlockKind::Heading);
    blocks.flat_map(|block| marked(&document.text, block.span)).collect()
}

/// The stretches between marks inside a block; one left open runs to the block's end.
fn marked(text: &str, block: Span) -> Vec<Span> {
    let mut found = Vec::new();
    let mut open: Option<usize> = None;
    let mut letters = block.of(text).char_indices().peekable();
    while let Some((offset, c)) = letters.next() {
        let at = block.start + offset;
        if c == '\'' && letters.next_if(|(_, next)| *next == '\'').is_some() {
            match open.take() {
                Some(start) => found.push(Span::new(start, at)),
                None => open = Some(at + 2),
            }
            continue;
        }
        match (c, open) {
            ('“' | '«', _) => open = Some(at + c.len_utf8()),
            ('”' | '»', Some(start)) | ('"', Some(start)) => {
                found.push(Span::new(start, at));
                open = None;
            }
            ('"', None) => open = Some(at + 1),
            _ => {}
        }
    }
    found.extend(open.map(|start| Span::new(start, block.end)).filter(|span| !span.is_empty()));
    found
}

/// The subject of a reporting verb outside the marks, in a sentence that the quotation touches or the one before or after.
fn speaker(lexicon: &Lexicon, document: &Document, parses: &[Parse], quotation: Span) -> Option<Source> {
    let touched: Vec<usize> = (0..parses.len()).filter(|&s| parses[s].span.overlaps(quotation)).collect();
    let (first, last) = (*touched.first()?, *touched.last()?);
    let same_block = |s: &usize| parses[*s].block == parses[first].block;
    let near =
        [first, last].into_iter().chain(last.checked_add(1).filter(|s| *s < parses.len())).chain(first.checked_sub(1));
    let mut found = near.filter(same_block).filter_map(|s| {
        let neighbour = s < first || s > last;
        let source = reporting_verb(lexicon, parses, s, quotation)?;
        (!neighbour || leads(document, parses, s, first)).then_some(source)
    });
    found.next()
}

/// Whether a neighbouring sentence introduces the quotation: by a colon, or as the report that the quotation goes on with.
fn leads(document: &Document, parses: &[Parse], neighbour: usize, first: usize) -> bool {
    let words = parses[neighbour].span.of(&document.text);
    neighbour < first || words.split_whitespace().count() <= MAX_TAG_WORDS
}

/// A sentence after a quotation names its speaker only where it is a bare tag ("The minister said.").
const MAX_TAG_WORDS: usize = 6;

/// Whether a word is a verb that reports what its subject says, by the table of sources or that of sayings.
fn reports(lexicon: &Lexicon, parse: &Parse, word: TokenId) -> bool {
    let token = parse.token(word);
    let lemma = token.lemma.to_lowercase();
    let names =
        |cue: &SourceCue| cue.source == Slot::Subject && cue.edges.contains(&CueEdge::Clause) && cue.lemmas.len() == 1;
    let says = || lexicon.cues.sayings().edges(&lemma, Upos::Verb).contains(&SayingEdge::Clause);
    lexicon.cues.source(&lemma).iter().any(names) || token.upos == Upos::Verb && says()
}

fn reporting_verb(lexicon: &Lexicon, parses: &[Parse], sentence: usize, quotation: Span) -> Option<Source> {
    let parse = &parses[sentence];
    let outside = |t: &TokenId| !quotation.contains(parse.token(*t).span);
    let verbs = (0..parse.tokens().len()).filter(outside).filter(|&t| reports(lexicon, parse, t));
    let mut sources: Vec<(usize, Source)> = verbs
        .filter_map(|verb| {
            let subject = Frame::of_verb(parse, &lexicon.cues, verb).get(&Slot::Subject).next()?;
            let speaks = lexicon.world.descriptions.kind(&parse.token(subject).lemma.to_lowercase());
            let clause = parse.token(subject).deprel != Deprel::Expl
                && outside(&subject)
                && speaks != Some(DescriptionKind::Speaker);
            let span = parse.token(verb).span;
            let gap = if span.start >= quotation.end {
                span.start - quotation.end
            } else {
                quotation.start.abs_diff(span.end)
            };
            clause.then_some((gap, Source { phrase: Some((sentence, subject)), cue: span }))
        })
        .collect();
    sources.sort_by_key(|(gap, _)| *gap);
    sources.into_iter().next().map(|(_, source)| source)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, want: &[&str]) {
        let got: Vec<&str> = marked(text, Span::new(0, text.len())).into_iter().map(|s| s.of(text)).collect();
        assert_eq!(got, want, "{text}");
    }

    #[test]
    fn marks_of_all_kinds_pair_up() {
        check("He said \"we go\" and \"we stay\".", &["we go", "we stay"]);
        check("“We go,” she said. “We stay", &["We go,", "We stay"]);
        check("No marks here", &[]);
    }
}
