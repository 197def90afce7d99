//! Text in colours that knows its width: wrapped first, painted last, so that colours never bend columns.

use unicode_width::UnicodeWidthChar;

/// What a piece of text is, for the eye.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Ink {
    /// Running text.
    #[default]
    Plain,
    /// What matters most.
    Strong,
    /// What may be passed over.
    Faint,
    /// Good or done.
    Green,
    /// Undecided.
    Yellow,
    /// Announced.
    Blue,
    /// Imagined.
    Magenta,
    /// Refuted or wrong.
    Red,
    /// The words that say so.
    Marked,
}

impl Ink {
    const fn ansi(self) -> &'static str {
        match self {
            Ink::Plain => "",
            Ink::Strong => "1",
            Ink::Faint => "2",
            Ink::Green => "32",
            Ink::Yellow => "33",
            Ink::Blue => "34",
            Ink::Magenta => "35",
            Ink::Red => "31",
            Ink::Marked => "1;4",
        }
    }
}

/// Whether inks are seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paint {
    /// As ANSI sequences.
    Ansi,
    /// Not at all.
    Off,
}

/// Where a text stands in its column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Words.
    Left,
    /// Numbers.
    Right,
}

/// A text, each character with its ink.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Inked(Vec<(char, Ink)>);

impl Inked {
    /// A text in one ink; control characters and line ends become spaces.
    pub fn new(ink: Ink, text: &str) -> Self {
        Self(text.chars().map(|c| (if c.is_control() { ' ' } else { c }, ink)).collect())
    }

    /// The same with more at its end.
    pub fn and(mut self, ink: Ink, text: &str) -> Self {
        self.0.extend(Inked::new(ink, text).0);
        self
    }

    /// The same with another after it.
    pub fn then(mut self, other: Inked) -> Self {
        self.0.extend(other.0);
        self
    }

    /// Whether there is nothing.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Columns it takes.
    pub fn width(&self) -> usize {
        self.0.iter().map(|&(c, _)| c.width().unwrap_or(0)).sum()
    }

    /// Lines of at most `width` columns, broken at spaces, or within a word that is longer than a line.
    pub fn wrapped(&self, width: usize) -> Vec<Inked> {
        let mut lines = vec![Inked::default()];
        for word in self.0.split(|&(c, _)| c == ' ').filter(|word| !word.is_empty()) {
            push_word(&mut lines, word, width.max(1));
        }
        lines
    }

    /// The text as the terminal wants it.
    pub fn painted(&self, paint: Paint) -> String {
        let runs = self.0.chunk_by(|a, b| a.1 == b.1);
        runs.map(|run| painted_run(run, paint)).collect()
    }

    /// The same, filled with spaces to `width` columns.
    pub fn padded(&self, width: usize, side: Side, paint: Paint) -> String {
        let (text, gap) = (self.painted(paint), " ".repeat(width.saturating_sub(self.width())));
        match side {
            Side::Left => text + &gap,
            Side::Right => gap + &text,
        }
    }
}

fn push_word(lines: &mut Vec<Inked>, word: &[(char, Ink)], width: usize) {
    let word = Inked(word.to_vec());
    let Some(line) = lines.last_mut() else { return };
    if line.is_empty() {
        *line = word;
    } else if line.width() + 1 + word.width() <= width {
        let space = gap_ink(line, &word);
        *line = std::mem::take(line).and(space, " ").then(word);
    } else {
        lines.push(word);
    }
    split_overlong(lines, width);
}

/// A space between two words of one ink has that ink too.
fn gap_ink(line: &Inked, word: &Inked) -> Ink {
    match (line.0.last(), word.0.first()) {
        (Some(a), Some(b)) if a.1 == b.1 => a.1,
        _ => Ink::Plain,
    }
}

fn split_overlong(lines: &mut Vec<Inked>, width: usize) {
    while let Some(line) = lines.last_mut().filter(|line| line.width() > width) {
        let mut taken = 0;
        let fits = |(c, _): &&(char, Ink)| {
            taken += c.width().unwrap_or(0);
            taken <= width
        };
        let count = line.0.iter().take_while(fits).count().max(1);
        let rest = Inked(line.0.split_off(count));
        if rest.is_empty() {
            return;
        }
        lines.push(rest);
    }
}

fn painted_run(run: &[(char, Ink)], paint: Paint) -> String {
    let text: String = run.iter().map(|&(c, _)| c).collect();
    match (paint, run.first().map_or("", |&(_, ink)| ink.ansi())) {
        (Paint::Off, _) | (_, "") => text,
        (Paint::Ansi, code) => format!("\u{1b}[{code}m{text}\u{1b}[0m"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, width: usize, want: &[&str]) {
        let lines: Vec<String> =
            Inked::new(Ink::Plain, text).wrapped(width).iter().map(|l| l.painted(Paint::Off)).collect();
        assert_eq!(lines, want, "{text:?} in {width}");
    }

    #[test]
    fn text_wraps_at_spaces_and_in_overlong_words() {
        check("one two three", 7, &["one two", "three"]);
        check("", 5, &[""]);
        check("incomprehensible", 6, &["incomp", "rehens", "ible"]);
        check("漢字 漢字", 4, &["漢字", "漢字"]);
        check("漢字", 1, &["漢", "字"]);
        check("a\tb\nc", 9, &["a b c"]);
    }

    #[test]
    fn ink_survives_wrapping() {
        let text = Inked::new(Ink::Plain, "he ").and(Ink::Red, "flatly denied").and(Ink::Plain, ", it");
        let lines: Vec<String> = text.wrapped(9).iter().map(|l| l.painted(Paint::Ansi)).collect();
        assert_eq!(lines, ["he \u{1b}[31mflatly\u{1b}[0m", "\u{1b}[31mdenied\u{1b}[0m,", "it"]);
        assert_eq!(text.wrapped(99)[0].painted(Paint::Off), "he flatly denied, it");
    }
}
