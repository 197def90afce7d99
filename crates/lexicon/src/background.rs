//! What marks an act that is told as a fact as background rather than news, as weights.

use crate::toml_file::{self, Located};
use crate::{DataFile, Problem};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;
use types::UnknownCode;

/// Something about an act told as a fact that speaks for or against its being background.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sign {
    /// Its verb is in the simple past, or in the past perfect.
    Past,
    /// Its verb is in the present.
    Present,
    /// The verb of its clause has no finite form.
    NonFinite,
    /// A noun tells it.
    Noun,
    /// It stands in a relative clause.
    Relative,
    /// It stands in an apposition.
    Apposition,
    /// It stands below a verb or noun that names an act itself.
    Below,
    /// Its clause or one above it states a time long past.
    DatedClause,
    /// Another part of its sentence states a time long past.
    DatedElsewhere,
    /// The time that was stated last before its sentence is long past.
    DatedBefore,
    /// Its own time is not long past.
    Recent,
    /// Its clause or one above it states a time that is not long past.
    RecentClause,
    /// Another part of its sentence does.
    RecentElsewhere,
    /// It lasts since long ago.
    Lasting,
    /// A word of its clause says that things were otherwise ("former").
    Former,
    /// Its sentence goes on a story of the past.
    AfterBackground,
    /// A word sets it apart from what was told before ("later").
    Sequel,
    /// The second half of the text.
    Late,
    /// A text of one or two sentences.
    Brief,
}

impl Sign {
    /// Every sign.
    pub const ALL: [Self; 19] = [
        Self::Past,
        Self::Present,
        Self::NonFinite,
        Self::Noun,
        Self::Relative,
        Self::Apposition,
        Self::Below,
        Self::DatedClause,
        Self::DatedElsewhere,
        Self::DatedBefore,
        Self::Recent,
        Self::RecentClause,
        Self::RecentElsewhere,
        Self::Lasting,
        Self::Former,
        Self::AfterBackground,
        Self::Sequel,
        Self::Late,
        Self::Brief,
    ];

    /// The written form.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Past => "past",
            Self::Present => "present",
            Self::NonFinite => "non-finite",
            Self::Noun => "noun",
            Self::Relative => "relative",
            Self::Apposition => "apposition",
            Self::Below => "below",
            Self::DatedClause => "dated-clause",
            Self::DatedElsewhere => "dated-elsewhere",
            Self::DatedBefore => "dated-before",
            Self::Recent => "recent",
            Self::RecentClause => "recent-clause",
            Self::RecentElsewhere => "recent-elsewhere",
            Self::Lasting => "lasting",
            Self::Former => "former",
            Self::AfterBackground => "after-background",
            Self::Sequel => "sequel",
            Self::Late => "late",
            Self::Brief => "brief",
        }
    }
}

impl fmt::Display for Sign {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for Sign {
    type Err = UnknownCode;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        let unknown = || UnknownCode { list: "sign of background", name: name.to_owned() };
        Self::ALL.into_iter().find(|sign| sign.as_str() == name).ok_or_else(unknown)
    }
}

/// Weights of a logistic regression; what is not so, or has no weight, counts nothing.
#[derive(Debug, Clone)]
pub struct Background {
    start: f32,
    judged: f32,
    limit: f32,
    signs: BTreeMap<Sign, f32>,
    story: f32,
    former: Vec<Box<str>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Shape {
    start: f32,
    judged: f32,
    limit: f32,
    story: f32,
    former: Vec<Box<str>>,
    sign: BTreeMap<Located, f32>,
}

impl Default for Background {
    /// Nothing is background.
    fn default() -> Self {
        Self {
            start: 0.0,
            judged: 0.0,
            limit: f32::INFINITY,
            story: f32::INFINITY,
            signs: BTreeMap::new(),
            former: Vec::new(),
        }
    }
}

impl Background {
    /// Reads `background.toml`.
    pub(crate) fn read(file: &DataFile<'_>, problems: &mut Vec<Problem>) -> Self {
        let Some(shape) = toml_file::read::<Shape>(file, problems) else { return Self::default() };
        let signs = shape.sign.iter();
        let signs =
            signs.filter_map(|(name, weight)| Some((toml_file::code(file, name, problems)?, *weight))).collect();
        let Shape { start, judged, limit, story, former, .. } = shape;
        Self { start, judged, limit, story, signs, former }
    }

    /// What the signs and the judge's probability that it is history come to.
    pub fn sum(&self, signs: &[Sign], judged: f32) -> f32 {
        let told = signs.iter().filter_map(|sign| self.signs.get(sign));
        self.start + self.judged * judged + told.sum::<f32>()
    }

    /// Whether a sum is enough.
    pub fn is_enough(&self, sum: f32) -> bool {
        sum >= self.limit
    }

    /// Whether what a sentence mainly tells comes to a story of the past.
    pub fn is_story(&self, sum: f32) -> bool {
        sum >= self.story
    }

    /// Whether a word in lower case says that things were otherwise.
    pub fn is_former(&self, word: &str) -> bool {
        self.former.iter().any(|former| **former == *word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const REAL: &str = include_str!("../../../data/background.toml");

    fn read(text: &str) -> (Background, Vec<Problem>) {
        let mut problems = Vec::new();
        let background = Background::read(&DataFile { path: "background.toml", text }, &mut problems);
        (background, problems)
    }

    #[test]
    fn the_real_weights_tell_history_from_news() {
        let (background, problems) = read(REAL);
        assert_eq!(problems, []);
        for (signs, judged, old) in [
            (&[][..], 0.0, false),
            (&[Sign::Past, Sign::Recent, Sign::RecentClause], 0.5, false),
            (&[Sign::Noun, Sign::Lasting], 0.1, true),
            (&[Sign::Past, Sign::Relative, Sign::DatedClause], 0.1, true),
        ] {
            assert_eq!(background.is_enough(background.sum(signs, judged)), old, "{signs:?}");
        }
    }

    #[test]
    fn unknown_signs_are_told_with_their_line() {
        let (_, problems) = read(&REAL.replace("relative =", "relativ ="));
        let line = REAL.lines().position(|line| line.starts_with("relative")).map(|at| at + 1);
        assert_eq!(problems.iter().map(|p| Some(p.line)).collect::<Vec<_>>(), [line]);
    }

    #[test]
    fn without_weights_nothing_is_background() {
        assert!(!Background::default().is_enough(f32::MAX));
    }
}
