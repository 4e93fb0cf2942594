//! The use cases.

pub mod campaign;
pub mod contact;
pub mod opt_out;
pub mod saved_segment;
pub mod send;
