//! The few earlier articles that an article is most like, and the story that follows from theirs.
//!
//! Articles are taken in the order of day and id. Each joins the story that holds the earlier articles it is most like,
//! or begins one of its own: so a story depends on articles alone, and one that comes in late changes only what hangs on
//! it.

use crate::settings::StorySettings;
use std::collections::BTreeMap;

/// Another article, and how alike both are.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Near {
    pub(crate) slot: usize,
    pub(crate) likeness: f64,
}

/// The story, by its first article, that an article belongs to: `near` are its neighbours' stories, the closest first.
pub(crate) fn joined(near: &[(usize, f64)], settings: &StorySettings) -> Option<usize> {
    let mut stories: BTreeMap<usize, (usize, Vec<f64>)> = BTreeMap::new();
    for (place, (story, likeness)) in near.iter().enumerate() {
        stories.entry(*story).or_insert((place, Vec::new())).1.push(*likeness);
    }
    let scored = stories.into_iter().map(|(story, (place, alike))| (pull(&alike, settings), place, story));
    let open = scored.filter(|(pull, ..)| *pull >= settings.joined);
    open.min_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1))).map(|(.., story)| story)
}

/// How much a story draws an article: by the closest of it, and by the average of some; those that lack count nothing.
fn pull(alike: &[f64], settings: &StorySettings) -> f64 {
    let some = alike.iter().take(settings.company).sum::<f64>() / settings.company.max(1) as f64;
    let closest = alike.first().copied().unwrap_or_default();
    settings.closest * closest + (1.0 - settings.closest) * some
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::Settings;

    #[track_caller]
    fn check(near: &[(usize, f64)], expected: Option<usize>) {
        let mut settings = Settings::read(include_str!("../../../data/stories.toml")).unwrap().story;
        (settings.joined, settings.closest, settings.company) = (0.2, 0.5, 2);
        assert_eq!(joined(near, &settings), expected, "{near:?}");
    }

    #[test]
    fn the_story_that_draws_most() {
        check(&[], None);
        check(&[(1, 0.19), (1, 0.19)], None);
        check(&[(1, 0.2), (1, 0.2)], Some(1));
        check(&[(1, 0.3)], Some(1));
        check(&[(1, 0.3), (2, 0.29), (2, 0.28)], Some(2));
        check(&[(2, 0.3), (1, 0.3)], Some(2));
    }
}
