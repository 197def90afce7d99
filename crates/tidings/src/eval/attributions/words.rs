//! Stretches of text as words: overlap is counted in runs of letters and digits, so that no mark or space weighs in.

use std::collections::BTreeSet;
use types::Span;

/// The words of a text, in order.
#[derive(Debug)]
pub struct Words(Vec<Word>);

#[derive(Debug)]
struct Word {
    span: Span,
    text: String,
}

/// Which words of a text, by their number.
pub type Indices = BTreeSet<usize>;

/// The words of an attribution by what they are in it; empty where it has none of a kind.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Relation {
    /// Whose word it is.
    pub source: Indices,
    /// What says so.
    pub cue: Indices,
    /// What is told.
    pub content: Indices,
}

/// What a stretch is in an attribution.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// Whose word it is.
    Source,
    /// What says so.
    Cue,
    /// What is told.
    Content,
}

impl Role {
    /// All of them.
    pub const ALL: [Role; 3] = [Role::Source, Role::Cue, Role::Content];

    /// As it is shown.
    pub const fn name(self) -> &'static str {
        match self {
            Role::Source => "source",
            Role::Cue => "cue",
            Role::Content => "content",
        }
    }
}

impl Relation {
    /// The words in a role.
    pub fn of(&self, role: Role) -> &Indices {
        match role {
            Role::Source => &self.source,
            Role::Cue => &self.cue,
            Role::Content => &self.content,
        }
    }
}

impl Words {
    /// The words of a text.
    pub fn new(text: &str) -> Self {
        let mut words: Vec<Word> = Vec::new();
        for (at, c) in text.char_indices().filter(|(_, c)| c.is_alphanumeric()) {
            match words.last_mut().filter(|word| word.span.end == at) {
                Some(word) => word.span.end = at + c.len_utf8(),
                None => words.push(Word { span: Span::new(at, at + c.len_utf8()), text: String::new() }),
            }
        }
        words.iter_mut().for_each(|word| word.text = word.span.of(text).to_owned());
        Self(words)
    }

    /// The words that some stretches touch.
    pub fn within(&self, stretches: &[Span]) -> Indices {
        let of = |span: &Span| {
            let first = self.0.partition_point(|word| word.span.end <= span.start);
            first..self.0.partition_point(|word| word.span.start < span.end).max(first)
        };
        stretches.iter().flat_map(of).collect()
    }

    /// Words as text, an ellipsis where some are left out.
    pub fn told(&self, indices: &Indices) -> String {
        let mut told = String::new();
        let mut last = None;
        for (&at, word) in indices.iter().filter_map(|at| Some((at, self.0.get(*at)?))) {
            let gap = match last {
                None => "",
                Some(before) if before + 1 == at => " ",
                Some(_) => " … ",
            };
            told.push_str(gap);
            told.push_str(&word.text);
            last = Some(at);
        }
        told
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, stretches: &[(usize, usize)], want: &str) {
        let words = Words::new(text);
        let spans: Vec<Span> = stretches.iter().map(|&(start, end)| Span::new(start, end)).collect();
        assert_eq!(words.told(&words.within(&spans)), want, "{text} {stretches:?}");
    }

    #[test]
    fn words_are_runs_of_letters_and_digits() {
        check("“Go,” Zoë’s 2nd aide said.", &[(0, 33)], "Go Zoë s 2nd aide said");
        check("one, two, three", &[(0, 3), (10, 15)], "one … three");
        check("one, two", &[(3, 5)], "");
        check("one", &[(0, 0), (5, 9)], "");
    }
}
