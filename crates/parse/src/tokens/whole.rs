//! Chunks that stay whole although they hold marks.

use crate::chars::{is_apostrophe, run};
use crate::tables::{ABBREVIATIONS, BEFORE_NAMES, CLITICS, DOTTED, ELISIONS, EMOTICONS, SENTENCE_FINAL};

/// Whether a chunk is one token as it stands.
pub(super) fn stays(chunk: &str) -> bool {
    let plain = chunk.bytes().all(|b| b.is_ascii_alphanumeric());
    !plain && (is_marked_word(chunk) || is_address(chunk) || is_number(chunk) || EMOTICONS.contains(chunk))
}

fn is_marked_word(chunk: &str) -> bool {
    let apostrophe = chunk.starts_with(is_apostrophe);
    if apostrophe { is_clitic(chunk) || is_elision(chunk) } else { is_abbreviation(chunk) || is_decade(chunk) }
}

/// A word with a full stop of its own.
pub(crate) fn is_abbreviation(chunk: &str) -> bool {
    let Some(stem) = chunk.strip_suffix('.') else { return false };
    is_initials(stem) || is_listed(&stem.to_lowercase())
}

/// `No.` before a number, `Mt.` before a name.
pub(super) fn is_abbreviation_before(chunk: &str, next: &str) -> bool {
    let Some(stem) = chunk.strip_suffix('.') else { return false };
    let named = next.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    named && stem.starts_with(char::is_uppercase) && BEFORE_NAMES.contains_lower(stem)
}

fn is_listed(stem: &str) -> bool {
    ABBREVIATIONS.contains(stem) || SENTENCE_FINAL.contains(stem) || DOTTED.contains(stem)
}

/// `J`, `U.S`, `a.k.a`: single letters with full stops between them, the first letter of one alone a capital.
pub(crate) fn is_initials(stem: &str) -> bool {
    let single = |part: &str| part.chars().count() == 1 && part.chars().all(char::is_alphabetic);
    stem.split('.').all(single) && (stem.contains('.') || stem.chars().all(|c| c.is_uppercase() && c != 'I'))
}

/// `'s`, `n’t`: a clitic on its own, whichever apostrophe it has.
pub(super) fn is_clitic(chunk: &str) -> bool {
    chunk.len() <= 6 && CLITICS.contains(&plain_lower(chunk))
}

fn is_elision(chunk: &str) -> bool {
    let rest = chunk.trim_start_matches(is_apostrophe);
    let digits = run(rest, |c| c.is_ascii_digit());
    let year = digits == 2 && matches!(&rest[digits..], "" | "s");
    year || ELISIONS.contains(&plain_lower(chunk))
}

fn plain_lower(chunk: &str) -> String {
    chunk.chars().map(|c| if is_apostrophe(c) { '\'' } else { c }).collect::<String>().to_lowercase()
}

/// `1990's`.
fn is_decade(chunk: &str) -> bool {
    let digits = run(chunk, |c| c.is_ascii_digit());
    let mut rest = chunk[digits..].chars();
    chunk[..digits].ends_with('0') && rest.next().is_some_and(is_apostrophe) && rest.as_str() == "s"
}

/// Web and mail addresses, handles, hashtags.
fn is_address(chunk: &str) -> bool {
    let last_is_word = chunk.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '/' | '_' | '=' | '#'));
    last_is_word && (is_url(chunk) || is_mail(chunk) || is_handle(chunk) || is_domain(chunk))
}

fn is_url(chunk: &str) -> bool {
    let scheme = chunk.split_once("://").is_some_and(|(s, rest)| is_name(s) && !rest.is_empty());
    scheme || chunk.strip_prefix("www.").is_some_and(|rest| !rest.is_empty()) || chunk.starts_with("mailto:")
}

fn is_mail(chunk: &str) -> bool {
    let mail = |(user, host): (&str, &str)| !user.is_empty() && host.chars().all(is_mail_char) && !host.is_empty();
    chunk.chars().all(|c| is_mail_char(c) || c == '@') && chunk.split_once('@').is_some_and(mail)
}

fn is_mail_char(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | '%' | '+')
}

fn is_handle(chunk: &str) -> bool {
    let rest = chunk.strip_prefix('@').or_else(|| chunk.strip_prefix('#').filter(|r| !r.starts_with(is_digit)));
    rest.is_some_and(|r| r.chars().all(|c| c.is_alphanumeric() || c == '_') && r.starts_with(char::is_alphabetic))
}

/// `example.com`, `example.org/page`.
fn is_domain(chunk: &str) -> bool {
    let host = chunk.split('/').next().unwrap_or("");
    let Some((name, top)) = host.rsplit_once('.') else { return false };
    let labels = name.split('.').all(|l| is_name(l) && l.len() >= 2);
    labels && (2..=4).contains(&top.len()) && top.bytes().all(|b| b.is_ascii_lowercase())
}

fn is_name(part: &str) -> bool {
    !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit()
}

/// Amounts, dates, times, telephone numbers.
fn is_number(chunk: &str) -> bool {
    let digits_last = chunk.ends_with(is_digit);
    digits_last && (is_amount(chunk) || is_date(chunk) || is_telephone(chunk))
}

fn is_amount(chunk: &str) -> bool {
    chunk.trim_start_matches('+').chars().all(|c| is_digit(c) || matches!(c, ',' | '.' | ':'))
}

fn is_date(chunk: &str) -> bool {
    chunk.split('/').all(|part| (1..=4).contains(&part.len()) && part.chars().all(is_digit))
}

/// `555-0134`, `1-800-555-0134`, `11-20-2000`.
fn is_telephone(chunk: &str) -> bool {
    let groups: Vec<&str> = chunk.split('-').collect();
    let numbers = groups.iter().all(|g| !g.is_empty() && g.chars().all(is_digit));
    numbers && (groups.len() >= 3 || matches!(groups[..], [a, b] if a.len() == 3 && b.len() == 4))
}
