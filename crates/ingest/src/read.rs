//! The way from bytes to documents, by format.

use crate::decode::decode;
use crate::finish::{Draft, Stated, finish, unread};
use crate::{Format, IngestError, Ingested, Place, Skip, feed, html, jsonl, plain};
use flate2::bufread::MultiGzDecoder;
use std::io::{self, BufRead, BufReader, Cursor, Read};
use types::Date;

/// What the user says of all inputs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Defaults {
    /// Day of publication of documents that state none.
    pub published: Option<Date>,
}

/// The documents of one input, in order.
pub type Results = Box<dyn Iterator<Item = Result<Ingested, IngestError>>>;

/// Bytes in the largest article that is read.
pub const LARGEST: usize = 20_000_000;
/// Bytes looked at to tell the format.
const HEAD: usize = 1024;

/// The documents in some bytes; without a format, name and first bytes tell it.
pub fn read(name: &str, bytes: Vec<u8>, format: Option<Format>, defaults: &Defaults) -> Results {
    read_from(name, Cursor::new(bytes), format, defaults)
}

/// The documents in a stream, read as far as needed; gzip is unpacked on the way.
pub fn read_from(
    name: &str,
    mut input: impl BufRead + 'static,
    format: Option<Format>,
    defaults: &Defaults,
) -> Results {
    match peek(&mut input) {
        Err(cause) => once(Err(IngestError::Io { place: place(name), cause })),
        Ok(head) if head.starts_with(&[0x1f, 0x8b]) => {
            let unpacked = BufReader::new(MultiGzDecoder::new(Cursor::new(head).chain(input)));
            read_unpacked(name, unpacked, format, defaults)
        }
        Ok(head) => read_unpacked(name, Cursor::new(head).chain(input), format, defaults),
    }
}

fn read_unpacked(
    name: &str,
    mut input: impl BufRead + 'static,
    format: Option<Format>,
    defaults: &Defaults,
) -> Results {
    let head = match peek(&mut input) {
        Ok(head) => head,
        Err(cause) => return once(Err(IngestError::Io { place: place(name), cause })),
    };
    let format = format.unwrap_or_else(|| Format::of(name, &head));
    let input = Cursor::new(head).chain(input);
    match format {
        Format::JsonLines => jsonl::read(name, input, *defaults),
        Format::Text => whole(name, input, *defaults, text),
        Format::Html => whole(name, input, *defaults, page),
        Format::Feed => whole(name, input, *defaults, feed::read),
        Format::Json => once(Err(unsupported(name, "JSON", "convert it to one object per line: jq -c '.[]'"))),
        Format::Warc => once(Err(unsupported(name, "WARC", "extract the pages as .html files"))),
        Format::Parquet => once(Err(unsupported(name, "Parquet", "convert it to .jsonl, for example with DuckDB"))),
    }
}

/// The first bytes of a stream, taken from it.
fn peek(input: &mut impl Read) -> io::Result<Vec<u8>> {
    let mut head = Vec::new();
    input.take(HEAD as u64).read_to_end(&mut head)?;
    Ok(head)
}

type Reader = fn(&str, Vec<u8>, Defaults) -> Results;

/// Reads an input that is one article, or a reason why not.
fn whole(name: &str, input: impl Read, defaults: Defaults, reader: Reader) -> Results {
    let mut bytes = Vec::new();
    match input.take(LARGEST as u64 + 1).read_to_end(&mut bytes) {
        Err(cause) => once(Err(IngestError::Io { place: place(name), cause })),
        Ok(len) if len > LARGEST => once(Ok(unread(name, Skip::TooLarge { limit: LARGEST }))),
        Ok(_) => reader(name, bytes, defaults),
    }
}

fn text(name: &str, bytes: Vec<u8>, defaults: Defaults) -> Results {
    let decoded = decode(bytes);
    let pieces = plain::pieces(&decoded.value);
    let draft = Draft {
        file: name.to_owned(),
        text: decoded.value,
        pieces,
        stated: Stated::default(),
        warnings: decoded.warnings,
    };
    once(Ok(finish(draft, defaults.published)))
}

fn page(name: &str, bytes: Vec<u8>, defaults: Defaults) -> Results {
    let decoded = decode(bytes);
    let mut draft = html::read(&decoded.value, Stated::default());
    draft.file = name.to_owned();
    draft.warnings.extend(decoded.warnings);
    once(Ok(finish(draft, defaults.published)))
}

fn once(result: Result<Ingested, IngestError>) -> Results {
    Box::new(std::iter::once(result))
}

fn place(name: &str) -> Place {
    Place { name: name.to_owned(), line: None }
}

fn unsupported(name: &str, format: &'static str, mend: &'static str) -> IngestError {
    IngestError::Unsupported { place: place(name), format, mend }
}
