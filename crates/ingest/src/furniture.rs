//! What stands on a news page and is no part of the article: bylines, credits, link lists, buttons.
//!
//! The phrases are data (`data/ingest/furniture.tsv`); what is written here is only the shape of a
//! line: a bullet, a finished sentence, a byline, a speaker under a pull quote.

use crate::dates;
use crate::lists::{self, FURNITURE};

/// What to do with a piece that is furniture, and with its neighbours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Leave it out.
    Drop,
    /// Leave it out with the piece after it.
    DropNext,
    /// Leave it out with all that follows up to the next long paragraph.
    DropList,
}

/// Words in the longest line that can be furniture by its first or last words, or by words inside.
const LONGEST: usize = 40;
const LONGEST_INSIDE: usize = 75;
/// Words in the longest byline.
const LONGEST_BYLINE: usize = 20;

/// Whether a text holds an invitation to subscribe or log in.
pub fn asks_to_pay(text: &str) -> bool {
    let text = text.to_lowercase().replace('’', "'");
    lists::entries(lists::PAYWALL).any(|phrase| text.contains(phrase))
}

/// What to do with a piece, if it is furniture.
pub fn action(piece: &str) -> Option<Action> {
    let short = piece.split_whitespace().count() <= LONGEST;
    let dropped = short && (asks_to_pay(piece) || is_citation(piece));
    if dropped { Some(Action::Drop) } else { by_table(piece) }
}

/// The action a phrase of the table asks for.
fn by_table(piece: &str) -> Option<Action> {
    let words = piece.split_whitespace().count();
    let line = plain_words(piece);
    lists::entries(FURNITURE)
        .filter_map(Row::read)
        .find(|row| words <= row.place.longest() && row.fits(&line, piece))
        .map(|row| row.action)
}

/// Lower case, straight quotes, single blanks, no bullets or final colon.
fn plain_words(piece: &str) -> String {
    let words: Vec<&str> = piece.split_whitespace().collect();
    let line = words.join(" ").to_lowercase().replace('’', "'").replace(['“', '”'], "\"");
    line.trim_matches(|c: char| " :•*>»|-–—[]().…".contains(c)).to_owned()
}

struct Row {
    action: Action,
    place: Place,
    phrase: &'static str,
}

enum Place {
    Whole,
    Start,
    End,
    Inside,
    /// As `Inside`, capitals as written.
    Exact,
}

impl Place {
    fn longest(&self) -> usize {
        match self {
            Place::Whole | Place::Start | Place::End => LONGEST,
            Place::Inside | Place::Exact => LONGEST_INSIDE,
        }
    }
}

impl Row {
    fn read(entry: &'static str) -> Option<Self> {
        let mut fields = entry.split('\t');
        let action = match fields.next()? {
            "drop" => Action::Drop,
            "drop-next" => Action::DropNext,
            "drop-list" => Action::DropList,
            _ => return None,
        };
        let place = match fields.next()? {
            "whole" => Place::Whole,
            "start" => Place::Start,
            "end" => Place::End,
            "inside" => Place::Inside,
            "exact" => Place::Exact,
            _ => return None,
        };
        fields.next().map(|phrase| Self { action, place, phrase })
    }

    fn fits(&self, line: &str, piece: &str) -> bool {
        match self.place {
            Place::Whole => line == self.phrase,
            Place::Start => line.starts_with(self.phrase),
            Place::End => line.ends_with(self.phrase),
            Place::Inside => line.contains(self.phrase),
            Place::Exact => piece.contains(self.phrase),
        }
    }
}

/// The names of a byline such as `By Ann Lee and Bo Ek, Accra`; nothing if the piece is none.
pub fn byline(piece: &str) -> Option<Vec<String>> {
    let names =
        ["By ", "BY ", "by ", "By: ", "Written by ", "Reported by "].iter().find_map(|by| piece.strip_prefix(by))?;
    let short = names.split_whitespace().count() <= LONGEST_BYLINE && !is_sentence(names);
    let first = names.split([',', '|', '•', '·', ';', '\n']).next()?.trim();
    let people: Vec<String> =
        first.split(" and ").map(|name| name.trim().to_owned()).filter(|name| is_name(name)).collect();
    (short && !people.is_empty()).then_some(people)
}

