//! The use cases.

pub mod answer;
pub mod capacity;
pub mod code;
pub mod congress;
pub mod copy;
pub mod deadline;
pub mod part;
pub mod partner;
pub mod passage;
pub mod question;
pub mod room;
pub mod topic;
pub mod waiting;
