//! The tables.

pub mod campaign;
pub mod contact;
pub mod opt_out;
pub mod recipient;
pub mod saved_segment;
