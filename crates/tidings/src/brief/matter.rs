//! All that a page shows, put in order and numbered.

use super::acts::{Act, acts};
use super::articles::Articles;
use super::axis::Axis;
use super::standing::Standing;
use super::statement::{Statement, statements};
use crate::wire::{Record, StoryRecord};

/// Statements in the order of the page, and what is found among them.
pub(super) struct Matter<'a> {
    pub(super) statements: Vec<Statement<'a>>,
    pub(super) articles: Articles<'a>,
    /// Acts that several statements may tell of.
    pub(super) acts: Vec<Act>,
    /// Nothing where no statement has a day.
    pub(super) axis: Option<Axis>,
}

impl<'a> Matter<'a> {
    pub(super) fn of(records: &'a [Record], stories: &[StoryRecord]) -> Self {
        let statements = statements(records);
        let acts = acts(&statements, stories);
        Self { articles: Articles::of(records), acts, axis: Axis::of(&statements), statements }
    }

    /// Statements of a standing with their numbers, which count from 1.
    pub(super) fn standing(&self, standing: Standing) -> impl Iterator<Item = (usize, &Statement<'a>)> {
        self.numbered().filter(move |(_, statement)| statement.standing() == standing)
    }

    /// Statements with their numbers.
    pub(super) fn numbered(&self) -> impl Iterator<Item = (usize, &Statement<'a>)> {
        self.statements.iter().enumerate().map(|(at, statement)| (at + 1, statement))
    }

    /// The statement of a number.
    pub(super) fn statement(&self, number: usize) -> Option<&Statement<'a>> {
        self.statements.get(number.checked_sub(1)?)
    }
}

/// A link to a statement by its number.
pub(super) fn link(number: usize) -> String {
    format!("<a class=\"no\" href=\"#s{number}\" aria-label=\"statement {number}\">{number}</a>")
}
