//! The use cases.

pub mod capacity;
pub mod congress;
pub mod topic;
pub mod part;
pub mod passage;
pub mod room;
