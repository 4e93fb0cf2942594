//! The use cases.

pub mod capacity;
pub mod congress;
pub mod part;
pub mod passage;
pub mod room;
pub mod topic;
