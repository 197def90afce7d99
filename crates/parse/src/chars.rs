//! Classes of characters that tokens and sentences are cut by.

pub(crate) const APOSTROPHES: &[char] = &['\'', '’', '`', '´', '‘'];

pub(crate) fn is_apostrophe(c: char) -> bool {
    APOSTROPHES.contains(&c)
}

pub(crate) fn is_opener(c: char) -> bool {
    matches!(c, '(' | '[' | '{' | '<' | '"' | '“' | '„' | '‟' | '‘' | '‚' | '«' | '‹' | '\'' | '`' | '¿' | '¡' | '＂')
}

pub(crate) fn is_closer(c: char) -> bool {
    matches!(c, ')' | ']' | '}' | '>' | '"' | '”' | '“' | '’' | '»' | '›' | '\'' | '`' | '´' | '＂')
}

/// Marks that stand between words and never inside one.
pub(crate) fn is_divider(c: char) -> bool {
    matches!(
        c,
        '(' | ')'
            | '['
            | ']'
            | '{'
            | '}'
            | '<'
            | '>'
            | '"'
            | '“'
            | '”'
            | '„'
            | '«'
            | '»'
            | ';'
            | '!'
            | '?'
            | '…'
            | '—'
            | '–'
            | '―'
            | '|'
            | '='
            | '•'
            | '·'
            | '°'
            | '→'
    )
}

/// Marks of which a run of the same is one token.
pub(crate) fn is_repeatable(c: char) -> bool {
    matches!(
        c,
        '.' | '-'
            | '*'
            | '='
            | '_'
            | '~'
            | '+'
            | '#'
            | '<'
            | '>'
            | '`'
            | '\''
            | '’'
            | '‘'
            | '—'
            | '–'
            | '…'
            | '/'
            | '|'
            | '^'
    )
}

pub(crate) fn is_terminal(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…')
}

/// The length in bytes of the leading run of characters that pass.
pub(crate) fn run(text: &str, passes: impl Fn(char) -> bool) -> usize {
    text.find(|c| !passes(c)).unwrap_or(text.len())
}

/// The length in bytes of the trailing run of characters that pass.
pub(crate) fn run_back(text: &str, passes: impl Fn(char) -> bool) -> usize {
    text.len() - text.trim_end_matches(passes).len()
}
