//! The commands that are more than a line or two.

pub mod backup;
pub mod doctor;
pub mod import;
