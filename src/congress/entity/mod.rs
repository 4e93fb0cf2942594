//! The tables.

pub mod capacity;
pub mod claim;
pub mod code;
pub mod code_use;
pub mod congress;
pub mod organisation;
pub mod partner;
pub mod passage;
pub mod room;
pub mod topic;
