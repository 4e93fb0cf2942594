//! Reads.

pub mod addressee;
pub mod campaign;
pub mod recipient;
pub mod segment;
