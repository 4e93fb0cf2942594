//! The use cases.

pub mod capacity;
pub mod congress;
