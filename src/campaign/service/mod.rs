//! The use cases.

pub mod campaign;
pub mod opt_out;
pub mod send;
