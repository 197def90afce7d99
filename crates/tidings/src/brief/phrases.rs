//! The few words that the page says of itself.

use crate::wire::Record;

/// Type and mode in words.
pub(super) fn act(record: &Record) -> String {
    let kind = record.kind.as_str().to_lowercase();
    let mode = record.mode.map(|mode| format!(" · {}", mode.as_str().replace(['-', '_'], " ")));
    kind + &mode.unwrap_or_default()
}

/// `1 article`, `2 articles`.
pub(super) fn several(count: usize, one: &str) -> String {
    if count == 1 { format!("1 {one}") } else { format!("{count} {one}s") }
}

/// No longer than so many characters.
pub(super) fn shortened(text: &str, longest: usize) -> String {
    if text.chars().count() <= longest {
        return text.to_owned();
    }
    let kept: String = text.chars().take(longest.saturating_sub(1)).collect();
    format!("{}…", kept.trim_end())
}

/// A number with its thousands apart.
pub(super) fn figure(number: u32) -> String {
    let digits = number.to_string();
    let groups: Vec<&str> =
        digits.as_bytes().rchunks(3).rev().filter_map(|group| std::str::from_utf8(group).ok()).collect();
    groups.join("\u{202f}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_stand_apart() {
        for (number, written) in
            [(0, "0"), (999, "999"), (4000, "4\u{202f}000"), (1_234_567, "1\u{202f}234\u{202f}567")]
        {
            assert_eq!(figure(number), written);
        }
    }

    #[test]
    fn long_texts_are_cut() {
        for (text, cut) in [("abcd", "abcd"), ("abcde", "abc…"), ("ab cd", "ab…"), ("日本日本日", "日本日…")]
        {
            assert_eq!(shortened(text, 4), cut);
        }
    }
}
