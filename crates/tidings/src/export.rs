//! Records as files: one module per format.

pub mod csv;
pub mod jsonl;
