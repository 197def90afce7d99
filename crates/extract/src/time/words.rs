//! The words of a sentence as the grammar of time sees them.

use lexicon::{Circumstances, NumberWord, TimeRelation, TimeUnit, TimeWord};
use types::{Parse, Upos, Xpos};

/// A word with what it may be.
pub(crate) struct Word<'a> {
    pub(crate) text: &'a str,
    lower: String,
    time: &'a [TimeWord],
    number: Option<u32>,
    upos: Upos,
    xpos: Xpos,
}

/// All words of a sentence.
pub(crate) fn of<'a>(circumstances: &'a Circumstances, text: &'a str, parse: &Parse) -> Vec<Word<'a>> {
    let word = |token: &types::Token| {
        let text = token.span.of(text);
        let lower = text.to_lowercase();
        let number = number(circumstances, &lower);
        Word { text, time: circumstances.time.get(&lower), number, lower, upos: token.upos, xpos: token.xpos }
    };
    parse.tokens().iter().map(word).collect()
}

fn number(circumstances: &Circumstances, lower: &str) -> Option<u32> {
    match circumstances.counts.number(lower) {
        Some(NumberWord::Count(n) | NumberWord::Group(n)) => Some(n),
        Some(NumberWord::Scale(_)) => None,
        None => lower.parse().ok(),
    }
}

impl Word<'_> {
    pub(crate) fn is(&self, word: &str) -> bool {
        self.lower == word
    }

    pub(crate) fn is_any(&self, words: &[&str]) -> bool {
        words.contains(&self.lower.as_str())
    }

    pub(crate) fn is_dash(&self) -> bool {
        self.is_any(&["-", "–", "—"])
    }

    /// Whether the word may be a name.
    fn is_name(&self) -> bool {
        self.text.chars().next().is_some_and(char::is_uppercase) && !matches!(self.upos, Upos::Verb | Upos::Aux)
    }

    pub(crate) fn is_noun(&self) -> bool {
        matches!(self.upos, Upos::Noun | Upos::Propn)
    }

    /// Whether the word may go on a phrase that "before" or "after" opens.
    pub(crate) fn begins_phrase(&self) -> bool {
        matches!(self.upos, Upos::Det | Upos::Adj | Upos::Noun | Upos::Propn | Upos::Pron | Upos::Num | Upos::Verb)
    }

    pub(crate) fn is_plural_noun(&self) -> bool {
        self.xpos == Xpos::Nns
    }

    fn find<T>(&self, pick: impl Fn(TimeWord) -> Option<T>) -> Option<T> {
        self.time.iter().copied().find_map(pick)
    }

    pub(crate) fn weekday(&self) -> Option<u8> {
        self.find(|w| if let TimeWord::Weekday(day) = w { Some(day) } else { None }).filter(|_| self.is_name())
    }

    pub(crate) fn month(&self) -> Option<u8> {
        self.find(|w| if let TimeWord::Month(month) = w { Some(month) } else { None }).filter(|_| self.is_name())
    }

    pub(crate) fn season(&self) -> Option<u8> {
        let noun = self.is_noun() && self.xpos != Xpos::Nns;
        self.find(|w| if let TimeWord::Season(month) = w { Some(month) } else { None }).filter(|_| noun)
    }

    pub(crate) fn unit(&self) -> Option<TimeUnit> {
        self.find(|w| if let TimeWord::Unit(unit) = w { Some(unit) } else { None })
    }

    pub(crate) fn shift(&self) -> Option<i8> {
        self.find(|w| if let TimeWord::Shift(shift) = w { Some(shift) } else { None })
    }

    pub(crate) fn edge(&self) -> Option<i8> {
        self.find(|w| if let TimeWord::Edge(edge) = w { Some(edge) } else { None })
    }

    pub(crate) fn day_word(&self) -> Option<i8> {
        self.find(|w| if let TimeWord::Day(day) = w { Some(day) } else { None })
    }

    pub(crate) fn relation(&self) -> Option<TimeRelation> {
        self.find(|w| if let TimeWord::Relation(relation) = w { Some(relation) } else { None })
    }

    pub(crate) fn relative(&self) -> Option<i8> {
        self.find(|w| if let TimeWord::Relative(way) = w { Some(way) } else { None })
    }

    pub(crate) fn offset(&self) -> Option<i8> {
        self.find(|w| if let TimeWord::Offset(way) = w { Some(way) } else { None })
    }

    pub(crate) fn ordinal(&self) -> Option<u8> {
        self.find(|w| if let TimeWord::Ordinal(number) = w { Some(number) } else { None })
    }

    /// A century by its number: "19th".
    pub(crate) fn century(&self) -> Option<i16> {
        let digits = self.lower.trim_end_matches(char::is_alphabetic);
        let ending = self.lower.get(digits.len()..).unwrap_or("");
        digits.parse().ok().filter(|number| (5..=21).contains(number) && matches!(ending, "st" | "nd" | "rd" | "th"))
    }

    pub(crate) fn is_time(&self, word: TimeWord) -> bool {
        self.time.contains(&word)
    }

    /// The number it states, in figures or as a word.
    pub(crate) fn count(&self) -> Option<u32> {
        self.number
    }

    /// A day of a month: "3", "3rd".
    pub(crate) fn day_of_month(&self) -> Option<u8> {
        let digits = self.lower.trim_end_matches(char::is_alphabetic);
        let ending = self.lower.get(digits.len()..).unwrap_or("");
        let day = digits.parse().ok().filter(|day| (1..=31).contains(day))?;
        matches!(ending, "" | "st" | "nd" | "rd" | "th").then_some(day)
    }

    /// A year in four figures.
    pub(crate) fn year(&self) -> Option<i16> {
        let figures = self.lower.len() == 4 && self.lower.bytes().all(|b| b.is_ascii_digit());
        self.lower.parse().ok().filter(|year| figures && (1000..2200).contains(year))
    }

    /// A decade: "1990s", "'90s".
    pub(crate) fn decade(&self) -> Option<i16> {
        let digits = self.lower.strip_suffix('s')?.trim_matches(['\'', '’', '‘']);
        let year: i16 = digits.parse().ok()?;
        let short = digits.len() == 2 && self.lower.starts_with(['\'', '’', '‘']);
        let year = if short { year + if year < 30 { 2000 } else { 1900 } } else { year };
        (year % 10 == 0 && (1000..2200).contains(&year)).then_some(year)
    }
}
