//! Chooses the settings of storylines on the first half of the texts: one setting after the other is moved to the best of
//! its values, until a round moves none.

use super::{Agreement, Half, Sample, Threaded, found};
use crate::told::{self, StoriesError};
use ::stories::{Article, Settings};

/// A setting and the values it is tried with.
struct Knob {
    name: &'static str,
    values: &'static [f64],
    set: fn(&mut Settings, f64),
}

const KNOBS: &[Knob] = &[
    Knob { name: "story.joined", values: &[0.17, 0.19, 0.21, 0.23, 0.25], set: |all, to| all.story.joined = to },
    Knob { name: "story.closest", values: &[0.3, 0.4, 0.45, 0.5, 0.6, 0.7], set: |all, to| all.story.closest = to },
    Knob { name: "story.company", values: &[2.0, 3.0, 4.0, 5.0], set: |all, to| all.story.company = to as usize },
    Knob { name: "story.near", values: &[4.0, 8.0, 12.0, 16.0], set: |all, to| all.story.near = to as usize },
    Knob { name: "story.fading", values: &[100.0, 200.0, 300.0, 400.0, 600.0], set: |all, to| all.story.fading = to },
    Knob { name: "story.window", values: &[60.0, 120.0, 240.0], set: |all, to| all.story.window = to as i32 },
    Knob { name: "story.least", values: &[0.06, 0.09, 0.12], set: |all, to| all.story.least = to },
    Knob { name: "words.name", values: &[0.3, 0.5, 0.7, 1.0], set: |all, to| all.words.name = to },
    Knob { name: "words.party", values: &[0.0, 0.4, 0.7, 1.0], set: |all, to| all.words.party = to },
    Knob { name: "words.keys", values: &[8.0, 12.0, 24.0], set: |all, to| all.words.keys = to as usize },
];

/// A setting tried.
#[derive(Debug, Clone, Copy)]
pub struct Step {
    /// Its name in `stories.toml`.
    pub setting: &'static str,
    /// Its value.
    pub value: f64,
    /// B-cubed F1 on the first half.
    pub bcubed: f64,
}

/// The settings that are best on the first half, from those that the binary carries; tells of every step.
///
/// # Errors
/// Where the data of stories cannot be used.
pub fn search(texts: &[Threaded], articles: &[Article], mut tell: impl FnMut(Step)) -> Result<Settings, StoriesError> {
    let sample = Sample::of(texts, articles, Half::Tuned);
    let (mut best, mut highest) = (told::settings()?, 0.0);
    loop {
        let before = highest;
        for knob in KNOBS {
            for value in knob.values {
                let mut tried = best.clone();
                (knob.set)(&mut tried, *value);
                let bcubed = Agreement::of(&sample.gold(), &found(&sample.articles, &tried)?).bcubed;
                tell(Step { setting: knob.name, value: *value, bcubed });
                if bcubed > highest {
                    (best, highest) = (tried, bcubed);
                }
            }
        }
        if highest <= before {
            return Ok(best);
        }
    }
}