fn is_name(words: &str) -> bool {
    let count = words.split_whitespace().count();
    (1..=5).contains(&count)
        && words.split_whitespace().all(|w| is_capital(w) || ["de", "van", "von", "der", "al", "bin"].contains(&w))
}

fn is_capital(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

/// `—Ann Lee, minister`: the speaker of the quotation before.
pub fn is_speaker(piece: &str) -> bool {
    let name = piece.trim_start_matches(['—', '–', '-', '―', '~']);
    let dashed = name.len() < piece.len() && name.trim_start().chars().next().is_some_and(char::is_uppercase);
    dashed && piece.split_whitespace().count() <= 15 && !is_finished(piece)
}

/// `"Talks fail" —The Accra Post, April 8, 2025`: an entry of a list of sources.
fn is_citation(piece: &str) -> bool {
    let year =
        piece.split_whitespace().next_back().is_some_and(|word| dates::stated(&format!("1 May {word}")).is_some());
    let named = ["\" —", "” —", "\" – ", "” – "].iter().any(|seam| piece.contains(seam));
    year && named && !is_sentence(piece)
}

/// Whether a line begins with the sign of a list item.
pub fn is_bullet(line: &str) -> bool {
    bullet_len(line) > 0
}

/// Bytes of the bullet and the blanks after it.
pub fn bullet_len(line: &str) -> usize {
    let rest = line.trim_start_matches(['•', '*', '▪', '■', '●', '◦', '‣', '·', '-', '–', '█']);
    let words = rest.trim_start();
    if rest.len() < line.len() && (words.len() < rest.len() || line.starts_with(['•', '▪', '■', '●', '█'])) {
        line.len() - words.len()
    } else {
        0
    }
}

/// Whether a piece ends as a sentence does.
pub fn is_finished(piece: &str) -> bool {
    let closed = piece.trim_end_matches(|c: char| c.is_whitespace() || "\"'”’»)]}".contains(c));
    closed.ends_with(['.', '!', '?', '…', '。']) && !piece.ends_with("(.")
}

/// Whether a piece ends as a statement does, which headlines and section heads do not.
pub fn is_sentence(piece: &str) -> bool {
    let closed = piece.trim_end_matches(|c: char| c.is_whitespace() || "\"'”’»)]}".contains(c));
    closed.ends_with('.') && !closed.ends_with("...")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_table_is_understood() {
        for entry in lists::entries(FURNITURE) {
            assert!(Row::read(entry).is_some(), "{entry}");
        }
    }

    #[track_caller]
    fn check(piece: &str, expected: Option<Action>) {
        assert_eq!(action(piece), expected, "{piece}");
    }

    #[test]
    fn phrases() {
        check("Advertisement", Some(Action::Drop));
        check("Sources:", Some(Action::DropList));
        check("HAVE YOUR SAY", Some(Action::DropNext));
        check("The harbour in May. Image: A. Photographer.", Some(Action::Drop));
        check("Photo: A. Photographer", Some(Action::Drop));
        check("Ann Lee. \"Talks fail\" —The Accra Post, April 8, 2025", Some(Action::Drop));
        check("\"Talks fail\" — that was the headline in 2025.", None);
        check("Sources close to the ministry said the talks had failed.", None);
        check("The army shared the image: it shows a burnt-out bus.", None);
        check("Advertisements for the party were banned on Monday.", None);
    }

    #[test]
    fn bylines_name_their_authors() {
        for (line, names) in [
            ("By Ann Lee", Some(vec!["Ann Lee"])),
            ("By Ann Lee and Bo van Ek, Accra Post", Some(vec!["Ann Lee", "Bo van Ek"])),
            ("By Monday the troops had left.", None),
            ("By night the shelling went on", None),
        ] {
            let expected = names.map(|names| names.into_iter().map(str::to_owned).collect());
            assert_eq!(byline(line), expected, "{line}");
        }
    }

    #[test]
    fn shapes_of_lines() {
        assert!(is_speaker("—Ann Lee, minister of trade"));
        assert!(!is_speaker("— We will not leave, the minister said."));
        assert_eq!(bullet_len("• one"), 4);
        assert_eq!(bullet_len("- one"), 2);
        assert_eq!(bullet_len("-5 degrees"), 0);
        assert!(is_finished("They left.\""));
        assert!(!is_finished("They left"));
    }
}
