//! Dates as inputs state them: ISO 8601, RFC 2822, and English dates written out.
//!
//! Only a text that is nothing but a date (with a weekday, a clock time or a word such as "Published")
//! counts; forms that read differently in different countries, such as 04/05/2025, do not.

use types::Date;

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
const DAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
/// Words that may stand beside a date without making it something else.
const BESIDE: [&str; 27] = [
    "published",
    "posted",
    "date",
    "updated",
    "modified",
    "last",
    "first",
    "issued",
    "released",
    "created",
    "on",
    "at",
    "of",
    "the",
    "am",
    "pm",
    "a",
    "p",
    "m",
    "gmt",
    "utc",
    "z",
    "et",
    "est",
    "edt",
    "bst",
    "ist",
];

/// The day a text states, if it states nothing else.
pub fn stated(text: &str) -> Option<Date> {
    let text = text.trim_matches(|c: char| c.is_whitespace() || c.is_control() || c == '\u{feff}');
    if text.len() > 80 {
        return None;
    }
    iso(text).or_else(|| compact(text)).or_else(|| written(text))
}

/// Whether the words round a date say that it is a day of change.
pub fn says_updated(text: &str) -> bool {
    let text = text.to_lowercase();
    ["updated", "modified"].iter().any(|word| text.contains(word))
}

/// Words of a time stamp that do not occur in a date.
const STAMP: [&str; 22] = [
    "ago",
    "hour",
    "hours",
    "minute",
    "minutes",
    "min",
    "mins",
    "day",
    "days",
    "week",
    "weeks",
    "today",
    "yesterday",
    "cst",
    "cdt",
    "pst",
    "pdt",
    "mst",
    "mdt",
    "hst",
    "ago",
    "read",
];

/// Whether a line is nothing but a time stamp: `Updated 5:27 am CST, Wednesday`, `2 days ago`, `4 min read`.
pub fn is_stamp(text: &str) -> bool {
    let words: Vec<String> = words(text).collect();
    let known = |word: &String| {
        is_beside(word) || month(word).is_some() || STAMP.contains(&word.as_str()) || day(word).is_some()
    };
    let numbered = words.iter().any(|word| word.starts_with(|c: char| c.is_ascii_digit()));
    numbered && words.len() <= 20 && words.iter().all(known)
}

fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_lowercase)
}

fn iso(text: &str) -> Option<Date> {
    let day = text.get(..10)?.replace('/', "-");
    let rest = text.get(10..)?.chars().next();
    matches!(rest, None | Some('T' | 't' | ' ')).then(|| day.parse().ok())?
}

fn compact(text: &str) -> Option<Date> {
    let whole = text.len() == 8 && text.bytes().all(|b| b.is_ascii_digit());
    whole.then(|| format!("{}-{}-{}", &text[..4], &text[4..6], &text[6..]).parse().ok())?
}

fn written(text: &str) -> Option<Date> {
    let words: Vec<String> = words(text).collect();
    let at = words.iter().position(|word| month(word).is_some())?;
    let before = at.checked_sub(1).and_then(|i| words.get(i)).and_then(|w| day(w));
    let next = |offset: usize| words.get(at + offset).map(String::as_str);
    let (date, used) = match (before, next(1).and_then(year)) {
        (Some(day), Some(year)) => (Date::new(year, month(words.get(at)?)?, day), at - 1..at + 2),
        _ => (Date::new(next(2).and_then(year)?, month(words.get(at)?)?, next(1).and_then(day)?), at..at + 3),
    };
    let alone = words.iter().enumerate().all(|(i, word)| used.contains(&i) || is_beside(word));
    date.filter(|_| alone)
}

fn month(word: &str) -> Option<u8> {
    let full = if word == "sept" { "september" } else { word };
    let at = MONTHS.iter().position(|name| *name == full || (full.len() == 3 && name.starts_with(full)))?;
    u8::try_from(at + 1).ok()
}

fn day(word: &str) -> Option<u8> {
    let digits = ["st", "nd", "rd", "th"].iter().find_map(|suffix| word.strip_suffix(suffix)).unwrap_or(word);
    digits.parse().ok().filter(|day| (1..=31).contains(day) && digits.len() <= 2)
}

fn year(word: &str) -> Option<i16> {
    word.parse().ok().filter(|year| (1700..2200).contains(year))
}

fn is_beside(word: &str) -> bool {
    let weekday = DAYS.iter().any(|name| *name == word || (word.len() >= 3 && name.starts_with(word)));
    weekday || BESIDE.contains(&word) || word.bytes().all(|b| b.is_ascii_digit()) && word.len() <= 4 || clock(word)
}

/// `5pm`, `0900z`, `08t10`.
fn clock(word: &str) -> bool {
    let letters = word.trim_start_matches(|c: char| c.is_ascii_digit());
    letters.len() < word.len() && ["am", "pm", "z", "gmt", "h"].contains(&letters)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, date: Option<&str>) {
        assert_eq!(stated(text).map(|d| d.to_string()).as_deref(), date, "{text}");
    }

    #[test]
    fn dates_that_are_stated() {
        for text in [
            "2025-04-08",
            "2025-04-08T23:59:00-05:00",
            "2025-04-08 10:00",
            "20250408",
            "2025/04/08",
            "April 8, 2025",
            "Tuesday, April 8, 2025",
            "8 April 2025",
            "Tue, 08 Apr 2025 10:00:00 GMT",
            "Published: 8th April 2025",
            "Tuesday , April 8 , 2025",
            "Updated Apr. 8, 2025 at 5:30 p.m. ET",
            "TUESDAY 8 APRIL 2025",
            "\u{feff}8 April 2025 ",
            "Tue Apr 8 2025 5pm",
        ] {
            check(text, Some("2025-04-08"));
        }
        check("Sept. 1, 2024", Some("2024-09-01"));
    }

    #[test]
    fn time_stamps() {
        for text in [
            "Updated 5:27 am CST, Wednesday, November 20, 2019",
            "11/18/19 11:04 PM EST",
            "Published 1 day ago",
            "4 min read",
        ] {
            assert!(is_stamp(text), "{text}");
        }
        for text in ["", "Today", "May", "The 8 ministers left", "On Monday, 8 ministers left"] {
            assert!(!is_stamp(text), "{text}");
        }
    }

    #[test]
    fn what_is_no_date_or_more_than_one() {
        for text in [
            "",
            "yesterday",
            "04/05/2025",
            "April 2025",
            "Troops left on April 8, 2025",
            "2025-02-30",
            "April 31, 2025",
            "8",
            "2025-04-081",
            "March",
            "Correction — April 8, 2025",
            "é2345678901",
            "1234567é",
        ] {
            check(text, None);
        }
    }
}
