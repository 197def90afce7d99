//! Reducing words to comparable pieces: no accents, no full stops, cut at hyphens and apostrophes.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// The pieces of some words, as written and in lower case, joined by single spaces.
#[derive(Debug, Default)]
pub(crate) struct Pieces {
    surface: String,
    key: String,
    count: usize,
}

impl Pieces {
    /// The pieces of a phrase or word.
    pub(crate) fn of(text: &str) -> Self {
        let mut pieces = Self::default();
        let _ = pieces.push(text);
        pieces
    }

    /// Takes all away, but keeps the room.
    pub(crate) fn clear(&mut self) {
        self.surface.clear();
        self.key.clear();
        self.count = 0;
    }

    /// Adds a word; false if it holds a sign that no name goes across.
    pub(crate) fn push(&mut self, word: &str) -> bool {
        let mut open = false;
        if !word.is_empty() && word.bytes().all(|b| b.is_ascii_alphanumeric()) {
            self.whole(word);
            true
        } else if word.is_ascii() {
            word.chars().all(|c| self.take(c, &mut open))
        } else {
            word.nfd().filter(|c| !is_combining_mark(*c)).all(|c| self.take(c, &mut open))
        }
    }

    /// Adds a word that is one piece as it stands; most are.
    fn whole(&mut self, word: &str) {
        self.start();
        self.surface.push_str(word);
        let start = self.key.len();
        self.key.push_str(word);
        if let Some(added) = self.key.get_mut(start..) {
            added.make_ascii_lowercase();
        }
    }

    fn take(&mut self, c: char, open: &mut bool) -> bool {
        match sign(c) {
            Sign::Part => self.part(c, open),
            Sign::Own => {
                *open = false;
                self.part(c, open);
                *open = false;
            }
            Sign::Cut => *open = false,
            Sign::Glue => {}
            Sign::Bar => return false,
        }
        true
    }

    fn part(&mut self, c: char, open: &mut bool) {
        if !*open {
            self.start();
            *open = true;
        }
        match plain(c) {
            Some(letters) => self.letters(letters),
            None if c.is_ascii() => {
                self.surface.push(c);
                self.key.push(c.to_ascii_lowercase());
            }
            None => {
                self.surface.push(c);
                self.key.extend(c.to_lowercase());
            }
        }
    }

    fn letters(&mut self, letters: &str) {
        self.surface.push_str(letters);
        self.key.push_str(&letters.to_lowercase());
    }

    fn start(&mut self) {
        if self.count > 0 {
            self.surface.push(' ');
            self.key.push(' ');
        }
        self.count += 1;
    }

    /// How many there are.
    pub(crate) fn count(&self) -> usize {
        self.count
    }

    /// As written.
    pub(crate) fn surface(&self) -> &str {
        &self.surface
    }

    /// In lower case.
    pub(crate) fn key(&self) -> &str {
        &self.key
    }

    /// The first, in lower case.
    pub(crate) fn first(&self) -> Option<&str> {
        self.key.split(' ').next().filter(|p| !p.is_empty())
    }
}

enum Sign {
    Part,
    Own,
    Cut,
    Glue,
    Bar,
}

fn sign(c: char) -> Sign {
    match c {
        _ if c.is_alphanumeric() => Sign::Part,
        '&' | ',' | '+' => Sign::Own,
        '.' => Sign::Glue,
        '-' | '\'' | '’' | '‘' | 'ʼ' | 'ʻ' | '`' | '‐' | '‑' | '–' | '/' | '#' | ' ' | '\u{a0}' => {
            Sign::Cut
        }
        _ => Sign::Bar,
    }
}

/// Letters that Unicode does not take apart.
fn plain(c: char) -> Option<&'static str> {
    Some(match c {
        'ß' => "ss",
        'Æ' => "Ae",
        'æ' => "ae",
        'Œ' => "Oe",
        'œ' => "oe",
        'Ø' => "O",
        'ø' => "o",
        'Ł' => "L",
        'ł' => "l",
        'Đ' | 'Ð' => "D",
        'đ' | 'ð' => "d",
        'Þ' => "Th",
        'þ' => "th",
        'ı' => "i",
        'Ə' => "A",
        'ə' => "a",
        _ => return None,
    })
}

/// The piece with a capital first letter.
pub(crate) fn capitalised(piece: &str) -> String {
    let mut letters = piece.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
