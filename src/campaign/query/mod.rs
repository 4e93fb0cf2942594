//! Reads.

pub mod addressee;
pub mod campaign;
pub mod contact;
pub mod recipient;
pub mod segment;
