//! Patterns round a verb: `- + WAS_SEEN * IN $ [075]`.
//!
//! `*` is the verb. `$` is who acts, `+` to whom, `^` any noun phrase passed over, `%` two or more coordinated
//! ones that act on each other. `_` binds two words, a blank lets others stand between; `&NAME` is any phrase of a
//! synset. PETRARCH 2 also writes `{…}` round a noun with its modifiers and `(…)` round a preposition with its noun,
//! with `/` between prepositions that are alike; TABARI writes `{A|B}` for a choice of words. All of them become the
//! same [`Element`]s.

use super::agents::plural;
use super::codes::EventCodes;
use super::words::{Gap, parts, pieces};
use std::collections::HashMap;

/// What a pattern asks for at one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asked {
    /// One of some phrases, their pieces side by side.
    Words(Vec<Vec<Box<str>>>),
    /// One of the phrases of a synset.
    Synset(usize),
    /// `$`: who acts.
    Source,
    /// `+`: to whom.
    Target,
    /// `^`: a noun phrase of no further interest.
    Passed,
    /// `%`: coordinated noun phrases that act on each other.
    Together,
}

/// One place of a pattern and its distance from the one nearer to the verb.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Element {
    /// What must stand there.
    pub asked: Asked,
    /// How far from the one nearer to the verb.
    pub gap: Gap,
}

/// How far from its verb the words of a pattern may stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// Anywhere in the verb's phrase, clauses below it included, and before it: PETRARCH 1.
    Sentence,
    /// In the verb's own clause: PETRARCH 2.
    Clause,
}

/// A pattern of a block of verbs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern {
    /// What stands before the verb, from the verb outwards.
    pub before: Vec<Element>,
    /// What stands behind the verb, from the verb outwards.
    pub after: Vec<Element>,
    /// Where its words may stand.
    pub reach: Reach,
    /// What it codes.
    pub codes: EventCodes,
    /// File and line.
    pub place: Box<str>,
}

impl Pattern {
    /// How many places it has.
    pub fn len(&self) -> usize {
        self.before.len() + self.after.len()
    }

    /// Whether it asks for nothing.
    pub fn is_empty(&self) -> bool {
        self.before.is_empty() && self.after.is_empty()
    }
}

/// Which program the patterns were written for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Dialect {
    /// Words stand for themselves.
    Petrarch1,
    /// Words stand for themselves and their plurals; braces and parentheses group.
    Petrarch2,
}

impl Dialect {
    /// How far its patterns reach.
    pub(super) const fn reach(self) -> Reach {
        match self {
            Dialect::Petrarch1 => Reach::Sentence,
            Dialect::Petrarch2 => Reach::Clause,
        }
    }
}

/// Reads what stands between `-` and the code.
pub(super) fn sides(
    text: &str,
    dialect: Dialect,
    synsets: &HashMap<String, usize>,
) -> Result<(Vec<Element>, Vec<Element>), String> {
    let (before, after) = text.split_once('*').ok_or("a pattern has a * for its verb")?;
    if after.contains('*') {
        return Err("a pattern has one * only".to_owned());
    }
    let reader = Reader { dialect, synsets };
    let tight_before = before.ends_with('_');
    let mut before = reader.elements(before)?;
    before.reverse();
    shift_gaps(&mut before, tight_before);
    Ok((before, reader.elements(after).map(|elements| tightened(elements, after.starts_with('_')))?))
}

/// Gaps are read from the left; outwards from the verb each belongs to the neighbour nearer to it.
fn shift_gaps(reversed: &mut [Element], tight: bool) {
    let mut nearer = if tight { Gap::Closed } else { Gap::Open };
    for element in reversed {
        std::mem::swap(&mut element.gap, &mut nearer);
    }
}

fn tightened(mut elements: Vec<Element>, tight: bool) -> Vec<Element> {
    if let Some(first) = elements.first_mut() {
        first.gap = if tight { Gap::Closed } else { Gap::Open };
    }
    elements
}

struct Reader<'a> {
    dialect: Dialect,
    synsets: &'a HashMap<String, usize>,
}

