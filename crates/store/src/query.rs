//! Questions: which records and stories, in which order, and how many records per day, week or month.

mod condition;
mod events;
mod filter;
mod order;
mod periods;
mod stories;
mod tellings;
mod words;

pub use events::EventRow;
pub(crate) use events::events;
pub use filter::{Dispute, Filter, Party, Period, Revisions, SourceFilter, StoryFilter, UnknownFilter};
pub use order::{Direction, Key, Order, SortKey, StoryKey};
pub use periods::PeriodRow;
pub(crate) use periods::periods;
pub use stories::FoundStory;
pub(crate) use stories::stories;
pub use tellings::Telling;
pub(crate) use tellings::tellings;
