//! The networking directory.

mod directory;
mod interest;
mod rules;
mod search;
mod topic;
mod visibility;
mod weight;
pub mod world;
