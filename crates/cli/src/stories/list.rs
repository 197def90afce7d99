//! Stories as a list: a row each.

use super::Found;
use super::participants::{labels, leading};
use crate::ink::{Ink, Inked, Side};
use crate::layout::{self, Cell, GAP, INDENT};
use crate::screen::Screen;
use crate::tally::counted;
use tidings::export::parquet::Holds;
use tidings::store::{FoundStory, Value};
use tidings::wire::StoryRecord;

/// The heads of the columns of a table.
const HEADINGS: [&str; 6] = ["first", "last", "articles", "outlets", "events", "story"];
/// Their widths, without the last, which takes the rest.
const WIDTHS: [(usize, Side); 5] =
    [(10, Side::Left), (10, Side::Left), (8, Side::Right), (7, Side::Right), (6, Side::Right)];
/// Participants that are shown.
const SHOWN: usize = 6;

/// As a table for people.
pub fn table(found: &[Found], screen: Screen) -> String {
    if found.is_empty() {
        return String::new();
    }
    let columns = columns(screen);
    let heads = HEADINGS.map(|name| vec![Inked::new(Ink::Faint, name)]);
    let rows = found.iter().map(|story| layout::sided(&cells(story), &columns, screen) + "\n");
    layout::sided(&heads, &columns, screen) + &rows.collect::<String>()
}

fn columns(screen: Screen) -> Vec<(usize, Side)> {
    let taken: usize = INDENT + WIDTHS.iter().map(|(width, _)| width + GAP).sum::<usize>();
    WIDTHS.into_iter().chain([(screen.width.saturating_sub(taken), Side::Left)]).collect()
}

fn cells((story, record): &Found) -> [Cell; 6] {
    let day = |day: &Option<String>| vec![Inked::new(Ink::Plain, day.as_deref().unwrap_or("?"))];
    let number = |count: usize| vec![Inked::new(Ink::Plain, &count.to_string())];
    [
        day(&story.start),
        day(&story.end),
        number(story.articles),
        number(story.outlets),
        number(story.events),
        told(story, record),
    ]
}

fn told(story: &FoundStory, record: &StoryRecord) -> Cell {
    let contradictions = match story.contradictions {
        0 => String::new(),
        number => counted(number, "contradiction"),
    };
    let paragraphs = [
        Inked::new(Ink::Strong, &story.title),
        Inked::new(Ink::Plain, &leading(&record.participants, SHOWN)),
        Inked::new(Ink::Red, &contradictions),
        Inked::new(Ink::Faint, &story.id),
    ];
    paragraphs.into_iter().filter(|paragraph| !paragraph.is_empty()).collect()
}

/// The columns of a row.
pub const COLUMNS: [(&str, Holds); 9] = [
    ("id", Holds::Text),
    ("title", Holds::Text),
    ("first", Holds::Text),
    ("last", Holds::Text),
    ("articles", Holds::Whole),
    ("outlets", Holds::Whole),
    ("events", Holds::Whole),
    ("contradictions", Holds::Whole),
    ("participants", Holds::Text),
];

/// A story as a row.
pub fn row((story, record): &Found) -> Vec<Value<'_>> {
    vec![
        (&story.id).into(),
        (&story.title).into(),
        story.start.as_ref().into(),
        story.end.as_ref().into(),
        story.articles.into(),
        story.outlets.into(),
        story.events.into(),
        story.contradictions.into(),
        labels(&record.participants).join("|").into(),
    ]
}
