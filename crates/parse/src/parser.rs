//! The parser: text to sentences, sentences to batches, batches to parses.

use crate::decode::{self, Words};
use crate::judged::{self, Seen};
use crate::matrix::Matrix;
use crate::model::{Judge, Model, ModelError, POSITIONS, Scores, Scratch, Taps};
use crate::simd::Level;
use crate::wordpiece::{Pieces, Word};
use crate::{sentences, tokens};
use std::collections::HashMap;
use std::ops::Range;
use types::{BlockKind, Document, Parse, Span, TokenId};

/// Pieces of a batch: enough to keep the weights of a layer in use, little enough for the cache.
const BATCH: usize = 192;

/// Pieces of a window, less the two at its borders.
const WINDOW: usize = POSITIONS - 2;

/// Pieces of one word that are looked at.
const WORD: usize = 64;

/// A loaded model. It is immutable and can be shared between threads; each call runs on one.
#[derive(Debug)]
pub struct Parser {
    model: Model,
    judge: Option<Judge>,
    level: Level,
}

/// What the judge reads of a word.
#[derive(Debug, Clone, PartialEq)]
pub struct JudgeInput {
    /// The word.
    pub word: TokenId,
    /// Its states.
    pub states: Vec<f32>,
}

/// A sentence that was cut into tokens.
struct Cut {
    block: usize,
    span: Span,
    words: Vec<Span>,
}

impl Parser {
    /// Reads the weights, a safetensors file, and the vocabulary, one piece a line.
    ///
    /// # Errors
    /// When either is not what `model/FORMAT.md` describes.
    pub fn from_bytes(weights: &[u8], vocabulary: &str) -> Result<Self, ModelError> {
        Ok(Self { model: Model::read(weights, vocabulary)?, judge: None, level: Level::detect() })
    }

    /// The same parser with a judge of which words express events; its weights are a safetensors file as well.
    ///
    /// # Errors
    /// When the file is not what `model/FORMAT.md` describes.
    pub fn with_judge(self, weights: &[u8]) -> Result<Self, ModelError> {
        Ok(Self { judge: Some(Judge::read(weights)?), ..self })
    }

    /// Parses the title and the paragraphs of a document.
    pub fn parse(&self, document: &Document) -> Vec<Parse> {
        self.parse_cut(&document.text, &cut(document))
    }

    /// Parses sentences whose words are known; a sentence without words gives no parse.
    pub fn parse_words(&self, text: &str, sentences: &[Vec<Span>]) -> Vec<Parse> {
        let whole = |words: &[Span]| Some(words.first()?.join(*words.last()?));
        let cut = |words: &Vec<Span>| Some(Cut { block: 0, span: whole(words)?, words: words.clone() });
        self.parse_cut(text, &sentences.iter().filter_map(cut).collect::<Vec<_>>())
    }

    /// What the judge reads of each candidate word of a document's sentences: what it is trained on.
    pub fn judge_inputs(&self, document: &Document) -> Vec<(Parse, Vec<JudgeInput>)> {
        let text = document.text.as_str();
        self.read_cut(text, &cut(document))
            .into_iter()
            .map(|(parse, seen)| {
                let words = if seen.surface.rows() == 0 { Vec::new() } else { judged::candidates(&parse) };
                let inputs = judged::inputs(&parse, &words, &seen);
                let rows = words.into_iter().enumerate();
                let rows = rows.map(|(row, word)| JudgeInput { word, states: inputs.row(row).to_vec() }).collect();
                (parse, rows)
            })
            .collect()
    }

    fn parse_cut(&self, text: &str, sentences: &[Cut]) -> Vec<Parse> {
        let read = self.read_cut(text, sentences).into_iter();
        read.map(|(parse, seen)| match &self.judge {
            Some(judge) if seen.surface.rows() > 0 => judged::judged(judge, self.level, parse, &seen),
            _ => parse,
        })
        .collect()
    }

