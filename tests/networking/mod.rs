//! The networking directory.

mod cooperation;
mod directory;
mod interest;
mod meeting;
mod rules;
mod search;
mod topic;
mod visibility;
mod weight;
pub mod world;
