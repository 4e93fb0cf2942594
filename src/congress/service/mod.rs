//! The use cases.

pub mod capacity;
pub mod code;
pub mod congress;
pub mod part;
pub mod partner;
pub mod passage;
pub mod room;
pub mod topic;
