//! The place a report was filed from: `ACCRA, Ghana (AP) — The minister…`.
//!
//! A dateline is short, made of names, and ends in a dash (or a colon where the place is in capitals);
//! the sentence after it begins with a capital. What is written in capitals and is no place
//! (`EXCLUSIVE –`) stands in `data/ingest/not-a-place.txt`.

use crate::{dates, lists};
use types::Date;

/// Characters a dateline can have.
const LONGEST: usize = 90;
/// Words a place can have.
const LONGEST_PLACE: usize = 6;

/// A dateline at the start of a paragraph; lengths are bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dateline {
    /// Length of the place; 0 where only an agency is named.
    pub place: usize,
    /// Where the sentence begins.
    pub body: usize,
    /// The day, where it is stated with its year.
    pub date: Option<Date>,
}

/// The dateline a paragraph opens with.
pub fn find(paragraph: &str) -> Option<Dateline> {
    separators(paragraph).find_map(|(at, separator)| {
        let body = paragraph.len() - paragraph.get(at + separator.len()..)?.trim_start().len();
        let opening = read_opening(paragraph.get(..at)?)?;
        let fits = opening.is_sure(separator) && begins_sentence(paragraph.get(body..)?);
        fits.then_some(Dateline { place: opening.place.len(), body, date: opening.date })
    })
}

/// Dashes and colons that may end a dateline, in order.
fn separators(paragraph: &str) -> impl Iterator<Item = (usize, &'static str)> + '_ {
    let starts = paragraph.char_indices().take(LONGEST).map(|(at, _)| at);
    starts.filter_map(|at| {
        let rest = paragraph.get(at..)?;
        [" — ", " – ", " -- ", " - ", "— ", " —", "– ", "—", "- ", ": ", "--"]
            .into_iter()
            .find(|s| rest.starts_with(s))
            .map(|s| (at, s))
    })
}

struct Opening<'a> {
    place: &'a str,
    agency: bool,
    date: Option<Date>,
    dated: bool,
}

impl Opening<'_> {
    /// Whether place, agency and separator together make a dateline.
    fn is_sure(&self, separator: &str) -> bool {
        let capitals = is_in_capitals(self.place);
        match separator {
            ": " => capitals && !self.place.is_empty(),
            "- " | "—" | "--" => self.agency || (capitals && separator != "- "),
            _ => self.agency || self.dated || !self.place.is_empty(),
        }
    }
}

fn read_opening(words: &str) -> Option<Opening<'_>> {
    let (words, agency) = split_agency(words.trim_end())?;
    let (place, date, dated) = split_date(words);
    let place = place.trim_end_matches([',', ' ', '.']);
    let place = if words.trim_end() == format!("{place}.") { words.trim_end() } else { place };
    (is_place(place) || (place.is_empty() && agency)).then_some(Opening { place, agency, date, dated })
}

/// Splits `ACCRA (AP)`; nothing if the brackets hold something else.
fn split_agency(words: &str) -> Option<(&str, bool)> {
    let Some(open) = words.strip_suffix(')') else { return Some((words, false)) };
    let (before, inside) = open.rsplit_once('(')?;
    let known = inside.split(['/', ',']).any(|name| lists::has(lists::AGENCIES, name.trim()));
    known.then_some((before.trim_end(), true))
}

/// Splits `ACCRA, April 8` or `GENEVA, 8 April 2025`; the date counts only with its year.
fn split_date(words: &str) -> (&str, Option<Date>, bool) {
    words
        .match_indices([',', ' '])
        .filter_map(|(at, _)| Some((words.get(..at)?, words.get(at + 1..)?.trim())))
        .find_map(|(place, rest)| match (dates::stated(rest), dates::stated(&format!("{rest} 2000"))) {
            (Some(date), _) => Some((place, Some(date), true)),
            (None, Some(_)) => Some((place, None, true)),
            (None, None) => None,
        })
        .unwrap_or((words, None, false))
}

fn is_place(words: &str) -> bool {
    let count = words.split_whitespace().count();
    (1..=LONGEST_PLACE).contains(&count) && words.split_whitespace().all(is_place_word) && !is_known_other(words)
}

fn is_place_word(word: &str) -> bool {
    let small =
        ["of", "the", "and", "de", "la", "el", "al", "en", "on", "upon", "du", "do", "da", "and"].contains(&word);
    let bare = word.trim_start_matches('\'');
    small || bare.chars().next().is_some_and(char::is_uppercase) && !bare.contains(['"', '“', ':', ';', '!', '?', '='])
}

fn is_known_other(words: &str) -> bool {
    let first = words.split([' ', ',']).next().unwrap_or(words);
    lists::has(lists::NOT_A_PLACE, words) || lists::has(lists::NOT_A_PLACE, first)
}

/// Whether the city, the part before a comma, is in capitals.
fn is_in_capitals(place: &str) -> bool {
    let city = place.split(',').next().unwrap_or(place);
    city.chars().filter(|c| c.is_alphabetic()).count() > 1 && !city.chars().any(char::is_lowercase)
}

fn begins_sentence(body: &str) -> bool {
    let first = body.trim_start_matches(['"', '“', '\'', '‘', '[', '(']).chars().next();
    first.is_some_and(|c| c.is_uppercase() || c.is_ascii_digit()) && body.split_whitespace().count() > 3
}

#[cfg(test)]
mod tests {
    use super::*;

    const BODY: &str = "The minister left on Monday.";

    #[track_caller]
    fn check(opening: &str, place: Option<&str>) {
        let text = format!("{opening}{BODY}");
        let found = find(&text);
        assert_eq!(found.as_ref().and_then(|d| text.get(..d.place)), place, "{opening}");
        if let Some(dateline) = found {
            assert_eq!(text.get(dateline.body..), Some(BODY));
        }
    }

    #[test]
    fn datelines() {
        check("WARSAW — ", Some("WARSAW"));
        check("BERLIN (Reuters) - ", Some("BERLIN"));
        check("KYIV, Ukraine (AP) — ", Some("KYIV, Ukraine"));
        check("WASHINGTON, D.C. — ", Some("WASHINGTON, D.C."));
        check("BEIJING/TAIPEI — ", Some("BEIJING/TAIPEI"));
        check("São Paulo, Brazil — ", Some("São Paulo, Brazil"));
        check("Port of Spain, Trinidad and Tobago – ", Some("Port of Spain, Trinidad and Tobago"));
        check("MOSCOW, March 3 (Reuters) -- ", Some("MOSCOW"));
        check("GENEVA, 8 April 2025 – ", Some("GENEVA"));
        check("NEW DELHI: ", Some("NEW DELHI"));
        check("UNITED NATIONS (AP) —", Some("UNITED NATIONS"));
        check("STRATFORD-UPON-AVON, England — ", Some("STRATFORD-UPON-AVON, England"));
        check("(Reuters) - ", Some(""));
        check("N'DJAMENA—", Some("N'DJAMENA"));
    }

    #[test]
    fn other_openings() {
        for opening in
            ["", "EXCLUSIVE: ", "BREAKING — ", "The result: ", "Correction — ", "He said — ", "Ministers (all four) — "]
        {
            check(opening, None);
        }
        assert_eq!(find("Accra — the capital — was calm on Monday."), None);
        assert_eq!(find("Self-Defence forces left the base on Monday."), None);
        assert_eq!(find(""), None);
    }

    #[test]
    fn a_full_date_is_stated() {
        let date = find("GENEVA, 8 April 2025 – The minister left on Monday.").and_then(|d| d.date);
        assert_eq!(date.map(|d| d.to_string()).as_deref(), Some("2025-04-08"));
    }
}
