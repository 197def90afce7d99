//! Questions: which records, in which order, and how many per day, week or month.

mod condition;
mod events;
mod filter;
mod periods;
mod words;

pub use events::EventRow;
pub(crate) use events::events;
pub use filter::{Direction, Filter, Order, Party, Period, Revisions, SortKey, SourceFilter, UnknownFilter};
pub use periods::PeriodRow;
pub(crate) use periods::periods;
