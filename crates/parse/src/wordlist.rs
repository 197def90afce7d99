//! Word lists as data: sorted text, one entry a line, searched in place.

/// A list of entries, embedded at build time; comment lines (`#`) come first.
#[derive(Debug, Clone, Copy)]
pub(crate) struct WordList(pub &'static str);

impl WordList {
    /// Whether the list holds exactly this entry.
    pub fn contains(self, word: &str) -> bool {
        let (mut low, mut high) = (0, self.0.len());
        while low < high {
            let (start, end) = self.line_around(low + (high - low) / 2);
            match self.0[start..end].cmp(word) {
                std::cmp::Ordering::Equal => return !word.is_empty(),
                std::cmp::Ordering::Less => low = (end + 1).min(high),
                std::cmp::Ordering::Greater => high = start,
            }
        }
        false
    }

    /// Whether the list holds the word once it is lower-cased.
    pub fn contains_lower(self, word: &str) -> bool {
        self.contains(&word.to_lowercase())
    }

    /// All entries, in order.
    pub fn entries(self) -> impl Iterator<Item = &'static str> {
        self.0.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
    }

    fn line_around(self, at: usize) -> (usize, usize) {
        let bytes = self.0.as_bytes();
        let start = bytes[..at].iter().rposition(|&b| b == b'\n').map_or(0, |i| i + 1);
        let end = bytes[at..].iter().position(|&b| b == b'\n').map_or(bytes.len(), |i| at + i);
        (start, end)
    }
}

#[cfg(test)]
pub(crate) fn assert_sorted(list: WordList) {
    let entries: Vec<&str> = list.entries().collect();
    assert!(!entries.is_empty());
    for pair in entries.windows(2) {
        assert!(pair[0] < pair[1], "{:?} must come before {:?}", pair[1], pair[0]);
    }
    for entry in entries {
        assert!(list.contains(entry), "{entry:?} is not found");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_is_there_and_nothing_else() {
        let list = WordList("# a comment\n# more\nalpha\nbeta\ngamma\n");
        assert_sorted(list);
        for absent in ["", "alph", "alphaa", "beta\ngamma", "zeta", "a comment"] {
            assert!(!list.contains(absent), "{absent:?}");
        }
        assert!(list.contains_lower("Beta"));
    }
}
