//! `tidings lexicon show`: what is known of a word.

mod cues;
mod rules;
mod world;

use crate::fallible::Outcome;
use crate::ink::{Ink, Inked, Side};
use crate::output;
use crate::screen::Screen;
use tidings::lexicon::Lexicon;

/// A line: its head, and what is said of it.
type Line = (String, String);

/// Shows all rules.
pub fn all_rules(lexicon: &Lexicon) -> anyhow::Result<Outcome> {
    let lines =
        lexicon.rules.all().iter().map(|rule| (rules::code(rule), format!("{}: {}", rule.id, rule.why))).collect();
    output::print(section("rules", lines, Screen::of_stdout()).trim_start_matches('\n'))?;
    Ok(Outcome::Done)
}

/// Shows all that is known of a term.
pub fn term(lexicon: &Lexicon, term: &str) -> anyhow::Result<Outcome> {
    let screen = Screen::of_stdout();
    let key = Term::new(term);
    let sections = [
        ("rules", rules::rules(lexicon, &key)),
        ("status", cues::status(lexicon, &key)),
        ("sources", cues::sources(lexicon, &key)),
        ("other cues", cues::others(lexicon, &key)),
        ("actors", world::actors(lexicon, &key)),
        ("roles", world::roles(lexicon, &key)),
        ("places", world::places(lexicon, &key)),
    ];
    let shown: String = sections.into_iter().map(|(name, lines)| section(name, lines, screen)).collect();
    let nothing =
        format!("Nothing is known of {term:?}. Words stand in their dictionary form: attack, not attacked.\n");
    output::print(if shown.is_empty() { &nothing } else { shown.trim_start_matches('\n') })?;
    Ok(Outcome::Done)
}

/// A term as given and as lemmas are written.
struct Term<'a> {
    words: Vec<&'a str>,
    lemmas: Vec<String>,
}

impl<'a> Term<'a> {
    fn new(term: &'a str) -> Self {
        let words: Vec<&str> = term.split_whitespace().collect();
        let lemmas = words.iter().map(|word| word.to_lowercase()).collect();
        Self { words, lemmas }
    }

    /// Whether the term stands in these lemmas.
    fn is_in(&self, lemmas: &[Box<str>]) -> bool {
        let same = |window: &[Box<str>]| window.iter().zip(&self.lemmas).all(|(a, b)| **a == **b);
        !self.lemmas.is_empty() && lemmas.windows(self.lemmas.len()).any(same)
    }

    fn first(&self) -> &str {
        self.lemmas.first().map_or("", |lemma| lemma)
    }
}

/// Columns of a line's head.
const HEAD: usize = 24;
const INDENT: usize = 2;

fn section(name: &str, lines: Vec<Line>, screen: Screen) -> String {
    if lines.is_empty() {
        return String::new();
    }
    let shown: String = lines.iter().map(|line| two_columns(line, screen)).collect();
    format!("\n{}\n{shown}", Inked::new(Ink::Strong, name).painted(screen.paint))
}

fn two_columns((head, text): &Line, screen: Screen) -> String {
    let head = Inked::new(Ink::Green, head).padded(HEAD - INDENT, Side::Left, screen.paint);
    let lines = Inked::new(Ink::Plain, text).wrapped(screen.width - HEAD);
    let lines: Vec<String> = lines.iter().map(|line| line.painted(screen.paint)).collect();
    format!("{}{head}{}\n", " ".repeat(INDENT), lines.join(&format!("\n{}", " ".repeat(HEAD))))
}
