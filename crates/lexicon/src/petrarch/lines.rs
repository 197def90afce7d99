//! The lines of a dictionary without comments: `#` and `;` to the end of the line, `<!-- … -->` over several.

/// A line that says something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Line<'a> {
    /// From 1.
    pub(super) number: usize,
    /// What it says, trimmed.
    pub(super) text: &'a str,
}

/// All lines that say something.
pub(super) fn lines(text: &str) -> Vec<Line<'_>> {
    let mut found = Vec::new();
    let mut inside = false;
    for (index, line) in text.lines().enumerate() {
        let opens = line.trim_start().starts_with("<!");
        let hidden = inside || opens;
        inside = hidden && !line.contains("-->");
        let text = if hidden { "" } else { bare(line).trim() };
        if !text.is_empty() {
            found.push(Line { number: index + 1, text });
        }
    }
    found
}

/// A line up to its comment; within brackets `#` belongs to a code.
fn bare(line: &str) -> &str {
    let mut depth = 0usize;
    for (at, c) in line.char_indices() {
        match c {
            '[' => depth += 1,
            ']' => depth = depth.saturating_sub(1),
            '#' | ';' if depth == 0 => return line.get(..at).unwrap_or(line),
            _ => {}
        }
    }
    line
}

/// What stands before the first bracket, the contents of all brackets, and whether each is closed.
pub(super) fn brackets(text: &str) -> Option<(&str, Vec<&str>)> {
    let mut parts = text.split('[');
    let head = parts.next().unwrap_or_default().trim();
    let inner = parts.map(|part| part.split_once(']').map(|(inside, _)| inside.trim()));
    Some((head, inner.collect::<Option<Vec<&str>>>()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_are_left_out_and_codes_keep_their_signs() {
        let text = "A [X] # note\n<!-- one\nB [Y]\n-->\n<! -- odd -->\n\nC [###] ; old note\n  +D";
        let found: Vec<(usize, &str)> = lines(text).iter().map(|l| (l.number, l.text)).collect();
        assert_eq!(found, [(1, "A [X]"), (7, "C [###]"), (8, "+D")]);
    }

    #[test]
    fn brackets_are_taken_apart() {
        assert_eq!(brackets("A_B [X 900101] [Y] junk"), Some(("A_B", vec!["X 900101", "Y"])));
        assert_eq!(brackets("A_B"), Some(("A_B", vec![])));
        assert_eq!(brackets("A_B [X"), None);
    }
}
