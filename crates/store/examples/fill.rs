//! How fast a store takes in documents and answers, at any size: `cargo run --release -p store --example fill -- DB N`.
//!
//! Documents are made, three records each, of eight countries over ten years; nothing is coded.

#![allow(clippy::print_stdout, reason = "figures are what it is for")]

#[path = "../tests/support/rows.rs"]
#[allow(dead_code, reason = "shared with tests")]
mod rows;

use rows::{filing, party, record, time};
use std::error::Error;
use std::ops::ControlFlow;
use std::time::Instant;
use store::{Access, Filing, Filter, Findings, Order, Period, Store, StoryFilter, StoryRow, open};

const BATCH: usize = 32;
const COUNTRIES: [&str; 8] = ["USA", "IRN", "RUS", "UKR", "CHN", "ISR", "NOR", "KEN"];

fn document(at: usize) -> Filing {
    let records = (0..3).map(|n| {
        let mut made = record(&format!("ev_{at}_{n}"));
        let country = |turn: usize| COUNTRIES[(at / 13 + turn + n) % COUNTRIES.len()];
        made.actors = vec![party("the government", country(0))];
        made.recipients = vec![party("its neighbour", country(at % 7))];
        made.time = time(&format!("{}-{:02}-{:02}", 2015 + at % 10, 1 + at / 10 % 12, 1 + at / 120 % 28));
        made.evidence = format!("The government criticised its neighbour over ferry {at}, said witness {}.", at % 977);
        made.json = format!("{:1500}", made.json);
        made
    });
    let text = format!("Ferry {at} stays in port, say {} sailors. ", at % 977).repeat(60);
    filing(&format!("https://example.org/{at}"), &text, records.collect())
}

fn main() -> Result<(), Box<dyn Error>> {
    let [db, count] = <[String; 2]>::try_from(std::env::args().skip(1).collect::<Vec<_>>()).map_err(|_| "DB N")?;
    let documents: Vec<usize> = (0..count.parse()?).collect();
    let mut store = open(&db, Access::Create)?;
    let start = Instant::now();
    for batch in documents.chunks(BATCH) {
        store.add(&batch.iter().map(|at| document(*at)).collect::<Vec<_>>())?;
    }
    let took = start.elapsed();
    println!(
        "{} documents in {:.1} s, {:.2} ms each",
        documents.len(),
        took.as_secs_f64(),
        took.as_secs_f64() * 1e3 / documents.len() as f64
    );
    let dyad = Some(("USA".parse()?, "IRN".parse()?));
    ask(
        &mut *store,
        "a dyad in a month",
        &Filter { dyad, since: "2019-03-01".parse().ok(), until: "2019-03-31".parse().ok(), ..Filter::default() },
    )?;
    ask(&mut *store, "two words", &Filter { words: Some("ferry \"witness 7\"".into()), ..Filter::default() })?;
    ask_stories(&mut *store, documents.len())?;
    let start = Instant::now();
    let months = store.periods(&Filter::default(), Period::Month)?.len();
    println!("all by month: {months} rows in {:.0} ms", start.elapsed().as_secs_f64() * 1e3);
    let start = Instant::now();
    let faults = store.check()?.len();
    println!("check: {faults} faults in {:.1} s", start.elapsed().as_secs_f64());
    Ok(())
}

fn ask(store: &mut dyn Store, what: &str, filter: &Filter) -> Result<(), Box<dyn Error>> {
    let start = Instant::now();
    let mut found = 0;
    store.events(filter, &Order::default(), &mut |_| {
        found += 1;
        ControlFlow::Continue(())
    })?;
    println!("{what}: {found} events in {:.1} ms", start.elapsed().as_secs_f64() * 1e3);
    Ok(())
}

/// Stories of four documents each, as many as make all.
fn ask_stories(store: &mut dyn Store, documents: usize) -> Result<(), Box<dyn Error>> {
    let numbers: Vec<usize> = (0..documents).collect();
    let stories: Vec<StoryRow> = numbers.chunks(4).map(story).collect();
    let start = Instant::now();
    for some in stories.chunks(BATCH) {
        store.group(&Findings { stories: some.to_vec(), ..Findings::default() })?;
    }
    println!("{} stories in {:.1} s", stories.len(), start.elapsed().as_secs_f64());
    let dyad = Some(("USA".parse()?, "IRN".parse()?));
    let month =
        Filter { dyad, since: "2019-03-01".parse().ok(), until: "2019-03-31".parse().ok(), ..Filter::default() };
    let one = Filter { story: Some("st_7".into()), ..Filter::default() };
    for (what, events) in [("latest", Filter::default()), ("of a dyad in a month", month), ("one", one)] {
        let (start, mut found) = (Instant::now(), 0);
        let filter = StoryFilter { events, ..StoryFilter::default() };
        store.stories(&filter, &Order { limit: Some(20), ..Order::default() }, &mut |_| {
            found += 1;
            ControlFlow::Continue(())
        })?;
        println!("stories, {what}: {found} in {:.1} ms", start.elapsed().as_secs_f64() * 1e3);
    }
    Ok(())
}

fn story(documents: &[usize]) -> StoryRow {
    let number = documents.first().map_or(0, |at| at / 4);
    let ids = documents.iter().flat_map(|at| (0..3).map(move |n| format!("ev_{at}_{n}")));
    StoryRow {
        id: format!("st_{number}"),
        title: format!("Ferry {number}"),
        start: None,
        end: format!("20{}-01-01", 15 + number % 10).parse().ok(),
        participants: "[]".into(),
        contradictions: 0,
        json: format!("{:4000}", "{}"),
        records: ids.map(|id| (id, "words".to_owned())).collect(),
    }
}
