//! Prints where the sentences of texts lie, one JSON object per document: what labels are laid on.
//! `cargo run -p tidings --example sentences -- FILE.jsonl`.

use serde_json::json;
use tidings::{Tidings, ingest};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let file = std::env::args().nth(1).ok_or("name a file")?;
    let tidings = Tidings::new()?;
    let defaults = ingest::Defaults::default();
    for input in ingest::read(&file, std::fs::read(&file)?, None, &defaults) {
        let document = input?.document;
        let parses = tidings.parser().parse(&document);
        let before = |byte: usize| document.text[..byte].chars().count();
        let spans: Vec<[usize; 2]> = parses.iter().map(|p| [before(p.span.start), before(p.span.end)]).collect();
        #[allow(clippy::print_stdout)]
        {
            println!("{}", json!({"id": document.id.0, "sentences": spans}));
        }
    }
    Ok(())
}
