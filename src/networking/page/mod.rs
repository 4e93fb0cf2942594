//! Pages: pure functions from what was read to what is shown.

pub mod board;
pub mod cooperation;
pub mod desk;
pub mod directory;
pub mod entrance;
pub mod entry;
pub mod meeting;
pub mod mine;
pub mod organisation;
pub mod part;
pub mod person;
pub mod profile;
pub mod suggestion;
pub mod topic;
pub mod weight;
