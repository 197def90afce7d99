//! Prints how inputs are read: `cargo run -p ingest --example layout -- INPUT…`.

use ingest::{Defaults, Ingested, inputs};
use std::io::{self, Write};

fn main() -> io::Result<()> {
    let mut out = io::stdout().lock();
    for source in inputs(&std::env::args_os().skip(1).map(std::path::PathBuf::from).collect::<Vec<_>>()) {
        match source {
            Err(error) => writeln!(out, "error: {error}")?,
            Ok(source) => {
                for result in source.read(&Defaults::default()) {
                    match result {
                        Err(error) => writeln!(out, "error: {error}")?,
                        Ok(ingested) => show(&mut out, &ingested)?,
                    }
                }
            }
        }
    }
    Ok(())
}

fn show(out: &mut impl Write, ingested: &Ingested) -> io::Result<()> {
    let document = &ingested.document;
    writeln!(out, "== {} {:?} skip={:?}", document.id.0, document.title, ingested.skip)?;
    writeln!(out, "   published={:?} modified={:?}", document.published, document.modified)?;
    writeln!(out, "   outlet={:?} authors={:?}", document.outlet, document.authors)?;
    writeln!(
        out,
        "   dateline={:?} warnings={:?}",
        document.dateline.map(|d| d.of(&document.text)),
        ingested.warnings
    )?;
    let mut end = 0;
    for block in &document.blocks {
        let between = document.text.get(end..block.span.start).unwrap_or_default().trim();
        if !between.is_empty() {
            writeln!(out, "  ----- {between:?}")?;
        }
        writeln!(out, "  {:?} {:?}", block.kind, block.span.of(&document.text))?;
        end = block.span.end;
    }
    let rest = document.text.get(end..).unwrap_or_default().trim();
    if rest.is_empty() { Ok(()) } else { writeln!(out, "  ----- {rest:?}") }
}
