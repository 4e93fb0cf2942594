//! The tables.

pub mod campaign;
pub mod opt_out;
pub mod recipient;
