//! Prints the parse of a text as CoNLL-U, to see what a rule sees: `cargo run -p tidings --example parse_text -- FILE`.

use parse::conllu::{self, Sentence};
use tidings::{Tidings, ingest, types};
use types::{Parse, Span, Token};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let file = std::env::args().nth(1).ok_or("name a text file")?;
    let tidings = Tidings::new()?;
    let defaults = ingest::Defaults::default();
    for input in ingest::read(&file, std::fs::read(&file)?, None, &defaults) {
        let document = input?.document;
        let sentences: Vec<Sentence> =
            tidings.parser().parse(&document).iter().filter_map(|parse| alone(&document.text, parse)).collect();
        #[allow(clippy::print_stdout)]
        {
            print!("{}", conllu::write(&sentences));
        }
    }
    Ok(())
}

fn alone(text: &str, parse: &Parse) -> Option<Sentence> {
    let shift = |span: Span| Span::new(span.start - parse.span.start, span.end - parse.span.start);
    let tokens: Vec<Token> = parse.tokens().iter().map(|t| Token { span: shift(t.span), ..t.clone() }).collect();
    let moved = Parse::new(shift(parse.span), 0, tokens, parse.named().to_vec()).ok()?;
    Some(Sentence { comments: vec![], text: parse.span.of(text).to_owned(), space_after: true, parse: moved })
}
