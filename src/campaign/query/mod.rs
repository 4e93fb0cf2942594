//! Reads.

pub mod campaign;
pub mod recipient;
pub mod segment;