    /// Parses with the states that the judge reads; none of a sentence that takes several windows.
    fn read_cut(&self, text: &str, sentences: &[Cut]) -> Vec<(Parse, Seen)> {
        let mut cache = HashMap::new();
        let windows: Vec<Vec<Pieces>> = sentences.iter().map(|s| self.windows(text, s, &mut cache)).collect();
        let counts: Vec<usize> = windows.iter().map(Vec::len).collect();
        let mut scores = self.score(windows.into_iter().flatten().collect()).into_iter();
        let parse = |(cut, count): (&Cut, usize)| {
            let Cut { block, span, ref words } = *cut;
            let (windows, mut seen): (Vec<Scores>, Vec<Seen>) = scores.by_ref().take(count).unzip();
            let parse = decode::sentence(&self.model.labels, Words { text, span, block, words }, &windows)?;
            Some((parse, if count == 1 { seen.pop().unwrap_or_default() } else { Seen::default() }))
        };
        sentences.iter().zip(counts).filter_map(parse).collect()
    }

    /// The pieces of a sentence, in as many windows as they need.
    fn windows<'t>(&self, text: &'t str, sentence: &Cut, cache: &mut HashMap<&'t str, Word>) -> Vec<Pieces> {
        let forms: Vec<&str> = sentence.words.iter().map(|span| span.of(text)).collect();
        for form in &forms {
            cache.entry(form).or_insert_with(|| self.model.pieces.word(form, WORD));
        }
        let words: Vec<&Word> = forms.iter().filter_map(|form| cache.get(form)).collect();
        cut_windows(&words).into_iter().map(|range| self.model.pieces.sentence(words[range].iter().copied())).collect()
    }

    fn score(&self, windows: Vec<Pieces>) -> Vec<(Scores, Seen)> {
        let (mut scratch, mut hidden, mut states) = (Scratch::default(), Matrix::default(), Matrix::default());
        let mut taps = Taps::default();
        let mut scores = Vec::with_capacity(windows.len());
        for batch in batches(&windows) {
            self.model.encoder.encode(self.level, batch, &mut scratch, &mut hidden, &mut taps);
            states.gather(&hidden, state_rows(batch).into_iter());
            let seen = word_rows(batch).map(|rows| seen(&taps, &rows));
            scores.extend(self.model.heads.score(self.level, &states, &state_ranges(batch)).into_iter().zip(seen));
        }
        scores
    }
}

/// The states of a window's words on their way up.
fn seen(taps: &Taps, rows: &[usize]) -> Seen {
    let mut seen = Seen::default();
    seen.surface.gather(&taps.surface, rows.iter().copied());
    seen.middle.gather(&taps.middle, rows.iter().copied());
    seen
}

/// The sentences of the title and the paragraphs.
fn cut(document: &Document) -> Vec<Cut> {
    let text = document.text.as_str();
    let blocks = document.blocks.iter().enumerate().filter(|(_, b)| b.kind != BlockKind::Heading);
    let cut = |(block, span): (usize, Span)| Cut { block, span, words: tokens(text, span) };
    blocks.flat_map(|(i, b)| sentences(text, b.span).into_iter().map(move |s| (i, s))).map(cut).collect()
}

/// Ranges of words whose pieces fit the encoder.
fn cut_windows(words: &[&Word]) -> Vec<Range<usize>> {
    let mut windows: Vec<Range<usize>> = Vec::new();
    let mut filled = 0;
    for (id, word) in words.iter().enumerate() {
        filled += word.ids.len();
        match windows.last_mut() {
            Some(window) if filled <= WINDOW => window.end = id + 1,
            _ => {
                filled = word.ids.len();
                windows.push(id..id + 1);
            }
        }
    }
    windows
}

/// Neighbours up to the size of a batch; at least one.
fn batches(windows: &[Pieces]) -> Vec<&[Pieces]> {
    let mut batches = Vec::new();
    let (mut start, mut filled) = (0, 0);
    for (i, window) in windows.iter().enumerate() {
        if i > start && filled + window.len() > BATCH {
            batches.push(&windows[start..i]);
            (start, filled) = (i, 0);
        }
        filled += window.len();
    }
    batches.extend((start < windows.len()).then(|| &windows[start..]));
    batches
}

