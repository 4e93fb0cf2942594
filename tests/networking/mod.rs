//! The networking directory.

mod directory;
mod interest;
mod rules;
mod topic;
mod visibility;
pub mod world;
