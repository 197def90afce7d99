//! Records as files: one module per format.

pub mod cameo;
pub mod csv;
pub mod jsonl;
