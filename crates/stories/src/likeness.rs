//! How alike two articles are: by their words, less with every day between them.

use crate::article::Article;
use crate::background::Background;
use crate::settings::{StorySettings, WordSettings};
use crate::words::Words;
use types::Date;

/// What is compared of an article.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Face {
    /// Its words and participants.
    pub(crate) words: Words,
    /// Its day, counted.
    pub(crate) day: Option<i32>,
}

impl Face {
    /// Of an article.
    pub(crate) fn of(article: &Article, settings: &WordSettings, background: &Background) -> Self {
        Self { words: Words::of(article, settings, background), day: article.published.map(Date::number) }
    }

    /// From 0 to 1; nothing where it is too little to count.
    pub(crate) fn likeness(&self, other: &Face, settings: &StorySettings) -> Option<f64> {
        let apart = apart(self.day, other.day)?;
        if apart > settings.window {
            return None;
        }
        let faded = self.words.likeness(&other.words) * (-f64::from(apart) / settings.fading).exp();
        Some(faded).filter(|likeness| *likeness >= settings.least)
    }

    /// The stretch of time it belongs to.
    pub(crate) fn stretch(&self, settings: &StorySettings) -> Option<i32> {
        self.day.map(|day| day.div_euclid(settings.window.max(1)))
    }
}

fn apart(one: Option<i32>, other: Option<i32>) -> Option<i32> {
    match (one, other) {
        (Some(one), Some(other)) => Some((one - other).abs()),
        (None, None) => Some(0),
        _ => None,
    }
}
