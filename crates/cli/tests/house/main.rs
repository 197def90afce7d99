//! Rules of the house: what must hold for the repository as a whole and no compiler checks.
//!
//! Documents are held against the code they speak of, so that neither changes without the other.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod documents;
mod imports;
mod purity;
mod readme;
mod repository;
mod tidiness;
