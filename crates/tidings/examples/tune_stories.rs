//! Chooses the settings of `data/stories.toml` on the first half of the threads of a collection, and prints every step.
//! `cargo run --release -p tidings --example tune_stories -- THREADS.jsonl [RESERVED.txt]`.

use std::path::Path;
use tidings::Tidings;
use tidings::eval::stories::{self, Half, Without, tuning};

#[allow(clippy::print_stdout)]
fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let file = arguments.next().ok_or("name a file of threads")?;
    let collection = Path::new(&file).file_stem().unwrap_or_default().to_string_lossy();
    let without = arguments.next().map(std::fs::read_to_string).transpose()?.unwrap_or_default();
    let texts = stories::read(&std::fs::read_to_string(&file)?, &Without::read(&without, &collection)?)?;
    let texts: Vec<_> = texts.into_iter().filter(|text| text.half() == Half::Tuned).collect();
    let tidings = Tidings::new()?;
    let articles: Vec<_> =
        texts.iter().enumerate().map(|(number, text)| stories::article(&tidings, number, text)).collect();
    let tell = |step: tuning::Step| println!("{:<14} {:>7} {:.4}", step.setting, step.value, step.bcubed);
    let best = tuning::search(&texts, &articles, tell)?;
    println!("{:?}\n{:?}", best.words, best.story);
    Ok(())
}
