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
    /// Its verb is in the past perfect.
    PastPerfect,
    /// Its verb is in the present perfect.
    PresentPerfect,
    /// Its verb is in the simple past.
    Past,
    /// Its verb is in the present.
    Present,
    /// The verb of its clause has no finite form.
    NonFinite,
    /// A past form in a sentence that is told in the present.
    PastInPresent,
    /// The sentence itself is told in the present.
    ToldInPresent,
    /// A noun tells it.
    Noun,
    /// It stands in a relative clause.
    Relative,
    /// It stands in a participle or an infinitive on a noun.
    Attribute,
    /// It stands in an apposition.
    Apposition,
    /// It stands in an adverbial clause.
    Adverbial,
    /// It stands in what somebody says.
    Reported,
    /// It stands below a verb or noun that names an act itself.
    Below,
    /// Its sentence states a time long past.
    DatedSentence,
    /// The time that was stated last before its sentence is long past.
    DatedBefore,
    /// Its own time is not long past.
    Recent,
    /// Its sentence states a time that is not long past.
    RecentSentence,
    /// It lasts since long ago.
    Lasting,
    /// A word of its clause says that things were otherwise ("former").
    Former,
    /// A word sets it apart from what was told before ("later").
    Sequel,
    /// The first sentences of the text.
    Opening,
    /// The second half of the text.
    Late,
    /// A text of one or two sentences.
    Brief,
    /// Inside a quotation.
    Quoted,
}

impl Sign {
    /// Every sign.
    pub const ALL: [Self; 25] = [
        Self::PastPerfect,
        Self::PresentPerfect,
        Self::Past,
        Self::Present,
        Self::NonFinite,
        Self::PastInPresent,
        Self::ToldInPresent,
        Self::Noun,
        Self::Relative,
        Self::Attribute,
        Self::Apposition,
        Self::Adverbial,
        Self::Reported,
        Self::Below,
        Self::DatedSentence,
        Self::DatedBefore,
        Self::Recent,
        Self::RecentSentence,
        Self::Lasting,
        Self::Former,
        Self::Sequel,
        Self::Opening,
        Self::Late,
        Self::Brief,
        Self::Quoted,
    ];

    /// The written form.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::PastPerfect => "past-perfect",
            Self::PresentPerfect => "present-perfect",
            Self::Past => "past",
            Self::Present => "present",
            Self::NonFinite => "non-finite",
            Self::PastInPresent => "past-in-present",
            Self::ToldInPresent => "told-in-present",
            Self::Noun => "noun",
            Self::Relative => "relative",
            Self::Attribute => "attribute",
            Self::Apposition => "apposition",
            Self::Adverbial => "adverbial",
            Self::Reported => "reported",
            Self::Below => "below",
            Self::DatedSentence => "dated-sentence",
            Self::DatedBefore => "dated-before",
            Self::Recent => "recent",
            Self::RecentSentence => "recent-sentence",
            Self::Lasting => "lasting",
            Self::Former => "former",
            Self::Sequel => "sequel",
            Self::Opening => "opening",
            Self::Late => "late",
            Self::Brief => "brief",
            Self::Quoted => "quoted",
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
    former: Vec<Box<str>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Shape {
    start: f32,
    judged: f32,
    limit: f32,
    former: Vec<Box<str>>,
    sign: BTreeMap<Located, f32>,
}

impl Default for Background {
    /// Nothing is background.
    fn default() -> Self {
        Self { start: 0.0, judged: 0.0, limit: f32::INFINITY, signs: BTreeMap::new(), former: Vec::new() }
    }
}

impl Background {
    /// Reads `background.toml`.
    pub(crate) fn read(file: &DataFile<'_>, problems: &mut Vec<Problem>) -> Self {
        let Some(shape) = toml_file::read::<Shape>(file, problems) else { return Self::default() };
        let signs = shape.sign.iter();
        let signs = signs.filter_map(|(name, weight)| Some((toml_file::code(file, name, problems)?, *weight))).collect();
        Self { start: shape.start, judged: shape.judged, limit: shape.limit, signs, former: shape.former }
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

    /// Whether a word in lower case says that things were otherwise.
    pub fn is_former(&self, word: &str) -> bool {
        self.former.iter().any(|former| **former == *word)
    }
}
