//! The tables.

pub mod hall;
pub mod project;
pub mod project_topic;
pub mod stand;
