//! Bytes to documents: what a file, page, feed or line holds, in canonical form.
//!
//! The work goes in four steps, each a module:
//!
//! 1. [`inputs()`] lists the files behind what the user named, in a fixed order;
//! 2. `decode` turns bytes of any encoding into text;
//! 3. `plain`, `jsonl`, … cut the text of one format into pieces and collect what it states of itself;
//! 4. `layout` tells headline, section heads and paragraphs from furniture, and `finish` makes the
//!    [`Document`](types::Document) or says why it is not worth reading ([`Skip`]).
//!
//! Dates are taken over only where the input states them. One bad file or line is one error; what
//! comes after it is still read.

mod dateline;
mod dates;
mod decode;
mod error;
mod feed;
mod finish;
mod format;
mod furniture;
mod html;
mod inputs;
mod jsonl;
mod kept;
mod language;
mod layout;
mod lists;
mod plain;
mod read;
mod skip;

pub use error::{IngestError, Place};
pub use finish::Ingested;
pub use format::Format;
pub use inputs::{Source, inputs};
pub use kept::Kept;
pub use read::{Defaults, Results, read, read_from};
pub use skip::Skip;
