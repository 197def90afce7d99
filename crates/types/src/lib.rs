//! The nouns of Tidings and their invariants.
//!
//! Every other crate speaks in these types; this one imports nothing, reads
//! nothing and knows no language data. Offsets are byte [`Span`]s into a
//! document's canonical text; only the public record counts code points.
//!
//! * [`Document`]: canonical text with its blocks and what the page states of itself
//! * [`Parse`]: one sentence as a dependency tree of [`Token`]s
//! * [`Event`]: who did what to whom, with status, attribution and evidence
//! * [`Coding`]: the same in the codes of a user's own codebook

mod codes;
mod coding;
mod country;
mod date;
mod document;
mod event;
mod judgement;
mod ontology;
mod parse;
mod span;
mod tags;
mod toponym;
mod warned;

pub use codes::UnknownCode;
pub use coding::{ActorCode, Coding, EventCode, InvalidCode, Side};
pub use country::Country;
pub use date::{Date, InvalidDate, Precision, TimeSpan};
pub use document::{Block, BlockKind, Document, DocumentId, Origin};
pub use event::{
    Actor, Affiliation, Attribution, Confidence, Event, Evidence, Magnitude, Place, PlacePrecision, QuoteKind, Saying,
    SourceKind, Status, Time,
};
pub use judgement::Judgement;
pub use ontology::{Context, EventType, Mode, Quad, Sector};
pub use parse::{InvalidParse, Named, Parse, Token, TokenId};
pub use span::Span;
pub use tags::{Deprel, EntityKind, Upos, Xpos};
pub use toponym::{Toponym, ToponymKind};
pub use warned::{Warned, Warning};
