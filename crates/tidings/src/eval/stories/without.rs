//! Texts of a collection that are left out.

use std::collections::HashSet;

/// The numbers, from 0, of lines that are left out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Without(HashSet<usize>);

/// A line that names no text.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: expected a collection and the number of a line, from 0")]
pub struct InvalidWithout {
    line: usize,
}

impl Without {
    /// Reads lines of collection and key, of which those of one collection count. `#` begins a remark.
    ///
    /// # Errors
    /// At the first line that does not have both, or names a text of this collection by anything but a number.
    pub fn read(text: &str, collection: &str) -> Result<Self, InvalidWithout> {
        let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#'));
        let read = lines.filter_map(|(at, line)| {
            let fault = InvalidWithout { line: at + 1 };
            match line.split_once(char::is_whitespace) {
                Some((name, key)) => (name == collection).then(|| key.trim().parse().map_err(|_| fault)),
                None => Some(Err(fault)),
            }
        });
        read.collect::<Result<_, _>>().map(Self)
    }

    /// Whether a line is left out.
    pub(super) fn has(&self, line: usize) -> bool {
        self.0.contains(&line)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Result<&[usize], usize>) {
        let expected = expected.map(|lines| Without(lines.iter().copied().collect()));
        assert_eq!(Without::read(text, "feed"), expected.map_err(|line| InvalidWithout { line }), "{text}");
    }

    #[test]
    fn lines_of_the_collection_count() {
        check("# kept apart\nfeed 3\nwire w1\n\nfeed 14\n", Ok(&[3, 14]));
        check("wire w1\n", Ok(&[]));
        check("feed 3\nfeed\n", Err(2));
        check("feed third\n", Err(1));
    }
}
