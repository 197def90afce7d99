//! Stand-off annotations as brat writes them, with the labels of PolNeAR.
//!
//! A line `T3⇥Content 115 290⇥the words` marks stretches of the text in code points (several, parted by `;`); a line
//! `E1⇥Attribution:T4 Content:T3 Cue:T2 Source:T1` joins them to an attribution. Other lines are annotators' notes.

use super::words::{Relation, Words};
use crate::wire::Offsets;
use std::collections::HashMap;
use types::Span;

/// A stretch in code points: first, and one past the last.
type Stretch = (usize, usize);

/// An annotated attribution.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Marked {
    source: Vec<Stretch>,
    cue: Vec<Stretch>,
    content: Vec<Stretch>,
}

/// An annotation that cannot be used.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum BratError {
    /// A line that is not what its first letter says.
    #[error("{line}: not a line of stand-off annotation: {text:?}")]
    Line {
        /// Line, from 1.
        line: usize,
        /// What stands there.
        text: String,
    },
    /// A stretch that the text does not have.
    #[error("{start}–{end} is no stretch of this text; is it the one that was annotated?")]
    Offsets {
        /// First code point.
        start: usize,
        /// Past the last.
        end: usize,
    },
}

/// The attributions of an annotation file.
///
/// # Errors
/// Where a line cannot be understood.
pub fn read(text: &str) -> Result<Vec<Marked>, BratError> {
    let lines = || text.lines().enumerate();
    let fault = |at: usize, line: &str| BratError::Line { line: at + 1, text: line.to_owned() };
    let mut marks = HashMap::new();
    for (at, line) in lines().filter(|(_, line)| starts(line, 'T')) {
        let (id, stretches) = mark(line).ok_or_else(|| fault(at, line))?;
        marks.insert(id, stretches);
    }
    let joined = lines().filter(|(_, line)| starts(line, 'E'));
    joined.map(|(at, line)| join(line, &marks).ok_or_else(|| fault(at, line))).collect()
}

/// Whether a line has an identifier of this letter; the words of a mark may run on over lines that have none.
fn starts(line: &str, letter: char) -> bool {
    let id = line.split('\t').next().filter(|id| id.len() < line.len()).and_then(|id| id.strip_prefix(letter));
    id.is_some_and(|number| !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()))
}

fn mark(line: &str) -> Option<(&str, Vec<Stretch>)> {
    let mut cells = line.split('\t');
    let (id, label) = (cells.next()?, cells.next()?);
    let (_, offsets) = label.split_once(' ')?;
    let stretches = offsets.split(';').map(|pair| {
        let (start, end) = pair.split_once(' ')?;
        Some((start.parse().ok()?, end.parse().ok()?))
    });
    Some((id, stretches.collect::<Option<_>>()?))
}

fn join(line: &str, marks: &HashMap<&str, Vec<Stretch>>) -> Option<Marked> {
    let (_, arguments) = line.split_once('\t')?;
    let mut marked = Marked::default();
    for argument in arguments.split_whitespace() {
        let (role, id) = argument.split_once(':')?;
        let stretches = marks.get(id)?;
        let side = match role.trim_end_matches(|c: char| c.is_ascii_digit()) {
            "Source" => &mut marked.source,
            "Cue" => &mut marked.cue,
            "Content" => &mut marked.content,
            _ => continue,
        };
        side.extend(stretches);
    }
    Some(marked)
}

impl Marked {
    /// The same in words of the text it was made on.
    pub(super) fn on(&self, offsets: &Offsets<'_>, words: &Words) -> Result<Relation, BratError> {
        let within = |stretches: &[Stretch]| {
            let spans = stretches.iter().map(|&(start, end)| {
                let span = offsets.span(start, end).filter(|span| !span.is_empty());
                span.ok_or(BratError::Offsets { start, end })
            });
            Ok(words.within(&spans.collect::<Result<Vec<Span>, BratError>>()?))
        };
        Ok(Relation { source: within(&self.source)?, cue: within(&self.cue)?, content: within(&self.content)? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "“We won’t go,” the envoy said on Monday. “Ever.”";

    fn check(annotation: &str, want: Result<[&str; 3], &str>) {
        let (offsets, words) = (Offsets::new(TEXT), Words::new(TEXT));
        let got = read(annotation).and_then(|marked| marked[0].on(&offsets, &words));
        let got = got.map(|r| [r.source, r.cue, r.content].map(|side| words.told(&side))).map_err(|e| e.to_string());
        assert_eq!(got, want.map(|sides| sides.map(str::to_owned)).map_err(str::to_owned), "{annotation}");
    }

    #[test]
    fn marks_are_joined() {
        let marks =
            "T1\tContent 0 14;41 48\t“We won’t go,” “Ever.”\nT2\tSource 15 24\tthe envoy\nT3\tCue 25 29\tsaid\n";
        let notes = "T4\tAttribution 25 29\tsaid\n#1\tAnnotatorNotes T4\tsure\nT5\tDiscuss 1 3\tWe\n";
        let whole = format!("{marks}{notes}E1\tAttribution:T4 Content:T1 Cue:T3 Source:T2\n");
        check(&whole, Ok(["the envoy", "said", "We won t go … Ever"]));
        check(&format!("{marks}E1\tAttribution:T1 Content:T1 Cue2:T3"), Ok(["", "said", "We won t go … Ever"]));
        check("T1\tCue 25 29\tsa\nid \"T\" \nE1\tAttribution:T1 Cue:T1", Ok(["", "said", ""]));
    }

    #[test]
    fn what_does_not_fit_is_told() {
        let lost = "60–70 is no stretch of this text; is it the one that was annotated?";
        check("T1\tCue 60 70\tsaid\nE1\tAttribution:T1 Cue:T1", Err(lost));
        check("T1\tCue 60\tsaid", Err("1: not a line of stand-off annotation: \"T1\\tCue 60\\tsaid\""));
        check("E1\tAttribution:T7", Err("1: not a line of stand-off annotation: \"E1\\tAttribution:T7\""));
    }
}
