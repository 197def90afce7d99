//! Numbers in figures and words: "1,000", "twenty-one", "two hundred and fifty", "a dozen".

use lexicon::{Counts, NumberWord};

/// A word as part of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Term {
    Number(u32),
    Scale(u32),
    Group(u32),
    Link,
}

/// The number that the word at this place is part of; nothing for "dozens", "1.5 million" and a mere "a".
pub(crate) fn at(counts: &Counts, words: &[&str], at: usize) -> Option<u32> {
    let reader = Reader { counts, words };
    reader.term(at).filter(|term| *term != Term::Link)?;
    let first = (0..at).rev().take_while(|&i| reader.term(i).is_some()).last().unwrap_or(at);
    let last = (at..words.len()).take_while(|&i| reader.term(i).is_some()).last().unwrap_or(at);
    let article = first == last && matches!(*words.get(first)?, "a" | "an" | "A" | "An");
    let cut =
        first.checked_sub(1).and_then(|i| words.get(i)).is_some_and(|word| word.contains(|c: char| c.is_ascii_digit()));
    if article || cut { None } else { sum((first..=last).filter_map(|i| reader.term(i))) }
}

struct Reader<'a> {
    counts: &'a Counts,
    words: &'a [&'a str],
}

impl Reader<'_> {
    fn term(&self, at: usize) -> Option<Term> {
        let word = self.words.get(at)?.to_lowercase();
        self.counted(&word).or_else(|| self.is_link(at, &word).then_some(Term::Link))
    }

    fn counted(&self, word: &str) -> Option<Term> {
        Some(match self.counts.number(word) {
            Some(NumberWord::Count(n)) => Term::Number(n),
            Some(NumberWord::Scale(n)) => Term::Scale(n),
            Some(NumberWord::Group(n)) => Term::Group(n),
            None => Term::Number(figures(word)?),
        })
    }

    /// The hyphen of "twenty - one" and the "and" of "two hundred and one".
    fn is_link(&self, at: usize, word: &str) -> bool {
        let beside =
            |i: Option<usize>| i.and_then(|i| self.words.get(i)).and_then(|word| self.counted(&word.to_lowercase()));
        let (before, after) = (beside(at.checked_sub(1)), beside(Some(at + 1)));
        match word {
            "-" => before.is_some() && after.is_some(),
            "and" => matches!(before, Some(Term::Scale(_))) && matches!(after, Some(Term::Number(_))),
            _ => false,
        }
    }
}

/// Nothing where the terms do not go together, as in "10 15".
fn sum(terms: impl Iterator<Item = Term>) -> Option<u32> {
    let (mut total, mut current) = (0_u32, None);
    for term in terms {
        match (term, current) {
            (Term::Link, _) => {}
            (Term::Number(n), None) => current = Some(n),
            (Term::Number(n), Some(tens)) => current = Some(joined(tens, n)?),
            (Term::Group(n), count) => current = Some(count.unwrap_or(1).checked_mul(n)?),
            (Term::Scale(n), Some(count)) if n < 1000 => current = Some(count.checked_mul(n)?),
            (Term::Scale(n), Some(count)) => {
                total = total.checked_add(count.checked_mul(n)?)?;
                current = None;
            }
            (Term::Scale(_), None) => return None,
        }
    }
    total.checked_add(current.unwrap_or(0))
}

/// Tens with ones, hundreds with what is below.
fn joined(before: u32, n: u32) -> Option<u32> {
    let fits = before >= 100 && before.is_multiple_of(100) && n < 100
        || (20..100).contains(&before) && before.is_multiple_of(10) && n < 10;
    fits.then(|| before.checked_add(n)).flatten()
}

/// "1,000" or "66"; no decimals.
fn figures(text: &str) -> Option<u32> {
    let digits: String = text.chars().filter(|c| *c != ',').collect();
    let whole = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    whole.then(|| digits.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use lexicon::{Circumstances, DataFile};

    const NUMBERS: &str = include_str!("../../../../data/circumstances/numbers.tsv");

    #[track_caller]
    fn check(text: &str, word: &str, expected: Option<u32>) {
        let (tables, problems) = Circumstances::of(&[DataFile { path: "circumstances/numbers.tsv", text: NUMBERS }]);
        assert_eq!(problems, []);
        let words: Vec<&str> = text.split(' ').collect();
        let place = words.iter().position(|w| *w == word).expect("the word stands there");
        assert_eq!(at(&tables.counts, &words, place), expected, "{text}");
    }

    #[test]
    fn numbers_are_put_together() {
        check("killed six people", "six", Some(6));
        check("more than 1,000 people", "1,000", Some(1000));
        check("twenty - one men", "one", Some(21));
        check("Two hundred and fifty officers", "hundred", Some(250));
        check("two thousand three hundred", "two", Some(2300));
        check("a dozen soldiers", "dozen", Some(12));
        check("two dozen soldiers", "two", Some(24));
        check("a hundred men", "hundred", Some(100));
        check("3 million people", "million", Some(3_000_000));
    }

    #[test]
    fn what_is_no_count_counts_nothing() {
        check("dozens of people", "dozens", None);
        check("a soldier", "a", None);
        check("1.5 million people", "million", None);
        check("10 15", "10", None);
        check("hundred men", "hundred", None);
        check("between 10 and 15 rebels", "15", Some(15));
        check("4294967296 men", "4294967296", None);
        check("9 million million", "9", None);
    }
}