/// Rows of ROOT and of the first piece of each word, sentence after sentence.
fn state_rows(batch: &[Pieces]) -> Vec<usize> {
    let mut offset = 0;
    let mut rows = Vec::new();
    for pieces in batch {
        rows.push(offset);
        rows.extend(pieces.first.iter().map(|first| offset + first));
        offset += pieces.len();
    }
    rows
}

/// Rows of the first piece of each word, window by window.
fn word_rows(batch: &[Pieces]) -> impl Iterator<Item = Vec<usize>> {
    let mut offset = 0;
    batch.iter().map(move |pieces| {
        let rows = pieces.first.iter().map(|first| offset + first).collect();
        offset += pieces.len();
        rows
    })
}

/// Where the states of each sentence lie among those rows.
fn state_ranges(batch: &[Pieces]) -> Vec<Range<usize>> {
    let mut start = 0;
    let range = |pieces: &Pieces| {
        let range = start..start + 1 + pieces.first.len();
        start = range.end;
        range
    };
    batch.iter().map(range).collect()
}

#[cfg(test)]
#[allow(clippy::disallowed_methods, reason = "tests may read files")]
mod tests {
    use super::*;

    /// A sentence of plain words repeated, so that tiles of all sizes occur.
    const TEXT: &str = "Rebels shelled the port of Aden on Friday. \
        The council, which met in secret, did not say whether it would send more troops or withdraw those it has.";

    fn parsers() -> Vec<Parser> {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../model");
        let Ok(weights) = std::fs::read(folder.join("tidings.safetensors")) else {
            eprintln!("skipped: {} holds no weights", folder.display());
            return Vec::new();
        };
        let vocabulary = std::fs::read_to_string(folder.join("vocab.txt")).unwrap();
        let at = |level| Parser { level, ..Parser::from_bytes(&weights, &vocabulary).unwrap() };
        Level::available().into_iter().map(at).collect()
    }

    #[test]
    fn every_level_gives_the_same_bits() {
        let scores = |parser: &Parser| {
            let word = |form| parser.model.pieces.word(form, WORD);
            let words: Vec<Word> = TEXT.split(' ').map(word).collect();
            let windows =
                vec![parser.model.pieces.sentence(words.iter()), parser.model.pieces.sentence(words[..9].iter())];
            parser.score(windows).into_iter().map(|(scores, _)| scores).collect()
        };
        let all: Vec<Vec<Scores>> = parsers().iter().map(scores).collect();
        assert!(all.windows(2).all(|pair| pair[0] == pair[1]));
    }

    #[test]
    fn every_level_judges_alike() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../model");
        let Ok(weights) = std::fs::read(folder.join("judge.safetensors")) else {
            eprintln!("skipped: {} holds no judge", folder.display());
            return;
        };
        let judged = |parser: Parser| {
            let words: Vec<Span> = crate::tokens(TEXT, Span::new(0, TEXT.len()));
            parser.with_judge(&weights).unwrap().parse_words(TEXT, &[words])
        };
        let all: Vec<Vec<Parse>> = parsers().into_iter().map(judged).collect();
        assert!(all.windows(2).all(|pair| pair[0] == pair[1]));
        let shelled = all.first().and_then(|parses| parses[0].token(1).judgement.clone());
        assert!(shelled.is_none_or(|judgement| judgement.likeliest() == types::EventType::Assault));
    }

    #[test]
    fn windows_and_batches_leave_nothing_out() {
        let word = |pieces| Word::of_pieces(pieces);
        let words: Vec<Word> = [100, 100, 100, 64, 1, 254, 2].into_iter().map(word).collect();
        let words: Vec<&Word> = words.iter().collect();
        assert_eq!(cut_windows(&words), [0..2, 2..5, 5..6, 6..7]);
        assert_eq!(cut_windows(&[]), []);
        let sizes = |sizes: &[usize]| sizes.iter().map(|&n| Pieces::of_length(n)).collect::<Vec<_>>();
        let batches = |windows: &[Pieces]| batches(windows).iter().map(|b| b.len()).collect::<Vec<_>>();
        assert_eq!(batches(&sizes(&[100, 92, 1, 256, 10])), [2, 1, 1, 1]);
        assert_eq!(batches(&[]), Vec::<usize>::new());
    }
}
