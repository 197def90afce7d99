//! Words to look for, as people write them: all of `one two`, any of `one or two`, `"one after the other"`, none of
//! `-this`.
//!
//! PostgreSQL reads this by itself. For FTS5 it is written anew, every word in quotes, so that nothing in it is taken for
//! an operator.

use crate::StoreError;
use crate::engine::Dialect;

/// Words in the form that a database wants.
pub(super) fn query(dialect: Dialect, text: &str) -> Result<String, StoreError> {
    let fts = fts5(text).ok_or_else(|| StoreError::NoWords(text.to_owned()))?;
    Ok(match dialect {
        Dialect::Sqlite => fts,
        Dialect::Postgres => text.replace('\0', " "),
    })
}

/// Nothing where no word is wanted.
fn fts5(text: &str) -> Option<String> {
    let (mut wanted, mut unwanted): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
    let mut either = false;
    for term in terms(text) {
        match term {
            Term::Or => either = !wanted.is_empty(),
            Term::Without(words) => unwanted.push(words),
            Term::With(words) if either => {
                either = false;
                let both = wanted.pop().map(|before| format!("{before} OR {words}"));
                wanted.extend(both);
            }
            Term::With(words) => wanted.push(words),
        }
    }
    let all: Vec<String> = wanted.iter().map(|words| format!("({words})")).collect();
    let without: String = unwanted.iter().map(|words| format!(" NOT {words}")).collect();
    (!all.is_empty()).then(|| format!("({}){without}", all.join(" AND ")))
}

enum Term {
    Or,
    With(String),
    Without(String),
}

fn terms(text: &str) -> Vec<Term> {
    let mut found = Vec::new();
    for (at, part) in text.split('"').enumerate() {
        let quoted = at % 2 == 1;
        if quoted {
            let minus = text.split('"').nth(at - 1).is_some_and(|before| before.ends_with('-'));
            found.extend(term(part, minus));
        } else {
            found.extend(part.split_whitespace().filter_map(word));
        }
    }
    found
}

fn word(text: &str) -> Option<Term> {
    match text.strip_prefix('-') {
        _ if text.eq_ignore_ascii_case("or") => Some(Term::Or),
        Some(rest) => term(rest, true),
        None => term(text, false),
    }
}

/// A phrase, if it has a letter or digit.
fn term(text: &str, unwanted: bool) -> Option<Term> {
    let phrase = format!("\"{}\"", text.replace(['"', '\0'], " ").trim());
    let some = text.chars().any(char::is_alphanumeric);
    some.then_some(if unwanted { Term::Without(phrase) } else { Term::With(phrase) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, want: &str) {
        assert_eq!(fts5(text).unwrap_or_default(), want, "{text}");
    }

    #[test]
    fn words_are_written_anew() {
        check("drone strikes", r#"(("drone") AND ("strikes"))"#);
        check("drone or missile attack", r#"(("drone" OR "missile") AND ("attack"))"#);
        check(r#""drone strikes" -Yemen"#, r#"(("drone strikes")) NOT "Yemen""#);
        check(r#"talks -"peace talks""#, r#"(("talks")) NOT "peace talks""#);
        check("NEAR(a b) AND title:c*", r#"(("NEAR(a") AND ("b)") AND ("AND") AND ("title:c*"))"#);
        check("-nothing", "");
        check(" \" - ", "");
        check("or or", "");
    }
}