impl Reader<'_> {
    fn elements(&self, text: &str) -> Result<Vec<Element>, String> {
        if text.matches('{').count() != text.matches('}').count()
            || text.matches('(').count() != text.matches(')').count()
        {
            return Err("a brace or parenthesis is not closed".to_owned());
        }
        let plain = self.ungrouped(text);
        parts(&plain).map(|(part, gap)| Ok(Element { asked: self.asked(part)?, gap })).collect()
    }

    /// Groups opened up; a choice `{A|B}` keeps its bars and loses its blanks.
    fn ungrouped(&self, text: &str) -> String {
        text.split('{')
            .enumerate()
            .fold(String::new(), |mut plain, (nth, part)| {
                let (inside, outside) = part.split_once('}').unwrap_or(("", part));
                if nth > 0 {
                    let choice = inside.contains('|');
                    let inside = if choice { inside.replace(' ', "") } else { inside.to_owned() };
                    plain += &format!(" {inside} ");
                }
                plain += outside;
                plain
            })
            .replace(['(', ')'], " ")
    }

    fn asked(&self, part: &str) -> Result<Asked, String> {
        Ok(match part {
            "$" => Asked::Source,
            "+" => Asked::Target,
            "^" => Asked::Passed,
            "%" => Asked::Together,
            name if name.starts_with('&') => {
                let name = name.trim_start_matches('&');
                Asked::Synset(*self.synsets.get(name).ok_or_else(|| format!("no synset is called &{name}"))?)
            }
            words => Asked::Words(self.choices(words)?),
        })
    }

    fn choices(&self, words: &str) -> Result<Vec<Vec<Box<str>>>, String> {
        let mut found = Vec::new();
        for word in words.split(['|', '/']) {
            found.push(pieces(word).collect());
            if self.dialect == Dialect::Petrarch2 {
                found.push(pieces(&plural(word)).collect());
            }
        }
        if found.iter().any(Vec::is_empty) { Err(format!("{words:?} holds no word")) } else { Ok(found) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(elements: &[Element]) -> String {
        let one = |element: &Element| {
            let gap = if element.gap == Gap::Closed { "_" } else { " " };
            let asked = match &element.asked {
                Asked::Words(choices) => choices.iter().map(|c| c.join("+")).collect::<Vec<_>>().join("|"),
                Asked::Synset(id) => format!("&{id}"),
                other => format!("{other:?}"),
            };
            format!("{gap}{asked}")
        };
        elements.iter().map(one).collect()
    }

    #[track_caller]
    fn check(text: &str, dialect: Dialect, want: Result<(&str, &str), &str>) {
        let synsets = HashMap::from([("COIN".to_owned(), 0)]);
        let got = sides(text, dialect, &synsets).map(|(before, after)| (written(&before), written(&after)));
        assert_eq!(got.as_ref().map(|(b, a)| (b.as_str(), a.as_str())).map_err(String::as_str), want, "{text}");
    }

    #[test]
    fn patterns_are_read_outwards_from_the_verb() {
        use Dialect::*;
        check("+ WAS * DEAD IN $", Petrarch1, Ok((" was Target", " dead in Source")));
        check("+ WAS_SEEN_* IN", Petrarch1, Ok(("_seen_was Target", " in")));
        check("SO IN_AND_*_OUT_AGAIN", Petrarch1, Ok(("_and_in so", "_out_again")));
        check("NEW_&COIN * ^ %", Petrarch1, Ok((" &0_new", " Passed Together")));
        check(
            "* {HEAVY LOSS} (BY/WITH &COIN)",
            Petrarch2,
            Ok(("", " heavy|heavies loss|losses by|bies|with|withs &0")),
        );
        check("* {SHELLED | BOMBED}", Petrarch1, Ok(("", " shelled|bombed")));
        check("* &GOLD", Petrarch1, Err("no synset is called &GOLD"));
        check("ABOUT", Petrarch1, Err("a pattern has a * for its verb"));
        check("* {ABOUT", Petrarch1, Err("a brace or parenthesis is not closed"));
    }
}
