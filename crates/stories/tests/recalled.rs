//! What a store kept and what comes in fit together.

#![allow(clippy::unwrap_used, reason = "a test that cannot begin has failed")]

use stories::{Article, Background, Kept, KeptNear, Name, Settings, Stories};

const SETTINGS: &str = include_str!("../../../data/stories.toml");
const WORDS: &str = include_str!("../../../data/stories/words.tsv");

fn empty() -> Stories {
    Stories::new(Settings::read(SETTINGS).unwrap(), Background::read(WORDS).unwrap())
}

fn article(id: &str, day: &str) -> Article {
    let text = "Drones hit the grain harbour of Izmail and set two silos on fire".to_owned();
    let (published, title) = (day.parse().ok(), text.clone());
    Article { id: id.to_owned(), published, outlet: None, title, text, reports: Vec::new() }
}

/// A page that changed is taken out, and with it what was like it; all of it comes in again.
#[test]
fn an_article_that_comes_in_again_is_near_another_only_once() {
    let [earlier, later] = [article("one", "2026-03-01"), article("two", "2026-03-02")];
    let mut first = empty();
    for article in [&earlier, &later] {
        first.add(article.clone());
    }
    let placed = first.changes().placed.into_iter().find(|placed| placed.article == "two").unwrap();
    let [(_, likeness)] = placed.near[..] else { panic!("{placed:?}") };
    let name = Name { published: earlier.published, id: earlier.id.clone() };
    let near = vec![KeptNear { name, likeness, story: None }];
    let mut again = empty();
    again.recall(Kept { article: later, story: None, near });
    again.add(earlier);
    let twice = again.changes().placed.into_iter().find(|placed| placed.near.len() > 1);
    assert_eq!(twice, None);
}
