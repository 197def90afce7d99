//! The order in which articles come in changes nothing.

#![allow(clippy::unwrap_used, reason = "a test that cannot begin has failed")]

use proptest::prelude::*;
use stories::{Article, Background, Copies, Link, Party, Report, Settings, Stories, Story};
use types::{EventType, Status};

const SETTINGS: &str = include_str!("../../../data/stories.toml");
const WORDS: &str = include_str!("../../../data/stories/words.tsv");
const WHO: [&str; 4] = ["RUS", "UKR", "SDN", "USA"];
const WHAT: [&str; 6] = [
    "shells the harbour of Odesa",
    "opens talks on grain",
    "weighs a blockade",
    "denies it",
    "near Zamzam",
    "with envoys",
];

fn report(article: usize, seed: u32) -> Report {
    let party = |number: u32| Party { country: WHO[number as usize % 4].parse().ok(), ..Party::default() };
    Report {
        id: format!("ev_{article}"),
        kind: EventType::ALL[seed as usize % 3],
        mode: None,
        status: Status::ALL[seed as usize / 3 % 6],
        actors: vec![party(seed)],
        recipients: vec![party(seed / 4)],
        place: None,
        days: None,
        toll: types::Magnitude::default(),
        sentence: String::new(),
        source: None,
    }
}

fn article(number: usize, (day, words, seed): &(u8, Vec<usize>, u32)) -> Article {
    let text = words.iter().map(|word| WHAT[*word]).collect::<Vec<_>>().join(" and ");
    Article {
        id: format!("doc_{number}"),
        published: types::Date::new(2026, 3 + day / 28, day % 28 + 1).filter(|_| *day > 0),
        outlet: Some(format!("Outlet {}", seed % 3)),
        title: text.clone(),
        text,
        reports: vec![report(number, *seed)],
    }
}

type Answers = (Vec<Story>, Vec<Copies>, Vec<Link>);

fn answers(articles: impl IntoIterator<Item = Article>, asked_between: bool) -> Answers {
    let mut stories = Stories::new(Settings::read(SETTINGS).unwrap(), Background::read(WORDS).unwrap());
    for article in articles {
        stories.add(article);
        if asked_between {
            stories.groups();
        }
    }
    (stories.stories(), stories.duplicates(), stories.links().into_iter().cloned().collect())
}

fn made() -> impl Strategy<Value = Vec<(u8, Vec<usize>, u32)>> {
    prop::collection::vec((0..56u8, prop::collection::vec(0..6usize, 1..5), 0..200u32), 1..14)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_order_gives_the_same((made, shuffled) in made().prop_flat_map(|made| {
        let numbers: Vec<usize> = (0..made.len()).collect();
        (Just(made), Just(numbers).prop_shuffle())
    })) {
        let articles: Vec<Article> = made.iter().enumerate().map(|(number, made)| article(number, made)).collect();
        let other = answers(shuffled.iter().map(|number| articles[*number].clone()), true);
        prop_assert_eq!(answers(articles, false), other);
    }
}
