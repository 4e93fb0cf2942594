//! Decisions as pure functions.

pub mod letter;
pub mod plan;
pub mod segment;
