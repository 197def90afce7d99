//! How rare a word is in news at large.
//!
//! Counted once and for all, not over the articles at hand: so the likeness of two articles does not change when a third
//! comes in.

use std::collections::HashMap;

/// In how many passages of news each word stands.
#[derive(Debug, Clone, Default)]
pub struct Background {
    passages: f64,
    counts: HashMap<String, f64>,
}

/// A line that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: expected a word, a tab and a count")]
pub struct InvalidBackground {
    /// Its number, from 1.
    pub line: usize,
}

impl Background {
    /// Reads lines of word and count; the word `*` counts all passages. `#` begins a remark.
    pub fn read(text: &str) -> Result<Self, InvalidBackground> {
        let mut read = Self { passages: 1.0, counts: HashMap::new() };
        for (index, line) in text.lines().enumerate().filter(|(_, line)| !line.is_empty() && !line.starts_with('#')) {
            let (word, count) = pair(line).ok_or(InvalidBackground { line: index + 1 })?;
            match word {
                "*" => read.passages = count.max(1.0),
                _ => _ = read.counts.insert(word.to_owned(), count.max(1.0)),
            }
        }
        Ok(read)
    }

    /// The rarity of a word: 0 where it stands everywhere, the more the fewer know it.
    pub(crate) fn rarity(&self, word: &str) -> f64 {
        (self.passages / self.counts.get(word).copied().unwrap_or(1.0)).ln().max(0.0)
    }

    /// The rarity of a word that no passage has.
    pub(crate) fn most(&self) -> f64 {
        self.passages.ln().max(f64::MIN_POSITIVE)
    }
}

fn pair(line: &str) -> Option<(&str, f64)> {
    let (word, count) = line.split_once('\t')?;
    Some((word, count.parse::<u32>().ok()?.into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rare_words_weigh_more() {
        let background = Background::read("# remark\n*\t100\nthe\t100\nenvoy\t5\n").unwrap();
        assert_eq!(background.rarity("the"), 0.0);
        assert!(background.rarity("envoy") > 2.9 && background.rarity("zamzam") == background.most());
    }

    #[test]
    fn faults_are_told_with_their_line() {
        assert_eq!(Background::read("*\t9\nthe 3").unwrap_err(), InvalidBackground { line: 2 });
    }
}
