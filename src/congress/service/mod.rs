//! The use cases.

pub mod capacity;
pub mod congress;
pub mod topic;
