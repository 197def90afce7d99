//! Parts of a page that are no part of its article, told by what the page states of itself: the
//! outlet's and authors' names, links to other articles, captions that come back.

use super::walk::Part;
use crate::finish::Stated;
use crate::layout::same_words;
use crate::{dates, furniture};

/// Words in the longest line that can be a byline.
const LONGEST_BYLINE: usize = 12;
/// Words that tell a part that comes back, a caption or teaser.
const SHORTEST_REPEATED: usize = 12;
/// What follows an author's name in a note about the author.
const OF_AUTHORS: [&str; 8] = [" is ", " joined ", " covers ", " writes ", " has ", " works ", " was ", ", a "];

/// The parts without these.
pub fn trim(parts: Vec<Part>, stated: &Stated) -> Vec<Part> {
    let end = parts.len() - notes_on_authors(&parts, stated);
    let kept = parts.iter().take(end).enumerate();
    kept.filter(|(at, part)| !is_foreign(part, stated) && !is_repeated(&parts, *at))
        .map(|(_, part)| part.clone())
        .collect()
}

/// How many parts at the end of the page, in its last third, begin with a note on an author.
fn notes_on_authors(parts: &[Part], stated: &Stated) -> usize {
    let tail = parts.iter().enumerate().skip(parts.len() * 2 / 3);
    let note = tail.into_iter().find(|(_, part)| stated.authors.iter().any(|name| is_note(&part.text, name)));
    note.map_or(0, |(at, _)| parts.len() - at)
}

fn is_note(text: &str, author: &str) -> bool {
    let two_names = author.contains(' ');
    text.strip_prefix(author)
        .is_some_and(|rest| rest.is_empty() || (two_names && OF_AUTHORS.iter().any(|after| rest.starts_with(after))))
}

fn is_foreign(part: &Part, stated: &Stated) -> bool {
    let words = part.text.split_whitespace().count();
    let link = part.linked && !furniture::is_sentence(&part.text);
    let outlet = stated.outlet.as_deref().is_some_and(|outlet| same_words(outlet, &part.text));
    let author = words <= LONGEST_BYLINE && stated.authors.iter().any(|name| names(&part.text, name));
    link || outlet || dates::is_stamp(&part.text) || (author && !furniture::is_sentence(&part.text))
}

fn names(text: &str, author: &str) -> bool {
    author.contains(' ') && text.to_lowercase().contains(&author.to_lowercase())
}

/// Whether the same words stood before, or come back so often, or cut short, that they are a caption.
fn is_repeated(parts: &[Part], at: usize) -> bool {
    let Some(opening) = parts.get(at).and_then(|part| opening(&part.text)) else { return false };
    let same = |other: &&Part| other.text.starts_with(opening);
    let mut copies = parts.iter().filter(same);
    let cut = |other: &Part| ["... more", "… more"].iter().any(|end| other.text.ends_with(end));
    parts.iter().take(at).any(|other| same(&other)) || copies.clone().count() > 2 || copies.any(cut)
}

/// The first words of a long part.
fn opening(text: &str) -> Option<&str> {
    let (end, _) = text.match_indices(' ').nth(SHORTEST_REPEATED)?;
    text.get(..end)
}
