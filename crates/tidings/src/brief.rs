//! What records of a matter come to, as one page: to read, to print, to keep.
//!
//! Nothing on it is written by Tidings but labels, counts and drawings; all else are fields of records and sentences of
//! articles. It asks for nothing from outside and runs no script, and equal input gives equal bytes.
//!
//! * `statement` puts together what several articles tell in the same words, `standing` says how sure the act is
//! * `acts` finds the statements of one act, where they disagree
//! * `matter` is all of it, numbered; every section of the page is a function of it, in a file of its own

mod acts;
mod articles;
mod axis;
mod bars;
mod calendar;
mod card;
mod contested;
mod counts;
mod days;
mod marked;
mod matter;
mod network;
mod pairs;
mod participants;
mod people;
mod phrases;
mod ring;
mod standing;
mod statement;
mod summary;
mod timeline;
mod told;
mod unknown;

use crate::html::escaped;
use crate::wire::{Record, StoryRecord};
use matter::Matter;

const STYLE: &str = include_str!("brief/style.css");

/// Longer titles are set smaller.
const LONG: usize = 80;

/// What a page is made of.
#[derive(Debug, Clone, Copy)]
pub struct Brief<'a> {
    /// What it is about, in the words of the user or of an article.
    pub title: &'a str,
    /// How its records were picked, as labels and values.
    pub picked: &'a [(String, String)],
    /// What is told.
    pub records: &'a [Record],
    /// The stories that the records belong to, as far as they are known.
    pub stories: &'a [StoryRecord],
}

/// The page.
pub fn page(brief: &Brief) -> String {
    let matter = Matter::of(brief.records, brief.stories);
    let title = escaped(brief.title);
    let sections = [
        timeline::section(&matter),
        contested::section(&matter),
        told::sections(&matter),
        participants::section(&matter),
        counts::section(&matter),
        unknown::section(&matter),
        articles::section(&matter),
    ];
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n<title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n\
         <body>\n<a class=\"skip\" href=\"#told\">Skip to the statements</a>\n<header>\n<h1{} dir=\"auto\">{title}</h1>\n{}</header>\n\
         <main>\n{}</main>\n{}</body>\n</html>\n",
        if brief.title.chars().count() > LONG { " class=\"long\"" } else { "" },
        summary::head(&matter, brief.picked),
        sections.concat(),
        summary::foot(brief.records),
    )
}
